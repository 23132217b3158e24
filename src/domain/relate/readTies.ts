import { cellText, isBlank, ownText, type Cell } from '../select/cell.ts';
import { headerWord } from '../select/proposePlan.ts';
import { readNumber } from '../select/readNumber.ts';
import { pairKey } from './pairKey.ts';

/** What a cell of a file of ties has wrong, as a sentence with its row and column. */
export interface TieFault { readonly row: number; readonly column: string; readonly sentence: string }

/** Columns by number. */
export interface TiePlan { readonly from: number; readonly to: number; readonly strength: number | null; readonly headers: readonly string[] }

const FROM = ['from', 'source', 'person1', '从', '起点', '甲', '引荐人', '来源'];
const TO = ['to', 'target', 'person2', '到', '至', '终点', '乙', '认识', '目标'];
const STRENGTH = ['strength', 'weight', '强度', '关系强度', '權重', '权重', '強度', '關係強度'];

/** Finds the columns by their headers; `named` is the column of the strength where its header is none of the known ones. A text says what is missing. */
export function tieColumns(cells: readonly Cell[], named?: string): TiePlan | string {
  const headers = cells.map((cell) => cellText(cell).trim());
  const words = headers.map(headerWord);
  const find = (known: readonly string[]) => words.findIndex((word) => known.some((alias) => headerWord(alias) === word));
  const [from, to] = [find(FROM), find(TO)];
  if (from < 0 || to < 0) return `row 1: a file of ties begins with the headers from,to[,strength]; here they are ${headers.filter(Boolean).join(', ') || 'empty'}.`;
  const strength = named === undefined ? find(STRENGTH) : words.indexOf(headerWord(named));
  if (named !== undefined && strength < 0) return `there is no column "${named}". Columns: ${headers.join(', ')}.`;
  return { from, to, strength: strength < 0 ? null : strength, headers };
}

/** One line of a file: two people by number, and how strong; null where the file does not say. */
export interface FileTie { readonly from: number; readonly to: number; readonly strength: number | null }

const FAULTS_KEPT = 20;

/** Takes in the rows of a file of ties. People get their numbers in the order in which they are named first. */
export class TieReading {
  readonly names: string[] = [];
  readonly ties: FileTie[] = [];
  readonly faults: TieFault[] = [];
  /** All faults, also those beyond the ones kept. */
  faulty = 0;
  /** Lines of strength 0: there is no tie. */
  zero = 0;
  private readonly numbers = new Map<string, number>();
  private readonly plan: TiePlan;
  private readonly most: number;

  /** @param most the largest strength that may stand in the file: 1, or Infinity for weights */
  constructor(plan: TiePlan, most: number) {
    this.plan = plan;
    this.most = most;
  }

  add(row: number, cells: readonly Cell[]): void {
    if (cells.every(isBlank)) return;
    const { plan } = this;
    const names = [plan.from, plan.to].map((column) => personName(cells[column]));
    const empty = names.findIndex((name) => name === '');
    if (empty >= 0) return this.fault(row, empty === 0 ? plan.from : plan.to, 'is empty; a tie has two people');
    const strength = this.strength(row, cells);
    if (strength === undefined) return;
    const [from, to] = names.map((name) => this.number(name)) as [number, number];
    if (strength === 0) this.zero++;
    else this.ties.push({ from, to, strength });
  }

  /** Number of a person by name; undefined for nobody. */
  find(name: string): number | undefined {
    return this.numbers.get(personName(name));
  }

  /** Undefined for a fault. */
  private strength(row: number, cells: readonly Cell[]): number | null | undefined {
    const column = this.plan.strength;
    if (column === null || isBlank(cells[column])) return null;
    const number = readNumber(cells[column], '.') ?? readNumber(cells[column], ',');
    // Divided, not multiplied: 70 % is 0.7.
    const value = number === null ? Number.NaN : number.shift < 0 ? Number(number.text) / 10 ** -number.shift : Number(number.text) * 10 ** number.shift;
    if (value >= 0 && value <= this.most && value < Infinity) return value;
    this.fault(row, column, `is "${cellText(cells[column])}"; ${this.most === 1 ? 'a strength is from 0 to 1' : 'a weight is 0 or more'}`);
    return undefined;
  }

  private number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const own = ownText(name);
    this.numbers.set(own, this.names.length);
    return this.names.push(own) - 1;
  }

  private fault(row: number, column: number, what: string): void {
    this.faulty++;
    const header = this.plan.headers[column]!;
    if (this.faults.length < FAULTS_KEPT) this.faults.push({ row, column: header, sentence: `row ${row}, column ${header}: it ${what}.` });
  }
}

function personName(cell: Cell | undefined): string {
  return cellText(cell).replace(/\s+/g, ' ').trim();
}

/** Ties without directions: each pair once, the stronger of several lines; nobody tied to himself. */
export class PairTies {
  readonly a: number[] = [];
  readonly b: number[] = [];
  readonly strength: number[] = [];
  /** Lines that named a tie again. */
  repeated = 0;
  toOneself = 0;
  private readonly places = new Map<number, number>();

  constructor(ties: Iterable<{ readonly from: number; readonly to: number; readonly strength: number }>) {
    for (const tie of ties) this.add(tie.from, tie.to, tie.strength);
  }

  /** Throws RangeError where there is no tie. */
  strengthOf(a: number, b: number): number {
    const place = this.places.get(pairKey(a, b));
    if (place === undefined) throw new RangeError(`There is no tie between ${a} and ${b}.`);
    return this.strength[place]!;
  }

  private add(from: number, to: number, strength: number): void {
    const place = this.places.get(pairKey(from, to));
    if (from === to) this.toOneself++;
    else if (place === undefined) {
      this.places.set(pairKey(from, to), this.a.length);
      this.a.push(from);
      this.b.push(to);
      this.strength.push(strength);
    } else {
      this.repeated++;
      this.strength[place] = Math.max(strength, this.strength[place]!);
    }
  }
}
