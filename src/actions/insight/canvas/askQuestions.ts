import { earliestDay } from '#domain/day.ts';
import { questionFaults, type NewQuestion } from '#domain/insight/question.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Context } from '../../act.ts';
import { ownerFaults } from '../ownerFaults.ts';
import { writeNotes, type NoteDone } from '../writeNotes.ts';

/** Asks open questions (待解问题) about a customer, a set in one act. Refuses (invalid) with every field that is wrong. */
export async function askQuestions(context: Context, accountId: number, questions: readonly NewQuestion[]): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'question', act: 'added', title: questions[0]?.text ?? '' }, async (pen) => {
    const earliest = earliestDay(context.now());
    const fields = [
      ...questions.flatMap((question, n) => questionFaults(question, earliest, `questions.${n}`)),
      ...await ownerFaults(pen.tx, accountId, questions.map((question, n) => ({ ownerId: question.ownerId, path: `questions.${n}.ownerId` }))),
    ];
    if (fields.length > 0) throw new Refusal('invalid', 'Some questions cannot be asked.', { fields });
    return await pen.add('question', questions.map(({ block, topic, text, ownerId, dueOn }) => ({ block, topic, text: text.trim(), owner_id: ownerId, due_on: dueOn, answer: null, answered_at: null, answered_by: null })));
  });
}
