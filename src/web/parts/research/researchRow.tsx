import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { call, type Answer } from '../../call.ts';
import { useMe } from '../../me.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { shortened } from '../audit/sentence.ts';
import { AnswerForm } from '../insight/canvas/answerForm.tsx';
import { useCanvasChange } from '../insight/canvas/changing.ts';
import { DueDay } from '../insight/canvas/dueDay.tsx';
import { blockName, pointWords } from '../insight/canvas/words.ts';

type Row = Answer<'GET /api/questions'>['rows'][number];

/** An open question in the research list: Enter or a click answers it where it stands; whoever finds it out takes it, and its day is set here. */
export function ResearchRow({ row }: { row: Row }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const me = useMe();
  const change = useCanvasChange();
  const [answering, setAnswering] = useState(false);
  const edit = (body: { ownerId?: string; dueOn?: string | null }, done: string): void => void change(() => call('PATCH /api/questions/{id}', { params: { id: row.id }, body }), done);
  const may = row.can.describe;
  return (
    <>
      <tr data-row tabIndex={-1} className="vf-research-row">
        <td className="vf-research-question">
          {may ? <button type="button" className="vf-research-text" aria-expanded={answering} title={t.answerOf({ text: shortened(row.text) })} onClick={() => setAnswering(!answering)}>{row.text}</button> : row.text}
        </td>
        <td data-label={t.research.customer} className="vf-linked">
          <Link to="/accounts/$id" params={{ id: String(row.account.id) }} search={{ tab: 'insight', block: row.block } as never}>{row.account.name}</Link>
          {row.account.keyAccount ? <span className="vf-small vf-quiet vf-research-key">{t.research.keyAccount}</span> : null}
        </td>
        <td data-label={t.research.block}>{blockName(t, row.block)}{row.topic ? <span className="vf-small vf-faint vf-research-point">{pointWords(t, row.block, row.topic).name}</span> : null}</td>
        <td data-label={t.owner}>
          {row.owner ? row.owner.name : <span className="vf-faint">{t.nobody}</span>}
          {may && row.owner?.id !== me.id ? <button type="button" className="vf-link vf-small vf-research-take vf-noprint" onClick={() => edit({ ownerId: me.id }, t.research.taken)}>{t.research.take}</button> : null}
        </td>
        <td data-label={t.dueOn}>{may ? <DueDay question={row} keep={(dueOn) => edit({ dueOn }, t.questionChanged)} /> : row.dueOn ? format.day(row.dueOn) : <span className="vf-faint">{t.noDue}</span>}</td>
        <td data-label={t.research.asked} className="vf-small vf-faint">{t.judgedBy({ name: row.askedBy?.name ?? t.somebody, when: format.ago(row.askedAt) })}</td>
      </tr>
      {answering ? <tr className="vf-research-answer"><td colSpan={6}><AnswerForm question={row} done={() => setAnswering(false)} /></td></tr> : null}
    </>
  );
}
