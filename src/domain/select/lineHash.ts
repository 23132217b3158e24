import type { FieldName } from './importPlan.ts';
import type { InvoiceLine } from './trade.ts';

/** Fields that can tell an invoice line from another (匹配键), as far as a line keeps them. */
export const MATCHABLE = ['invoiceNo', 'lineNo', 'day', 'product', 'quantity', 'currency', 'amount', 'cost', 'dueDay', 'paidDay'] as const satisfies readonly (FieldName & keyof InvoiceLine)[];
type Matchable = (typeof MATCHABLE)[number];

/** Without chosen keys the line itself is its key: all but what is settled later about it (cost, due day, payment). */
const WHOLE_LINE: readonly Matchable[] = ['invoiceNo', 'lineNo', 'day', 'product', 'quantity', 'currency', 'amount'];

/** The fields that identify a line under a plan; the customer always does too. Keys a line does not keep are passed over. */
export function identityFields(matchKeys: readonly FieldName[]): readonly Matchable[] {
  const chosen = MATCHABLE.filter((field) => matchKeys.includes(field));
  return chosen.length === 0 ? WHOLE_LINE : chosen;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
let low = 0;
let high = 0;

function start(): void {
  low = 0xdeadbeef | 0;
  high = 0x41c6ce57 | 0;
}

function word(value: number): void {
  low = Math.imul(low ^ value, 0x9e3779b1);
  high = Math.imul(high ^ value, 0x5f356495);
}

/** Every field ends in a mark no text contains, so that ("ab", "c") and ("a", "bc") differ. */
function textField(value: string | null): void {
  if (value === null) return word(0x110001);
  let [a, b] = [low, high];
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  low = a;
  high = b;
  word(0x110000);
}

function numberField(value: number | null): void {
  if (value === null) return word(0x110001);
  float[0] = value === 0 ? 0 : value;
  word(words[0]!);
  word(words[1]!);
  word(0x110002);
}

function field(value: string | number | null): void {
  if (typeof value === 'number') numberField(value);
  else textField(value);
}

/** 52 bits of the two lanes, mixed as in MurmurHash3's end: every bit of the input moves every bit of the result. */
function finish(): number {
  let a = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  let b = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  a ^= a >>> 16;
  b ^= b >>> 15;
  return (b >>> 12) * 4_294_967_296 + (a >>> 0);
}

/** 52-bit hash of a line's identity under the given fields (a whole number below 2^52, exact on both engines). */
export function identityHash(line: InvoiceLine, fields: readonly Matchable[]): number {
  start();
  if (fields === WHOLE_LINE) wholeLine(line);
  else for (const name of fields) field(line[name]);
  return finish();
}

/** 52-bit hash of everything a line says: two versions of one line that differ in it are a change. */
export function contentHash(line: InvoiceLine): number {
  start();
  wholeLine(line);
  numberField(line.cost);
  textField(line.dueDay);
  textField(line.paidDay);
  textField(line.kind);
  return finish();
}

/** The fields of WHOLE_LINE, written out: this runs twice a line. */
function wholeLine(line: InvoiceLine): void {
  textField(line.invoiceNo);
  textField(line.lineNo);
  textField(line.day);
  textField(line.product);
  numberField(line.quantity);
  textField(line.currency);
  numberField(line.amount);
}

/** Hash of two numbers, e.g. of an identity and the occurrence of it, or of a customer and an identity. */
export function pairHash(a: number, b: number): number {
  start();
  numberField(a);
  numberField(b);
  return finish();
}

/** 52-bit hash of a text. */
export function textHash(text: string): number {
  start();
  textField(text);
  return finish();
}
