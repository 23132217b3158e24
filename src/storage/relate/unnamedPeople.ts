import type { Kysely, Transaction } from 'kysely';
import type { Day } from '#domain/day.ts';
import { normaliseName } from '#domain/select/name.ts';
import { takeIds } from '../ids.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { PersonTable } from './relateTables.ts';

/** Somebody whose position we know and not yet the name ("the quality director"). */
export interface Unnamed { readonly title: string; readonly organisation: string; readonly outside: boolean }

/**
 * Ids of people without a name, in the order given: the one there is with this position and unit, else a new row. A position is no
 * personal data; it becomes that when a name is set.
 */
export async function bringUnnamed(tx: Transaction<Schema>, accountId: number, unnamed: readonly Unnamed[], { userId, at, day, source }: { userId: string | null; at: string; day: Day; source: string }): Promise<number[]> {
  const keyOf = (title: string, organisation: string, outside: boolean): string => JSON.stringify([normaliseName(title), normaliseName(organisation), outside]);
  const there = new Map((await unnamedOf(tx, accountId)).map((row) => [keyOf(row.title, row.organisation, row.kind === 'outsider'), row.id]));
  const fresh = new Map(unnamed.map((one) => [keyOf(one.title, one.organisation, one.outside), one] as const).filter(([key]) => !there.has(key)));
  if (fresh.size > 0) {
    const first = await takeIds(tx, 'person', fresh.size);
    await insertMany(tx, 'person', [...fresh].map(([key, one], n): PersonTable => {
      there.set(key, first + n);
      return {
        id: first + n, kind: one.outside ? 'outsider' : 'customer', name: one.title, name_norm: normaliseName(one.title), name_latin: null, user_id: null, account_id: accountId, organisation: one.organisation,
        organisation_norm: normaliseName(one.organisation), title: one.title, placeholder: 1, purpose: '', basis: 'legitimate_interest', collected_on: day, source, notice_on: null, retain_until: null, restricted_on: null,
        owner_id: userId, private_to: null, import_id: null, merged_into: null, erased_at: null, recorded_by: userId, recorded_at: at, withdrawn_at: null, withdrawn_by: null,
      };
    }));
  }
  return unnamed.map((one) => there.get(keyOf(one.title, one.organisation, one.outside))!);
}

async function unnamedOf(db: Kysely<Schema>, accountId: number): Promise<PersonTable[]> {
  return await db.selectFrom('person').selectAll().where('account_id', '=', accountId).where('placeholder', '=', 1).where('withdrawn_at', 'is', null).where('erased_at', 'is', null).where('merged_into', 'is', null).orderBy('id').execute();
}
