import { cellText, isBlank, ownText, type Cell } from './cell.ts';
import type { Fault, FaultCode, FieldName, ImportPlan, LeaveOut, Parameters } from './importPlan.ts';
import { minorProduct } from './minorProduct.ts';
import { readCurrency } from './readCurrency.ts';
import { dayReader, type DateSystem } from './readDay.ts';
import { readMinor, readNumber, readQuantity, unitShift } from './readNumber.ts';
import type { AboveWatch } from './aboveWatch.ts';
import { TotalWatch } from './totalWatch.ts';
import { isNonProduct, isTotalText, statusMeaning, type StatusMeaning } from './traps.ts';
import type { InvoiceLine, LineKind } from './trade.ts';

/** What became of a row. `blank` rows are nothing; `left` rows are no trade; `faulty` rows cannot be taken. */
export type ReadRow =
  | { readonly kind: 'blank' }
  | { readonly kind: 'line'; readonly line: InvoiceLine; readonly status: StatusMeaning }
  | { readonly kind: 'left'; readonly reason: LeaveOut; readonly text: string; readonly amount: number | null; readonly currency: string }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

const BLANK: ReadRow = { kind: 'blank' };
const REMEMBERED = 100_000;
/** Longest text kept of a cell: a longer one is a fault, not a silent cut. */
const LONGEST = { customerKey: 100, customerName: 200, invoiceNo: 100, product: 200, lineNo: 40, country: 100 } as const;

const isFilled = (cell: Cell) => !isBlank(cell);

/** Text of a code or name: blanks trimmed, and Excel's "15513.0" read as 15513. */
export function codeText(cell: Cell | undefined): string {
  const text = cellText(cell).trim();
  // Asked five times a line; nearly no text ends in a nought behind a point.
  return text.charCodeAt(text.length - 1) === 48 && text.includes('.') ? text.replace(/^(\d+)\.0+$/, '$1') : text;
}

/** Totals above their lines: rows known to be some, and (reading for the first time) what looks for them. */
export interface Above { readonly rows: ReadonlySet<number>; readonly watch: AboveWatch | null }
const NONE_ABOVE: Above = { rows: new Set(), watch: null };

/**
 * Reader of invoice lines for one file under a plan: cells of a row → line, faults, or why it is left out.
 * Amount = the amount column, else quantity × unit price. Cost likewise. Credit notes are negative in the file and stay so.
 */
