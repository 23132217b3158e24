import { Dropdown } from 'antd';
import { BLOCKS, type Block } from '#domain/blocks.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { shortened } from '../../audit/sentence.ts';
import { FactChip } from '../../facts/factChip.tsx';
import { useCanvasChange, type CanvasFact } from './changing.ts';

/** What a dragged fact carries. */
export const FACT_DRAG = 'application/x-vitalfew-fact';

/** Moves facts of a customer to a block, from wherever they are dragged or chosen. */
export function useMove(accountId: number): (facts: readonly number[], block: Block | null) => void {
  const { canvas: t } = useAllText();
  const change = useCanvasChange();
  return (facts, block) => void change(() => call('POST /api/accounts/{id}/places', { params: { id: accountId }, body: { facts: [...facts], block, topic: null } }), block === null ? t.movedBack : t.moved({ block: t.blocks[block] }));
}

/** A fact on the sheet: its statement in a few lines and its chip; dragged to another block, or moved by its menu. `paper`: only printed. */
export function FactItem({ accountId, fact, at, may, paper = false }: { accountId: number; fact: CanvasFact; at: Block | null; may: boolean; paper?: boolean }) {
  const { canvas: t } = useAllText();
  const move = useMove(accountId);
  return (
    <li className={`vf-canvas-fact vf-edge-${fact.state}${paper ? ' vf-paper' : ''}`} draggable={may} onDragStart={(event) => event.dataTransfer.setData(FACT_DRAG, String(fact.id))}>
      <p title={fact.statement}>{fact.statement}</p>
      <span className="vf-canvas-fact-foot">
        <FactChip fact={fact} short />
        {may ? (
          <Dropdown trigger={['click']} menu={{
            items: [{ key: 'head', type: 'group', label: t.moveTo, children: [...BLOCKS.filter((key) => key !== at).map((key) => ({ key, label: t.blocks[key] })), ...(fact.block === null ? [] : [{ key: 'kind', label: t.byKind }])] }],
            onClick: ({ key }) => move([fact.id], key === 'kind' ? null : key as Block),
          }}>
            <button type="button" className="vf-canvas-menu vf-noprint" aria-label={t.move({ statement: shortened(fact.statement) })}>⋯</button>
          </Dropdown>
        ) : null}
      </span>
    </li>
  );
}
