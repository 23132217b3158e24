import type { Transaction } from 'kysely';
import type { MarkChange, MarkFacts } from '#domain/trust/events.ts';
import type { Schema } from '#storage/schema.ts';
import { factsById, setFactsWithdrawn } from '#storage/select/facts.ts';
import { currentMarks, restoreMarks, withdrawMarksById } from '#storage/select/marks.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/**
 * Takes changes of marks back: what they recorded is withdrawn, what they withdrew counts again; facts recorded in the same act go with
 * them unless another mark cites them by now. The customer is scored at once.
 */
export async function unmarkAccount(context: Context, accountId: number, changes: readonly MarkChange[], facts?: MarkFacts): Promise<{ event: number }> {
  const { answer: outcome, eventIds } = await act(context, 'markAccount', async (tx) => {
    await accountFor(tx, context.actor, 'markAccount', accountId);
    const by = { userId: context.actor.id, at: context.now().toISOString() };
    const back = await takeMarksBack(tx, changes, by);
    const turned = facts && await turnFacts(tx, accountId, facts, by);
    return { answer: await scoreSome(tx, [accountId]), events: [{ verb: 'marked', accountId, payload: { changes: back, ...(turned ? { facts: turned } : {}) } }] };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}

/** The marks alone, within somebody's transaction; gives the changes that this makes. */
export async function takeMarksBack(tx: Transaction<Schema>, changes: readonly MarkChange[], by: { userId: string | null; at: string }): Promise<MarkChange[]> {
  await withdrawMarksById(tx, changes.map((change) => change.markId).filter((id) => id !== null), by);
  // Also where a mark goes: what is taken back may itself be an undo, and then the one before lies withdrawn.
  await restoreMarks(tx, changes.map((change) => change.before).filter((id) => id !== null));
  return changes.map((change): MarkChange => ({ indicator: change.indicator, markId: change.before, before: change.markId, value: change.valueBefore, valueBefore: change.value }));
}

/** Withdraws facts that had come with marks, or brings back those that had gone; gives what it did, undefined when there was nothing to do. */
async function turnFacts(tx: Transaction<Schema>, accountId: number, facts: MarkFacts, by: { userId: string | null; at: string }): Promise<MarkFacts | undefined> {
  const withdrawn = !facts.withdrawn;
  const cited = new Set(withdrawn ? (await currentMarks(tx, accountId)).flatMap((mark) => mark.factIds) : []);
  const ids = (await factsById(tx, facts.ids)).filter((fact) => (fact.withdrawnAt !== null) !== withdrawn && !cited.has(fact.id)).map((fact) => fact.id);
  if (ids.length === 0) return undefined;
  await setFactsWithdrawn(tx, ids, withdrawn ? by : null);
  return { ids, statement: facts.statement, withdrawn };
}
