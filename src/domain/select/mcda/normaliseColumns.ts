import { Refusal } from '#domain/refusal.ts';

/**
 * Ways to make criteria comparable; each gives other scores, so that a score names the one it used.
 * - `sum`: x / Σx · `max`: x / max · `minmax`: (x − min) / (max − min) · `vector`: x / √Σx²
 */
export const COLUMN_NORMALISATIONS = ['sum', 'max', 'minmax', 'vector'] as const;
export type ColumnNormalisation = (typeof COLUMN_NORMALISATIONS)[number];

/**
 * Every column on a common scale on which more is better. Costs are turned: `sum` and `max` by 1/x first (so that `max` gives min/x), `minmax`
 * by (max − x) / (max − min), `vector` by 1 − x / √Σx². A column in which all are equal says nothing and gives everybody 1 under `minmax`.
 * Refuses (invalid) zero or negative values where they would be divided by or would turn the order round.
 */
export function towardsBest(values: readonly (readonly number[])[], isCost: readonly boolean[], by: ColumnNormalisation): number[][] {
  return byColumn(values, (column, j) => {
    if (by === 'minmax') {
      const [low, high] = [Math.min(...column), Math.max(...column)];
      return column.map((x) => (high === low ? 1 : isCost[j] ? (high - x) / (high - low) : (x - low) / (high - low)));
    }
    if (by === 'vector') return scaled(column, 'vector', j).map((x) => (isCost[j] ? 1 - x : x));
    if (isCost[j] && column.some((x) => x <= 0)) throw refusal(j, 'A cost is turned by 1/x here, which needs values above zero. Use minmax or vector.');
    return scaled(isCost[j] ? column.map((x) => 1 / x) : column, by, j);
  });
}

/** Every column on a common scale, costs left as they are (the lowest stays the best): what TOPSIS measures distances on. */
export function sameScale(values: readonly (readonly number[])[], by: ColumnNormalisation): number[][] {
  return byColumn(values, (column, j) => {
    if (by !== 'minmax') return scaled(column, by, j);
    const [low, high] = [Math.min(...column), Math.max(...column)];
    return column.map((x) => (high === low ? 1 : (x - low) / (high - low)));
  });
}

function scaled(column: readonly number[], by: Exclude<ColumnNormalisation, 'minmax'>, j: number): number[] {
  const whole = by === 'sum' ? column.reduce((a, b) => a + b, 0) : by === 'max' ? Math.max(...column) : Math.hypot(...column);
  if (by !== 'vector' && column.some((x) => x < 0)) throw refusal(j, `Negative values have no share of a ${by}. Use minmax or vector.`);
  // Nobody has any of it: nobody is ahead.
  return whole === 0 ? column.map(() => 0) : column.map((x) => x / whole);
}

const refusal = (column: number, message: string): Refusal => new Refusal('invalid', message, { fields: [{ path: `values.*.${column}`, reason: 'not_positive', message }] });

function byColumn(values: readonly (readonly number[])[], change: (column: number[], j: number) => number[]): number[][] {
  const columns = (values[0] ?? []).map((_, j) => change(values.map((row) => row[j]!), j));
  return values.map((_, i) => columns.map((column) => column[i]!));
}
