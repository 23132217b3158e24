import type { ScoreModel } from '../model.ts';
import type { Weights } from '../weights.ts';
import { weightsOfFlat } from './drawWeights.ts';
import { WEIGHT_STEPS, type Tally } from './tally.ts';

/** How a customer fares when the weights vary. Probabilities 0–1; ranks from 1. */
export interface Acceptability {
  /** Probability of being among the picked: the sum of the rank acceptability indices bₛ for ranks up to N (Lahdelma & Salminen 2001). */
  readonly chance: number;
  /** Acceptability of rank 1. */
  readonly first: number;
  readonly meanRank: number;
  /** Ranks below which 5 % and 95 % of the weightings put it (smallest rank that so many do not exceed). */
  readonly low: number;
  readonly high: number;
  readonly best: number;
  readonly worst: number;
}

/** A stretch of ranks with the share of weightings (0–1) that put the customer there. */
export interface RankShare { readonly from: number; readonly to: number; readonly share: number }

/** Probability of being picked, 0–1; NaN for a customer without a total. */
export function chanceOf(tally: Tally, at: number): number {
  return tally.best[at] === 0 ? NaN : tally.inTop[at]! / tally.draws;
}

/** Everything the ranks of a customer say; null when it has no total. */
export function acceptabilityOf(tally: Tally, at: number): Acceptability | null {
  if (tally.draws === 0 || tally.best[at] === 0) return null;
  const shares = rankShares(tally, at);
  let reached = 0;
  let [low, high] = [0, 0];
  for (const { from, to, share } of shares) {
    reached += share;
    if (low === 0 && reached >= 0.05 - 1e-12) low = from;
    if (high === 0 && reached >= 0.95 - 1e-12) high = to;
  }
  return {
    chance: chanceOf(tally, at), first: tally.first[at]! / tally.draws, meanRank: tally.rankSum[at]! / tally.draws,
    low: Math.max(low, tally.best[at]!), high: Math.min(high, tally.worst[at]!), best: tally.best[at]!, worst: tally.worst[at]!,
  };
}

/** The distribution of a customer's ranks, best first, only stretches that occurred. */
export function rankShares(tally: Tally, at: number): RankShare[] {
  const { bins, ranked, ranks, draws } = tally;
  const shares: RankShare[] = [];
  for (let bin = 0; bin < bins.length; bin += 1) {
    const count = ranks[at * bins.length + bin]!;
    if (count > 0) shares.push({ from: bins[bin]!, to: (bins[bin + 1] ?? ranked + 1) - 1, share: count / draws });
  }
  return shares;
}

/**
 * Central weights of a customer: the mean of the weightings that put it among the first N, in per cent of each level; what somebody
 * who picks it values on average. SMAA-2 defines them for rank 1, which is N = 1 here. Null when no weighting drawn picks it.
 */
export function centralWeights(tally: Tally, model: ScoreModel, at: number): Weights | null {
  const picked = tally.inTop[at]!;
  if (picked === 0) return null;
  return weightsOfFlat(model, tally.weightSums.subarray(at * tally.weights, (at + 1) * tally.weights).map((sum) => sum / WEIGHT_STEPS / picked));
}
