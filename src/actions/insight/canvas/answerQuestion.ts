import { isBlock, isPoint } from '#domain/blocks.ts';
import { Refusal } from '#domain/refusal.ts';
import type { NewFact } from '#domain/select/fact.ts';
import type { Context } from '../../act.ts';
import { noteFor, writeNotes } from '../writeNotes.ts';

export interface NewAnswer {
  readonly answer: string;
  /** Facts we have already that it rests on. */
  readonly facts: readonly number[];
  /** A fact that is recorded with it; it takes the question's place on the full view unless it names one. */
  readonly fact?: NewFact | undefined;
}

/**
 * Answers a question, with words and mostly a fact; the fact and the answer are one act, and go back together. Refuses (conflict:
 * question_answered) when somebody was faster, and (invalid) with every fault of the fact.
 */
export async function answerQuestion(context: Context, id: number, { answer, facts, fact }: NewAnswer): Promise<{ event: number; factId: number | null }> {
  const { account_id: accountId, text } = await noteFor(context, 'question', id);
  let factId: number | null = null;
  const { event } = await writeNotes(context, { accountId, noun: 'question', act: 'changed', title: text }, async (pen) => {
    const row = await pen.mine('question', id);
    if (row.answered_at !== null) throw new Refusal('conflict', 'Somebody has answered this meanwhile. Open it again to answer anew.', { reason: 'question_answered' });
    if (answer.trim() === '') throw new Refusal('invalid', 'Write what you found out.', { fields: [{ path: 'answer', reason: 'required', message: 'Write what you found out.' }] });
    const block = isBlock(row.block) ? row.block : null;
    const place = fact?.block != null ? {} : { block, topic: block !== null && row.topic !== null && isPoint(block, row.topic) ? row.topic : null };
    const [made] = fact ? await pen.record([{ ...fact, ...place }], 'fact') : [];
    factId = made ?? null;
    await pen.change('question', id, { answer: answer.trim(), answered_at: context.now().toISOString(), answered_by: context.actor.id }, [...facts, ...(made === undefined ? [] : [made])]);
    return [id];
  });
  return { event, factId };
}

/** Opens an answered question again: its answer goes (the timeline keeps it), facts that it rested on stay facts. Refuses (conflict: question_open). */
export async function reopenQuestion(context: Context, id: number): Promise<{ event: number }> {
  const { account_id: accountId, text } = await noteFor(context, 'question', id);
  const { event } = await writeNotes(context, { accountId, noun: 'question', act: 'changed', title: text }, async (pen) => {
    if ((await pen.mine('question', id)).answered_at === null) throw new Refusal('conflict', 'This question is open already.', { reason: 'question_open' });
    await pen.change('question', id, { answer: null, answered_at: null, answered_by: null }, []);
    return [id];
  });
  return { event };
}
