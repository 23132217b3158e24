import { classCode } from './classify.ts';
import { gradeCode } from './grade.ts';
import type { LensKey } from './model.ts';
import { orderByKey, sharedRanks, type OrderScratch } from './order.ts';
import { EVIDENCE_STEPS, POINT_STEPS, type ScoreSheet } from './sheet.ts';
import { factorsOf, indicatorsOf, nominalShares, weightsOf, type Weights } from './weights.ts';

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

/** Working memory of `scoreAll`, kept with the result so that dragging a slider allocates nothing. */
interface Scratch extends OrderScratch {
  readonly sums: Float64Array;
}

/** Scores are kept to 1e-4; what is equal to that precision is a tie (the tolerance of formulas.md §1e). */
export const SCORE_STEPS = 10_000;
/** Customers per block: nine running sums of a block stay in the processor's first cache. */
const BLOCK = 512;
const MISSING_KEY = 100 * SCORE_STEPS + 1;

/** Result arrays for sheets of `count` customers, to be passed to `scoreAll` again and again. */
export function createScores(count: number): Scores {
  const floats = () => new Float64Array(count);
  return {
    total: floats(), past: floats(), present: floats(), future: floats(), valueToday: floats(), potential: floats(), confidence: floats(),
    grade: new Uint8Array(count), class: new Uint8Array(count), order: new Uint32Array(count), rank: new Uint32Array(count),
    scratch: { sums: new Float64Array(9 * BLOCK), keys: new Uint32Array(count), swap: new Uint32Array(count), counts: new Uint32Array(2048) },
  };
}

/**
 * Scores, grades, classes and ranks all customers of a sheet: weighted sum on each level of lens → factor → indicator,
 * missing parts left out and the rest renormalised; a factor resting on assumptions alone is capped; deductions come off the total;
 * a veto gives D (formulas.md §1, method.md Defaults). The one implementation for server, browser and terminal.
 * @param weights as dragged; the model's own when absent. Negative weights count as 0
 * @param into arrays of `createScores(sheet.count)` to reuse
 */
export function scoreAll(sheet: ScoreSheet, weights: Weights = weightsOf(sheet.model), into: Scores = createScores(sheet.count)): Scores {
  const plan = planOf(sheet, weights);
  for (let from = 0; from < sheet.count; from += BLOCK) scoreBlock(sheet, plan, into, from, Math.min(BLOCK, sheet.count - from));
  orderByKey(into.scratch, sheet.count, into.order);
  sharedRanks(into.scratch.keys, into.order, MISSING_KEY, into.rank);
  return into;
}

interface Plan {
  readonly lenses: readonly { readonly key: LensKey; readonly weight: number; readonly factors: readonly FactorPlan[] }[];
}
interface FactorPlan {
  readonly at: number;
  readonly weight: number;
  /** Global weight when the factor is our trade, else 0. */
  readonly tradeWeight: number;
  readonly indicators: readonly { readonly column: number; readonly weight: number; readonly share: number; readonly filled: boolean }[];
}

/** The weights laid out as the loops need them; a few dozen small objects per call, none per customer. */
function planOf(sheet: ScoreSheet, weights: Weights): Plan {
  const positive: Weights = { lenses: weights.lenses.map(above0), factors: weights.factors.map(above0), indicators: weights.indicators.map(above0) };
  const shares = nominalShares(sheet.model, positive);
  const factors = factorsOf(sheet.model);
  const indicators = indicatorsOf(sheet.model);
  const factorSums = sheet.model.lenses.map((_, lensAt) => factors.filter((f) => f.lensAt === lensAt).reduce((sum, f) => sum + positive.factors[f.at]!, 0));
  return {
    lenses: sheet.model.lenses.map((lens, lensAt) => ({
      key: lens.key, weight: positive.lenses[lensAt]!,
      factors: factors.filter((f) => f.lensAt === lensAt).map(({ factor, at }) => ({
        at, weight: positive.factors[at]!,
        tradeWeight: factor.side === 'trade' && factorSums[lensAt]! > 0 ? (positive.lenses[lensAt]! * positive.factors[at]!) / factorSums[lensAt]! : 0,
        indicators: indicators.filter((i) => i.factorAt === at)
          .map((i) => ({ column: i.at, weight: positive.indicators[i.at]!, share: shares[i.at]!, filled: sheet.filled[i.at] === 1 })),
      })),
    })),
  };
}

