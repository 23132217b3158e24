import { EVIDENCE_STEPS, POINT_STEPS, type ScoreSheet } from './sheet.ts';

/**
 * Scores of all factors of a sheet, kept between calls: dragging a weight recomputes only the factor whose indicators it touches.
 * Index = factor × count + customer.
 */
export interface FactorScores {
  /** 0–100, 0 where unknown. */
  readonly score: Float64Array;
  /** 1 where at least one weighted indicator counts. */
  readonly known: Uint8Array;
  /** Weighted evidence of the factor's indicators, 0–1. */
  readonly evidence: Float64Array;
  /** 1 for the factors the last call computed. */
  readonly fresh: Uint8Array;
  /** Sheet and indicator weights the rows above were computed for. */
  sheet: ScoreSheet | null;
  readonly weights: Float64Array;
}

export interface FactorColumns {
  readonly at: number;
  /** First indicator of the factor in model order, and how many it has. */
  readonly first: number;
  readonly size: number;
}

/** Customers per block: the running sums of a block stay in the processor's first cache. */
const BLOCK = 1024;
const TABLE_BITS = 12;
const num = new Float64Array(BLOCK);
const seen = new Float64Array(BLOCK);
const low = new Float64Array(1 << TABLE_BITS);
const high = new Float64Array(1 << TABLE_BITS);

export function createFactorScores(factors: number, indicators: number, count: number): FactorScores {
  return {
    score: new Float64Array(factors * count), known: new Uint8Array(factors * count), evidence: new Float64Array(factors * count),
    fresh: new Uint8Array(factors), sheet: null, weights: new Float64Array(indicators).fill(-1),
  };
}

/** Brings the factors up to date with these indicator weights (≥ 0). */
export function scoreFactors(sheet: ScoreSheet, factors: readonly FactorColumns[], weights: Float64Array, into: FactorScores): void {
  for (const factor of factors) {
    let same = into.sheet === sheet;
    for (let i = factor.first; i < factor.first + factor.size; i += 1) if (into.weights[i] !== weights[i]) same = false;
    into.fresh[factor.at] = same ? 0 : 1;
    if (!same) scoreFactor(sheet, factor, weights, into);
  }
  into.sheet = sheet;
  into.weights.set(weights);
}

function scoreFactor(sheet: ScoreSheet, { at, first, size }: FactorColumns, weights: Float64Array, into: FactorScores): void {
  presentWeights(low, weights, first, Math.min(size, TABLE_BITS));
  if (size > TABLE_BITS) presentWeights(high, weights, first + TABLE_BITS, size - TABLE_BITS);
  else high[0] = 0;
  let whole = 0;
  for (let i = first; i < first + size; i += 1) whole += weights[i]!;
  const columns = filledColumns(sheet, weights, first, size);
  const perEvidence = whole > 0 ? 1 / (whole * EVIDENCE_STEPS) : 0;
  for (let from = 0; from < sheet.count; from += BLOCK) {
    const length = Math.min(BLOCK, sheet.count - from);
    num.fill(0);
    seen.fill(0);
    for (let i = 0; i < columns.length; i += 2) {
      const a = columns[i]!;
      // An odd last column is paired with itself at weight 0: one loop serves all sizes.
      const b = columns[i + 1] ?? a;
      addPair(sheet.points, sheet.evidence, a * sheet.count + from, b * sheet.count + from, weights[a]!, b === a ? 0 : weights[b]!, length);
    }
    closeFactor(sheet, at * sheet.count + from, length, perEvidence, into);
  }
}

/** The innermost loop: two indicators of a block of customers, without a branch (what is left out adds 0). */
function addPair(points: Uint16Array, evidence: Uint8Array, a: number, b: number, weightA: number, weightB: number, length: number): void {
  for (let i = 0; i < length; i += 1) {
    num[i] = num[i]! + (weightA * points[a + i]! + weightB * points[b + i]!);
    seen[i] = seen[i]! + (weightA * evidence[a + i]! + weightB * evidence[b + i]!);
  }
}

function closeFactor(sheet: ScoreSheet, offset: number, length: number, perEvidence: number, into: FactorScores): void {
  const { present, assumed } = sheet;
  const { score, known, evidence } = into;
  const cap = sheet.model.assumptionCap;
  const mask = (1 << TABLE_BITS) - 1;
  for (let i = 0; i < length; i += 1) {
    const word = present[offset + i]!;
    const weight = low[word & mask]! + high[word >>> TABLE_BITS]!;
    let points = weight > 0 ? num[i]! / (weight * POINT_STEPS) : 0;
    if (points > cap && assumed[offset + i] === 1) points = cap;
    score[offset + i] = points;
    known[offset + i] = weight > 0 ? 1 : 0;
    evidence[offset + i] = seen[i]! * perEvidence;
  }
}

/** table[word] = sum of the weights of the bits set in word, for all words of `size` bits. */
function presentWeights(table: Float64Array, weights: Float64Array, first: number, size: number): void {
  table[0] = 0;
  for (let bit = 0; bit < size; bit += 1) {
    const weight = weights[first + bit]!;
    for (let word = 0; word < 1 << bit; word += 1) table[(1 << bit) + word] = table[word]! + weight;
  }
}

function filledColumns(sheet: ScoreSheet, weights: Float64Array, first: number, size: number): number[] {
  const columns: number[] = [];
  for (let i = first; i < first + size; i += 1) if (sheet.filled[i] === 1 && weights[i]! > 0) columns.push(i);
  return columns;
}
