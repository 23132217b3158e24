import type { Transaction } from 'kysely';
import type { MarkChange, MarkFacts, NewEvent } from '#domain/trust/events.ts';
import type { Schema } from '#storage/schema.ts';
import { factsById, setFactsWithdrawn } from '#storage/select/facts.ts';
import { currentMarksOf, restoreMarks, withdrawMarksById } from '#storage/select/marks.ts';
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
    const events = await unmark(tx, [{ accountId, changes, facts }], { userId: context.actor.id, at: context.now().toISOString() });
    return { answer: await scoreSome(tx, [accountId]), events };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}

/** What was done to one customer, to be taken back. */
export interface ChangedMarks { readonly accountId: number; readonly changes: readonly MarkChange[]; readonly facts?: MarkFacts | undefined }

/** The same on many customers within somebody's transaction; gives an event each, in their order. The caller has checked the permission, and scores. */
export async function unmark(tx: Transaction<Schema>, sets: readonly ChangedMarks[], by: By): Promise<NewEvent[]> {
  const back = await takeMarksBack(tx, sets.flatMap((set) => set.changes), by);
  const turned = await turnFacts(tx, sets, by);
  let at = 0;
  return sets.map(({ accountId, changes, facts }): NewEvent => {
    const own = back.slice(at, (at += changes.length));
    const ids = facts?.ids.filter((id) => turned.has(id)) ?? [];
    return { verb: 'marked', accountId, payload: { changes: own, ...(facts && ids.length > 0 ? { facts: { ids, statement: facts.statement, withdrawn: !facts.withdrawn } } : {}) } };
  });
}

/** The marks alone, within somebody's transaction; gives the changes that this makes. */
export async function takeMarksBack(tx: Transaction<Schema>, changes: readonly MarkChange[], by: By): Promise<MarkChange[]> {
  await withdrawMarksById(tx, changes.map((change) => change.markId).filter((id) => id !== null), by);
  // Also where a mark goes: what is taken back may itself be an undo, and then the one before lies withdrawn.
  await restoreMarks(tx, changes.map((change) => change.before).filter((id) => id !== null));
  return changes.map((change): MarkChange => ({ indicator: change.indicator, markId: change.before, before: change.markId, value: change.valueBefore, valueBefore: change.value }));
}

interface By { readonly userId: string | null; readonly at: string }

/** Withdraws facts that had come with marks, or brings back those that had gone; gives the ids of those it turned. */
async function turnFacts(tx: Transaction<Schema>, sets: readonly ChangedMarks[], by: By): Promise<Set<number>> {
  const came = sets.flatMap(({ facts }) => (facts && !facts.withdrawn ? facts.ids : []));
  const went = sets.flatMap(({ facts }) => (facts?.withdrawn ? facts.ids : []));
  const marks = came.length === 0 ? [] : [...(await currentMarksOf(tx, sets.map((set) => set.accountId))).values()].flat();
  const cited = new Set(marks.flatMap((mark) => mark.factIds));
  const withdraw = (await factsById(tx, came)).filter((fact) => fact.withdrawnAt === null && !cited.has(fact.id)).map((fact) => fact.id);
  const restore = (await factsById(tx, went)).filter((fact) => fact.withdrawnAt !== null).map((fact) => fact.id);
  await setFactsWithdrawn(tx, withdraw, by);
  await setFactsWithdrawn(tx, restore, null);
  return new Set([...withdraw, ...restore]);
}
