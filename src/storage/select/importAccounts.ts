import { sql, type Kysely, type Transaction } from 'kysely';
import { insertMany } from '../insertMany.ts';
import type { AccountTable, Schema } from '../schema.ts';
import type { ImportAccountTable } from './importTables.ts';
import { updateAccount } from './accounts.ts';
import { indexAccounts } from './accountSearch.ts';

/** What a file of customers may say about one. */
export type AccountFacts = Pick<AccountTable, 'id' | 'key' | 'key_norm' | 'name' | 'name_norm' | 'country' | 'industry'>;

const KEYS = 500;
const ROWS = 500;

/** Accounts that have one of the normalised codes. */
export async function accountsByKey(db: Kysely<Schema>, keys: readonly string[]): Promise<AccountFacts[]> {
  const found: AccountFacts[] = [];
  for (let start = 0; start < keys.length; start += KEYS) {
    found.push(...await db.selectFrom('account').select(['id', 'key', 'key_norm', 'name', 'name_norm', 'country', 'industry'])
      .where('key_norm', 'in', keys.slice(start, start + KEYS)).execute());
  }
  return found;
}

/**
 * Keeps apart what an import creates and changes. Search terms of those it creates are written already: they take longest,
 * and nobody finds an account that is not there yet.
 */
export async function stageAccounts(tx: Transaction<Schema>, rows: readonly ImportAccountTable[]): Promise<void> {
  await insertMany(tx, 'import_account', rows);
  await indexAccounts(tx, rows.filter((row) => row.change === 'create').map((row) => ({ id: row.account_id, key: row.key, name: row.name })), true);
}

async function* staged(tx: Transaction<Schema>, importId: number, change: 'create' | 'update'): AsyncGenerator<ImportAccountTable[]> {
  for (let after = 0; ;) {
    const rows = await tx.selectFrom('import_account').selectAll().where('import_id', '=', importId).where('change', '=', change).where('account_id', '>', after)
      .orderBy('account_id').limit(ROWS).execute();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.account_id;
  }
}

/** Creates the staged accounts and lays the staged changes over the known ones. The unique code refuses what somebody else has created meanwhile. */
export async function admitAccounts(tx: Transaction<Schema>, importId: number, by: { origin: AccountTable['origin']; at: string; userId: string | null }): Promise<void> {
  await sql`insert into account (id, key, key_norm, name, name_norm, country, industry, owner_id, note, origin, import_id, created_at, created_by, archived_at)
    select account_id, key, key_norm, name, name_norm, country, industry, null, '', ${by.origin}, import_id, ${by.at}, ${by.userId}, null
    from import_account where import_id = ${importId} and change = 'create' order by account_id`.execute(tx);
  await sql`update account set name = s.name, name_norm = s.name_norm, country = s.country, industry = s.industry
    from import_account s where s.import_id = ${importId} and s.change = 'update' and s.account_id = account.id`.execute(tx);
  for await (const rows of staged(tx, importId, 'update')) {
    const renamed = rows.filter((row) => (JSON.parse(row.before!) as { name: string }).name !== row.name);
    await indexAccounts(tx, renamed.map((row) => ({ id: row.account_id, key: row.key, name: row.name })));
  }
}

const FIELDS = ['name', 'name_norm', 'country', 'industry'] as const;

/** Puts back what the import has changed about accounts; a field that somebody has changed since keeps its newer value. */
export async function restoreAccounts(tx: Transaction<Schema>, importId: number): Promise<void> {
  for await (const rows of staged(tx, importId, 'update')) {
    const accounts = await tx.selectFrom('account').selectAll().where('id', 'in', rows.map((row) => row.account_id)).execute();
    const now = new Map(accounts.map((account) => [account.id, account]));
    for (const row of rows) {
      const account = now.get(row.account_id);
      const before = JSON.parse(row.before!) as Pick<AccountTable, (typeof FIELDS)[number]>;
      const back = FIELDS.filter((field) => account !== undefined && before[field] !== row[field] && account[field] === row[field]);
      if (back.length > 0) await updateAccount(tx, row.account_id, Object.fromEntries(back.map((field) => [field, before[field]])));
    }
  }
}

/**
 * Removes the accounts that the import has created and nothing else uses: no line of another import, no mark, no team, no person, no
 * event of their own, no change by another import. The rest stays. Gives how many went.
 */