function scoreBlock(sheet: ScoreSheet, plan: Plan, into: Scores, from: number, length: number): void {
  const sums = into.scratch.sums;
  const [num, den, lensNum, lensDen, totalNum, totalDen, tradeNum, tradeDen, potentialNum] = Array.from({ length: 9 }, (_, i) => sums.subarray(i * BLOCK, i * BLOCK + length)) as BlockSums;
  const conf = into.confidence.subarray(from, from + length);
  const total = into.total.subarray(from, from + length);
  const value = into.valueToday.subarray(from, from + length);
  const potential = into.potential.subarray(from, from + length);
  totalNum.fill(0); totalDen.fill(0); tradeNum.fill(0); tradeDen.fill(0); potentialNum.fill(0); conf.fill(0); potential.fill(0);
  for (const lens of plan.lenses) {
    lensNum.fill(0); lensDen.fill(0);
    for (const factor of lens.factors) {
      num.fill(0); den.fill(0);
      for (const { column, weight, share, filled } of factor.indicators) {
        if (!filled || (weight === 0 && share === 0)) continue;
        addColumn(num, den, conf, sheet.points, sheet.present, sheet.evidence, column * sheet.count + from, length, weight, share);
      }
      addFactor(num, den, lensNum, lensDen, tradeNum, tradeDen, sheet.assumed, factor.at * sheet.count + from, length, factor.weight, factor.tradeWeight, sheet.model.assumptionCap);
    }
    const target = into[lens.key].subarray(from, from + length);
    addLens(lensNum, lensDen, totalNum, totalDen, potentialNum, potential, target, length, lens.weight, lens.key !== 'past');
  }
  for (let i = 0; i < length; i += 1) {
    const at = from + i;
    const key = totalDen[i]! > 0 ? steps(Math.max(0, totalNum[i]! / totalDen[i]! - sheet.deductions[at]! / POINT_STEPS)) : -1;
    const veto = sheet.veto[at] === 1;
    total[i] = key < 0 ? NaN : key / SCORE_STEPS;
    value[i] = tradeDen[i]! > 0 ? steps(tradeNum[i]! / tradeDen[i]!) / SCORE_STEPS : NaN;
    potential[i] = potential[i]! > 0 ? steps(potentialNum[i]! / potential[i]!) / SCORE_STEPS : NaN;
    conf[i] = steps(conf[i]!) / SCORE_STEPS;
    const grade = gradeCode(total[i]!, veto, sheet.model.grades);
    into.grade[at] = grade;
    into.class[at] = classCode(total[i]!, grade, value[i]!, potential[i]!, sheet.lossQuarters[at]!, veto, sheet.model.classes);
    // Ascending keys put the best first; what has no total comes last.
    into.scratch.keys[at] = key < 0 ? MISSING_KEY : 100 * SCORE_STEPS - key;
  }
}

type BlockSums = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** The innermost loop: one indicator of a block of customers, without a branch (a missing value adds 0 to both sums). */
function addColumn(num: Float64Array, den: Float64Array, conf: Float64Array, points: Uint16Array, present: Uint8Array, evidence: Uint8Array, offset: number, length: number, weight: number, share: number): void {
  const perPoint = weight / POINT_STEPS;
  const perEvidence = share / EVIDENCE_STEPS;
  for (let i = 0; i < length; i += 1) {
    num[i]! += perPoint * points[offset + i]!;
    den[i]! += weight * present[offset + i]!;
    conf[i]! += perEvidence * evidence[offset + i]!;
  }
}

function addFactor(num: Float64Array, den: Float64Array, lensNum: Float64Array, lensDen: Float64Array, tradeNum: Float64Array, tradeDen: Float64Array, assumed: Uint8Array, offset: number, length: number, weight: number, tradeWeight: number, cap: number): void {
  for (let i = 0; i < length; i += 1) {
    if (den[i]! <= 0) continue;
    let score = num[i]! / den[i]!;
    if (assumed[offset + i] === 1 && score > cap) score = cap;
    lensNum[i]! += weight * score;
    lensDen[i]! += weight;
    tradeNum[i]! += tradeWeight * score;
    tradeDen[i]! += tradeWeight;
  }
}

function addLens(lensNum: Float64Array, lensDen: Float64Array, totalNum: Float64Array, totalDen: Float64Array, potentialNum: Float64Array, potentialDen: Float64Array, target: Float64Array, length: number, weight: number, isPotential: boolean): void {
  for (let i = 0; i < length; i += 1) {
    if (lensDen[i]! <= 0) {
      target[i] = NaN;
      continue;
    }
    const score = lensNum[i]! / lensDen[i]!;
    target[i] = steps(score) / SCORE_STEPS;
    totalNum[i]! += weight * score;
    totalDen[i]! += weight;
    if (isPotential) {
      potentialNum[i]! += weight * score;
      potentialDen[i]! += weight;
    }
  }
}

/** Nearest whole step; the hair above one half keeps sums such as 69.99995 from falling by the last bit of a fraction. */
function steps(score: number): number {
  return Math.floor(score * SCORE_STEPS + 0.500001);
}

const above0 = (weight: number): number => Math.max(0, weight);
