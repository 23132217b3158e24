import type { FieldName, ImportPlan } from '../select/importPlan.ts';
import type { InvoiceLine } from '../select/trade.ts';
import type { DemoCompany } from './company.ts';

/** A file of the demo as it would come from an ERP, with the plan to read it by. */
export interface DemoFile {
  readonly fileName: string;
  readonly text: string;
  readonly plan: ImportPlan;
}

type Cells<T> = readonly (readonly [FieldName, string, (row: T) => string | number | null])[];

const LINE_CELLS: Cells<InvoiceLine> = [
  ['customerKey', 'Customer code', (line) => line.customerKey],
  ['customerName', 'Customer name', (line) => line.customerName],
  ['country', 'Country', (line) => line.country],
  ['invoiceNo', 'Invoice no', (line) => line.invoiceNo],
  ['lineNo', 'Line no', (line) => line.lineNo],
  ['day', 'Invoice date', (line) => line.day],
  ['product', 'Product code', (line) => line.product],
  ['quantity', 'Quantity', (line) => line.quantity],
  ['currency', 'Currency', (line) => line.currency],
  ['amount', 'Net amount', (line) => decimal(line.amount)],
  ['cost', 'Cost', (line) => (line.cost === null ? null : decimal(line.cost))],
  ['dueDay', 'Due date', (line) => line.dueDay],
  ['paidDay', 'Paid on', (line) => line.paidDay],
];

const CUSTOMER_CELLS: Cells<DemoCompany['customers'][number]> = [
  ['customerKey', 'Customer code', (customer) => customer.key],
  ['customerName', 'Customer name', (customer) => customer.name],
  ['country', 'Country', (customer) => customer.country],
  ['industry', 'Industry', (customer) => customer.industry],
];

/** The demo's customers (prospects included) and its invoice lines as two CSV files, in the order to import them. */
export function demoFiles(company: DemoCompany): readonly [DemoFile, DemoFile] {
  return [
    { fileName: 'demo-customers.csv', text: csv(CUSTOMER_CELLS, company.customers), plan: plan('customers', CUSTOMER_CELLS) },
    { fileName: 'demo-invoice-lines.csv', text: csv(LINE_CELLS, company.lines), plan: plan('lines', LINE_CELLS) },
  ];
}

function csv<T>(cells: Cells<T>, rows: readonly T[]): string {
  const lines = rows.map((row) => cells.map(([, , read]) => quoted(read(row))).join(','));
  return [cells.map(([, header]) => header).join(','), ...lines, ''].join('\n');
}

/** Quoted where a comma or quote would break the cell (RFC 4180). */
function quoted(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Two minor digits: the demo trades in CNY and USD only. */
function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function plan<T>(kind: ImportPlan['kind'], cells: Cells<T>): ImportPlan {
  return {
    kind, sheet: null, encoding: 'utf-8', delimiter: ',', headerRow: 0, columns: Object.fromEntries(cells.map(([field], column) => [field, column])),
    decimal: '.', dayOrder: 'ymd', currency: 'CNY', unit: 1, matchKeys: kind === 'lines' ? ['invoiceNo', 'lineNo'] : [], leaveOut: [], merge: {}, faulty: 'refuse',
  };
}
