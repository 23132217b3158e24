import { Refusal } from '#domain/refusal.ts';

/**
 * Entropy weights (熵权法; Shannon 1948, as used by Zeleny 1982 and Hwang and Yoon 1981): a criterion weighs the more, the more it tells the
 * alternatives apart. p_ij = x_ij / Σ x_j, E_j = −Σ p ln p / ln m, weight (1 − E_j) / Σ (1 − E). They add to 1. They say how the data are spread, not
 * what matters to anybody. Equal weights where no criterion tells anything apart.
 * Refuses (invalid) fewer than two alternatives, negative values, and a criterion that is zero everywhere.
 */
export function entropyWeights(values: readonly (readonly number[])[]): number[] {
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  const fault = values.some((row) => row.length !== columns || row.some((value) => !(value >= 0 && Number.isFinite(value))));
  const empty = Array.from({ length: columns }, (_, j) => j).find((j) => values.every((row) => row[j] === 0));
  if (rows < 2 || columns === 0 || fault || empty !== undefined) {
    const message = 'Entropy weights need two or more alternatives with values from 0 up, and no criterion that is zero everywhere.';
    throw new Refusal('invalid', message, { fields: [{ path: empty === undefined ? 'values' : `values.*.${empty}`, reason: 'not_positive', message }] });
  }
  const spread = Array.from({ length: columns }, (_, j) => {
    const sum = values.reduce((total, row) => total + row[j]!, 0);
    const entropy = -values.reduce((total, row) => (row[j] === 0 ? total : total + (row[j]! / sum) * Math.log(row[j]! / sum)), 0) / Math.log(rows);
    return Math.max(0, 1 - entropy);
  });
  const whole = spread.reduce((a, b) => a + b, 0);
  return whole < 1e-12 ? spread.map(() => 1 / columns) : spread.map((part) => part / whole);
}
