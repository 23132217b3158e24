import { basename } from 'node:path';
import { findFindings, openTable } from '#actions/files/openTable.ts';
import { cellText } from '#domain/select/cell.ts';
import { FIELDS } from '#domain/select/fields.ts';
import type { Fault, FieldName, FileFindings, ImportPlan } from '#domain/select/importPlan.ts';
import { normaliseKey } from '#domain/select/name.ts';
import { headerWord } from '#domain/select/proposePlan.ts';
import { LineLedger } from '#domain/select/rank.ts';
import { AboveWatch } from '#domain/select/aboveWatch.ts';
import { codeText, lineReader } from '#domain/select/readLine.ts';
import { TrapCollector } from '#domain/select/traps.ts';
import { CommandFault } from './faults.ts';
import type { LineOptions } from './lineOptions.ts';

const FAULTS_SHOWN = 20;
/** Currency of files that name none: ISO 4217 "no currency". */
const NO_CURRENCY = 'XXX';

/** What the files of invoice lines say. */
export interface InvoiceBook {
  ledger: LineLedger;
  asOf: string;
  /** Currencies, most lines first. */
  totals: ReturnType<LineLedger['totals']>;
  /** Names from the customer list, by normalised code. */
  names: ReadonlyMap<string, string>;
  prospects: readonly { key: string; name: string }[];
  /** What every output begins with. */
  head: { asOf: string; lines: number; excluded: Record<string, number>; warnings: { code: string; message: string; rows: (number | string)[] }[] };
}

/** Reads all files; null when rows are faulty, which `err` has then been told. Warnings go to `err` as well. */
export async function readInvoiceFiles(options: LineOptions, err: NodeJS.WritableStream): Promise<InvoiceBook | null> {
  const above = new Map<string, readonly number[]>();
  let reading = await readAll(options, above);
  // Totals above their lines show only at the end of a file, when they have been counted: read again without them.
  if ([...above.values()].some((rows) => rows.length > 0)) reading = await readAll(options, above);
  const prospects = options.customers === undefined ? [] : await readCustomers(options.customers, options.map);
  if (reading.faulty > 0) {
    err.write(`${reading.faulty} rows cannot be read; nothing was ranked. Mend them and try again:\n`);
    for (const fault of reading.faults.slice(0, FAULTS_SHOWN)) err.write(`  row ${fault.row}, ${fault.column || 'the row'}: "${fault.value}" (${fault.code})\n`);
    return null;
  }
  const { ledger } = reading;
  const asOf = options.asOf ?? ledger.lastDay;
  if (asOf === null) throw new CommandFault('There is not one invoice line in these files.');

  const totals = ledger.totals();
  const warnings = reading.traps.result(totals).map((trap) => ({
    code: trap.code, message: (TRAP_SENTENCES[trap.code] ?? ((n: number) => `${trap.code}: ${n}`))(trap.count),
    rows: trap.groups ? trap.groups.map((group) => group.map((customer) => customer.name).join(' = ')) : trap.rows.map((example) => example.row),
  }));
  for (const warning of warnings) err.write(`! ${warning.message}\n`);
  const names = new Map(prospects.map((customer) => [normaliseKey(customer.key), customer.name]));
  return { ledger, asOf, totals, names, prospects, head: { asOf, lines: ledger.lines, excluded: reading.excluded, warnings } };
}

/** Reads all files once; `above` tells which rows are totals above their lines, and is told of those of a file that it does not know yet. */
async function readAll(options: LineOptions, above: Map<string, readonly number[]>): Promise<Reading> {
  const reading: Reading = { ledger: new LineLedger(), traps: new TrapCollector(), excluded: {}, faults: [], faulty: 0, unknownStatuses: 0 };
  for (const file of options.files) above.set(file, await readLines(file, options, reading, above.get(file)));
  return reading;
}

interface Reading { ledger: LineLedger; traps: TrapCollector; excluded: Record<string, number>; faults: Fault[]; faulty: number; unknownStatuses: number }

