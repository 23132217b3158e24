import type { InvalidField } from '#domain/refusal.ts';

/**
 * One judgement of a pair (成对比较): how many times as much `left` matters as `right`. 1 means equally, 3 moderately, 5 strongly,
 * 7 very strongly, 9 extremely more; below 1 it is `right` that matters more (Saaty 1980, scale 1/9 … 9).
 */
export interface Comparison {
  readonly left: string;
  readonly right: string;
  readonly value: number;
}

/** What was compared, and how; a pair that nobody has compared is simply not there. */
export interface Comparisons {
  readonly items: readonly string[];
  readonly pairs: readonly Comparison[];
}

/** Entry [i][j]: how many times as much item i matters as item j; null: not compared. The diagonal is 1, [j][i] is 1 / [i][j]. */
export type Entries = readonly (readonly (number | null)[])[];

/** The values people choose from, smallest first: 1/9 … 1/2, 1, 2 … 9. */
export const SCALE: readonly number[] = [...Array.from({ length: 8 }, (_, n) => 1 / (9 - n)), ...Array.from({ length: 9 }, (_, n) => n + 1)];
/** Items of one level at most: what a level of a score model may have. */
export const MOST_ITEMS = 20;

/** A file may say 0.11 for 1/9: half a per cent and a bit beyond the ends of the scale are taken as rounding. */
const ROUNDING = 0.011;

/** Every fault of a set of comparisons, with its path under `path`. Whether they connect all items is looked at elsewhere (`looseItems`). */
export function comparisonFaults({ items, pairs }: Comparisons, path = 'pairs'): InvalidField[] {
  const faults: InvalidField[] = [];
  const known = new Set(items);
  const seen = new Set<string>();
  pairs.forEach(({ left, right, value }, n) => {
    const at = `${path}.${n}`;
    if (!known.has(left)) faults.push({ path: `${at}.left`, reason: 'unknown_item', message: `There is no "${left}" among what is weighed.` });
    if (!known.has(right)) faults.push({ path: `${at}.right`, reason: 'unknown_item', message: `There is no "${right}" among what is weighed.` });
    if (left === right) faults.push({ path: `${at}.right`, reason: 'same_item', message: `"${left}" is compared with itself.` });
    if (!(value >= (1 / 9) * (1 - ROUNDING) && value <= 9 * (1 + ROUNDING))) faults.push({ path: `${at}.value`, reason: 'out_of_scale', message: `${value} is not on the scale from 1/9 to 9.` });
    const pair = left < right ? `${left}\n${right}` : `${right}\n${left}`;
    if (left !== right && seen.has(pair)) faults.push({ path: at, reason: 'pair_twice', message: `"${left}" and "${right}" are compared twice.` });
    seen.add(pair);
  });
  return faults;
}

/** The matrix of comparisons that have no faults. */
export function entriesOf({ items, pairs }: Comparisons): (number | null)[][] {
  const place = new Map(items.map((item, n) => [item, n]));
  const entries = items.map((_, i) => items.map((__, j): number | null => (i === j ? 1 : null)));
  for (const { left, right, value } of pairs) {
    const i = place.get(left)!;
    const j = place.get(right)!;
    entries[i]![j] = value;
    entries[j]![i] = 1 / value;
  }
  return entries;
}

/**
 * The comparisons of a matrix as published: square, ones on the diagonal, [j][i] = 1 / [i][j] within one per cent (0.33 for 1/3 passes; the
 * entry above 1 counts, it is the one that was not rounded), null where nothing was compared. Faults where it is none of that.
 */
export function comparisonsOf(matrix: Entries, items: readonly string[] = matrix.map((_, n) => String(n + 1))): { comparisons: Comparisons; faults: InvalidField[] } {
  const faults: InvalidField[] = [];
  const pairs: Comparison[] = [];
  if (items.length !== matrix.length || matrix.some((row) => row.length !== matrix.length)) {
    return { comparisons: { items, pairs }, faults: [{ path: 'matrix', reason: 'not_square', message: 'The matrix needs as many columns as rows, and a name for each.' }] };
  }
  for (let i = 0; i < items.length; i++) {
    if (matrix[i]![i] !== 1) faults.push({ path: `matrix.${i}.${i}`, reason: 'not_reciprocal', message: 'Compared with itself an item is worth 1.' });
    for (let j = i + 1; j < items.length; j++) {
      const above = matrix[i]![j] ?? null;
      const below = matrix[j]![i] ?? null;
      if (above === null && below === null) continue;
      const value = above === null ? 1 / below! : below === null || above >= 1 ? above : 1 / below;
      if (above !== null && below !== null && !(Math.abs(above * below - 1) <= 0.01)) faults.push({ path: `matrix.${j}.${i}`, reason: 'not_reciprocal', message: `${below} is not 1 / ${above}.` });
      pairs.push({ left: items[i]!, right: items[j]!, value });
    }
  }
  return { comparisons: { items, pairs }, faults };
}

/** Groups of items that comparisons connect, the largest first; one group: weights can be found. */
export function connected(entries: Entries): number[][] {
  const groups: number[][] = [];
  const seen = new Set<number>();
  entries.forEach((_, start) => {
    if (seen.has(start)) return;
    const group = [start];
    seen.add(start);
    for (const at of group) {
      entries[at]!.forEach((value, next) => {
        if (value === null || seen.has(next)) return;
        seen.add(next);
        group.push(next);
      });
    }
    groups.push(group.toSorted((a, b) => a - b));
  });
  return groups.toSorted((a, b) => b.length - a.length);
}

/** Items that hang loose: no chain of comparisons leads from the largest group to them. */
export const looseItems = (entries: Entries): number[] => connected(entries).slice(1).flat().toSorted((a, b) => a - b);
