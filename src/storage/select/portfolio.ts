import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { CurrencyTrade } from '#domain/select/currencyTrade.ts';
import type { Day, Month } from '#domain/day.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from './accountFilter.ts';
import { LINES_PER_IMPORT } from './scoringInputs.ts';

/** Months that count; both ends included. */
export interface Months {
  readonly from: Month;
  readonly to: Month;
}

/** Accounts the viewer may see and that are not archived, as a condition on account `a`. */
function visible(viewer: Viewer): RawBuilder<boolean> {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return sql`1 = 0`;
  if (viewer.scope === 'team') return sql`a.archived_at is null and a.id in (select account_id from account_team where user_id = ${viewer.userId})`;
  return sql`a.archived_at is null`;
}

export interface TradingAccount extends CurrencyTrade {
  readonly id: number;
  readonly name: string;
}

/** Each visible account's trade in one currency and period; accounts without any are absent. Overdue days are those of paid lines. */
export async function tradeByAccount(db: Kysely<Schema>, viewer: Viewer, currency: string, months: Months): Promise<TradingAccount[]> {
  const { rows } = await sql<TradingAccount>`select a.id, a.name, sum(t.revenue) as revenue, sum(t.cost) as cost, sum(t.costed_revenue) as "costedRevenue",
      sum(t.lines) as lines, sum(t.invoices) as invoices, sum(t.credit_notes) as "creditNotes", sum(t.late_amount_days) as "overdueAmountDays"
    from trade_month t join account a on a.id = t.account_id
    where t.currency = ${currency} and t.month >= ${months.from} and t.month <= ${months.to} and ${visible(viewer)}
    group by a.id, a.name order by a.id`.execute(db);
  return rows;
}

/** Σ amount × days overdue of unpaid lines by account, in one currency, of invoices of these months. */
export async function openOverdueDays(db: Kysely<Schema>, currency: string, months: Months, asOf: Day, imports: readonly number[], daysOf: (due: Day) => number): Promise<Map<number, number>> {
  const sums = new Map<number, number>();
  for (const id of imports) {
    const { rows } = await sql<{ account_id: number; due_day: Day; amount: number }>`select account_id, due_day, sum(amount) as amount from invoice_line
      where id >= ${id * LINES_PER_IMPORT} and id < ${(id + 1) * LINES_PER_IMPORT} and paid_day is null and due_day < ${asOf} and superseded_by is null
        and currency = ${currency} and day >= ${`${months.from}-01`} and day <= ${`${months.to}-31`}
      group by account_id, due_day`.execute(db);
    for (const row of rows) sums.set(row.account_id, (sums.get(row.account_id) ?? 0) + row.amount * daysOf(row.due_day));
  }
  return sums;
}

/** Currencies the visible accounts trade in within the period: customers and revenue of each, most customers first. */
export async function currenciesOf(db: Kysely<Schema>, viewer: Viewer, months: Months): Promise<{ currency: string; customers: number; revenue: number }[]> {
  const { rows } = await sql<{ currency: string; customers: number; revenue: number }>`select t.currency, count(distinct t.account_id) as customers, sum(t.revenue) as revenue
    from trade_month t join account a on a.id = t.account_id where t.month >= ${months.from} and t.month <= ${months.to} and ${visible(viewer)}
    group by t.currency order by customers desc, t.currency`.execute(db);
  return rows;
}

/** How many visible accounts there are, and how many of each grade and class. */
export async function countStandings(db: Kysely<Schema>, viewer: Viewer): Promise<{ accounts: number; grades: Record<string, number>; classes: Record<string, number> }> {
  const { rows } = await sql<{ grade: string | null; class: string | null; n: number }>`select s.grade, s.class, count(*) as n
    from account a left join standing s on s.account_id = a.id where ${visible(viewer)} group by s.grade, s.class`.execute(db);
  const grades: Record<string, number> = {};
  const classes: Record<string, number> = {};
  let accounts = 0;
  for (const row of rows) {
    accounts += Number(row.n);
    if (row.grade) grades[row.grade] = (grades[row.grade] ?? 0) + Number(row.n);
    if (row.class) classes[row.class] = (classes[row.class] ?? 0) + Number(row.n);
  }
  return { accounts, grades, classes };
}

export interface BubbleRow { id: number; name: string; value_today: number | null; potential: number | null; revenue: number; class: string | null; grade: string | null; confidence: number }

/** Visible accounts by revenue, largest first, and how many there are. */
export async function listBubbles(db: Kysely<Schema>, viewer: Viewer, limit: number): Promise<{ rows: BubbleRow[]; total: number }> {
  const { rows } = await sql<BubbleRow>`select a.id, a.name, s.value_today, s.potential, s.revenue, s.class, s.grade, s.confidence
    from standing s join account a on a.id = s.account_id where ${visible(viewer)} order by s.revenue desc, s.account_id desc limit ${limit}`.execute(db);
  if (rows.length < limit) return { rows, total: rows.length };
  const counted = await sql<{ n: number }>`select count(*) as n from standing s join account a on a.id = s.account_id where ${visible(viewer)}`.execute(db);
  return { rows, total: Number(counted.rows[0]!.n) };
}

/** Ids of the visible accounts, ascending. */
export async function visibleIds(db: Kysely<Schema>, viewer: Viewer): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select a.id from account a where ${visible(viewer)} order by a.id`.execute(db);
  return rows.map((row) => row.id);
}
