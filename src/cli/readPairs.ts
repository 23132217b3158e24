import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openTable } from '#actions/files/openTable.ts';
import { cellText } from '#domain/select/cell.ts';
import { comparisonsOf, type Comparison, type Comparisons } from '#domain/select/weigh/comparisons.ts';
import { CommandFault } from './faults.ts';

const HEADERS: Record<'left' | 'right' | 'value', RegExp> = {
  left: /^(left|a|item ?1|first|左|左项|甲|项目1)$/i, right: /^(right|b|item ?2|second|右|右项|乙|项目2)$/i, value: /^(value|judgement|judgment|ratio|值|判断|比值|标度)$/i,
};

/**
 * Comparisons from a file. CSV or XLSX: columns left, right, value (by header, else the first three). JSON: a list of { left, right, value },
 * { items?, pairs }, { items?, matrix } or a matrix alone. Values are 1 … 9, decimals, or fractions such as 1/3; an empty one is a comparison
 * that was not made. Throws CommandFault with the place of every value that is none.
 */
export async function readPairs(file: string): Promise<Comparisons> {
  const text = await readFile(file, 'utf8');
  return /^\ufeff?\s*[[{]/.test(text) ? fromJson(file, text.replace(/^\ufeff/, '')) : await fromTable(file);
}

/** 3 · 0.333 · "1/3" · "1:3" · null for nothing · NaN for what is no number. */
export function readJudgement(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  const text = String(value).normalize('NFKC').trim();
  if (text === '' || text === '-' || text === '–') return null;
  const fraction = /^(\d+(?:\.\d+)?)\s*[/:]\s*(\d+(?:\.\d+)?)$/.exec(text);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
  return /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

async function fromTable(file: string): Promise<Comparisons> {
  const rows: { row: number; cells: string[] }[] = [];
  for await (const batch of (await openTable(file, basename(file))).rows()) for (const { row, cells } of batch) rows.push({ row, cells: cells.map((cell) => cellText(cell).trim()) });
  const [first, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!first) throw new CommandFault(`${file}: there is not one comparison in it.`);
  const at = (name: keyof typeof HEADERS): number => first.cells.findIndex((cell) => HEADERS[name].test(cell));
  const named = at('left') >= 0 && at('right') >= 0 && at('value') >= 0;
  const [left, right, value] = named ? [at('left'), at('right'), at('value')] : [0, 1, 2];
  const faults: string[] = [];
  const items: string[] = [];
  const pairs: Comparison[] = [];
  for (const { row, cells } of named ? rest : [first, ...rest]) {
    const [one = '', other = ''] = [cells[left], cells[right]];
    const judgement = readJudgement(cells[value]);
    if (one === '' || other === '') faults.push(`  row ${row}: a comparison names two items.`);
    else if (Number.isNaN(judgement)) faults.push(`  row ${row}: "${cells[value]}" is no judgement (1 to 9, 1/9 to 1/2, or a decimal).`);
    items.push(one, other);
    if (judgement !== null) pairs.push({ left: one, right: other, value: judgement });
  }
  if (faults.length > 0) throw new CommandFault(`${file}:\n${faults.slice(0, 20).join('\n')}`);
  return { items: [...new Set(items)], pairs };
}

function fromJson(file: string, text: string): Comparisons {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new CommandFault(`${file}: this is no JSON (${(error as Error).message}).`);
  }
  const { items, pairs, matrix } = (Array.isArray(body) ? (Array.isArray(body[0]) ? { matrix: body } : { pairs: body }) : body) as { items?: unknown; pairs?: unknown; matrix?: unknown };
  if (items !== undefined && !(Array.isArray(items) && items.every((item) => typeof item === 'string' && item !== ''))) throw new CommandFault(`${file}: items is a list of names.`);
  if (Array.isArray(matrix) && matrix.every((row) => Array.isArray(row))) return fromMatrix(file, matrix as unknown[][], items as string[] | undefined);
  if (!Array.isArray(pairs)) throw new CommandFault(`${file}: expected a list of { left, right, value }, or { pairs }, or { items, matrix }.`);
  const read = pairs.map((pair: unknown, n) => {
    const { left, right, value } = (pair ?? {}) as Record<string, unknown>;
    const judgement = readJudgement(value);
    if (typeof left !== 'string' || typeof right !== 'string' || left === '' || right === '') throw new CommandFault(`${file}: pairs.${n}: a comparison names two items, left and right.`);
    if (Number.isNaN(judgement)) throw new CommandFault(`${file}: pairs.${n}.value: "${String(value)}" is no judgement.`);
    return { left, right, value: judgement };
  });
  const known = (items as string[] | undefined) ?? [...new Set(read.flatMap(({ left, right }) => [left, right]))];
  return { items: known, pairs: read.flatMap(({ left, right, value }) => (value === null ? [] : [{ left, right, value }])) };
}

function fromMatrix(file: string, matrix: readonly (readonly unknown[])[], items: readonly string[] | undefined): Comparisons {
  const entries = matrix.map((row, i) => row.map((value, j) => {
    const judgement = readJudgement(value);
    if (Number.isNaN(judgement)) throw new CommandFault(`${file}: matrix.${i}.${j}: "${String(value)}" is no judgement.`);
    return judgement;
  }));
  const { comparisons, faults } = comparisonsOf(entries, items);
  if (faults.length > 0) throw new CommandFault(`${file}:\n${faults.map((fault) => `  ${fault.path}: ${fault.message}`).join('\n')}`);
  return comparisons;
}
