import type { Transaction } from 'kysely';
import { latestDay, type Day } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { explain, type Explanation } from '#domain/select/explain.ts';
import type { NewFact } from '#domain/select/fact.ts';
import { markFaults } from '#domain/select/markFaults.ts';
import type { Mark } from '#domain/select/model.ts';
import type { MarkChange, NewEvent } from '#domain/trust/events.ts';
import { holdRows } from '#storage/locks.ts';
import { explanationInputs } from '#storage/select/accountInputs.ts';
import { factsById, insertFactsOf } from '#storage/select/facts.ts';
import { currentMarksOf, insertMarksOf, withdrawMarks, type NewMarkRow, type StoredMark } from '#storage/select/marks.ts';
import { readActiveModel } from '#storage/select/models.ts';
import type { Schema } from '#storage/schema.ts';
import { act, type Context } from '../act.ts';
import { accountsFor } from './accountFor.ts';
import { ensureTemplate } from './ensureTemplate.ts';
import { factsFaults } from './factsFaults.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/** A mark to record; value null (or false for a deduction or red line) withdraws what was there. */
export interface NewMark {
  readonly indicator: string;
  readonly value: Mark['value'] | null;
  readonly note: string;
  /** Today when absent. */
  readonly observedOn?: Day | undefined;
  /** Facts of the same customer that it cites; those of the mark it replaces when absent. None at all makes it an assumption. */
  readonly factIds?: readonly number[] | undefined;
  /** A fact recorded in the same act and cited too. */
  readonly fact?: NewFact | undefined;
  /** Id of the mark that the person saw (null: none): refuses (conflict: marked_since) when another one counts by now. */
  readonly expects?: number | null | undefined;
}
export interface AccountMarks { readonly accountId: number; readonly marks: readonly NewMark[] }

/**
 * Records or withdraws judgements on a customer (S5) and scores it at once, in the same transaction. Refuses (invalid) with the path of
 * every mark the active model does not know, whose value is not on its scale, whose red line has no reason, or that cites what is not there.
 */
export async function markAccount(context: Context, accountId: number, marks: readonly NewMark[]): Promise<{ event: number; explanation: Explanation }> {
  const { events } = await markAccounts(context, [{ accountId, marks }], (n) => `marks.${n.mark}`);
  const { model, facts, under } = (await explanationInputs(context.store.read, accountId))!;
  return { event: events[0]!, explanation: explain(model, facts, under) };
}

/** The same for a set of customers, all or nothing; one `marked` event a customer. */
export async function markAccounts(
  context: Context, sets: readonly AccountMarks[], path: (at: { set: number; mark: number }) => string = (at) => `sets.${at.set}.marks.${at.mark}`,
): Promise<{ events: number[] }> {
  await ensureTemplate(context.store, context.now());
  const by = { userId: context.actor.id, at: context.now().toISOString() };
  const { answer: outcome, eventIds } = await act(context, 'markAccount', async (tx) => {
    await accountsFor(tx, context.actor, 'markAccount', sets.map((set) => set.accountId));
    const events = await recordMarks(tx, sets, by, path);
    return { answer: await scoreSome(tx, sets.map((set) => set.accountId)), events };
  });
  await afterSome(context, outcome);
  return { events: eventIds };
}

/** The marks of a set of customers, each named once, within somebody's transaction, refused as above; gives an event each, in their order. The caller has checked the permission, and scores. */
export async function recordMarks(tx: Transaction<Schema>, sets: readonly AccountMarks[], by: { userId: string | null; at: string }, path: (at: { set: number; mark: number }) => string): Promise<NewEvent[]> {
  const { model } = (await readActiveModel(tx))!;
  const latest = latestDay(new Date(by.at));
  // What a person saw is compared with what counts: nobody may mark between the look and the write.
  await holdRows(tx, 'account', sets.map((set) => set.accountId));
  const fields: InvalidField[] = [];
  for (const [set, { accountId, marks }] of sets.entries()) {
    const own = (mark: number): string => path({ set, mark });
    fields.push(...markFaults(model, marks, latest, own));
    fields.push(...await factsFaults(tx, accountId, marks.flatMap((mark, n) => (mark.fact ? [{ fact: mark.fact, path: `${own(n)}.fact` }] : [])), latest));
    fields.push(...await citationFaults(tx, accountId, marks, own));
  }
  if (fields.length > 0) throw new Refusal('invalid', 'Some marks cannot be recorded.', { fields });
  const current = await currentMarksOf(tx, sets.map((set) => set.accountId));
  return await write(tx, sets.map((set) => seen(set, current.get(set.accountId) ?? [])), by);
}

