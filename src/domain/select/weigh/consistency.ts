import { consistencyLimit, incompleteRandomIndex, randomIndex, type ConsistencyRule, type RandomIndexTable } from './randomIndex.ts';

/** How far comparisons contradict one another (一致性), Saaty 1980. */
export interface Consistency {
  /** Largest eigenvalue of the (completed) matrix; the number of items when nothing contradicts. */
  readonly lambdaMax: number;
  /** Consistency index (λmax − n) / (n − 1). */
  readonly ci: number;
  /** Random index of the table for n items; null for n ≤ 2 and beyond the table. */
  readonly ri: number | null;
  /** Consistency ratio ci / ri; null where there is no ri. */
  readonly cr: number | null;
  /** Where pairs are missing: the ratio by the random index of so few comparisons (`incompleteRandomIndex`); null where all were compared or none can contradict. */
  readonly crIncomplete: number | null;
  /** Largest ratio the rule takes. */
  readonly limit: number;
  /** Whether the stricter of the two ratios keeps the limit; null: no table reaches so far. */
  readonly consistent: boolean | null;
}

/** @param missing pairs that were not compared */
export function consistencyOf(size: number, lambda: number, missing: number, table: RandomIndexTable, rule: ConsistencyRule): Consistency {
  // Rounding may leave a consistent matrix a hair below its size.
  const lambdaMax = lambda - size < 1e-12 * size ? size : lambda;
  const ci = size <= 1 ? 0 : (lambdaMax - size) / (size - 1);
  const ri = randomIndex(size, table);
  const cr = ri === null ? null : ci / ri;
  const few = missing === 0 ? null : incompleteRandomIndex(size, missing, table);
  const crIncomplete = few === null ? null : ci / few;
  const limit = consistencyLimit(size, rule);
  const consistent = ci === 0 ? true : cr === null ? null : Math.max(cr, crIncomplete ?? 0) <= limit;
  return { lambdaMax, ci, ri, cr, crIncomplete, limit, consistent };
}
