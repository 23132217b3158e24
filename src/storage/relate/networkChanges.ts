import type { Kysely } from 'kysely';
import type { PayloadOf } from '#domain/trust/events.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';

/** The latest change of people; 0 before the first. Numbers follow the order of the commits. */
export async function lastPeopleChange(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('person_change').select((e) => e.fn.max('id').as('id')).executeTakeFirst();
  return Number(row?.id ?? 0);
}

export interface ChangedRow { readonly noun: string; readonly id: number; readonly person: number }

/** Which rows changed after a change, each once; at most `limit` of them. */
export async function peopleChangedAfter(db: Kysely<Schema>, after: number, limit: number): Promise<ChangedRow[]> {
  return (await db.selectFrom('person_change').select(['noun', 'noun_id', 'person_id']).distinct().where('id', '>', after).where('noun', 'in', ['person', 'person_item', 'tie']).limit(limit).execute()).map((row) => ({ noun: row.noun, id: row.noun_id, person: row.person_id }));
}

/** Whom ties that were moved to other people after a change had joined before, by the number of the tie. */
export async function formerEnds(db: Kysely<Schema>, after: number): Promise<Map<number, number[]>> {
  const rows = await db.selectFrom('person_change').select(['noun_id', 'value_before']).where('id', '>', after).where('noun', '=', 'tie').where('column_name', 'in', ['person_a', 'person_b']).execute();
  return new Map([...Map.groupBy(rows, (row) => row.noun_id)].map(([tie, some]) => [tie, some.map((row) => Number(row.value_before))]));
}

/** What happened besides the changes of people that ways depend on. */
export interface Upheaval {
  /** People were taken out and left no trace: only reading everything anew shows who. */
  readonly vanished: boolean;
  /** Customers may have other names, by the thousand. */
  readonly renamed: boolean;
  /** People to look at again: erased, or colleagues who were let in or shut out. */
  readonly people: readonly number[];
  /** Customers that were renamed, one by one. */
  readonly accounts: readonly number[];
}

const VERBS = ['personErased', 'demoLoaded', 'demoRemoved', 'memberChanged', 'peopleChanged', 'accountEdited', 'importCommitted', 'importUndone'] as const;

/** What happened after an event. */
export async function upheavalAfter(db: Kysely<Schema>, event: number): Promise<Upheaval> {
  const rows = await db.selectFrom('event').select(['verb', 'payload', 'account_id']).where('id', '>', event).where('verb', 'in', VERBS).execute();
  const of = <V extends (typeof VERBS)[number]>(verb: V) => rows.filter((row) => row.verb === verb).map((row) => JSON.parse(row.payload) as PayloadOf<V>);
  const erasures = of('personErased');
  const erased = erasures.flatMap((one) => (one.personId === null ? [] : [one.personId]));
  const acts = of('peopleChanged').map((one) => one.act);
  // An erasure does not always say of whom; and whoever was merged into somebody who was then erased is gone without a trace, too.
  const vanished = rows.some((row) => row.verb === 'demoLoaded' || row.verb === 'demoRemoved') || acts.includes('importUndone') || erased.length < erasures.length || (erased.length > 0 && acts.includes('merged'));
  const colleagues = await peopleOfUsers(db, of('memberChanged').map((one) => one.userId));
  const accounts = rows.filter((row) => row.verb === 'accountEdited' && 'name' in (JSON.parse(row.payload) as PayloadOf<'accountEdited'>).after).flatMap((row) => (row.account_id === null ? [] : [row.account_id]));
  return { vanished, renamed: rows.some((row) => row.verb === 'importCommitted' || row.verb === 'importUndone'), people: [...erased, ...colleagues], accounts: [...new Set(accounts)] };
}

async function peopleOfUsers(db: Kysely<Schema>, users: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const some of inChunks(users)) found.push(...(await db.selectFrom('person').select('id').where('user_id', 'in', some).execute()).map((row) => row.id));
  return found;
}

/** Who works at these customers; at most `limit`. */
export async function peopleAtAccounts(db: Kysely<Schema>, accounts: readonly number[], limit: number): Promise<number[]> {
  const found: number[] = [];
  for (const some of inChunks(accounts)) found.push(...(await db.selectFrom('person').select('id').where('account_id', 'in', some).limit(limit).execute()).map((row) => row.id));
  return found;
}