/** Gives the rows that are totals above their lines; `known`: those an earlier reading found, to be left out. */
async function readLines(file: string, options: LineOptions, into: Reading, known?: readonly number[]): Promise<readonly number[]> {
  const table = await openTable(file, basename(file));
  const findings = await findFindings(table, { currency: NO_CURRENCY, kind: 'lines' });
  const plan = applyMap(file, findings, options.map, FIELDS.filter((field) => field.kinds.includes('lines')).map((field) => field.name));
  const { columns } = plan;
  const missing = [
    columns.customerKey === undefined && columns.customerName === undefined ? 'customer' : null, columns.day === undefined ? 'date' : null,
    columns.amount === undefined && (columns.unitPrice === undefined || columns.quantity === undefined) ? 'amount (or quantity and unit price)' : null,
  ].filter((field) => field !== null);
  if (missing.length > 0) throw new CommandFault(`${file}: no column was found for ${missing.join(', ')}. Columns: ${findings.headers.join(', ') || 'none'}. Name them with --map, e.g. --map customer=Buyer,date=Posted,amount=Net`);

  const watch = known === undefined ? new AboveWatch() : null;
  const read = lineReader(plan, findings.headers, table.dateSystem, { rows: new Set(known), watch });
  for await (const batch of table.rows()) {
    for (const { row, cells } of batch) {
      if (row <= plan.headerRow + 1) continue;
      const found = read(row, cells);
      if (found.kind === 'line') {
        into.ledger.add(found.line);
        into.traps.customer(found.line.customerKey, found.line.customerName);
        if (found.status === 'unknown') into.traps.add('unknown_status', row, cellText(cells[columns.status ?? -1]), false);
        if (found.line.kind === 'credit' && found.line.invoiceNo !== null && /^c\d/i.test(found.line.invoiceNo)) into.traps.add('cancelled', row, found.line.invoiceNo, false, found.line.amount, found.line.currency);
        if (found.line.kind === 'charge') into.traps.add('non_product', row, found.line.product ?? '', false, found.line.amount, found.line.currency);
      } else if (found.kind === 'left') {
        into.excluded[found.reason] = (into.excluded[found.reason] ?? 0) + 1;
        into.traps.add(found.reason, row, found.text, true, found.amount, found.currency);
      } else if (found.kind === 'faulty') {
        into.faulty++;
        if (into.faults.length < FAULTS_SHOWN) into.faults.push(...found.faults);
      }
    }
  }
  return known ?? watch?.found().map((total) => total.row) ?? [];
}

async function readCustomers(file: string, map: LineOptions['map']): Promise<{ key: string; name: string }[]> {
  const table = await openTable(file, basename(file));
  const findings = await findFindings(table, { currency: NO_CURRENCY, kind: 'customers' });
  const { columns, headerRow } = applyMap(file, findings, map, ['customerKey', 'customerName']);
  if (columns.customerKey === undefined && columns.customerName === undefined) throw new CommandFault(`${file}: no column was found for the customer. Columns: ${findings.headers.join(', ')}`);
  const customers: { key: string; name: string }[] = [];
  for await (const batch of table.rows()) {
    for (const { row, cells } of batch) {
      const name = codeText(columns.customerName === undefined ? null : cells[columns.customerName]);
      const key = codeText(columns.customerKey === undefined ? null : cells[columns.customerKey]) || name;
      if (row > headerRow + 1 && key !== '') customers.push({ key, name: name || key });
    }
  }
  return customers;
}

/** Puts the columns that were named over the proposed ones. Throws when a file has no such column. */
function applyMap(file: string, findings: FileFindings, map: LineOptions['map'], needed: readonly FieldName[]): ImportPlan {
  const columns = { ...findings.plan.columns };
  for (const [field, header] of Object.entries(map) as [FieldName, string][]) {
    if (!needed.includes(field)) continue;
    const exact = findings.headers.findIndex((known) => known.toLowerCase() === header.toLowerCase());
    const column = exact >= 0 ? exact : findings.headers.findIndex((known) => headerWord(known) === headerWord(header));
    if (column < 0) throw new CommandFault(`${file}: there is no column "${header}". Columns: ${findings.headers.join(', ')}`);
    for (const [other, at] of Object.entries(columns)) if (at === column) delete columns[other as FieldName];
    columns[field] = column;
    // A named amount is meant instead of quantity × price, a named customer instead of a guessed one.
    if (field === 'customerName' && map.customerKey === undefined && exact >= 0 && columns.customerKey === column) delete columns.customerKey;
  }
  return { ...findings.plan, columns };
}

const TRAP_SENTENCES: Record<string, (count: number) => string> = {
  total_row: (n) => `${n} total rows stood among the lines and were left out.`,
  no_customer: (n) => `${n} lines name no customer and were left out.`,
  cancelled: (n) => `${n} lines are cancelled or credited invoices; those with a negative amount count as credit notes.`,
  not_won: (n) => `${n} rows are not won or not final and were left out.`,
  non_product: (n) => `${n} lines are postage, charges or adjustments; they count.`,
  unknown_status: (n) => `${n} rows have a status that is not known; they count.`,
  suspected_duplicates: (n) => `${n} groups of customers look like one another (legal form, case, width).`,
  several_currencies: (n) => `The lines are in ${n} currencies; each is ranked by itself.`,
};
