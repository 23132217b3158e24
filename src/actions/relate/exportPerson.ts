import type { Transaction } from 'kysely';
import { entriesByContact } from '#storage/relate/entriesByContact.ts';
import { itemsOf } from '#storage/relate/people.ts';
import { holdPeople, rowsById, rowsNaming } from '#storage/relate/peopleRows.ts';
import type { PersonItemTable, PersonTable } from '#storage/relate/relateTables.ts';
import { recordReveals, revealsOf } from '#storage/relate/reveals.ts';
import type { Schema } from '#storage/schema.ts';
import { act, type Context } from '../act.ts';
import type { Subject } from './eraseEverywhere.ts';
import { refuseNames } from './erasePerson.ts';
import { personFor } from './personFor.ts';
import { tracesOf } from '#domain/relate/person/traces.ts';

/** Columns that tell about us rather than about them. */
const OURS = new Set(['name_norm', 'organisation_norm', 'value_norm', 'place_norm', 'import_id', 'private_to', 'path']);
/** Of an entry that a colleague keeps private, what would tell whose it is (decision 035). */
const WHOSE = new Set(['owner_id', 'recorded_by', 'withdrawn_by', 'account_id', 'source', 'purpose', 'level_by', 'function_by', 'corrected_by']);
/** What is said of a tie that is private to a colleague: that somebody knows them, and since when. */
const OF_PRIVATE_TIE = new Set(['kind', 'how', 'last_contact_on', 'last_contact_span', 'from_on', 'to_on', 'recorded_at']);
/** Nobody is looked at more often. */
const ALL_REVEALS = 100_000;
type Row = Readonly<Record<string, unknown>>;
export interface PersonExport { readonly exportedAt: string; readonly [part: string]: unknown }

/**
 * Everything that is kept about a person, for the person who asks (PIPL art. 45, GDPR art. 15): guarded items too, each written down as revealed. Other people in ties are numbers,
 * for they have rights of their own; so have colleagues in what they keep private.
 */
export async function exportPerson(context: Context, id: number, reason: string): Promise<PersonExport> {
  const { answer } = await act(context, 'erasePerson', async (tx) => {
    await holdPeople(tx);
    const person = await personFor(tx, context.actor, 'erasePerson', id);
    const { told, guarded } = await exported(tx, context, person, reason);
    return { answer: { exportedAt: context.now().toISOString(), ...told }, events: [{ verb: 'personExported', payload: { personId: id, entries: 1, guarded, reason } }] };
  });
  return answer;
}

/** The same of every entry of a person who asks, also those that colleagues keep private: of these what is kept, and not by whom. */
export async function exportEverywhere(context: Context, subject: Subject): Promise<PersonExport & { readonly entries: readonly Row[] }> {
  refuseNames(subject.reason, tracesOf([subject.name, ...subject.contacts], subject.contacts));
  const { answer } = await act(context, 'erasePerson', async (tx) => {
    await holdPeople(tx);
    const found = (await entriesByContact(tx, subject.name, subject.contacts)).filter((entry) => entry.withdrawn_at === null && entry.merged_into === null);
    const entries: Row[] = [];
    let guarded = 0;
    for (const person of found) {
      const one = await exported(tx, context, person, subject.reason);
      entries.push(one.told);
      guarded += one.guarded;
    }
    return { answer: { exportedAt: context.now().toISOString(), entries }, events: [{ verb: 'personExported', payload: { personId: null, entries: entries.length, guarded, reason: subject.reason } }] };
  });
  return answer;
}

async function exported(tx: Transaction<Schema>, context: Context, person: PersonTable, reason: string): Promise<{ told: Row; guarded: number }> {
  const items = await itemsOf(tx, [person.id]);
  const alone = person.private_to !== null && person.private_to !== context.actor.id;
  // Whoever keeps an entry to himself finds there who was shown it.
  const shown: PersonItemTable[] = alone ? items : items.filter((item) => item.sensitivity === 'sensitive');
  await recordReveals(tx, shown, { userId: context.actor.id ?? '', reason, at: context.now().toISOString() });
  if (alone) return { told: { person: told(person, WHOSE), items: items.map((item) => told(item, WHOSE)) }, guarded: shown.length };
  const about = async (table: Parameters<typeof rowsById>[1], columns: readonly string[]) => (await rowsById(tx, table, await rowsNaming(tx, table, columns, person.id))).filter((row) => row['withdrawn_at'] === null);
  const ties = (await about('tie', ['person_a', 'person_b'])).map((row) => (row['private_to'] === null || row['private_to'] === context.actor.id ? told(row) : Object.fromEntries(Object.entries(told(row)).filter(([column]) => OF_PRIVATE_TIE.has(column)))));
  return {
    guarded: shown.length,
    told: {
      person: told(person), items: items.map((item) => told(item)), ties, introductions: (await about('introduction', ['target_id', 'connector_id'])).map((row) => told(row)),
      marks: (await about('map_mark', ['person_id'])).map((row) => told(row)), lines: (await about('map_line', ['from_id', 'to_id'])).map((row) => told(row)), seenBy: await revealsOf(tx, person.id, ALL_REVEALS),
    },
  };
}

const told = (row: object, without: ReadonlySet<string> = new Set()): Row => Object.fromEntries(Object.entries(row).filter(([column, value]) => !OURS.has(column) && !without.has(column) && value !== null && value !== ''));
