import { POINT_STEPS, type ScoreSheet } from '../sheet.ts';
import { factorsOf, indicatorsOf } from '../weights.ts';
import { anyWeights, type WeightRanges } from './ranges.ts';

/**
 * A score sheet turned round: customer by customer, and only what counts. Scoring under thousands of weightings then touches
 * nothing that is missing, and what is missing needs no test in the loop.
 * A run is one factor of one customer with at least one indicator known; runs of a lens stand together.
 */
export interface Cells {
  /** Customers that have a total, as indexes of the sheet, ascending. Everything below counts in this list. */
  readonly accounts: Uint32Array;
  /** Runs of customer i: from runsOf[i] up to runsOf[i + 1]. */
  readonly runsOf: Uint32Array;
  readonly lens: Uint16Array;
  readonly factor: Uint16Array;
  /** Most points of the run: the model's cap where all its marks are assumptions. */
  readonly cap: Float64Array;
  /** Cells of run r: from cellsOf[r] up to cellsOf[r + 1]. */
  readonly cellsOf: Uint32Array;
  readonly indicator: Uint16Array;
  /** 0–100. */
  readonly points: Float64Array;
  /** Points off the total, by customer. */
  readonly deduction: Float64Array;
}

/** Lays a sheet out. What `ranges` hold at zero weight counts nowhere, as in `scoreAll`. */
export function cellsOf(sheet: ScoreSheet, ranges: WeightRanges = anyWeights(sheet.model)): Cells {
  const { count, present, points, assumed, deductions } = sheet;
  const cap = sheet.model.assumptionCap;
  const factors = factorsOf(sheet.model);
  const bits = weighedBits(sheet, ranges);
  const lists = { accounts: [] as number[], runsOf: [0], lens: [] as number[], factor: [] as number[], cap: [] as number[], cellsOf: [0], indicator: [] as number[], points: [] as number[], deduction: [] as number[] };
  for (let i = 0; i < count; i += 1) {
    for (const { at, lensAt } of factors) {
      const { first, mask } = bits[at]!;
      const word = present[at * count + i]! & mask;
      if (word === 0) continue;
      for (let bit = 0; word >>> bit > 0; bit += 1) {
        if ((word & (1 << bit)) === 0) continue;
        lists.indicator.push(first + bit);
        lists.points.push(points[(first + bit) * count + i]! / POINT_STEPS);
      }
      lists.cellsOf.push(lists.indicator.length);
      lists.lens.push(lensAt);
      lists.factor.push(at);
      lists.cap.push(assumed[at * count + i] === 1 ? cap : 100);
    }
    if (lists.lens.length === lists.runsOf.at(-1)) continue;
    lists.accounts.push(i);
    lists.runsOf.push(lists.lens.length);
    lists.deduction.push(deductions[i]! / POINT_STEPS);
  }
  return {
    accounts: Uint32Array.from(lists.accounts), runsOf: Uint32Array.from(lists.runsOf), lens: Uint16Array.from(lists.lens), factor: Uint16Array.from(lists.factor), cap: Float64Array.from(lists.cap),
    cellsOf: Uint32Array.from(lists.cellsOf), indicator: Uint16Array.from(lists.indicator), points: Float64Array.from(lists.points), deduction: Float64Array.from(lists.deduction),
  };
}

/** By factor: its first indicator, and the bits of those that can have weight together with their factor and lens. */
function weighedBits(sheet: ScoreSheet, ranges: WeightRanges): { first: number; mask: number }[] {
  const bits = factorsOf(sheet.model).map(() => ({ first: -1, mask: 0, size: 0 }));
  for (const { at, factorAt, lensAt } of indicatorsOf(sheet.model)) {
    const own = bits[factorAt]!;
    if (own.first < 0) own.first = at;
    if (ranges.lenses[lensAt]!.high > 0 && ranges.factors[factorAt]!.high > 0 && ranges.indicators[at]!.high > 0) own.mask |= 1 << own.size;
    own.size += 1;
  }
  return bits;
}
