import { earliestDay } from '#domain/day.ts';
import { questionFaults, type NewQuestion } from '#domain/insight/question.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Context } from '../../act.ts';
import { ownerFaults } from '../ownerFaults.ts';
import { noteFor, writeNotes } from '../writeNotes.ts';

/**
 * Changes a question: its words, its place, who finds out, by when. Refuses (invalid) with every field that the change makes wrong; a
 * due day that has passed since keeps nobody from mending the words.
 */
export async function editQuestion(context: Context, id: number, change: { readonly [Name in keyof NewQuestion]?: NewQuestion[Name] | undefined }): Promise<{ event: number }> {
  const { account_id: accountId, text } = await noteFor(context, 'question', id);
  const { event } = await writeNotes(context, { accountId, noun: 'question', act: 'changed', title: change.text ?? text }, async (pen) => {
    const row = await pen.mine('question', id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<NewQuestion>;
    // A point belongs to its block: a question that moves on leaves it behind.
    const topic = 'block' in given && given.block !== row.block && !('topic' in given) ? { topic: null } : {};
    const before: NewQuestion = { block: row.block, topic: row.topic, text: row.text, ownerId: row.owner_id, dueOn: row.due_on };
    const after: NewQuestion = { ...before, ...topic, ...given };
    const fields = [...questionFaults(after, earliestDay(context.now()), ''), ...await ownerFaults(pen.tx, accountId, [{ ownerId: after.ownerId, path: 'ownerId' }])]
      .filter(({ path }) => after[path as keyof NewQuestion] !== before[path as keyof NewQuestion]);
    if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });
    await pen.change('question', id, { block: after.block, topic: after.topic, text: after.text.trim(), owner_id: after.ownerId, due_on: after.dueOn });
    return [id];
  });
  return { event };
}
