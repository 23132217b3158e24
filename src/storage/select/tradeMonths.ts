import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { daysFrom, engineOf } from '../dialect.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { ImportMonthTable } from './importTables.ts';

/** Columns of trade_month, in the order in which `sums` gives them. */
const COLUMNS = [
  'account_id', 'month', 'currency', 'revenue', 'credits', 'cost', 'costed_revenue', 'lines', 'invoices', 'credit_notes', 'due_amount', 'late_amount', 'late_amount_days',
  'first_day', 'last_day', 'last_sale_day',
] as const;
const names = sql.raw(COLUMNS.join(', '));

/**
 * Sums of invoice lines `l` by account, month and currency. A line without an invoice number counts as one invoice a day:
 * payment lists and bare ledgers have none, and "no invoices" would read as no trade.
 */
function sums(db: Kysely<Schema>): RawBuilder<unknown> {
  const late = daysFrom(engineOf(db), 'l.due_day', 'l.paid_day');
  const invoice = sql`coalesce(l.invoice_no, '@' || l.day)`;
  return sql`l.account_id, substr(l.day, 1, 7), l.currency, sum(l.amount), coalesce(sum(case when l.kind = 'credit' then l.amount end), 0), coalesce(sum(l.cost), 0),
    coalesce(sum(case when l.cost is not null then l.amount end), 0), count(*),
    count(distinct case when l.kind <> 'credit' then ${invoice} end), count(distinct case when l.kind = 'credit' then ${invoice} end),
    coalesce(sum(case when l.due_day is not null then l.amount end), 0),
    coalesce(sum(case when l.paid_day > l.due_day then l.amount end), 0), coalesce(sum(case when l.paid_day > l.due_day then l.amount * ${late} end), 0),
    min(l.day), max(l.day), max(case when l.kind <> 'credit' then l.day end)`;
}

const grouping = sql`group by l.account_id, substr(l.day, 1, 7), l.currency`;

/** Which lines of an import that is not yet what it will be are to be counted. */
export type AsIf = 'committed' | 'undone';

/** Live lines as they will be once the import is committed or undone. */
function live(importId: number, asIf: AsIf): RawBuilder<unknown> {
  const others = sql`l.import_id in (select id from import where state = 'committed' and id <> ${importId})`;
  if (asIf === 'committed') {
    return sql`(l.import_id = ${importId} or (l.superseded_by is null and ${others} and l.id not in (select line_id from import_superseded where import_id = ${importId})))`;
  }
  // A line it replaced comes back, unless a later import has replaced the import's own version again.
  const replacedAgain = sql`exists (select 1 from invoice_line n where n.account_id = l.account_id and n.line_hash = l.line_hash and n.import_id = ${importId} and n.superseded_by is not null)`;
  return sql`(${others} and (l.superseded_by is null or (l.superseded_by = ${importId} and not ${replacedAgain})))`;
}

/**
 * Prepares the monthly sums of up to `count` touched customers after `after`, as they will be; gives the last of them,
 * null when there was none.
 */
export async function stageMonths(tx: Transaction<Schema>, importId: number, asIf: AsIf, after: number, count: number): Promise<number | null> {
  const touched = await tx.selectFrom('import_touched').select('account_id').where('import_id', '=', importId).where('account_id', '>', after)
    .orderBy('account_id').limit(count).execute();
  const ids = touched.map((row) => row.account_id);
  if (ids.length === 0) return null;
  await sql`insert into import_month (import_id, ${names}) select ${importId}, ${sums(tx)} from invoice_line l
    where l.account_id in (${sql.join(ids)}) and ${live(importId, asIf)} ${grouping}`.execute(tx);
  return ids.at(-1)!;
}

/** Prepares sums that are known already. */
export async function insertMonths(tx: Transaction<Schema>, rows: readonly ImportMonthTable[]): Promise<void> {
  await insertMany(tx, 'import_month', rows);
}

/** Forgets what was prepared. */
export async function clearMonths(tx: Transaction<Schema>, importId: number): Promise<void> {
  await tx.deleteFrom('import_month').where('import_id', '=', importId).execute();
}

/** Puts the prepared sums of the touched customers in the place of their present ones. */
export async function swapMonths(tx: Transaction<Schema>, importId: number): Promise<void> {
  await tx.deleteFrom('trade_month').where('account_id', 'in', tx.selectFrom('import_touched').select('account_id').where('import_id', '=', importId)).execute();
  await sql`insert into trade_month (${names}) select ${names} from import_month where import_id = ${importId} order by account_id, month, currency`.execute(tx);
}

/** Months whose kept sums differ from what the live lines give; at most `limit`. For `doctor`. */
export async function wrongMonths(db: Kysely<Schema>, limit: number): Promise<{ account_id: number; month: string; currency: string }[]> {
  const right = sql`select ${sums(db)} from invoice_line l where l.superseded_by is null and l.import_id in (select id from import where state = 'committed') ${grouping}`;
  const kept = sql`select ${names} from trade_month`;
  // The names of the columns are those of the first part.
  const { rows } = await sql<{ account_id: number; month: string; currency: string }>`
    select distinct account_id, month, currency from (
      select * from (${kept} except ${right}) as surplus union all select * from (${right} except ${kept}) as missing
    ) as wrong order by account_id, month, currency limit ${limit}`.execute(db);
  return rows;
}

/** Computes the monthly sums of these customers anew from their live lines. For `doctor --repair`. */
export async function rewriteMonths(tx: Transaction<Schema>, accountIds: readonly number[]): Promise<void> {
  for (let start = 0; start < accountIds.length; start += 500) {
    const ids = accountIds.slice(start, start + 500);
    await tx.deleteFrom('trade_month').where('account_id', 'in', ids).execute();
    await sql`insert into trade_month (${names}) select ${sums(tx)} from invoice_line l
      where l.account_id in (${sql.join(ids)}) and l.superseded_by is null and l.import_id in (select id from import where state = 'committed') ${grouping}`.execute(tx);
  }
}
