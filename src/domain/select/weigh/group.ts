import type { Comparison, Comparisons } from './comparisons.ts';

/** A pair as several people judged it together. */
export interface GroupComparison extends Comparison {
  /** How many of them compared it. */
  readonly people: number;
}

/**
 * Several people's comparisons as one: the geometric mean of each entry over those who compared it, the only mean under which a ≻ b three times
 * and b ≻ a three times are equal again (Aczél and Saaty 1983). Items in the order of the first who names them.
 */
export function groupComparisons(people: readonly Comparisons[]): { items: string[]; pairs: GroupComparison[] } {
  const items = [...new Set(people.flatMap((one) => one.items))];
  const place = new Map(items.map((item, n) => [item, n]));
  const logs = new Map<string, { left: string; right: string; sum: number; people: number }>();
  for (const { pairs } of people) {
    for (const { left, right, value } of pairs) {
      const turned = place.get(left)! > place.get(right)!;
      const [a, b] = turned ? [right, left] : [left, right];
      const key = `${a}\n${b}`;
      const so = logs.get(key) ?? { left: a, right: b, sum: 0, people: 0 };
      logs.set(key, { ...so, sum: so.sum + (turned ? -Math.log(value) : Math.log(value)), people: so.people + 1 });
    }
  }
  const pairs = [...logs.values()].map(({ left, right, sum, people: count }) => ({ left, right, value: Math.exp(sum / count), people: count }));
  return { items, pairs: pairs.toSorted((a, b) => place.get(a.left)! - place.get(b.left)! || place.get(a.right)! - place.get(b.right)!) };
}
