import type { Entries } from './comparisons.ts';

/**
 * Weights (adding to 1) that come nearest to the comparisons given in logarithms: minimises Σ (log a_ij − log w_i + log w_j)² over them.
 * Where every pair is compared this is the geometric mean of each row (Crawford and Williams 1985); where pairs are missing it is the
 * solution of the linear equations of the comparison graph (Kwiesielewicz 1996; Bozóki, Fülöp and Rónyai 2010, section 4). The comparisons
 * must connect all items.
 */
export function logLeastSquares(entries: Entries): number[] {
  const size = entries.length;
  // Row i of the equations: (comparisons of i) × x_i − Σ x_j = Σ log a_ij. One of them says what the others say: x of the first item is 0 instead.
  const rows = entries.map((row, i) => {
    const equation = row.map((value, j) => (i === j ? row.filter((other) => other !== null).length - 1 : value === null ? 0 : -1));
    const right = row.reduce<number>((sum, value) => sum + (value === null ? 0 : Math.log(value)), 0);
    return i === 0 ? [...row.map((_, j) => (j === 0 ? 1 : 0)), 0] : [...equation, right];
  });
  const logs = solve(rows, size);
  const most = Math.max(...logs);
  const parts = logs.map((log) => Math.exp(log - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

/** Gauss's elimination with the largest pivot; `rows` carry the right side in their last place. */
function solve(rows: number[][], size: number): number[] {
  for (let at = 0; at < size; at++) {
    let pivot = at;
    for (let i = at + 1; i < size; i++) if (Math.abs(rows[i]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = i;
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    for (let i = at + 1; i < size; i++) {
      const factor = rows[i]![at]! / rows[at]![at]!;
      for (let j = at; j <= size; j++) rows[i]![j]! -= factor * rows[at]![j]!;
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    let right = rows[at]![size]!;
    for (let j = at + 1; j < size; j++) right -= rows[at]![j]! * found[j]!;
    found[at] = right / rows[at]![at]!;
  }
  return found;
}