/** One customer's marks beside those that count. */
interface Seen { readonly accountId: number; readonly given: readonly NewMark[]; readonly taken: readonly NewMark[]; readonly before: ReadonlyMap<string, StoredMark> }

/** Refuses (conflict: marked_since) when another mark counts than the person saw. */
function seen({ accountId, marks }: AccountMarks, current: readonly StoredMark[]): Seen {
  const before = new Map(current.map((mark) => [mark.indicator, mark]));
  for (const mark of marks) {
    if (mark.expects === undefined || mark.expects === (before.get(mark.indicator)?.id ?? null)) continue;
    throw new Refusal('conflict', 'Somebody has marked this customer meanwhile. Look at both marks and choose.', { reason: 'marked_since', params: { account: accountId, indicator: mark.indicator } });
  }
  return { accountId, before, given: marks.filter((mark) => !withdraws(mark)), taken: marks.filter((mark) => withdraws(mark) && before.has(mark.indicator)) };
}

/** Writes the marks and the facts recorded with them, one event a customer: an undo takes both back. */
async function write(tx: Transaction<Schema>, all: readonly Seen[], by: { userId: string | null; at: string }): Promise<NewEvent[]> {
  const facts = all.flatMap(({ accountId, given }) => given.flatMap((mark) => (mark.fact ? [{ accountId, fact: mark.fact }] : [])));
  const firstFact = facts.length === 0 ? 0 : await insertFactsOf(tx, facts, by);
  let next = firstFact;
  const rows = all.flatMap(({ accountId, given, before }) => given.map((mark): NewMarkRow & { accountId: number } => ({
    accountId, indicator: mark.indicator, value: mark.value!, note: mark.note, observedOn: mark.observedOn ?? by.at.slice(0, 10),
    factIds: [...(mark.factIds ?? before.get(mark.indicator)?.factIds ?? []), ...(mark.fact ? [next++] : [])],
  })));
  let markId = rows.length === 0 ? 0 : await insertMarksOf(tx, rows, by);
  for (const { accountId, taken } of all) await withdrawMarks(tx, accountId, taken.map((mark) => mark.indicator), by);
  let factId = firstFact;
  return all.map(({ accountId, given, taken, before }): NewEvent => {
    const changes = [...given.map((mark) => changeOf(mark, before.get(mark.indicator), markId++)), ...taken.map((mark) => changeOf(mark, before.get(mark.indicator), null))];
    const own = given.flatMap((mark) => mark.fact ?? []);
    const ids = own.map(() => factId++);
    return { verb: 'marked', accountId, payload: { changes, ...(own.length === 0 ? {} : { facts: { ids, statement: own[0]!.statement, withdrawn: false } }) } };
  });
}

const withdraws = (mark: Pick<NewMark, 'value'>): boolean => mark.value === null || mark.value === false;

function changeOf(mark: NewMark, old: StoredMark | undefined, markId: number | null): MarkChange {
  return { indicator: mark.indicator, markId, before: old?.id ?? null, value: markId === null ? null : mark.value, valueBefore: old?.value ?? null };
}

/** Cited facts must be there, not withdrawn, and about the same customer. */
export async function citationFaults(tx: Transaction<Schema>, accountId: number, marks: readonly Pick<NewMark, 'value' | 'factIds' | 'fact'>[], path: (mark: number) => string): Promise<InvalidField[]> {
  const cited = [...new Set(marks.flatMap((mark) => mark.factIds ?? []))];
  const good = new Set((await factsById(tx, cited)).filter((fact) => fact.accountId === accountId && fact.withdrawnAt === null).map((fact) => fact.id));
  return marks.flatMap((mark, n) => [
    ...(mark.factIds ?? []).flatMap((id, at) => (good.has(id) ? [] : [{ path: `${path(n)}.factIds.${at}`, reason: 'unknown_fact', message: 'There is no such fact about this customer.' }])),
    ...(mark.fact && withdraws(mark) ? [{ path: `${path(n)}.fact`, reason: 'fact_without_mark', message: 'What withdraws a mark cites nothing: record the fact by itself.' }] : []),
  ]);
}
