import type { Day } from '../day.ts';

/** Fields of an invoice line and of a customer that a file may bring (fields.ts describes them). */
export type FieldName =
  | 'customerKey' | 'customerName' | 'country' | 'industry' | 'invoiceNo' | 'lineNo' | 'day' | 'amount' | 'cost' | 'quantity' | 'unitPrice' | 'unitCost'
  | 'currency' | 'product' | 'dueDay' | 'paidDay' | 'status';
export type ImportKind = 'lines' | 'customers';
/** Reasons for which rows are left out of an import without being faulty. */
export type LeaveOut = 'total_row' | 'no_customer' | 'non_product' | 'cancelled' | 'not_won';
export type Parameters = Record<string, string | number>;

/** How a file is to be read. Proposed from the file, changed by people, remembered per layout of headers. */
export interface ImportPlan {
  kind: ImportKind;
  sheet: string | null;
  encoding: string;
  delimiter: string;
  /** 0-based row of the headers; data begin below it. */
  headerRow: number;
  /** Field → 0-based column. */
  columns: Partial<Record<FieldName, number>>;
  decimal: '.' | ',';
  dayOrder: 'ymd' | 'dmy' | 'mdy';
  /** Currency of lines without a currency of their own (ISO 4217). */
  currency: string;
  /** Money columns are in units of this many (万 = 10,000). */
  unit: number;
  /** Fields that identify a line when it comes again; empty: all of them. */
  matchKeys: FieldName[];
  leaveOut: LeaveOut[];
  /** Customer key → key of the customer it is merged into. */
  merge: Record<string, string>;
  faulty: 'refuse' | 'leave_out';
}

/** A cell or row that cannot be taken; `code` is worded in the viewer's language. */
export interface Fault {
  /** Row as the person sees it in Excel (1-based). */
  row: number;
  /** Header of the column, '' for the whole row. */
  column: string;
  value: string;
  code: FaultCode;
  params: Parameters;
}
export type FaultCode =
  | 'missing' | 'no_amount' | 'not_a_number' | 'not_a_day' | 'no_such_day' | 'not_a_currency' | 'too_large' | 'too_long' | 'cell_error' | 'no_customer_key' | 'unit_without_quantity';

/** What sniffing found in a file, with the proposed plan. */
export interface FileFindings {
  format: 'csv' | 'xlsx';
  encoding: string;
  delimiter: string;
  size: number;
  sheets: { name: string; hidden: boolean; rows: number | null }[];
  headerRow: number;
  headers: string[];
  sample: string[][];
  dateSystem: '1900' | '1904' | null;
  remembered: boolean;
  plan: ImportPlan;
  notes: { code: string; params: Parameters }[];
}

export type TrapCode =
  | 'total_row' | 'no_customer' | 'suspected_duplicates' | 'cancelled' | 'non_product' | 'not_won' | 'several_currencies' | 'unknown_status' | 'future_day' | 'repeated_line';

/** Something to look at before committing: examples (at most 20 rows) and how many there are in all. */
export interface Trap {
  code: TrapCode;
  count: number;
  amount: number | null;
  currency: string | null;
  leftOut: boolean;
  rows: { row: number; text: string }[];
  groups?: { key: string; name: string; lines: number }[][];
}

/** Outcome of a dry run, and of the commit that follows it. */
export interface ImportReport {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  leftOut: Record<string, number>;
  faults: number;
  accountsCreated: number;
  accountsChanged: number;
  accountsKnown: number;
  totals: { currency: string; amount: number; lines: number }[];
  firstDay: Day | null;
  lastDay: Day | null;
  traps: Trap[];
  seconds: number;
}
