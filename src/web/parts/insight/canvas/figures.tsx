import { useAllText, useFormat } from '../../../text/locale.ts';
import type { BlockView } from './changing.ts';

/** How complete and how fresh a block is: two small marks, a bar and a dot with their figures, never one number. */
export function Figures({ block }: { block: Pick<BlockView, 'completeness' | 'freshness' | 'state' | 'points'> }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const answered = block.points.filter((point) => point.by !== null).length;
  return (
    <span className="vf-canvas-figures">
      <span className="vf-canvas-known" title={t.knownHelp({ answered, points: block.points.length })}>
        <span className="vf-hidden">{t.known} </span>
        <span className="vf-canvas-bar" aria-hidden>{block.points.map((point) => <i key={point.key} className={point.by === null ? '' : point.by === 'fact' ? 'vf-on' : 'vf-said'} />)}</span>
        <span className="vf-num">{format.percent(block.completeness, 0)}</span>
      </span>
      <span className={`vf-canvas-fresh vf-${block.state}`} title={t.freshHelp}>
        <span className="vf-hidden">{t.fresh} </span><i aria-hidden />
        {t.states[block.state]}{block.freshness === null ? null : <span className="vf-num"> {format.percent(block.freshness, 0)}</span>}
      </span>
    </span>
  );
}
