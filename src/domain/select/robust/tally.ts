import type { RankBins } from './rankBins.ts';

/**
 * What the weightings drawn so far have shown, counted. Only whole numbers are added, so that tallies of different workers merge to the
 * very same figures whoever counted which block. Index = customer of the sheet; customers without a total stay at 0.
 */
export interface Tally {
  readonly count: number;
  /** Customers that have a total: as many as there are ranks. */
  readonly ranked: number;
  /** Places that count as picked. */
  readonly top: number;
  /** First rank of each bin of the rank distribution. */
  readonly bins: Uint32Array;
  /** Weights of the model, all levels together. */
  readonly weights: number;
  draws: number;
  readonly inTop: Uint16Array;
  readonly first: Uint16Array;
  readonly rankSum: Float64Array;
  /** Best and worst rank seen; 0 where none was. */
  readonly best: Uint32Array;
  readonly worst: Uint32Array;
  /** customer × number of bins + bin. */
  readonly ranks: Uint16Array;
  /** customer × weights + weight: sum of the weights (in WEIGHT_STEPS) of the draws that had the customer in the top. */
  readonly weightSums: Float64Array;
}

/** Weights are summed in steps of 2^−30: 60,000 of them stay exact in a double. */
export const WEIGHT_STEPS = 2 ** 30;
/** Counters have 16 bits. */
export const MOST_DRAWS = 60_000;
/** Customers the server analyses at most: with 20,000 weightings about ten seconds. The browser, which shows how far it is, and the terminal take more. */
export const MOST_SERVED = 5000;

/** An empty tally for a sheet of `count` customers. */
export function createTally(count: number, ranked: number, top: number, weights: number, bins: RankBins): Tally {
  return {
    count, ranked, top, bins: bins.first, weights, draws: 0, inTop: new Uint16Array(count), first: new Uint16Array(count), rankSum: new Float64Array(count), best: new Uint32Array(count), worst: new Uint32Array(count),
    ranks: new Uint16Array(count * bins.first.length), weightSums: new Float64Array(count * weights),
  };
}

/**
 * Counts one weighting. Equal keys share a rank, and all of them are in the top when it is.
 * @param accounts sheet index of each ranked customer
 * @param order indexes into `accounts`, best first
 * @param keys sort key of each, as ordered by
 * @param drawn the weights in WEIGHT_STEPS
 */
export function addDraw(tally: Tally, bins: RankBins, accounts: Uint32Array, order: Uint32Array, keys: Uint32Array, drawn: Float64Array): void {
  const { inTop, first, rankSum, best, worst, ranks, weightSums, weights, top } = tally;
  let rank = 0;
  let last = -1;
  for (let i = 0; i < order.length; i += 1) {
    const at = order[i]!;
    const key = keys[at]!;
    if (key !== last) {
      rank = i + 1;
      last = key;
    }
    const account = accounts[at]!;
    rankSum[account] = rankSum[account]! + rank;
    if (best[account] === 0 || rank < best[account]!) best[account] = rank;
    if (rank > worst[account]!) worst[account] = rank;
    const cell = account * tally.bins.length + bins.of[rank]!;
    ranks[cell] = ranks[cell]! + 1;
    if (rank > top) continue;
    inTop[account] = inTop[account]! + 1;
    if (rank === 1) first[account] = first[account]! + 1;
    const from = account * weights;
    for (let k = 0; k < weights; k += 1) weightSums[from + k] = weightSums[from + k]! + drawn[k]!;
  }
  tally.draws += 1;
}

/** Adds what another worker counted under the same sheet, ranges and top. */
export function mergeTally(into: Tally, other: Tally): void {
  into.draws += other.draws;
  for (const name of ['inTop', 'first', 'rankSum', 'ranks', 'weightSums'] as const) {
    const [sum, more] = [into[name], other[name]];
    for (let i = 0; i < sum.length; i += 1) sum[i] = sum[i]! + more[i]!;
  }
  for (let i = 0; i < into.count; i += 1) {
    if (other.best[i]! > 0 && (into.best[i] === 0 || other.best[i]! < into.best[i]!)) into.best[i] = other.best[i]!;
    if (other.worst[i]! > into.worst[i]!) into.worst[i] = other.worst[i]!;
  }
}
