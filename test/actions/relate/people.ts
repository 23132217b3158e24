import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import type { Store } from '#storage/connect.ts';
import type { PersonItemTable, PersonTable, TieTable } from '#storage/relate/relateTables.ts';
import { NOT_TOLD } from '#storage/relate/toldPosition.ts';
import { NOW } from '../../cast.ts';

const AT = NOW.toISOString();
const NOTED = { recorded_by: null, recorded_at: AT, withdrawn_at: null, withdrawn_by: null };

/** Puts people into the store as rows; gives their ids in order. */
export async function putPeople(store: Store, people: readonly Partial<PersonTable>[]): Promise<number[]> {
  return await store.transaction(async (tx) => {
    const first = await takeIds(tx, 'person', people.length);
    await insertMany(tx, 'person', people.map((person, n): PersonTable => ({
      id: first + n, kind: person.user_id ? 'colleague' : person.account_id ? 'customer' : 'contact', name: `P${first + n}`, name_norm: (person.name ?? `p${first + n}`).toLowerCase(), name_latin: null, user_id: null, account_id: null, organisation: '', organisation_norm: '', title: '', ...NOT_TOLD,
      placeholder: 0, purpose: 'introductions', basis: 'legitimate_interest', collected_on: '2026-01-01', source: 'test', notice_on: null, retain_until: null, restricted_on: null, owner_id: null, private_to: null, import_id: null, merged_into: null, erased_at: null, ...NOTED, ...person,
    })));
    return people.map((_, n) => first + n);
  });
}

/** Ties as rows, met on the day of the tests unless said otherwise. */
export async function putTies(store: Store, ties: readonly (Partial<TieTable> & { between: readonly [number, number] })[]): Promise<number[]> {
  return await store.transaction(async (tx) => {
    const first = await takeIds(tx, 'tie', ties.length);
    await insertMany(tx, 'tie', ties.map(({ between: [a, b], ...tie }, n): TieTable => ({
      id: first + n, person_a: Math.min(a, b), person_b: Math.max(a, b), kind: 'team', how: 'told', evidence: '', place: '', last_contact_on: AT.slice(0, 10), last_contact_span: null, from_on: null, to_on: null, strength: null, corrected_by: null, corrected_at: null, corrected_why: null,
      private_to: null, import_id: null, ...NOTED, ...tie,
    })));
    return ties.map((_, n) => first + n);
  });
}

export async function putItems(store: Store, items: readonly (Partial<PersonItemTable> & { person_id: number; kind: PersonItemTable['kind']; place_norm: string })[]): Promise<number[]> {
  return await store.transaction(async (tx) => {
    const first = await takeIds(tx, 'person_item', items.length);
    await insertMany(tx, 'person_item', items.map((item, n): PersonItemTable => ({
      id: first + n, value: '', value_norm: '', place: item.place_norm, from_on: null, to_on: null, sensitivity: 'normal', source: 'test', basis: 'legitimate_interest', collected_on: '2026-01-01', retain_until: null, import_id: null, ...NOTED, ...item,
    })));
    return items.map((_, n) => first + n);
  });
}