export function lineReader(plan: ImportPlan, headers: readonly string[], dateSystem: DateSystem, above: Above = NONE_ABOVE): (row: number, cells: readonly Cell[]) => ReadRow {
  const at = plan.columns;
  const shift = unitShift(plan.unit);
  const readDay = dayReader(plan.dayOrder, dateSystem);
  const currencies = new Map<string, string | null>();
  const cellOf = (cells: readonly Cell[], field: FieldName): Cell | undefined => (at[field] === undefined ? undefined : cells[at[field]]);
  const textOf = (cells: readonly Cell[], field: FieldName): string => (at[field] === undefined ? '' : codeText(cells[at[field]]));
  const merge = new Map(Object.entries(plan.merge));
  const isTotal = remembered(isTotalText);
  const watch = new TotalWatch();
  const leaves = new Set(plan.leaveOut);
  const isCharge = remembered(isNonProduct);

  return (row, cells) => {
    if (!cells.some(isFilled)) return BLANK;
    const faults: Fault[] = [];
    const fault = (field: FieldName, code: FaultCode, params: Parameters = {}) => {
      faults.push({ row, column: at[field] === undefined ? '' : headers[at[field]] ?? '', value: cellText(cellOf(cells, field)).slice(0, 200), code, params });
    };
    const currencyText = textOf(cells, 'currency');
    let currency: string = plan.currency;
    if (currencyText !== '') {
      let read = currencies.get(currencyText);
      if (read === undefined) currencies.set(currencyText, (read = readCurrency(currencyText)));
      if (read === null) fault('currency', 'not_a_currency');
      else currency = read;
    }
    const amountOf = (): number | null => {
      const cell = cellOf(cells, 'amount');
      if (!isBlank(cell)) return readMinor(cell, currency, plan.decimal, shift);
      const price = readNumber(cellOf(cells, 'unitPrice'), plan.decimal);
      const quantity = readNumber(cellOf(cells, 'quantity'), plan.decimal);
      return price === null || quantity === null ? null : minorProduct(quantity, price, currency, shift);
    };

    const name = textOf(cells, 'customerName');
    const code = textOf(cells, 'customerKey');
    let seen = false;
    const see = (amount: number): void => {
      if (!seen) above.watch?.row(row, name || code, amount, currency);
      seen = true;
    };
    const left = (reason: LeaveOut, text: string): ReadRow => {
      const amount = amountOf();
      const known = amount !== null && Number.isSafeInteger(amount) ? amount : null;
      if (reason === 'total_row') watch.total(currency);
      else if (known !== null) {
        watch.line(name || code, known, currency);
        see(known);
      }
      return { kind: 'left', reason, text, amount: known, currency };
    };
    const totalText = isTotal(name) ? name : isTotal(code) ? code : name === '' && code === '' ? cells.map(cellText).find(isTotalText) : undefined;
    if (totalText !== undefined && leaves.has('total_row')) return left('total_row', totalText);
    const status = at.status === undefined ? 'counts' : statusMeaning(textOf(cells, 'status'));
    if (status === 'cancelled') return left('cancelled', `${textOf(cells, 'invoiceNo')} ${textOf(cells, 'status')}`.trim());
    if (status === 'not_won' && leaves.has('not_won')) return left('not_won', textOf(cells, 'status'));
    if (name === '' && code === '') {
      if (leaves.has('no_customer')) return left('no_customer', cells.map(cellText).filter((text) => text !== '').slice(0, 4).join(' · '));
      fault(at.customerName === undefined ? 'customerKey' : 'customerName', 'missing');
    }

    const invoiceNo = textOf(cells, 'invoiceNo');
    const product = textOf(cells, 'product');
    const day = readDay(cellOf(cells, 'day'));
    if (day === null) fault('day', isBlank(cellOf(cells, 'day')) ? 'missing' : errorOr(cellOf(cells, 'day'), 'not_a_day'));
    else if (day === 'no_such_day') fault('day', 'no_such_day');
    const amount = amountOf();
    // Before the faults: a total row has no day.
    if (amount !== null && leaves.has('total_row') && (above.rows.has(row) || watch.isSum(name || code, amount, currency))) return left('total_row', name || code);
    if (amount !== null && Number.isSafeInteger(amount)) see(amount);
    if (amount === null) {
      const field: FieldName = at.amount === undefined ? 'unitPrice' : 'amount';
      const cell = cellOf(cells, field);
      fault(field, isBlank(cell) ? (at.amount === undefined ? 'no_amount' : 'missing') : errorOr(cell, 'not_a_number'));
    } else if (!Number.isSafeInteger(amount)) fault('amount', 'too_large');
    const cost = costOf(cells, cellOf, plan, currency, shift, amount);
    if (cost !== null && !Number.isSafeInteger(cost)) fault(at.cost === undefined ? 'unitCost' : 'cost', isBlank(cellOf(cells, 'cost')) ? 'too_large' : errorOr(cellOf(cells, 'cost'), 'not_a_number'));
    const quantityCell = cellOf(cells, 'quantity');
    const quantity = isBlank(quantityCell) ? null : readQuantity(quantityCell, plan.decimal);
    if (quantity === null && !isBlank(quantityCell)) fault('quantity', errorOr(quantityCell, 'not_a_number'));
    const optionalDay = (field: 'dueDay' | 'paidDay') => {
      const cell = cellOf(cells, field);
      if (isBlank(cell)) return null;
      const read = readDay(cell);
      if (read !== null && read !== 'no_such_day') return read;
      fault(field, read === null ? errorOr(cell, 'not_a_day') : 'no_such_day');
      return null;
    };
    const dueDay = optionalDay('dueDay');
    const paidDay = optionalDay('paidDay');
    const short = (field: keyof typeof LONGEST, text: string) => { if (text.length > LONGEST[field]) fault(field, 'too_long', { longest: LONGEST[field] }); };
    short('customerKey', code);
    short('customerName', name);
    short('invoiceNo', invoiceNo);
    short('product', product);
    if (faults.length > 0) return { kind: 'faulty', faults };

    const credit = amount! < 0 || status === 'credit' || /^c\d{4,}/i.test(invoiceNo);
    if (credit && leaves.has('cancelled') && /^c\d{4,}/i.test(invoiceNo)) return left('cancelled', invoiceNo);
    const charge = product !== '' && isCharge(product);
    if (charge && leaves.has('non_product')) return left('non_product', product);
    const kind: LineKind = credit ? 'credit' : charge ? 'charge' : 'sale';
    const key = code || name;
    watch.line(name || code, amount!, currency);
    return {
      kind: 'line', status,
      line: {
        row, customerKey: merge.get(key) ?? key, customerName: name || code, country: textOf(cells, 'country') || null, invoiceNo: invoiceNo || null, day: day as string, currency,
        amount: status === 'credit' ? -Math.abs(amount!) : amount!, cost, quantity, product: product || null, lineNo: textOf(cells, 'lineNo') || null, kind, dueDay, paidDay,
      },
    };
  };
}

/** Names and products come again line after line: each text is looked at once. */
function remembered(test: (text: string) => boolean): (text: string) => boolean {
  const seen = new Map<string, boolean>();
  return (text) => {
    // Codes of digits are neither a total nor a charge.
    const first = text.charCodeAt(0);
    if (text === '' || (first >= 48 && first <= 57)) return false;
    const known = seen.get(text);
    if (known !== undefined) return known;
    const is = test(text);
    if (seen.size < REMEMBERED) seen.set(ownText(text), is);
    return is;
  };
}

function errorOr(cell: Cell | undefined, code: FaultCode): FaultCode {
  return cell !== null && typeof cell === 'object' && 'error' in cell ? 'cell_error' : code;
}

/** Cost of the line with the amount's sign; null when the file gives none, NaN when it is unreadable. */
function costOf(cells: readonly Cell[], cellOf: (cells: readonly Cell[], field: FieldName) => Cell | undefined, plan: ImportPlan, currency: string, shift: number, amount: number | null): number | null {
  const cell = cellOf(cells, 'cost');
  let cost: number | null = null;
  if (!isBlank(cell)) cost = readMinor(cell, currency, plan.decimal, shift) ?? Number.NaN;
  else {
    const unit = readNumber(cellOf(cells, 'unitCost'), plan.decimal);
    const quantity = readNumber(cellOf(cells, 'quantity'), plan.decimal);
    if (unit !== null && quantity !== null) cost = minorProduct(quantity, unit, currency, shift);
  }
  return cost !== null && amount !== null && amount < 0 && cost > 0 ? -cost : cost;
}
