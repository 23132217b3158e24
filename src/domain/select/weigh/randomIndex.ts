/**
 * Random indexes (随机一致性指标 RI): the mean consistency index of reciprocal matrices filled at random from the scale, by size. The same
 * comparisons have another consistency ratio by another table, so that a ratio always names its table.
 */
export const RANDOM_INDEX_TABLES = ['saaty1980', 'saaty2005', 'alonso-lamata', 'donegan-dodd'] as const;
export type RandomIndexTable = (typeof RANDOM_INDEX_TABLES)[number];

/** From size 3 on. */
const TABLES: Record<RandomIndexTable, readonly number[]> = {
  /** Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill, p. 21: 500 matrices a size up to 11, 100 above; hence the dip at 12. */
  saaty1980: [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  /** Saaty (2005), Theory and Applications of the Analytic Network Process, RWS, p. 31. */
  saaty2005: [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  /** Alonso and Lamata (2006), Int. J. of Uncertainty, Fuzziness and Knowledge-Based Systems 14:445–459: 100,000 matrices a size. */
  'alonso-lamata': [0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838],
  /** Donegan and Dodd (1991), Mathematical and Computer Modelling 15(10):135–137. */
  'donegan-dodd': [0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969, 1.5078, 1.5153, 1.5262, 1.5313, 1.5371],
};

/** Random index of a size; null for 1 and 2 (they cannot contradict themselves) and beyond the end of the table. */
export const randomIndex = (size: number, table: RandomIndexTable = 'saaty1980'): number | null => TABLES[table][size - 3] ?? null;

/**
 * Random index where `missing` of the n(n−1)/2 pairs were not compared: RI × (1 − 2·missing / ((n−1)(n−2))), the linear approximation of
 * Ágoston and Csató (2022), Omega 108:102576. The fewer comparisons, the less they can contradict one another; n − 1 of them cannot at all (null).
 */
export function incompleteRandomIndex(size: number, missing: number, table: RandomIndexTable = 'saaty1980'): number | null {
  const full = randomIndex(size, table);
  const most = ((size - 1) * (size - 2)) / 2;
  return full === null || missing >= most ? null : full * (1 - missing / most);
}

/** Largest consistency ratio that is taken as consistent enough. `saaty`: 0.10 (Saaty 1980); `strict`: 0.05 for three items, 0.08 for four, 0.10 above (Saaty 1994). */
export const CONSISTENCY_RULES = ['saaty', 'strict'] as const;
export type ConsistencyRule = (typeof CONSISTENCY_RULES)[number];
export const consistencyLimit = (size: number, rule: ConsistencyRule = 'saaty'): number => (rule === 'strict' && size <= 3 ? 0.05 : rule === 'strict' && size === 4 ? 0.08 : 0.1);
