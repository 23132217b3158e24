import type { z } from 'zod';
import type { QuestionView } from '#contract/insight/canvas.ts';
import type { Day } from '#domain/day.ts';
import type { QuestionRow } from '#storage/insight/questions.ts';
import type { presentFact } from '../select/presentMarks.ts';

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

/** A question as it crosses; `today` decides whether it is late. */
export function presentQuestion(row: QuestionRow, today: Day): z.output<typeof QuestionView> {
  return {
    id: row.id, account: { id: row.account_id, name: row.account_name, keyAccount: Number(row.key_account) === 1 }, block: row.block, topic: row.topic, text: row.text, owner: person(row.owner_id, row.owner), dueOn: row.due_on,
    overdue: row.answered_at === null && row.due_on !== null && row.due_on < today, askedBy: person(row.recorded_by, row.recorder), askedAt: row.recorded_at,
    answer: row.answered_at === null ? null : { text: row.answer ?? '', by: person(row.answered_by, row.answerer), at: row.answered_at },
  };
}

/** A fact with what its chip and its place on the sheet need, and no more: eight blocks of eight cross at once. */
export function onSheet({ id, kind, statement, evidence, sourceType, source, url, sourceId, anchor, observedOn, expiresOn, withdrawnAt, confidence, state, block, topic }: ReturnType<typeof presentFact>) {
  return { id, kind, statement, evidence, sourceType, source, url, sourceId, anchor, observedOn, expiresOn, withdrawnAt, confidence, state, block, topic };
}