export async function removeAccounts(tx: Transaction<Schema>, importId: number): Promise<number> {
  const unused = tx.selectFrom('import_account as s').innerJoin('account as a', 'a.id', 's.account_id').select('s.account_id')
    .where('s.import_id', '=', importId).where('s.change', '=', 'create')
    .where('a.owner_id', 'is', null).where('a.note', '=', '').where('a.archived_at', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('invoice_line as l').innerJoin('import as i', 'i.id', 'l.import_id').select('l.id')
      .whereRef('l.account_id', '=', 's.account_id').where('l.import_id', '<>', importId).where('i.state', '=', 'committed'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('mark as m').select('m.id').whereRef('m.account_id', '=', 's.account_id'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('account_team as t').select('t.user_id').whereRef('t.account_id', '=', 's.account_id'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('person as p').select('p.id').whereRef('p.account_id', '=', 's.account_id'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('event as e').select('e.id').whereRef('e.account_id', '=', 's.account_id'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('import_account as o').innerJoin('import as i', 'i.id', 'o.import_id').select('o.account_id')
      .whereRef('o.account_id', '=', 's.account_id').where('o.import_id', '<>', importId).where('i.state', '=', 'committed'))));
  const ids = (await unused.execute()).map((row) => row.account_id);
  for (let start = 0; start < ids.length; start += KEYS) {
    const some = ids.slice(start, start + KEYS);
    await tx.deleteFrom('account').where('id', 'in', some).execute();
    await tx.deleteFrom('standing').where('account_id', 'in', some).execute();
    await tx.deleteFrom('trade_month').where('account_id', 'in', some).execute();
    await tx.deleteFrom('search_term').where('account_id', 'in', some).execute();
  }
  return ids.length;
}

/** Removes up to `count` staged accounts of an import that came to nothing, with their search terms; false when none is left. */
export async function purgeStagedAccounts(tx: Transaction<Schema>, importId: number, count: number): Promise<boolean> {
  const rows = await tx.selectFrom('import_account as s').leftJoin('account as a', 'a.id', 's.account_id').select(['s.account_id', 'a.id as there'])
    .where('s.import_id', '=', importId).orderBy('s.account_id').limit(count).execute();
  if (rows.length === 0) return false;
  const gone = rows.filter((row) => row.there === null).map((row) => row.account_id);
  if (gone.length > 0) await tx.deleteFrom('search_term').where('account_id', 'in', gone).execute();
  await tx.deleteFrom('import_account').where('import_id', '=', importId).where('account_id', 'in', rows.map((row) => row.account_id)).execute();
  return true;
}

/** Corrects what is staged about an account that the import creates. */
export async function renameStaged(tx: Transaction<Schema>, importId: number, accountId: number, change: Pick<ImportAccountTable, 'name' | 'name_norm' | 'country'>): Promise<void> {
  await tx.updateTable('import_account').set(change).where('import_id', '=', importId).where('account_id', '=', accountId).execute();
  const row = await tx.selectFrom('import_account').select(['key', 'name']).where('import_id', '=', importId).where('account_id', '=', accountId).executeTakeFirstOrThrow();
  await indexAccounts(tx, [{ id: accountId, key: row.key, name: row.name }]);
}

/** Accounts with one of the normalised names: what newcomers might be already, under another code. */
export async function accountsNamed(db: Kysely<Schema>, names: readonly string[]): Promise<{ key: string; name: string; name_norm: string }[]> {
  const found: { key: string; name: string; name_norm: string }[] = [];
  for (let start = 0; start < names.length; start += KEYS) {
    found.push(...await db.selectFrom('account').select(['key', 'name', 'name_norm']).where('name_norm', 'in', names.slice(start, start + KEYS)).where('archived_at', 'is', null).limit(KEYS).execute());
  }
  return found;
}

/** Normalised names of the accounts that an import creates, in sets. */
export async function* stagedNames(db: Kysely<Schema>, importId: number): AsyncGenerator<{ key: string; name: string; name_norm: string }[]> {
  for (let after = 0; ;) {
    const rows = await db.selectFrom('import_account').select(['account_id', 'key', 'name', 'name_norm']).where('import_id', '=', importId).where('change', '=', 'create')
      .where('name_norm', '<>', '').where('account_id', '>', after).orderBy('account_id').limit(ROWS).execute();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.account_id;
  }
}
