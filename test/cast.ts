import type { Actor, Context } from '#actions/act.ts';
import { openLive } from '#actions/live.ts';
import type { Role } from '#domain/trust/permissions.ts';
import type { Store } from '#storage/connect.ts';
import type { AccountTable } from '#storage/schema.ts';
import { normaliseKey, normaliseName } from '#domain/select/name.ts';
import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import { insertAccounts } from '#storage/select/accounts.ts';

/** The people every test knows: one a role, and a second account manager who must not see the first one's customers. */
export const PEOPLE = {
  ada: { id: 'ada', name: 'Ada Lin', email: 'ada@maker.example', role: 'administrator' },
  dora: { id: 'dora', name: 'Dora Wu', email: 'dora@maker.example', role: 'director' },
  mo: { id: 'mo', name: 'Mo Zhang', email: 'mo@maker.example', role: 'manager' },
  max: { id: 'max', name: 'Max Chen', email: 'max@maker.example', role: 'manager' },
  cleo: { id: 'cleo', name: 'Cleo Sun', email: 'cleo@maker.example', role: 'contributor' },
  vera: { id: 'vera', name: 'Vera Guo', email: 'vera@maker.example', role: 'viewer' },
} as const satisfies Record<string, { id: string; name: string; email: string; role: Role }>;
export type CastPerson = (typeof PEOPLE)[keyof typeof PEOPLE];

/** Fictional customers: whales, a namesake in another spelling, a traditional-script name, a prospect. */
export const COMPANIES = [
  { key: 'C001', name: '海浪声学科技有限公司', country: '中国', industry: '消费电子' },
  { key: 'C002', name: 'Northwind Hearing Ltd', country: 'United Kingdom', industry: 'Medical' },
  { key: 'C003', name: 'NORTHWIND HEARING LIMITED', country: 'United Kingdom', industry: 'Medical' },
  { key: 'C004', name: '東山電子股份有限公司', country: '台灣', industry: '消费电子' },
  { key: 'C005', name: 'Arbor Audio GmbH', country: 'Deutschland', industry: 'Automotive' },
] as const;

export const NOW = new Date('2026-03-31T08:00:00.000Z');

/** A context in which the person acts at the fixed time of the tests. */
export async function contextOf(store: Store, person: CastPerson | Actor = PEOPLE.ada, now: Date = NOW): Promise<Context> {
  return { store, actor: { id: person.id, name: person.name, role: person.role }, now: () => now, live: await openLive(), dataDir: store.dataDir };
}

/** Puts the people into a fresh store. */
export async function addPeople(store: Store): Promise<void> {
  const at = NOW.toISOString();
  for (const { id, name, email, role } of Object.values(PEOPLE)) {
    await store.write.insertInto('auth_user').values({ id, name, email, role, locale: 'en', disabledAt: null, createdAt: at, updatedAt: at } as never).execute();
  }
}

/** Puts the companies in, without trade; gives their ids in order. */
export async function addCompanies(store: Store, companies: readonly { key: string; name: string; country?: string; industry?: string }[] = COMPANIES): Promise<number[]> {
  return await store.transaction(async (tx) => {
    const first = await takeIds(tx, 'account', companies.length);
    const rows = companies.map((company, n): AccountTable => ({
      id: first + n, key: company.key, key_norm: normaliseKey(company.key), name: company.name, name_norm: normaliseName(company.name), country: company.country ?? null,
      industry: company.industry ?? null, owner_id: null, note: '', origin: 'manual', import_id: null, created_at: NOW.toISOString(), created_by: null, archived_at: null,
    }));
    await insertAccounts(tx, rows);
    return rows.map(({ id }) => id);
  });
}

/** Makes a person the owner of accounts. */
export async function giveTo(store: Store, person: CastPerson, accountIds: readonly number[], role: 'owner' | 'member' = 'owner'): Promise<void> {
  await store.transaction(async (tx) => {
    await insertMany(tx, 'account_team', accountIds.map((account_id) => ({ account_id, user_id: person.id, role, since: NOW.toISOString(), added_by: null })));
    if (role === 'owner' && accountIds.length > 0) await tx.updateTable('account').set({ owner_id: person.id }).where('id', 'in', accountIds).execute();
  });
}
