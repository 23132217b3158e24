import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { InlineEdit } from '../../account/inlineEdit.tsx';
import { useCanvasChange, type BlockView } from './changing.ts';

/** What the facts of a block mean for us, in one line that is edited where it stands; dashed while no living fact is behind it. */
export function Judgement({ accountId, block, may }: { accountId: number; block: Pick<BlockView, 'key' | 'judgement' | 'grounds'>; may: boolean }) {
  const { canvas: t } = useAllText();
  const change = useCanvasChange();
  const text = block.judgement?.text ?? '';
  if (text === '' && !may) return null;
  const keep = (next: string): void => void change(() => call('POST /api/accounts/{id}/judgements', { params: { id: accountId }, body: { block: block.key, text: next } }), next === '' ? t.judgedBack : t.judged);
  return (
    <div className={`vf-canvas-judgement vf-${block.grounds}${text === '' ? ' vf-none' : ''}`} title={text !== '' && block.grounds === 'assumed' ? t.assumed : undefined}>
      <InlineEdit key={text} value={text} label={t.judgement} placeholder={t.judgementHint} may={may} multiline maxLength={1000} keep={keep} />
    </div>
  );
}
