import type { Block } from '#domain/blocks.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { shortened } from '../../audit/sentence.ts';
import { useCanvasChange } from './changing.ts';
import { pointWords } from './words.ts';

/** Asks the question of a guiding point with one click; who finds out and by when is said at the question. */
export function AskPoint({ accountId, block, topic }: { accountId: number; block: Block; topic: string }) {
  const { canvas: t } = useAllText();
  const change = useCanvasChange();
  const { name, ask } = pointWords(t, block, topic);
  const send = (): void => void change(() => call('POST /api/accounts/{id}/questions', { params: { id: accountId }, body: { questions: [{ block, topic, text: ask }] } }), t.askedNow({ text: shortened(ask) }));
  return <button type="button" className="vf-link vf-small vf-noprint" aria-label={t.askThis({ point: name })} onClick={send}>{t.ask}</button>;
}
