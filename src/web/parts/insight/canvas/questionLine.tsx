import { useState } from 'react';
import { Select } from 'antd';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { InlineEdit } from '../../account/inlineEdit.tsx';
import { shortened } from '../../audit/sentence.ts';
import { FactChip } from '../../facts/factChip.tsx';
import { AnswerForm } from './answerForm.tsx';
import { useCanvasChange, type QuestionInFull } from './changing.ts';
import { DueDay } from './dueDay.tsx';
import { QuestionMark } from './questionMark.tsx';
import { pointWords } from './words.ts';

/** A question in full: its words, its point, who finds out, by when, all changed where they stand; answered, opened again or withdrawn. */
export function QuestionLine({ question, people, may }: { question: QuestionInFull; people: readonly { readonly id: string; readonly name: string }[]; may: boolean }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const change = useCanvasChange();
  const [answering, setAnswering] = useState(false);
  const params = { id: question.id };
  const edit = (body: Parameters<typeof call<'PATCH /api/questions/{id}'>>[1]['body']): void => void change(() => call('PATCH /api/questions/{id}', { params, body }), t.questionChanged);
  const owners = [{ value: '', label: t.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name })), ...(question.owner && !people.some((one) => one.id === question.owner!.id) ? [{ value: question.owner.id, label: question.owner.name }] : [])];
  const short = shortened(question.text);
  return (
    <li className="vf-canvas-question" data-row tabIndex={-1}>
      <InlineEdit key={question.text} value={question.text} label={t.question} may={may && !question.answer} required multiline maxLength={500} keep={(text) => edit({ text })} />
      {question.answer ? <p className={`vf-canvas-answer ${question.facts.length > 0 ? 'vf-proven' : 'vf-assumed'}`} title={question.facts.length > 0 ? undefined : t.inWords}>{question.answer.text}</p> : null}
      {question.facts.length > 0 ? <div className="vf-row vf-wrap">{question.facts.map((fact) => <FactChip key={fact.id} fact={fact} short />)}</div> : null}
      <div className="vf-row vf-wrap vf-small">
        {question.topic ? <span className="vf-tag">{pointWords(t, question.block, question.topic).name}</span> : null}
        {question.answer ? <span className="vf-faint">{t.answeredWhen({ name: question.answer.by?.name ?? t.somebody, when: format.ago(question.answer.at) })}</span> : may ? (
          <>
            <Select size="small" variant="filled" aria-label={t.owner} value={question.owner?.id ?? ''} onChange={(value) => edit({ ownerId: value || null })} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} options={owners} />
            <DueDay question={question} keep={(dueOn) => edit({ dueOn })} />
          </>
        ) : <QuestionMark question={question} />}
        <span className="vf-faint">{t.askedBy({ name: question.askedBy?.name ?? t.somebody, when: format.ago(question.askedAt) })}</span>
      </div>
      {may && !answering ? (
        <div className="vf-row vf-small vf-noprint">
          {question.answer ? <button type="button" className="vf-link" onClick={() => void change(() => call('POST /api/questions/{id}/reopen', { params }), t.reopened)}>{t.reopen}</button>
            : <button type="button" className="vf-link" aria-label={t.answerOf({ text: short })} onClick={() => setAnswering(true)}>{t.answer}</button>}
          <button type="button" className="vf-link" aria-label={t.withdrawOf({ text: short })} onClick={() => void change(() => call('POST /api/questions/{id}/withdraw', { params, body: { withdrawn: true } }), t.withdrawn({ text: short }))}>{t.withdraw}</button>
        </div>
      ) : null}
      {answering ? <AnswerForm question={question} done={() => setAnswering(false)} /> : null}
    </li>
  );
}
