import { classAll, classLimits } from './classify.ts';
import { createFactorScores, scoreFactors, type FactorColumns, type FactorScores } from './factorScores.ts';
import { gradeAll } from './grade.ts';
import { createLensScores, scoreLenses, type LensColumns, type LensScores } from './lensScores.ts';
import type { LensKey } from './model.ts';
import { orderByKey, RADIX_BITS, sharedRanks, type OrderScratch } from './order.ts';
import { POINT_STEPS, type ScoreSheet } from './sheet.ts';
import { factorsOf, indicatorsOf, weightsOf, type Weights } from './weights.ts';

/** Scores of a sheet by customer index; NaN where nothing is known. Totals, lenses, V, P 0–100, confidence 0–1. */
export interface Scores {
  readonly total: Float64Array;
  readonly past: Float64Array;
  readonly present: Float64Array;
  readonly future: Float64Array;
  /** V: score of the trade factors. */
  readonly valueToday: Float64Array;
  /** P: present and future lenses by their weights. */
  readonly potential: Float64Array;
  readonly confidence: Float64Array;
  /** Index in GRADES / CLASSES, 255 for none (`gradeOf`, `classOf`). */
  readonly grade: Uint8Array;
  readonly class: Uint8Array;
  /** Customer indexes, best first; those without a total last. */
  readonly order: Uint32Array;
  /** Place of each customer, equal totals sharing it (1, 2, 2, 4); 0 without a total. */
  readonly rank: Uint32Array;
  readonly scratch: Scratch;
}

/** Working memory of `scoreAll`, kept with the result so that dragging a slider allocates nothing per customer. */
interface Scratch extends OrderScratch {
  readonly factors: FactorScores;
  readonly lenses: LensScores;
}

/** Scores are kept to 1e-4; what is equal to that precision is a tie (the tolerance of formulas.md §1e). */
export const SCORE_STEPS = 10_000;
/** The hair above one half keeps sums such as 69.99995 from falling by the last bit of a fraction. */
const HALF = 0.500001;
const MISSING_KEY = 100 * SCORE_STEPS + 1;

/** Result arrays for a sheet, to be passed to `scoreAll` again and again. */
export function createScores(sheet: ScoreSheet): Scores {
  const { count, model } = sheet;
  const floats = () => new Float64Array(count);
  const factors = factorsOf(model).length;
  return {
    total: floats(), past: floats(), present: floats(), future: floats(), valueToday: floats(), potential: floats(), confidence: floats(),
    grade: new Uint8Array(count), class: new Uint8Array(count), order: new Uint32Array(count), rank: new Uint32Array(count),
    scratch: {
      factors: createFactorScores(factors, indicatorsOf(model).length, count), lenses: createLensScores(model.lenses.length, factors, count),
      keys: new Uint32Array(count), swap: new Uint32Array(count), counts: new Uint32Array(1 << RADIX_BITS),
    },
  };
}

/**
 * Scores, grades, classes and ranks all customers of a sheet: weighted sum on each level of lens → factor → indicator,
 * missing parts left out and the rest renormalised; a factor resting on assumptions alone is capped; deductions come off the total;
 * a veto gives D (formulas.md §1, method.md Defaults). The one implementation for server, browser and terminal.
 * @param weights as dragged; the model's own when absent. Negative weights count as 0
 * @param into arrays of `createScores(sheet)` to reuse; factors and lenses whose weights are unchanged are not computed again
 */
export function scoreAll(sheet: ScoreSheet, weights: Weights = weightsOf(sheet.model), into: Scores = createScores(sheet)): Scores {
  const { factors, lenses, keys } = into.scratch;
  const plan = planOf(sheet, weights);
  scoreFactors(sheet, plan.factors, plan.indicatorWeights, factors);
  scoreLenses(sheet.count, plan.lenses, factors, lenses);
  for (const lens of plan.lenses) roundAll(lenses.score, lens.at * sheet.count, into[lens.key]);
  scoreTrade(sheet.count, plan.factors, factors, into.valueToday);
  const at = (key: LensKey) => plan.lenses.find((lens) => lens.key === key) ?? { at: 0, weight: 0 };
  scoreTotals(sheet, at('past'), at('present'), at('future'), lenses, into);
  gradeAll(into.total, sheet.veto, sheet.model.grades, into.grade);
  const { total, grade, valueToday, potential } = into;
  classAll({ total, grade, valueToday, potential, lossQuarters: sheet.lossQuarters, veto: sheet.veto }, classLimits(sheet.model.classes), into.class);
  orderByKey(into.scratch, sheet.count, into.order);
  sharedRanks(keys, into.order, MISSING_KEY, into.rank);
  return into;
}

