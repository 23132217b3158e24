import { sql, type Kysely } from 'kysely';
import { daysBetween, type Day } from '#domain/day.ts';
import type { OverdueItem } from '#domain/select/measures.ts';
import type { TradeMonth } from '#domain/select/trade.ts';
import type { Schema, TradeMonthTable } from '../schema.ts';

/** Lines are numbered import id × 2^24 + n. */
export const LINES_PER_IMPORT = 16_777_216;

/** First and last day of any invoice line; null without trade. */
export async function tradeSpan(db: Kysely<Schema>): Promise<{ from: Day | null; to: Day | null }> {
  const row = await db.selectFrom('trade_month').select((t) => [t.fn.min('first_day').as('from'), t.fn.max('last_day').as('to')]).executeTakeFirstOrThrow();
  return { from: row.from ?? null, to: row.to ?? null };
}

/**
 * Imports whose files tell when invoices were paid (at least one line with a paid day). Open lines of other imports are not
 * overdue: nobody said whether they were paid.
 */
export async function importsWithPayments(db: Kysely<Schema>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select i.id from import i where i.state = 'committed' and i.kind = 'lines' and exists (
    select 1 from invoice_line l where l.id >= i.id * ${sql.lit(LINES_PER_IMPORT)} and l.id < (i.id + 1) * ${sql.lit(LINES_PER_IMPORT)} and l.paid_day is not null
  ) order by i.id`.execute(db);
  return rows.map((row) => row.id);
}

/** Trade by month of accounts with ids in from–to. */
export async function tradeBetween(db: Kysely<Schema>, from: number, to: number): Promise<Map<number, TradeMonth[]>> {
  const rows = await db.selectFrom('trade_month').selectAll().where('account_id', '>=', from).where('account_id', '<=', to).execute();
  const byAccount = new Map<number, TradeMonth[]>();
  for (const row of rows) {
    const months = byAccount.get(row.account_id);
    if (months) months.push(tradeMonth(row));
    else byAccount.set(row.account_id, [tradeMonth(row)]);
  }
  return byAccount;
}

/** Unpaid lines past their due day on the as-of day of accounts with ids in from–to, by account, month and currency. */
export async function overdueBetween(db: Kysely<Schema>, from: number, to: number, asOf: Day, imports: readonly number[]): Promise<Map<number, OverdueItem[]>> {
  if (imports.length === 0) return new Map();
  const rows = await db.selectFrom('invoice_line as l').where('l.account_id', '>=', from).where('l.account_id', '<=', to)
    .where('l.paid_day', 'is', null).where('l.due_day', 'is not', null).where('l.due_day', '<', asOf).where('l.superseded_by', 'is', null).where('l.import_id', 'in', imports)
    .groupBy(['l.account_id', 'l.currency', 'l.due_day', sql`substr(l.day, 1, 7)`])
    .select(['l.account_id', 'l.currency', 'l.due_day', sql<string>`substr(l.day, 1, 7)`.as('month'), (l) => l.fn.sum<number>('l.amount').as('amount')]).execute();
  const byAccount = new Map<number, Map<string, OverdueItem>>();
  for (const row of rows) {
    const items = byAccount.get(row.account_id) ?? new Map<string, OverdueItem>();
    const key = `${row.month} ${row.currency}`;
    const before = items.get(key) ?? { month: row.month, currency: row.currency, amount: 0, amountDays: 0 };
    items.set(key, { ...before, amount: before.amount + row.amount, amountDays: before.amountDays + row.amount * daysBetween(row.due_day!, asOf) });
    byAccount.set(row.account_id, items);
  }
  return new Map([...byAccount].map(([account, items]) => [account, [...items.values()]]));
}

/** The next accounts by id: up to `limit` ids after `after`, with whether each is archived. */
export async function accountsAfter(db: Kysely<Schema>, after: number, limit: number): Promise<{ id: number; archived: boolean }[]> {
  const rows = await db.selectFrom('account').select(['id', 'archived_at']).where('id', '>', after).orderBy('id').limit(limit).execute();
  return rows.map((row) => ({ id: row.id, archived: row.archived_at !== null }));
}

/** Those of the ids that are accounts, with whether each is archived. */
export async function archivedAmong(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, boolean>> {
  const found = new Map<number, boolean>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db.selectFrom('account').select(['id', 'archived_at']).where('id', 'in', ids.slice(start, start + 500)).execute();
    for (const row of rows) found.set(row.id, row.archived_at !== null);
  }
  return found;
}

/** Whether there are more accounts than that. */
export async function moreAccountsThan(db: Kysely<Schema>, count: number): Promise<boolean> {
  return (await db.selectFrom('account').select('id').orderBy('id').limit(1).offset(count).executeTakeFirst()) !== undefined;
}

function tradeMonth(row: TradeMonthTable): TradeMonth {
  return {
    month: row.month, currency: row.currency, revenue: row.revenue, credits: row.credits, cost: row.cost, costedRevenue: row.costed_revenue, lines: row.lines, invoices: row.invoices,
    creditNotes: row.credit_notes, dueAmount: row.due_amount, lateAmount: row.late_amount, lateAmountDays: row.late_amount_days, firstDay: row.first_day, lastDay: row.last_day, lastSaleDay: row.last_sale_day,
  };
}
