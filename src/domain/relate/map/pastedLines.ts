import { simplified } from '#domain/simplified.ts';
import { cellsOf } from '#domain/select/pastedRows.ts';
import { normalisePersonName, tidyName } from '../person/personName.ts';
import type { LineKind } from './scales.ts';

/** How two columns are meant. `asks`: the first asks the second, who therefore influences the first; `influences`: the first influences the second. */
export type LineReading = 'asks' | 'influences';
/** A row as copied from a spreadsheet, with its number there (a header counts). */
export interface PastedLine { readonly row: number; readonly first: string; readonly second: string; readonly weight: string; readonly kind: string }
export interface PastedLines { readonly lines: readonly PastedLine[]; /** The first row, where it names the columns. */ readonly header: readonly string[] | null; /** The reading that the header speaks of. */ readonly suggests: LineReading | null }

/** Somebody a row may mean, by any of the names he is known by. */
export interface MapName { readonly id: number; readonly names: readonly string[]; readonly onMap: boolean }
/** Who stands in a cell: somebody known, or the n-th of `unknown`. */
export type LineEnd = { readonly id: number } | { readonly unknown: number };
export interface MatchedLine { readonly row: number; readonly from: LineEnd; readonly to: LineEnd; readonly kind: LineKind; readonly weight: 1 | 2 | 3; readonly sign: 1 | -1 }
/** Why a row cannot be taken. `value`: what stands in it. */
export interface LineFault { readonly row: number; readonly reason: 'paste_name' | 'paste_several' | 'paste_weight' | 'paste_kind' | 'paste_self' | 'paste_twice'; readonly value: string }
export interface MatchedLines {
  readonly lines: readonly MatchedLine[];
  /** Names that nobody has, as first written. */
  readonly unknown: readonly { readonly name: string; readonly rows: readonly number[] }[];
  /** Known people who are not on the map yet. */
  readonly joining: readonly number[];
  readonly faults: readonly LineFault[];
}

const plain = (text: string): string => simplified(text.normalize('NFKC').toLowerCase()).replace(/[\s._-]+/g, ' ').trim();
const FIRST = new Set(['from', 'who', 'source', 'name', 'asker', 'who asks', 'who influences', 'influencer', '从', '谁', '姓名', '来源', '请教者', '提问者', '谁请教', '谁问', '影响者', '谁影响', '人员']);
const SECOND = new Set(['to', 'whom', 'target', 'asked', 'adviser', 'advisor', 'asks', 'asks whom', 'influences', 'influences whom', 'influenced', '到', '向', '指向', '向谁', '问谁', '请教谁', '找谁', '被请教者', '影响谁', '被影响者', '对象']);
const WEIGHT = new Set(['weight', 'strength', '强度', '权重', '力度', '分量']);
const KIND = new Set(['kind', 'type', '类型', '关系', '种类']);
const KINDS: Readonly<Record<string, LineKind>> = { '': 'influence', influence: 'influence', influences: 'influence', asks: 'influence', advice: 'influence', 影响: 'influence', 请教: 'influence', 咨询: 'influence', conflict: 'conflict', 'at odds': 'conflict', 冲突: 'conflict', 矛盾: 'conflict', 对立: 'conflict' };
const WEIGHTS: Readonly<Record<string, number>> = { '': 1, light: 1, strong: 2, 'very strong': 3, 弱: 1, 强: 2, 很强: 3 };

/**
 * Lines in a text: two to four columns (who, whom, weight, kind) as a spreadsheet copies them, or apart by commas, semicolons or arrows. A first row of known
 * column names is the header, and may change the order. Empty rows count in the numbers and nowhere else.
 */
