import type { Comparison } from '#domain/select/weigh/comparisons.ts';
import { DERIVATIONS, type Derivation } from '#domain/select/weigh/ahp.ts';
import { CONSISTENCY_RULES, RANDOM_INDEX_TABLES, type ConsistencyRule, type RandomIndexTable } from '#domain/select/weigh/randomIndex.ts';
import type { WeighingMethod } from '#domain/select/weigh/methods.ts';
import type { WeighingInput } from '#domain/select/weigh/weighing.ts';

/** What a person has entered on one level so far, one part a method: changing the method loses nothing. */
export interface Session {
  /** Item → points of any size. */
  readonly points: Readonly<Record<string, number>>;
  /** Item → worth of its swing, 0–100. */
  readonly swings: Readonly<Record<string, number>>;
  /** `pairKey` → how many times as much the item that stands first on the level matters. */
  readonly pairs: Readonly<Record<string, number>>;
  readonly table: RandomIndexTable;
  readonly derivation: Derivation;
  readonly rule: ConsistencyRule;
}

export const FRESH: Session = { points: {}, swings: {}, pairs: {}, table: 'saaty1980', derivation: 'eigenvector', rule: 'saaty' };

/** What a browser kept, as far as it can be read. */
export function readSession(text: string | null): Session {
  let kept: Partial<Record<keyof Session, unknown>>;
  try {
    kept = (JSON.parse(text ?? '{}') ?? {}) as typeof kept;
  } catch {
    return FRESH;
  }
  const numbers = (given: unknown): Record<string, number> => Object.fromEntries(Object.entries((typeof given === 'object' && given) || {}).filter(([, value]) => Number.isFinite(value))) as Record<string, number>;
  const oneOf = <T extends string>(given: unknown, known: readonly T[], otherwise: T): T => known.find((one) => one === given) ?? otherwise;
  return {
    points: numbers(kept.points), swings: numbers(kept.swings), pairs: numbers(kept.pairs),
    table: oneOf(kept.table, RANDOM_INDEX_TABLES, FRESH.table), derivation: oneOf(kept.derivation, DERIVATIONS, FRESH.derivation), rule: oneOf(kept.rule, CONSISTENCY_RULES, FRESH.rule),
  };
}

/** A pair of items by their places on the level, the smaller first. */
export interface Pair { readonly i: number; readonly j: number }
export const pairKey = (items: readonly string[], { i, j }: Pair): string => `${items[i]!} ${items[j]!}`;

/**
 * The pairs in the order they are asked: first each item with its neighbour, then with the one after, and so on. After n − 1 answers everything is
 * connected and weights show; every further answer checks them.
 */
export function pairsInOrder(size: number): Pair[] {
  return Array.from({ length: Math.max(0, size - 1) }, (_, d) => Array.from({ length: size - d - 1 }, (__, i) => ({ i, j: i + d + 1 }))).flat();
}

/** What a session says as the server takes it; of a level whose items have changed only what still fits. */
export function inputOf(session: Session, method: WeighingMethod, items: readonly string[]): WeighingInput {
  if (method !== 'ahp') {
    const given = method === 'swing' ? session.swings : session.points;
    return { method, points: items.flatMap((item) => (item in given ? [{ item, points: given[item]! }] : [])) };
  }
  const pairs = pairsInOrder(items.length).flatMap((pair): Comparison[] => {
    const value = session.pairs[pairKey(items, pair)];
    return value === undefined ? [] : [{ left: items[pair.i]!, right: items[pair.j]!, value }];
  });
  return { method, pairs, table: session.table, derivation: session.derivation, rule: session.rule };
}

/** The session with what a recorded weighing entered in place of its own. */
export function opened(session: Session, input: WeighingInput, items: readonly string[]): Session {
  if (input.method !== 'ahp') {
    const given = Object.fromEntries(input.points.filter(({ item }) => items.includes(item)).map(({ item, points }) => [item, points]));
    return input.method === 'swing' ? { ...session, swings: given } : { ...session, points: given };
  }
  const place = new Map(items.map((item, n) => [item, n]));
  const pairs = Object.fromEntries(input.pairs.flatMap(({ left, right, value }) => {
    const [i, j] = [place.get(left), place.get(right)];
    if (i === undefined || j === undefined) return [];
    return [i < j ? [pairKey(items, { i, j }), value] : [pairKey(items, { i: j, j: i }), 1 / value]];
  }));
  return { ...session, pairs, table: input.table, derivation: input.derivation, rule: input.rule };
}

/** With one comparison set, or (null) taken out. */
export function withPair(session: Session, key: string, value: number | null): Session {
  const { [key]: _old, ...others } = session.pairs;
  return { ...session, pairs: value === null ? others : { ...others, [key]: value } };
}

/** Place on the scale from −8 (the first 9 times) over 0 (equal) to 8 (the second 9 times); null for a value between. */
export function stepOf(value: number): number | null {
  const size = Math.round(value >= 1 ? value : 1 / value);
  return Math.abs((value >= 1 ? value : 1 / value) - size) > 1e-6 ? null : value >= 1 ? 1 - size : size - 1;
}
export const valueAt = (step: number): number => (step <= 0 ? 1 - step : 1 / (1 + step));
