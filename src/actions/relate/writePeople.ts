import type { Transaction } from 'kysely';
import { aboutWhat } from '#domain/relate/person/aboutWhat.ts';
import type { NewEvent, PeopleAct } from '#domain/trust/events.ts';
import type { Permission } from '#domain/trust/permissions.ts';
import { takeIds } from '#storage/ids.ts';
import type { Schema } from '#storage/schema.ts';
import { sidesOfIntroductions } from '#storage/relate/introductions.ts';
import { indexPeople, peopleById } from '#storage/relate/people.ts';
import { changeRowOf, holdPeople, insertChanges, insertRows, rowsById, type Cell, type Cells, type PeopleTable } from '#storage/relate/peopleRows.ts';
import type { PeopleTables, PersonChangeTable } from '#storage/relate/relateTables.ts';
import { act, type Context } from '../act.ts';

type Made = 'id' | 'recorded_by' | 'recorded_at' | 'withdrawn_at' | 'withdrawn_by';

/** Writes rows of people inside one transaction and remembers each column before and after, for undo (decision 028). */
export interface PeoplePen {
  readonly tx: Transaction<Schema>;
  /** Gives the ids, in the order of the rows. `person` says whose each row is, where the row does not. */
  add<N extends keyof PeopleTables>(noun: N, rows: readonly Omit<PeopleTables[N], Made>[], person?: (n: number) => number): Promise<number[]>;
  change(noun: PeopleTable, id: number, set: Readonly<Record<string, Cell | undefined>>, person?: number): Promise<void>;
  withdraw(noun: PeopleTable, id: number, withdrawn: boolean, person?: number): Promise<void>;
}

/** People as they are written inside a transaction that is there already. */
export interface PeopleIn {
  readonly pen: PeoplePen;
  /** Keeps what changed, makes it findable and gives the event that tells it; null when nothing changed. To be called once, at the end. */
  readonly told: (done: PeopleAct | { readonly act: PeopleAct; readonly importId: () => number }) => Promise<PeopleEvent | null>;
}
export type PeopleEvent = Extract<NewEvent, { readonly verb: 'peopleChanged' }>;

/**
 * The way people are written: permission, what `work` does with the pen, then one event `peopleChanged` that names ids and no values. Nothing changed, no event
 * (id 0). People who are all at one customer, none of them private, show in its timeline. `permission` null: somebody's own place, which anybody may tell.
 */
export async function writePeople(context: Context, done: PeopleAct | { readonly act: PeopleAct; readonly importId: () => number }, work: (pen: PeoplePen) => Promise<readonly number[]>, permission: Permission | null = 'recordPerson'): Promise<{ ids: number[]; event: number }> {
  const { answer, eventIds } = await act(context, permission, async (tx) => {
    await holdPeople(tx);
    const { pen, told } = peopleIn(context, tx);
    const ids = await work(pen);
    const event = await told(done);
    return { answer: [...ids], events: event === null ? [] : [event] };
  });
  return { ids: answer, event: eventIds[0] ?? 0 };
}

/** The pen for an act that writes other things too; permission and `holdPeople` are the caller's to ask. */
export function peopleIn(context: Context, tx: Transaction<Schema>): PeopleIn {
  const changes: Omit<PersonChangeTable, 'id' | 'change_id'>[] = [];
  return {
    pen: penOf(context, tx, changes),
    async told(done) {
      if (changes.length === 0) return null;
      const touched = [...new Set(changes.map((change) => change.person_id))];
      const changeId = await takeIds(tx, 'person_change_set', 1);
      const first = await takeIds(tx, 'person_change', changes.length);
      await insertChanges(tx, changes.map((change, n) => ({ id: first + n, change_id: changeId, ...change })));
      await indexPeople(tx, changes.filter((change) => change.noun === 'person').map((change) => change.noun_id));
      const all = await peopleById(tx, [...new Set([...touched, ...changes.flatMap((change) => (change.noun === 'person' ? [change.noun_id] : []))])]);
      const people = all.filter((person) => person.user_id === null && touched.includes(person.id));
      const about = aboutWhat(changes, new Set(all.flatMap((person) => (person.user_id === null ? [] : [person.id]))));
      const accounts = new Set(people.map((person) => (person.private_to === null ? person.account_id : null)));
      const [accountId] = accounts.size === 1 ? accounts : [null];
      // Who is asked to introduce may not see the customer, and yet is waited for.
      const introductions = changes.flatMap((change) => (change.noun === 'introduction' ? [change.noun_id] : []));
      const also = introductions.length === 0 ? {} : { also: await sidesOfIntroductions(tx, introductions) };
      return { verb: 'peopleChanged', ...also, ...(accountId === null || accountId === undefined ? {} : { accountId }), payload: { ...(typeof done === 'string' ? { act: done } : { act: done.act, importId: done.importId() }), noun: about.noun, count: about.count, ...stepIn(context, changes), changeId, people: touched.length, personIds: touched.slice(0, 20) } };
    },
  };
}

/** Where a request went by this act; an undo only takes a step back. */
function stepIn(context: Context, changes: readonly Omit<PersonChangeTable, 'id' | 'change_id'>[]): { step?: string } {
  const state = changes.find(({ noun, column_name: column }) => noun === 'introduction' && column === 'state');
  return state === undefined || context.undo ? {} : { step: JSON.parse(state.value_after!) as string };
}

function penOf(context: Context, tx: Transaction<Schema>, changes: Omit<PersonChangeTable, 'id' | 'change_id'>[]): PeoplePen {
  const at = context.now().toISOString();
  const ownerOf = (noun: PeopleTable, row: Cells & { readonly id?: Cell }): number => Number(noun === 'person' ? row['id'] : row['person_id'] ?? row['person_a'] ?? row['target_id'] ?? row['from_id'] ?? 0);
  const change: PeoplePen['change'] = async (noun, id, wanted, person) => {
    const [row] = await rowsById(tx, noun, [id]);
    if (!row) return;
    const set = Object.fromEntries(Object.entries(wanted).filter(([column, value]) => value !== undefined && row[column] !== value)) as Cells;
    await changeRowOf(tx, noun, id, set);
    for (const [column, value] of Object.entries(set)) changes.push({ person_id: person ?? ownerOf(noun, row), noun, noun_id: id, column_name: column, value_before: JSON.stringify(row[column] ?? null), value_after: JSON.stringify(value) });
  };
  return {
    tx, change,
    async add(noun, rows, person) {
      if (rows.length === 0) return [];
      const first = await takeIds(tx, noun, rows.length);
      const kept = rows.map((row, n) => ({ id: first + n, ...row, recorded_by: context.actor.id, recorded_at: at, withdrawn_at: null, withdrawn_by: null })) as unknown as (Cells & { id: number })[];
      await insertRows(tx, noun, kept);
      for (const [n, row] of kept.entries()) changes.push({ person_id: person?.(n) ?? ownerOf(noun, row), noun, noun_id: row.id, column_name: 'id', value_before: null, value_after: String(row.id) });
      return kept.map((row) => row.id);
    },
    withdraw: (noun, id, withdrawn, person) => change(noun, id, withdrawn ? { withdrawn_at: at, withdrawn_by: context.actor.id } : { withdrawn_at: null, withdrawn_by: null }, person),
  };
}
