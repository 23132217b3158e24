import type { Store } from '#storage/connect.ts';
import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import type { InvoiceLineTable, TradeMonthTable } from '#storage/schema.ts';

const LINES_PER_IMPORT = 16_777_216;

export interface TestLine {
  accountId: number;
  day: string;
  amount: number;
  currency?: string;
  cost?: number | null;
  dueDay?: string | null;
  paidDay?: string | null;
  kind?: 'sale' | 'credit';
}

/** Puts invoice lines in as one committed import, with the monthly sums beside them; each line is an invoice of its own. */
export async function addTrade(store: Store, lines: readonly TestLine[]): Promise<number> {
  return await store.transaction(async (tx) => {
    const importId = await takeIds(tx, 'import', 1);
    await tx.insertInto('import').values({
      id: importId, kind: 'lines', file_name: 'lines.csv', file_size: 1, stored_name: `${importId}`, file_sha256: null, state: 'committed', layout_hash: null, plan: null, findings: null,
      report: null, error: null, created_by: null, created_at: '2026-03-31T00:00:00.000Z', committed_at: '2026-03-31T00:00:00.000Z', undone_at: null,
    } as never).execute();
    await insertMany(tx, 'invoice_line', lines.map((line, n): InvoiceLineTable => ({
      id: importId * LINES_PER_IMPORT + n, import_id: importId, account_id: line.accountId, line_hash: n, content_hash: n, row: n + 2, invoice_no: `I${importId}-${n}`, day: line.day, currency: line.currency ?? 'CNY',
      amount: line.amount, cost: line.cost ?? null, quantity: null, product: null, line_no: null, kind: line.kind ?? 'sale', due_day: line.dueDay ?? null, paid_day: line.paidDay ?? null, superseded_by: null,
    })));
    await insertMany(tx, 'trade_month', monthsOf(lines));
    return importId;
  });
}

function monthsOf(lines: readonly TestLine[]): TradeMonthTable[] {
  const sums = new Map<string, TradeMonthTable>();
  for (const line of lines) {
    const month = line.day.slice(0, 7);
    const currency = line.currency ?? 'CNY';
    const key = `${line.accountId} ${month} ${currency}`;
    const sum = sums.get(key) ?? {
      account_id: line.accountId, month, currency, revenue: 0, credits: 0, cost: 0, costed_revenue: 0, lines: 0, invoices: 0, credit_notes: 0, due_amount: 0, late_amount: 0, late_amount_days: 0,
      first_day: line.day, last_day: line.day, last_sale_day: null,
    };
    sums.set(key, sum);
    const credit = line.kind === 'credit';
    sum.revenue += line.amount;
    if (credit) sum.credits += line.amount;
    if (line.cost != null) {
      sum.cost += line.cost;
      sum.costed_revenue += line.amount;
    }
    sum.lines += 1;
    if (credit) sum.credit_notes += 1;
    else sum.invoices += 1;
    if (line.dueDay) sum.due_amount += line.amount;
    if (line.dueDay && line.paidDay && line.paidDay > line.dueDay) {
      const days = (Date.parse(line.paidDay) - Date.parse(line.dueDay)) / 86_400_000;
      sum.late_amount += line.amount;
      sum.late_amount_days += line.amount * days;
    }
    if (line.day < sum.first_day) sum.first_day = line.day;
    if (line.day > sum.last_day) sum.last_day = line.day;
    if (!credit && (sum.last_sale_day === null || line.day > sum.last_sale_day)) sum.last_sale_day = line.day;
  }
  return [...sums.values()];
}
