import { Refusal } from '#domain/refusal.ts';
import { scaleTo100 } from '../rebalance.ts';
import { comparisonFaults, comparisonsOf, entriesOf, looseItems, MOST_ITEMS, type Comparison, type Comparisons, type Entries } from './comparisons.ts';
import { complete } from './complete.ts';
import { consistencyOf, type Consistency } from './consistency.ts';
import { mostDisturbing, type Disturbing } from './disturbing.ts';
import { logLeastSquares } from './logLeastSquares.ts';
import type { ConsistencyRule, RandomIndexTable } from './randomIndex.ts';
import { worstTriad, type Triad } from './triad.ts';

/** How weights come from the comparisons: `eigenvector` (Saaty 1980) or `geometric` (row geometric mean, Crawford and Williams 1985). */
export const DERIVATIONS = ['eigenvector', 'geometric'] as const;
export type Derivation = (typeof DERIVATIONS)[number];

export interface AhpOptions {
  readonly table?: RandomIndexTable | undefined;
  readonly derivation?: Derivation | undefined;
  readonly rule?: ConsistencyRule | undefined;
}

/** The comparison to look at again: what was said, what would fit instead, and the consistency ratio that would result (null where there is none). */
export interface WorstComparison { readonly left: string; readonly right: string; readonly given: number; readonly fits: number; readonly fitsExactly: number; readonly crThen: number | null }

/** Weights from pairwise comparisons, with what was used to find them. */
export interface Ahp extends Consistency {
  readonly items: readonly string[];
  readonly derivation: Derivation;
  readonly table: RandomIndexTable;
  readonly rule: ConsistencyRule;
  /** One an item, adding to 1. */
  readonly weights: readonly number[];
  /** The same as weights of a score model: per cent with one decimal, adding to exactly 100. */
  readonly percent: readonly number[];
  /** Pairs that were not compared, with the value the others imply. */
  readonly missing: readonly Comparison[];
  readonly worst: WorstComparison | null;
  readonly triad: (Triad & { readonly items: readonly [string, string, string] }) | null;
}

/**
 * Analytic hierarchy process (层次分析法) on one level: weights from comparisons of pairs, given as pairs or as a matrix (null: not compared).
 * Missing comparisons are chosen so that λmax is least (`complete`). The consistency is that of λmax in both derivations.
 * Refuses (invalid) what is not on the scale, named twice or unknown, and comparisons that leave items unconnected, which it names.
 */
export function ahp(given: Comparisons | Entries, options: AhpOptions = {}): Ahp {
  const { table = 'saaty1980', derivation = 'eigenvector', rule = 'saaty' } = options;
  const comparisons = checked(given);
  const { items } = comparisons;
  const entries = entriesOf(comparisons);
  const full = complete(entries);
  const weights = derivation === 'eigenvector' ? [...full.vector] : logLeastSquares(entries);
  const missing = items.flatMap((left, i) => items.flatMap((right, j) => (i < j && entries[i]![j] === null ? [{ left, right, value: full.matrix[i * items.length + j]! }] : [])));
  const consistency = consistencyOf(items.length, full.lambdaMax, missing.length, table, rule);
  return {
    items, derivation, table, rule, weights, percent: scaleTo100(weights), missing, ...consistency,
    worst: worstOf(comparisons, mostDisturbing(entries, full), (lambda) => consistencyOf(items.length, lambda, missing.length, table, rule).cr), triad: triadOf(items, entries),
  };
}

/** Faults of comparisons, their connection included: what `ahp` would refuse. */
export function ahpFaults(comparisons: Comparisons, path = 'pairs'): Refusal['fields'] {
  const faults = comparisonFaults(comparisons, path);
  if (faults.length > 0) return faults;
  const loose = looseItems(entriesOf(comparisons)).map((at) => comparisons.items[at]!);
  if (loose.length === 0) return [];
  return [{ path, reason: 'not_connected', message: `No comparison connects ${loose.join(', ')} with the others. Compare ${loose.length === 1 ? 'it' : 'one of them'} with one of the others.` }];
}

function checked(given: Comparisons | Entries): Comparisons {
  let comparisons: Comparisons;
  let faults: Refusal['fields'] = [];
  if ('items' in given) comparisons = given;
  else ({ comparisons, faults } = comparisonsOf(given));
  const { items } = comparisons;
  if (items.length < 1 || items.length > MOST_ITEMS || new Set(items).size !== items.length) {
    faults = [{ path: 'items', reason: 'items_unfit', message: `Between 1 and ${MOST_ITEMS} items can be weighed, each named once.` }, ...faults];
  }
  if (faults.length === 0) faults = ahpFaults(comparisons);
  if (faults.length > 0) throw new Refusal('invalid', faults.map((fault) => fault.message).join(' '), { fields: faults });
  return comparisons;
}

/** Said the way round it was given, so that the person finds it again. */
function worstOf({ items, pairs }: Comparisons, found: Disturbing | null, ratioAt: (lambda: number) => number | null): WorstComparison | null {
  if (!found) return null;
  const [left, right] = [items[found.i]!, items[found.j]!];
  const crThen = ratioAt(found.lambdaThen);
  return pairs.some((pair) => pair.left === left && pair.right === right)
    ? { left, right, given: found.given, fits: found.fits, fitsExactly: found.fitsExactly, crThen }
    : { left: right, right: left, given: 1 / found.given, fits: 1 / found.fits, fitsExactly: 1 / found.fitsExactly, crThen };
}

function triadOf(items: readonly string[], entries: Entries): Ahp['triad'] {
  const triad = worstTriad(entries);
  return triad && { ...triad, items: [items[triad.i]!, items[triad.j]!, items[triad.k]!] };
}
