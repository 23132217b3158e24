import './canvas.css';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../answers.ts';
import { useAllText } from '../../../text/locale.ts';
import { AskForm, type AskPlace } from './askForm.tsx';
import { pointWords } from './words.ts';

/**
 * A question asked from wherever it comes up: other parts of insight put this beside what they do not know. Shows nothing to people who
 * may only read. `<AskHere accountId={id} block="supply" topic="criteria" />`; `text` is proposed instead of the point's own question.
 */
export function AskHere({ accountId, block, topic = null, text }: AskPlace & { readonly accountId: number; readonly text?: string }) {
  const { canvas: t } = useAllText();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(answerOf('GET /api/accounts/{id}/canvas', { params: { id: accountId } }));
  if (!data?.can.describe) return null;
  if (open) return <AskForm accountId={accountId} place={{ block, topic }} text={text ?? (topic === null ? '' : pointWords(t, block, topic).ask)} people={data.people} done={() => setOpen(false)} />;
  return <button type="button" className="vf-link vf-small vf-noprint" onClick={() => setOpen(true)}>{t.askTitle}</button>;
}
