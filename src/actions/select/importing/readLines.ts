import { cellText, ownText } from '#domain/select/cell.ts';
import type { Day } from '#domain/day.ts';
import type { Fault, ImportPlan, ImportReport, Trap } from '#domain/select/importPlan.ts';
import { contentHash, identityFields, identityHash } from '#domain/select/lineHash.ts';
import { normaliseKey } from '#domain/select/name.ts';
import { Occurrences } from '#domain/select/occurrences.ts';
import { AboveWatch, type AboveTotal } from '#domain/select/aboveWatch.ts';
import { lineReader } from '#domain/select/readLine.ts';
import { isTotalText, TrapCollector } from '#domain/select/traps.ts';
import type { InvoiceLine } from '#domain/select/trade.ts';
import { openTable } from '../../files/openTable.ts';
import type { Table } from '../../files/table.ts';
import { RowTally } from './rowTally.ts';
import { LinePacker, type FileCustomer, type Reading } from './lineSet.ts';

/** A file to be read by a plan. */
export interface ReadTask { readonly path: string; readonly fileName: string; readonly headers: readonly string[]; readonly plan: ImportPlan; readonly today: Day; /** Rows that an earlier reading found to be totals above their lines. */ readonly above?: readonly number[] }

/** What is known once the whole file has been read. */
export type ReadSummary = Pick<ImportReport, 'rows' | 'leftOut' | 'faults' | 'totals' | 'firstDay' | 'lastDay'> & { readonly traps: Trap[]; /** Totals above their lines, found by this reading: still among the lines it gave. */ readonly above: AboveTotal[] };
export type Progress = (rows: number, bytes: number) => void;

const FAULTS_IN_A_SET = 5000;

/** Opens the file of a task as its plan says. */
export async function tableOf(task: ReadTask): Promise<Table> {
  const { sheet, encoding, delimiter } = task.plan;
  return await openTable(task.path, task.fileName, { sheet, ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}) });
}

/**
 * Reads a file of invoice lines: sets of lines with their hashes, one after the other, and at the end what the whole was like.
 * Holds one set, the customers and 20 bytes a line (to tell repeated lines apart), never the file. Throws Refusal('file_refused').
 */
export async function* readLines(task: ReadTask, progress: Progress): AsyncGenerator<Reading, ReadSummary> {
  const table = await tableOf(task);
  const { plan } = task;
  const watch = task.above === undefined ? new AboveWatch() : null;
  const read = lineReader({ ...plan, merge: {} }, task.headers, table.dateSystem, { rows: new Set(task.above), watch });
  const identity = identityFields(plan.matchKeys);
  const occurrences = new Occurrences();
  const traps = new TrapCollector();
  const customers = new Customers(plan.merge);
  const totals = new Map<string, { currency: string; amount: number; lines: number }>();
  let total = { currency: '', amount: 0, lines: 0 };
  const tally = new RowTally();
  let firstDay: Day | null = null;
  let lastDay: Day | null = null;
  let packer = new LinePacker();
  let faults: Fault[] = [];
  const take = (): Reading => {
    const reading = { lines: packer.take(), customers: customers.fresh(), faults };
    packer = new LinePacker();
    faults = [];
    return reading;
  };

  for await (const batch of table.rows()) {
    for (const { row, cells } of batch) {
      if (row <= plan.headerRow + 1) continue;
      const result = tally.take(read(row, cells), row, faults, traps);
      if (result) {
        const { line } = result;
        const customer = customers.numberOf(line);
        const { hash, occurrence } = occurrences.next(customer, identityHash(line, identity));
        packer.add(line, customer, hash, contentHash(line));
        if (total.currency !== line.currency) {
          total = totals.get(line.currency) ?? { currency: line.currency, amount: 0, lines: 0 };
          totals.set(line.currency, total);
        }
        total.amount += line.amount;
        total.lines++;
        if (firstDay === null || line.day < firstDay) firstDay = line.day;
        if (lastDay === null || line.day > lastDay) lastDay = line.day;
        const add = (code: Trap['code'], text: string) => traps.add(code, row, text, false, line.amount, line.currency);
        if (occurrence > 1) add('repeated_line', textOf(line));
        if (line.kind === 'charge') add('non_product', line.product ?? '');
        if (line.day > task.today) add('future_day', line.day);
        if (result.status === 'unknown') add('unknown_status', cellText(cells[plan.columns.status ?? -1]));
        if (/^c\d{4,}/i.test(line.invoiceNo ?? '')) add('cancelled', line.invoiceNo!);
        if (customers.isTotal) add('total_row', line.customerName);
      }
      if (packer.full || faults.length >= FAULTS_IN_A_SET) yield take();
    }
    progress(tally.rows, table.bytesRead());
  }
  yield take();
  const above = watch?.found() ?? [];
  for (const total of above) traps.add('total_row', total.row, total.text, false, total.amount, total.currency);
  customers.countInto(traps);
  const sums = [...totals.values()].toSorted((a, b) => b.lines - a.lines || (a.currency < b.currency ? -1 : 1));
  return { rows: tally.rows, leftOut: tally.leftOut, faults: tally.faulty, totals: sums, firstDay, lastDay, traps: traps.result(sums), above };
}

function textOf(line: InvoiceLine): string {
  return [line.invoiceNo, line.day, line.product, line.customerName].filter((text) => text !== null).join(' · ');
}

/** Customers of a file, numbered in the order in which they come up; two spellings of one code are one, and so is who is merged. */
class Customers {
  private readonly merge: ReadonlyMap<string, string>;
  private readonly byKey = new Map<string, { number: number; name: string; lines: number; isTotal: boolean }>();
  private readonly byNorm = new Map<string, { number: number; borrowed: boolean }>();
  private news: FileCustomer[] = [];
  /** Whether the customer that was numbered last reads like a total row that the plan keeps. */
  isTotal = false;

  constructor(merge: Readonly<Record<string, string>>) {
    this.merge = new Map(Object.entries(merge));
  }

  numberOf(line: InvoiceLine): number {
    let customer = this.byKey.get(line.customerKey);
    if (customer === undefined) {
      const name = ownText(line.customerName);
      customer = { number: this.meet(line), name, lines: 0, isTotal: isTotalText(name) || isTotalText(line.customerKey) };
      this.byKey.set(ownText(line.customerKey), customer);
    }
    customer.lines++;
    this.isTotal = customer.isTotal;
    return customer.number;
  }

  private meet(line: InvoiceLine): number {
    const target = this.merge.get(line.customerKey);
    const key = ownText(target ?? line.customerKey);
    const keyNorm = normaliseKey(key);
    const known = this.byNorm.get(keyNorm);
    const number = known?.number ?? this.byNorm.size;
    const borrowed = target !== undefined;
    if (known === undefined || (known.borrowed && !borrowed)) {
      this.byNorm.set(keyNorm, { number, borrowed });
      // Its own name takes the place of the borrowed one, if that has not been handed on yet.
      if (known) this.news = this.news.filter((customer) => customer.number !== number);
      this.news.push({ number, key, keyNorm, name: ownText(line.customerName), country: line.country });
    }
    return number;
  }

  fresh(): FileCustomer[] {
    const news = this.news;
    this.news = [];
    return news;
  }

  /** By their codes as they stand in the file: what is merged is still shown as what it was. */
  countInto(traps: TrapCollector): void {
    const spelled = new Map<string, string>();
    for (const [key, { name, lines }] of this.byKey) {
      const norm = normaliseKey(key);
      if (!spelled.has(norm)) spelled.set(norm, key);
      traps.customer(spelled.get(norm)!, name, lines);
    }
  }
}
