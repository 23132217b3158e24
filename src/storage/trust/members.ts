import type { Kysely } from 'kysely';
import type { Role } from '#domain/trust/permissions.ts';
import type { Schema } from '../schema.ts';

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: string;
  readonly disabledAt: string | null;
  readonly lastSeenAt: string | null;
}
export interface NewMember {
  readonly id: string;
  readonly name: string;
  /** Lower case: one e-mail is one person however it is typed. */
  readonly email: string;
  readonly role: Role;
  readonly locale: string;
  readonly passwordHash: string;
  readonly at: string;
}

const columns = ['id', 'name', 'email', 'role', 'locale', 'disabledAt', 'lastSeenAt'] as const;
const asMember = <R extends { role: string }>(row: R) => ({ ...row, role: row.role as Role });

export async function hasMembers(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Takes the one place of the first administrator. False when it is taken: of two at the same instant, one gets it. */
export async function claimFirstAdministrator(tx: Kysely<Schema>, userId: string, at: string): Promise<boolean> {
  const row = { name: 'firstAdministrator', value: JSON.stringify(userId), updated_at: at, updated_by: userId };
  const result = await tx.insertInto('setting').values(row).onConflict((conflict) => conflict.column('name').doNothing()).executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Adds a person with a password. False when the e-mail is taken. */
export async function insertMember(tx: Kysely<Schema>, member: NewMember): Promise<boolean> {
  const { passwordHash, at, ...person } = member;
  const result = await tx.insertInto('auth_user')
    .values({ ...person, disabledAt: null, createdAt: at, updatedAt: at })
    .onConflict((conflict) => conflict.column('email').doNothing()).executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  await insertPassword(tx, member.id, passwordHash, at);
  return true;
}

/** Sets a person's password (its hash) and ends all their sessions. */
export async function replacePassword(tx: Kysely<Schema>, userId: string, passwordHash: string, at: string): Promise<void> {
  const result = await tx.updateTable('auth_account').set({ password: passwordHash, updatedAt: at })
    .where('userId', '=', userId).where('providerId', '=', 'credential').executeTakeFirst();
  if (result.numUpdatedRows === 0n) await insertPassword(tx, userId, passwordHash, at);
  await endSessions(tx, userId);
}

async function insertPassword(tx: Kysely<Schema>, userId: string, password: string, at: string): Promise<void> {
  await tx.insertInto('auth_account')
    .values({ id: crypto.randomUUID(), accountId: userId, providerId: 'credential', userId, password, createdAt: at, updatedAt: at }).execute();
}

export async function endSessions(tx: Kysely<Schema>, userId: string): Promise<void> {
  await tx.deleteFrom('auth_session').where('userId', '=', userId).execute();
}

export async function readMember(db: Kysely<Schema>, id: string): Promise<MemberRow | null> {
  const row = await db.selectFrom('auth_user').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? asMember(row) : null;
}

/** Those of the people who are members, closed accesses too. */
export async function membersById(db: Kysely<Schema>, ids: readonly string[]): Promise<MemberRow[]> {
  if (ids.length === 0) return [];
  return (await db.selectFrom('auth_user').select(columns).where('id', 'in', ids).execute()).map(asMember);
}

/** Everybody, open accesses first, by name; with the number of accounts they own. */
export async function listMembers(db: Kysely<Schema>): Promise<(MemberRow & { accounts: number })[]> {
  const owned = db.selectFrom('account').where('owner_id', 'is not', null).where('archived_at', 'is', null)
    .groupBy('owner_id').select((row) => ['owner_id', row.fn.countAll<number>().as('accounts')]);
  const [people, counts] = await Promise.all([
    db.selectFrom('auth_user').select(columns).execute(),
    owned.execute(),
  ]);
  const accounts = new Map(counts.map((row) => [row.owner_id, Number(row.accounts)]));
  const closed = (row: { disabledAt: string | null }) => (row.disabledAt === null ? 0 : 1);
  return people.toSorted((a, b) => closed(a) - closed(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.id < b.id ? -1 : 1))
    .map((row) => ({ ...asMember(row), accounts: accounts.get(row.id) ?? 0 }));
}

/** Changes of one person's row. */
export async function updateMember(tx: Kysely<Schema>, id: string, at: string, change: { name?: string; role?: Role; locale?: string; disabledAt?: string | null }): Promise<void> {
  await tx.updateTable('auth_user').set({ ...change, updatedAt: at }).where('id', '=', id).execute();
}

/**
 * Administrators who can still sign in, locked until the transaction ends: two people who close each other's access at the
 * same instant are served one after the other (the empty update is the lock both engines have).
 */
export async function lockAdministrators(tx: Kysely<Schema>): Promise<string[]> {
  const rows = await tx.updateTable('auth_user').set((row) => ({ role: row.ref('role') }))
    .where('role', '=', 'administrator').where('disabledAt', 'is', null).returning('id').execute();
  return rows.map((row) => row.id);
}

/** Those of the people whose access is open. */
export async function openAccesses(db: Kysely<Schema>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await db.selectFrom('auth_user').select('id').where('id', 'in', ids).where('disabledAt', 'is', null).execute()).map((row) => row.id);
}

/** Names of the people with these ids, also of those whose access is closed: who decided once may have left. */
export async function namesOf(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', ids).execute()).map((row) => [row.id, row.name]));
}

/** Notes that a person was here. */
export async function noteSeen(db: Kysely<Schema>, id: string, at: string): Promise<void> {
  await db.updateTable('auth_user').set({ lastSeenAt: at }).where('id', '=', id).execute();
}
