import type { Day, Month } from '#domain/day.ts';

/** One invoice line (发票明细) after reading: money in minor units of `currency`, credit notes negative. */
export interface InvoiceLine {
  /** Row in the source, counting the header's row: what the user sees in Excel. */
  row: number;
  customerKey: string;
  customerName: string;
  country: string | null;
  invoiceNo: string | null;
  day: Day;
  currency: string;
  /** Net amount, minor units, negative for credit notes. */
  amount: number;
  /** Cost of goods, minor units, same sign as amount; null when the file gives none. */
  cost: number | null;
  quantity: number | null;
  product: string | null;
  lineNo: string | null;
  kind: LineKind;
  dueDay: Day | null;
  paidDay: Day | null;
}

/** sale; credit note or cancelled invoice (红字发票); charge: postage, manual adjustments and other non-product codes. */
export type LineKind = 'sale' | 'credit' | 'charge';

/** Sums of one account, month and currency: what lists and indicators are computed from. Money in minor units. */
export interface TradeMonth {
  month: Month;
  currency: string;
  /** Net of credit notes. */
  revenue: number;
  /** Credit notes and cancelled invoices, zero or negative. */
  credits: number;
  /** Cost of the lines whose cost is known, and the net revenue of those same lines. */
  cost: number;
  costedRevenue: number;
  lines: number;
  /** Distinct invoices that are not credit notes, within the month. */
  invoices: number;
  creditNotes: number;
  /** Amount of lines that carry a due date; part of it paid late; and Σ amount × days late (paid lines). */
  dueAmount: number;
  lateAmount: number;
  lateAmountDays: number;
  firstDay: Day;
  lastDay: Day;
  /** Last day of a line that is not a credit note; null when there is none. */
  lastSaleDay: Day | null;
}
