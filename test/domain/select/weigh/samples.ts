import { SCALE, type Comparisons, type Entries } from '#domain/select/weigh/comparisons.ts';
import { random } from '../samples.ts';

/** Comparisons that follow from weights without any contradiction. */
export function consistent(weights: Readonly<Record<string, number>>): Comparisons {
  const items = Object.keys(weights);
  return { items, pairs: items.flatMap((left, i) => items.slice(i + 1).map((right) => ({ left, right, value: weights[left]! / weights[right]! }))) };
}

/** The same with one pair said otherwise. */
export function withSlip({ items, pairs }: Comparisons, left: string, right: string, value: number): Comparisons {
  return { items, pairs: pairs.map((pair) => (pair.left === left && pair.right === right ? { ...pair, value } : pair)) };
}

/** Matrices filled at random from the scale, with so many pairs missing but all items connected. */
export function* randomEntries(size: number, missing: number, seed: number): Generator<(number | null)[][]> {
  const next = random(seed);
  const all = Array.from({ length: size }, (_, i) => i).flatMap((i) => Array.from({ length: size - i - 1 }, (_, n) => [i, i + n + 1] as const));
  for (;;) {
    const kept = all.map((pair) => ({ pair, at: next() })).toSorted((a, b) => a.at - b.at).slice(missing);
    const entries = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j): number | null => (i === j ? 1 : null)));
    for (const { pair: [i, j] } of kept) {
      entries[i]![j] = SCALE[Math.floor(next() * SCALE.length)]!;
      entries[j]![i] = 1 / entries[i]![j]!;
    }
    if (reaches(entries).size === size) yield entries;
  }
}

function reaches(entries: Entries): Set<number> {
  const seen = new Set([0]);
  for (const at of seen) entries[at]!.forEach((value, to) => value !== null && seen.add(to));
  return seen;
}

/** Largest eigenvalue by squaring the matrix twelve times (its 4,096th power): another way than the one under test. */
export function lambdaBySquaring(matrix: readonly (readonly number[])[]): number {
  const size = matrix.length;
  let power = matrix.map((row) => [...row]);
  for (let n = 0; n < 12; n++) {
    const squared = power.map((row) => power[0]!.map((_, j) => row.reduce((sum, entry, k) => sum + entry * power[k]![j]!, 0)));
    const scale = Math.max(...squared.flat());
    power = squared.map((row) => row.map((entry) => entry / scale));
  }
  const column = power.map((row) => row[0]!);
  const image = matrix.map((row) => row.reduce((sum, entry, j) => sum + entry * column[j]!, 0));
  return image.reduce((sum, part, i) => sum + part / column[i]!, 0) / size;
}

/** The least λmax over the missing entries, one after the other by thirds of the interval (each is convex in its logarithm), until nothing moves. */
export function leastLambda(entries: Entries): number {
  const filled = entries.map((row) => row.map((value) => value ?? 1));
  const gaps = entries.flatMap((row, i) => row.flatMap((value, j) => (value === null && i < j ? [[i, j] as const] : [])));
  let least = lambdaBySquaring(filled);
  for (let round = 0; round < 200; round++) {
    for (const [i, j] of gaps) {
      const at = (log: number): number => {
        filled[i]![j] = Math.exp(log);
        filled[j]![i] = Math.exp(-log);
        return lambdaBySquaring(filled);
      };
      let [low, high] = [-8, 8];
      while (high - low > 1e-7) {
        const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
        if (at(a) < at(b)) high = b;
        else low = a;
      }
      at((low + high) / 2);
    }
    const now = lambdaBySquaring(filled);
    if (least - now < 1e-11) return now;
    least = now;
  }
  return least;
}