interface LensPlan extends LensColumns { readonly key: LensKey; readonly weight: number }
interface FactorPlan extends FactorColumns {
  readonly weight: number;
  /** Part of the whole model, 0–1, when the factor is our trade; else 0. */
  readonly tradeShare: number;
}

/** The weights laid out as the loops need them: a few dozen small objects per call, none per customer. */
function planOf(sheet: ScoreSheet, weights: Weights): { lenses: readonly LensPlan[]; factors: readonly FactorPlan[]; indicatorWeights: Float64Array } {
  let at = 0;
  let first = 0;
  const factors: FactorPlan[] = [];
  const lenses = sheet.model.lenses.map((lens, lensAt): LensPlan => {
    const weight = above0(weights.lenses[lensAt]!);
    const from = at;
    const sum = lens.factors.reduce((all, _, i) => all + above0(weights.factors[from + i]!), 0);
    for (const factor of lens.factors) {
      const own = above0(weights.factors[at]!);
      factors.push({ at, first, size: factor.indicators.length, weight: own, tradeShare: factor.side === 'trade' && sum > 0 ? (weight * own) / sum : 0 });
      at += 1;
      first += factor.indicators.length;
    }
    return { at: lensAt, key: lens.key, weight, factors: factors.slice(from) };
  });
  return { lenses, factors, indicatorWeights: Float64Array.from(weights.indicators, above0) };
}

/** Weighted mean of the known trade factors (V); NaN where there is no trade. */
function scoreTrade(count: number, factors: readonly FactorPlan[], { score, known }: FactorScores, into: Float64Array): void {
  const trade = factors.filter((factor) => factor.tradeShare > 0);
  into.fill(NaN);
  if (trade.length === 1) {
    const offset = trade[0]!.at * count;
    for (let i = 0; i < count; i += 1) if (known[offset + i] === 1) into[i] = Math.floor(score[offset + i]! * SCORE_STEPS + HALF) / SCORE_STEPS;
    return;
  }
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    let weight = 0;
    for (const factor of trade) {
      sum += factor.tradeShare * score[factor.at * count + i]!;
      weight += factor.tradeShare * known[factor.at * count + i]!;
    }
    into[i] = Math.floor((sum / weight) * SCORE_STEPS + HALF) / SCORE_STEPS;
  }
}

interface PlacedLens { readonly at: number; readonly weight: number }

/** Totals, potential, confidence and sort keys from the lenses. */
function scoreTotals(sheet: ScoreSheet, past: PlacedLens, present: PlacedLens, future: PlacedLens, { score, evidence }: LensScores, into: Scores): void {
  const { total, potential, confidence } = into;
  const { keys } = into.scratch;
  const { deductions, count } = sheet;
  const [pastAt, presentAt, futureAt] = [past.at * count, present.at * count, future.at * count];
  const [pastWeight, presentWeight, futureWeight] = [past.weight, present.weight, future.weight];
  const whole = pastWeight + presentWeight + futureWeight;
  const perWeight = whole > 0 ? 1 / whole : 0;
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    let weight = 0;
    const b = score[presentAt + i]!;
    const c = score[futureAt + i]!;
    const a = score[pastAt + i]!;
    if (b >= 0) {
      sum += presentWeight * b;
      weight += presentWeight;
    }
    if (c >= 0) {
      sum += futureWeight * c;
      weight += futureWeight;
    }
    potential[i] = Math.floor((sum / weight) * SCORE_STEPS + HALF) / SCORE_STEPS;
    if (a >= 0) {
      sum += pastWeight * a;
      weight += pastWeight;
    }
    confidence[i] = (pastWeight * evidence[pastAt + i]! + presentWeight * evidence[presentAt + i]! + futureWeight * evidence[futureAt + i]!) * perWeight;
    if (weight > 0) {
      const steps = Math.max(0, Math.floor((sum / weight - deductions[i]! / POINT_STEPS) * SCORE_STEPS + HALF));
      total[i] = steps / SCORE_STEPS;
      // Ascending keys put the best first; what has no total comes last.
      keys[i] = 100 * SCORE_STEPS - steps;
    } else {
      total[i] = NaN;
      keys[i] = MISSING_KEY;
    }
  }
}

function roundAll(source: Float64Array, offset: number, into: Float64Array): void {
  for (let i = 0; i < into.length; i += 1) into[i] = Math.floor(source[offset + i]! * SCORE_STEPS + HALF) / SCORE_STEPS;
}

const above0 = (weight: number): number => Math.max(0, weight);
