import { parseArgs } from 'node:util';
import { ahp, ahpFaults, DERIVATIONS, type Ahp, type Derivation } from '#domain/select/weigh/ahp.ts';
import { MOST_ITEMS, type Comparisons } from '#domain/select/weigh/comparisons.ts';
import { groupComparisons } from '#domain/select/weigh/group.ts';
import { CONSISTENCY_RULES, RANDOM_INDEX_TABLES, type ConsistencyRule, type RandomIndexTable } from '#domain/select/weigh/randomIndex.ts';
import { CommandFault, UsageFault } from './faults.ts';
import { readPairs } from './readPairs.ts';
import { padded, width } from './textWidth.ts';

export const WEIGH_USAGE = `vitalfew weigh --pairs FILE [--pairs FILE…] [--table ${RANDOM_INDEX_TABLES.join('|')}] [--method ${DERIVATIONS.join('|')}] [--limit ${CONSISTENCY_RULES.join('|')}] [--format table|json]

Weights from pairwise comparisons (AHP), without a server.
  --pairs   CSV or XLSX with the columns left, right, value, or JSON: [{"left","right","value"}…], {"items","pairs"} or {"items","matrix"}.
            value: how many times as much left matters as right: 1 to 9, 1/9 to 1/2, or a decimal; empty: not compared.
            Several files are several people; they are taken together by the geometric mean of each comparison.
  --table   random indexes of the consistency ratio; default: saaty1980
  --method  eigenvector (default) or geometric (geometric mean of each row)
  --limit   largest consistency ratio taken as consistent: saaty 0.10 (default), strict 0.05 for three items, 0.08 for four
  --format  table (default) or json, on standard output; everything else goes to standard error`;

interface Options { files: string[]; table: RandomIndexTable; derivation: Derivation; rule: ConsistencyRule; format: 'table' | 'json' }

/** `vitalfew weigh`: reads comparisons, finds weights, prints. Gives the exit code: 0, also where they contradict one another (it says so). */
export async function weighCommand(args: readonly string[], out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<number> {
  const options = readOptions(args);
  const people: Comparisons[] = [];
  for (const file of options.files) people.push(checked(file, await readPairs(file)));
  const given = people.length === 1 ? people[0]! : groupComparisons(people);
  const found = ahp(checked(people.length === 1 ? options.files[0]! : 'together', given, true), options);
  say(found, err);
  out.write(options.format === 'json' ? `${JSON.stringify(json(found), null, 2)}\n` : table(found));
  return 0;
}

function readOptions(args: readonly string[]): Options {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: { pairs: { type: 'string', multiple: true }, table: { type: 'string' }, method: { type: 'string' }, limit: { type: 'string' }, format: { type: 'string' } } });
  } catch (error) {
    throw new UsageFault((error as Error).message);
  }
  const { pairs = [], table = 'saaty1980', method = 'eigenvector', limit = 'saaty', format = 'table' } = parsed.values;
  if (pairs.length === 0) throw new UsageFault('Name a file of comparisons with --pairs.');
  return { files: pairs, table: oneOf('--table', table, RANDOM_INDEX_TABLES), derivation: oneOf('--method', method, DERIVATIONS), rule: oneOf('--limit', limit, CONSISTENCY_RULES), format: oneOf('--format', format, ['table', 'json'] as const) };
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new UsageFault(`${option}: ${value} is none of ${known.join(', ')}.`);
  return found;
}

/** Comparisons that can be weighed; of one person of several they need not connect everything. */
function checked(name: string, comparisons: Comparisons, connected = false): Comparisons {
  const faults = ahpFaults(comparisons).filter((fault) => connected || fault.reason !== 'not_connected');
  if (comparisons.items.length > MOST_ITEMS) throw new CommandFault(`${name}: ${comparisons.items.length} items; at most ${MOST_ITEMS} can be weighed.`);
  if (new Set(comparisons.items).size < comparisons.items.length) throw new CommandFault(`${name}: an item is named twice.`);
  if (faults.length > 0) throw new CommandFault(`${name}:\n${faults.slice(0, 20).map((fault) => `  ${fault.path}: ${fault.message}`).join('\n')}`);
  return comparisons;
}

function json(found: Ahp) {
  const { derivation: method, table: of, items, weights, percent, lambdaMax, ci, ri, cr, crIncomplete, limit, consistent, worst, triad, missing } = found;
  return {
    method, table: of, items, weights, percent, lambdaMax, ci, ri, cr, crIncomplete, limit, consistent,
    worst: worst && { left: worst.left, right: worst.right, given: worst.given, fits: worst.fits, crThen: worst.crThen }, triad: triad && { items: triad.items, first: triad.first, second: triad.second, direct: triad.direct, implied: triad.implied },
    missing: missing.map(({ left, right, value }) => ({ left, right, implied: value })),
  };
}

/** What stands beside the weights: how far the comparisons agree, and which one to look at again. */
function say(found: Ahp, err: NodeJS.WritableStream): void {
  const { items, cr, crIncomplete, table: of, limit, consistent, worst, missing, ri } = found;
  const ratio = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
  if (missing.length > 0) err.write(`${missing.length} of ${(items.length * (items.length - 1)) / 2} comparisons are missing; they are taken as the others imply.\n`);
  if (items.length <= 2) err.write('Fewer than three items cannot contradict one another: there is no consistency ratio.\n');
  else if (ri === null) err.write(`The table ${of} ends before ${items.length} items: there is no consistency ratio.\n`);
  else {
    const few = crIncomplete === null ? '' : `, ${ratio(crIncomplete)} for so few comparisons`;
    err.write(`Consistency ratio ${ratio(cr)} (${of})${few}: ${consistent ? `consistent enough, at most ${limit}` : `above ${limit}, the comparisons contradict one another`}.\n`);
  }
  if (worst && consistent === false) err.write(`Look again at ${worst.left} : ${worst.right} = ${fraction(worst.given)}; ${fraction(worst.fits)} would fit, and the ratio would be ${ratio(worst.crThen)}.\n`);
}

/** 3, 1/3, 2.45. */
function fraction(value: number): string {
  const turned = Math.round(1 / value);
  if (value < 1 && Math.abs(value * turned - 1) < 1e-6) return `1/${turned}`;
  return String(Math.round(value * 100) / 100);
}

function table({ items, weights, percent }: Ahp): string {
  const wide = Math.max(4, ...items.map(width));
  const order = items.map((_, n) => n).toSorted((a, b) => weights[b]! - weights[a]! || a - b);
  const line = (item: string, weight: string, share: string): string => `${padded(item, wide)}  ${weight.padStart(8)}  ${share.padStart(7)}\n`;
  return line('item', 'weight', 'rounded') + order.map((n) => line(items[n]!, weights[n]!.toFixed(6), `${percent[n]!.toFixed(1)} %`)).join('');
}
