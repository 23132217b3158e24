import type { Kysely, Transaction } from 'kysely';
import type { AccountTable, Schema } from '../schema.ts';
import { inChunks } from '../inChunks.ts';
import { insertMany } from '../insertMany.ts';
import type { Viewer } from './accountFilter.ts';
import { indexAccounts } from './accountSearch.ts';

export type AccountPatch = Partial<Pick<AccountTable, 'key' | 'key_norm' | 'name' | 'name_norm' | 'country' | 'industry' | 'note' | 'archived_at' | 'owner_id'>>;

/** Adds a set of accounts with their search terms. The unique key_norm refuses a second account of the same code. */
export async function insertAccounts(tx: Transaction<Schema>, rows: readonly AccountTable[]): Promise<void> {
  await insertMany(tx, 'account', rows);
  await indexAccounts(tx, rows, true);
}

/** Those of the normalised keys that are taken already, with the account that has each. */
export async function takenKeys(db: Kysely<Schema>, keys: readonly string[]): Promise<{ id: number; key_norm: string }[]> {
  const found: { id: number; key_norm: string }[] = [];
  for (const some of inChunks(keys)) found.push(...await db.selectFrom('account').select(['id', 'key_norm']).where('key_norm', 'in', some).execute());
  return found;
}

/** The account of that normalised code, else those of exactly that name (at most ten). */
export async function accountByKeyOrName(db: Kysely<Schema>, keyNorm: string, name: string): Promise<{ id: number; key: string; name: string }[]> {
  const columns = ['id', 'key', 'name'] as const;
  const byKey = await db.selectFrom('account').select(columns).where('key_norm', '=', keyNorm).execute();
  return byKey.length > 0 ? byKey : await db.selectFrom('account').select(columns).where('name', '=', name).orderBy('id').limit(10).execute();
}

/** One account the viewer may see; undefined when there is none or it is not theirs (the two read the same). */
export async function findAccount(db: Kysely<Schema>, viewer: Viewer, id: number): Promise<AccountTable | undefined> {
  if (viewer.scope === 'none') return undefined;
  return await db.selectFrom('account').selectAll().where('id', '=', id)
    .$if(viewer.scope === 'team', (query) => query.where('id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? '')))
    .executeTakeFirst();
}

/** Those of the ids that are accounts the viewer may see, with code and name. */
export async function accountsAmong(db: Kysely<Schema>, viewer: Viewer, ids: readonly number[]): Promise<Map<number, { readonly key: string; readonly name: string }>> {
  const found = new Map<number, { key: string; name: string }>();
  if (viewer.scope === 'none') return found;
  for (const some of inChunks(ids)) {
    const rows = await db.selectFrom('account').select(['id', 'key', 'name']).where('id', 'in', some)
      .$if(viewer.scope === 'team', (query) => query.where('id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? ''))).execute();
    for (const { id, key, name } of rows) found.set(id, { key, name });
  }
  return found;
}

/** Changes an account's own fields, and its search terms when the name or code changes. */
export async function updateAccount(tx: Transaction<Schema>, id: number, patch: AccountPatch): Promise<void> {
  await tx.updateTable('account').set(patch).where('id', '=', id).execute();
  if (patch.name !== undefined || patch.key !== undefined) {
    const account = await tx.selectFrom('account').select(['id', 'key', 'name']).where('id', '=', id).executeTakeFirstOrThrow();
    await indexAccounts(tx, [account]);
  }
}

/** Groups of accounts with one normalised name, largest groups first, at most `limit` groups. */
export async function duplicateGroups(db: Kysely<Schema>, viewer: Viewer, limit: number): Promise<{ id: number; key: string; name: string }[][]> {
  if (viewer.scope === 'none') return [];
  const visible = db.selectFrom('account').where('archived_at', 'is', null).where('name_norm', '<>', '')
    .$if(viewer.scope === 'team', (query) => query.where('id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? '')));
  const names = await visible.select('name_norm').groupBy('name_norm').having((eb) => eb.fn.countAll(), '>', 1)
    .orderBy((eb) => eb.fn.countAll(), 'desc').orderBy('name_norm').limit(limit).execute();
  if (names.length === 0) return [];
  const rows = await visible.select(['id', 'key', 'name', 'name_norm']).where('name_norm', 'in', names.map((row) => row.name_norm)).orderBy('id').execute();
  return names.map(({ name_norm }) => rows.filter((row) => row.name_norm === name_norm).map(({ id, key, name }) => ({ id, key, name })));
}

/** Accounts a viewer may see whose normalised name is one of these, at most `limit`: not archived, oldest first. */
export async function accountsNamed(db: Kysely<Schema>, viewer: Viewer, names: readonly string[], limit: number): Promise<{ id: number; key: string; name: string; name_norm: string }[]> {
  if (viewer.scope === 'none') return [];
  const found: { id: number; key: string; name: string; name_norm: string }[] = [];
  for (let start = 0; start < names.length && found.length < limit; start += 500) {
    found.push(...await db.selectFrom('account').select(['id', 'key', 'name', 'name_norm']).where('name_norm', 'in', names.slice(start, start + 500)).where('archived_at', 'is', null)
      .$if(viewer.scope === 'team', (query) => query.where('id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? '')))
      .orderBy('id').limit(limit - found.length).execute());
  }
  return found;
}

/** Names and codes of accounts by id. */
export async function namesOf(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, { key: string; name: string }>> {
  const found = new Map<number, { key: string; name: string }>();
  for (let start = 0; start < ids.length; start += 500) {
    for (const row of await db.selectFrom('account').select(['id', 'key', 'name']).where('id', 'in', ids.slice(start, start + 500)).execute()) found.set(row.id, { key: row.key, name: row.name });
  }
  return found;
}

/** Lines of an account that are live, newest first, with the file they came from. */
export async function listInvoiceLines(db: Kysely<Schema>, accountId: number, after: { day: string; id: number } | null, limit: number) {
  return await db.selectFrom('invoice_line as l').innerJoin('import as i', 'i.id', 'l.import_id')
    .where('l.account_id', '=', accountId).where('i.state', '=', 'committed').where('l.superseded_by', 'is', null)
    .$if(after !== null, (query) => query.where((eb) => eb.or([eb('l.day', '<', after!.day), eb.and([eb('l.day', '=', after!.day), eb('l.id', '<', after!.id)])])))
    .select(['l.id', 'l.day', 'l.invoice_no', 'l.product', 'l.quantity', 'l.currency', 'l.amount', 'l.cost', 'l.kind', 'l.due_day', 'l.paid_day', 'l.import_id', 'l.row', 'i.file_name'])
    .orderBy('l.day', 'desc').orderBy('l.id', 'desc').limit(limit + 1).execute();
}
