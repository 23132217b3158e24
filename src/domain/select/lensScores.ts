import type { FactorScores } from './factorScores.ts';

/** Scores of the lenses of a sheet, kept between calls; index = lens × count + customer. */
export interface LensScores {
  /** 0–100, NaN where unknown. */
  readonly score: Float64Array;
  /** Weighted evidence of the lens's factors, 0–1. */
  readonly evidence: Float64Array;
  /** Factor weights the rows were computed for. */
  readonly weights: Float64Array;
}

export interface LensColumns {
  readonly at: number;
  readonly factors: readonly { readonly at: number; readonly weight: number }[];
}

/** Customers per block: the running sums of a block stay in the processor's first cache. */
const BLOCK = 1024;
const sum = new Float64Array(BLOCK);
const weight = new Float64Array(BLOCK);
const seen = new Float64Array(BLOCK);

export function createLensScores(lenses: number, factors: number, count: number): LensScores {
  return { score: new Float64Array(lenses * count), evidence: new Float64Array(lenses * count), weights: new Float64Array(factors).fill(-1) };
}

/** Brings the lenses up to date: those with a factor just computed (`fresh`) or a factor weight moved. */
export function scoreLenses(count: number, lenses: readonly LensColumns[], factors: FactorScores, into: LensScores): void {
  for (const lens of lenses) {
    if (!lens.factors.some((factor) => factors.fresh[factor.at] === 1 || into.weights[factor.at] !== factor.weight)) continue;
    const whole = lens.factors.reduce((all, factor) => all + factor.weight, 0);
    for (let from = 0; from < count; from += BLOCK) {
      const length = Math.min(BLOCK, count - from);
      sum.fill(0);
      weight.fill(0);
      seen.fill(0);
      for (const factor of lens.factors) addFactor(factors.score, factors.known, factors.evidence, factor.at * count + from, factor.weight, length);
      closeLens(into, lens.at * count + from, whole > 0 ? 1 / whole : 0, length);
    }
    for (const factor of lens.factors) into.weights[factor.at] = factor.weight;
  }
}

function addFactor(score: Float64Array, known: Uint8Array, evidence: Float64Array, offset: number, by: number, length: number): void {
  for (let i = 0; i < length; i += 1) {
    sum[i] = sum[i]! + by * score[offset + i]!;
    weight[i] = weight[i]! + by * known[offset + i]!;
    seen[i] = seen[i]! + by * evidence[offset + i]!;
  }
}

function closeLens({ score, evidence }: LensScores, offset: number, perWeight: number, length: number): void {
  for (let i = 0; i < length; i += 1) {
    // 0/0 is NaN: no weighted factor of the lens is known.
    score[offset + i] = sum[i]! / weight[i]!;
    evidence[offset + i] = seen[i]! * perWeight;
  }
}
