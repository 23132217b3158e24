import { sql, type Kysely, type Transaction } from 'kysely';
import { searchTerms } from '#domain/find/searchTerms.ts';
import { fileFaults } from './dialect.ts';
import type { Schema } from './schema.ts';
import { indexAccounts } from './select/accountSearch.ts';
import { wrongStandings } from './select/standingCheck.ts';
import { rewriteMonths, wrongMonths } from './select/tradeMonths.ts';

/** What is looked at. Everything but the file, the lines and the scores can be put right from what it was made of. */
export const CHECKS = ['file', 'lines', 'tradeMonths', 'searchTerms', 'owners', 'leftovers', 'ids', 'standings'] as const;
export type Check = (typeof CHECKS)[number];

export interface Finding {
  readonly check: Check;
  /** Things that are not as they should be, counted up to MOST. */
  readonly count: number;
  readonly examples: readonly string[];
}

/** Differences counted before the rest is taken as read. */
export const MOST = 1000;
const EXAMPLES = 5;
const ACCOUNTS_AT_ONCE = 1000;

type Db = Kysely<Schema>;
type Difference = { readonly text: string };

async function texts<R>(db: Db, query: ReturnType<typeof sql<R>>, text: (row: R) => string): Promise<Difference[]> {
  return (await query.execute(db)).rows.map((row) => ({ text: text(row) }));
}

/** Lines whose import or customer does not exist: nothing can bring those back. */
const lostLines = (db: Db) => texts(db, sql<{ id: number }>`select l.id from invoice_line l where not exists (select 1 from import i where i.id = l.import_id)
  or (not exists (select 1 from account a where a.id = l.account_id) and exists (select 1 from import i where i.id = l.import_id and i.state = 'committed')) limit ${MOST}`, (row) => `line ${row.id}`);


/** Customers whose search terms are not those of their name and code. */
async function wrongTerms(db: Db): Promise<number[]> {
  const wrong: number[] = [];
  for (let after = 0; wrong.length < MOST;) {
    const accounts = await db.selectFrom('account').select(['id', 'key', 'name']).where('id', '>', after).orderBy('id').limit(ACCOUNTS_AT_ONCE).execute();
    const last = accounts.at(-1);
    if (!last) break;
    const terms = await db.selectFrom('search_term').selectAll().where('account_id', '>', after).where('account_id', '<=', last.id).execute();
    const stored = Map.groupBy(terms, (row) => row.account_id);
    for (const { id, name, key } of accounts) {
      const right = new Set(searchTerms(name, key));
      const has = stored.get(id) ?? [];
      if (has.length !== right.size || has.some((row) => !right.has(row.term))) wrong.push(id);
    }
    after = last.id;
  }
  return wrong;
}

const wrongOwners = sql<{ id: number }>`select a.id from account a left join account_team t on t.account_id = a.id and t.role = 'owner'
  where coalesce(a.owner_id, '') <> coalesce(t.user_id, '') limit ${MOST}`;

/** Tables whose rows mean nothing without their customer. Terms of customers that an import is about to create are no leftovers. */
const DERIVED = ['trade_month', 'standing', 'account_team', 'search_term'] as const;
const isLeftover = (table: (typeof DERIVED)[number]) => sql`not exists (select 1 from account a where a.id = ${sql.ref(`${table}.account_id`)})
  ${table === 'search_term' ? sql`and not exists (select 1 from import_account i where i.account_id = search_term.account_id)` : sql``}`;

async function leftovers(db: Db): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const table of DERIVED) found.push(...await texts(db, sql<{ account_id: number }>`select distinct account_id from ${sql.table(table)} where ${isLeftover(table)} limit ${MOST}`, (row) => `${table} of customer ${row.account_id}`));
  return found;
}

const NUMBERED = ['account', 'import', 'event', 'mark', 'model_version', 'fact', 'panel', 'weighing', 'decision', 'decision_review', 'source', 'person', 'person_item', 'person_change', 'tie', 'introduction', 'contact_import'] as const;

async function idsBehind(db: Db): Promise<{ name: (typeof NUMBERED)[number]; next: number }[]> {
  const behind: { name: (typeof NUMBERED)[number]; next: number }[] = [];
  for (const name of NUMBERED) {
    const { rows: [row] } = await sql<{ last: number | null; next: number | null }>`select (select max(id) from ${sql.table(name)}) as last, (select next from sequence where name = ${name}) as next`.execute(db);
    if ((row?.last ?? 0) >= (row?.next ?? 1)) behind.push({ name, next: row!.last! + 1 });
  }
  return behind;
}

const withoutStanding = (db: Db) => texts(db, sql<{ id: number }>`select a.id from account a where not exists (select 1 from standing s where s.account_id = a.id) limit ${MOST}`, (row) => `customer ${row.id}`);

/** Recomputes what is kept and compares; only what differs is in the answer. Reads one unchanging picture when `db` is a snapshot. */
export async function checkStore(db: Db): Promise<Finding[]> {
  const months = await wrongMonths(db, MOST);
  const found: Record<Check, Difference[]> = {
    file: (await fileFaults(db)).map((text) => ({ text })),
    lines: await lostLines(db),
    tradeMonths: months.map((row) => ({ text: `customer ${row.account_id}, ${row.month}, ${row.currency}` })),
    searchTerms: (await wrongTerms(db)).map((id) => ({ text: `customer ${id}` })),
    owners: await texts(db, wrongOwners, (row) => `customer ${row.id}`),
    leftovers: await leftovers(db),
    ids: (await idsBehind(db)).map(({ name, next }) => ({ text: `${name}: next must be at least ${next}` })),
    // Scores of customers whose sums are wrong already say nothing new.
    standings: [...await withoutStanding(db), ...await wrongStandings(db, MOST, new Set(months.map((row) => row.account_id)))],
  };
  return CHECKS.filter((check) => found[check].length > 0)
    .map((check) => ({ check, count: found[check].length, examples: found[check].slice(0, EXAMPLES).map(({ text }) => text) }));
}

/** Puts right what checkStore found and what can be made again from its source; standings are the scoring's. */
export async function repairStore(tx: Transaction<Schema>): Promise<void> {
  for (const table of DERIVED) await sql`delete from ${sql.table(table)} where ${isLeftover(table)}`.execute(tx);
  for (;;) {
    const wrong = await wrongMonths(tx, MOST);
    if (wrong.length === 0) break;
    await rewriteMonths(tx, [...new Set(wrong.map((row) => row.account_id))]);
  }
  for (;;) {
    const wrong = await wrongTerms(tx);
    if (wrong.length === 0) break;
    for (let start = 0; start < wrong.length; start += 500) {
      await indexAccounts(tx, await tx.selectFrom('account').select(['id', 'key', 'name']).where('id', 'in', wrong.slice(start, start + 500)).execute());
    }
  }
  // The team says who owns an account: what people may see hangs on it.
  await sql`update account set owner_id = (select t.user_id from account_team t where t.account_id = account.id and t.role = 'owner')
    where coalesce(owner_id, '') <> coalesce((select t.user_id from account_team t where t.account_id = account.id and t.role = 'owner'), '')`.execute(tx);
  for (const { name, next } of await idsBehind(tx)) {
    await tx.insertInto('sequence').values({ name, next }).onConflict((conflict) => conflict.column('name').doUpdateSet({ next })).execute();
  }
}