export function readPastedLines(text: string): PastedLines {
  const cells = text.includes('\t') ? cellsOf(text) : text.split(/\r?\n/).map((row) => row.split(/[,，;；]|->|→/));
  const rows = cells.map((row, n) => ({ row: n + 1, cells: row.map((cell) => cell.normalize('NFC').replace(/[\s\u3000]+/g, ' ').trim().replace(/^'(?=[=+\-@])/, '')) })).filter((row) => row.cells.some((cell) => cell !== ''));
  const words = (rows[0]?.cells ?? []).map(plain);
  const at = [FIRST, SECOND, WEIGHT, KIND].map((names) => words.findIndex((word) => names.has(word)));
  const headed = at.some((column) => column >= 0);
  // Columns without a known name keep the places that are left, in the usual order.
  const left = [0, 1, 2, 3].filter((column) => !at.includes(column));
  const [first, second, weight, kind] = (headed ? at.map((column) => (column >= 0 ? column : left.shift() ?? -1)) : [0, 1, 2, 3]) as [number, number, number, number];
  const named = words.join(' ');
  return {
    header: headed ? rows[0]!.cells : null, suggests: !headed ? null : /influenc|影响/.test(named) ? 'influences' : /\bask|advic|advis|请教|问|咨询|找谁/.test(named) ? 'asks' : null,
    lines: rows.slice(headed ? 1 : 0).map(({ row, cells: cell }) => ({ row, first: cell[first] ?? '', second: cell[second] ?? '', weight: cell[weight] ?? '', kind: cell[kind] ?? '' })),
  };
}

/**
 * Who is meant in each row, and every row that cannot be taken. A conflict has no direction; of an influence `reading` says it. Names are compared as `normalisePersonName` does (width, case, script, order of western names);
 * of two of one name the one on the map is meant. A weight of 1 to 3, below zero: pulls against; an empty one is 1.
 */
export function matchLines(lines: readonly PastedLine[], people: readonly MapName[], reading: LineReading): MatchedLines {
  const known = Map.groupBy(people.flatMap((person) => [...new Set(person.names.map(normalisePersonName))].filter((name) => name !== '').map((name) => ({ name, person }))), ({ name }) => name);
  const unknown = new Map<string, { name: string; rows: number[]; at: number }>();
  const joining = new Set<number>();
  const faults: LineFault[] = [];
  const seen = new Set<string>();
  const found: MatchedLine[] = [];
  const endOf = (name: string, row: number): LineEnd | null => {
    const key = normalisePersonName(name);
    const wrong = (reason: LineFault['reason']): null => {
      faults.push({ row, reason, value: name });
      return null;
    };
    if (key === '') return wrong('paste_name');
    const all = [...new Set((known.get(key) ?? []).map(({ person }) => person))];
    const there = all.filter(({ onMap }) => onMap);
    const one = there.length === 1 ? there[0]! : all.length === 1 ? all[0]! : null;
    if (one) return { id: one.id };
    if (all.length > 1) return wrong('paste_several');
    const entry = unknown.get(key) ?? { name: tidyName(name), rows: [], at: unknown.size };
    unknown.set(key, entry);
    if (entry.rows.at(-1) !== row) entry.rows.push(row);
    return { unknown: entry.at };
  };
  for (const line of lines) {
    const before = faults.length;
    const [first, second] = [endOf(line.first, line.row), endOf(line.second, line.row)];
    const kind = KINDS[plain(line.kind)];
    if (kind === undefined) faults.push({ row: line.row, reason: 'paste_kind', value: line.kind });
    const weight = WEIGHTS[plain(line.weight)] ?? Number(line.weight.normalize('NFKC').trim().replace(/^[−–]/, '-'));
    if (![1, 2, 3].includes(Math.abs(weight))) faults.push({ row: line.row, reason: 'paste_weight', value: line.weight });
    if (first === null || second === null || kind === undefined || faults.length > before) continue;
    const [from, to] = reading === 'asks' && kind === 'influence' ? [second, first] : [first, second];
    const [a, b] = [nameOf(from), nameOf(to)];
    const key = `${kind} ${kind === 'conflict' ? [a, b].toSorted().join(' ') : `${a} ${b}`}`;
    if (a === b) faults.push({ row: line.row, reason: 'paste_self', value: line.first });
    else if (seen.has(key)) faults.push({ row: line.row, reason: 'paste_twice', value: `${line.first} → ${line.second}` });
    else found.push({ row: line.row, from, to, kind, weight: Math.abs(weight) as 1 | 2 | 3, sign: weight < 0 ? -1 : 1 });
    seen.add(key);
  }
  const off = new Set(people.filter(({ onMap }) => !onMap).map(({ id }) => id));
  for (const { from, to } of found) for (const end of [from, to]) if ('id' in end && off.has(end.id)) joining.add(end.id);
  return { lines: found, unknown: [...unknown.values()].map(({ name, rows }) => ({ name, rows })), joining: [...joining], faults };
}

const POSITION = /(?:总监|总经理|经理|主任|部长|厂长|工程师|董事长|总裁|主管|科长|处长|院长|所长|专员|采购员)$/u;
const POSITION_WORD = /\b(?:director|manager|head|officer|engineer|buyer|president|chair(?:man|woman)?|supervisor|controller|c[efiot]o)\b/i;

/** Whether an unknown name is more likely a position (质量总监, Head of quality) than a person; 王经理 is a person. Only a proposal. */
export function looksLikePosition(name: string): boolean {
  const text = simplified(name.normalize('NFKC')).trim();
  if (/\d/.test(text)) return false;
  const title = POSITION.exec(text);
  return title === null ? POSITION_WORD.test(text) : title.index !== 1;
}

const nameOf = (end: LineEnd): string => ('id' in end ? `#${end.id}` : `?${end.unknown}`);
