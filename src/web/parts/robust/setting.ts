import { weightsWithin, type WeightRanges } from '#domain/select/robust/ranges.ts';
import { readTop, TOP_FIFTH, type Top } from '#domain/select/robust/top.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Weights } from '#domain/select/weights.ts';

/** Weightings that one look takes, and the fewest that still tell 90 % from 85. */
const DRAWS = 10_000;
const FEWEST_DRAWS = 1000;
/** Customers × weightings: about half a minute in one thread. */
const MOST_WORK = 50_000_000;

/** Weightings for so many customers: 10,000 up to 5,000 of them, then fewer, so that a look stays a look. */
export function drawsFor(customers: number): number {
  return Math.min(DRAWS, Math.max(FEWEST_DRAWS, Math.floor(MOST_WORK / Math.max(1, customers) / 100) * 100));
}
/** Relative spreads around today's weights on offer. */
export const SPREADS = [0.1, 0.2, 0.3] as const;

/** What may vary: every weighting, or each weight within a share of today's. */
export type Weightings = 'any' | number;

/** What the page asks: weightings, who counts as picked (as typed), the seed. */
export interface RobustSetting {
  readonly weightings: Weightings;
  readonly top: string;
  readonly seed: number;
}

export const topOf = (setting: RobustSetting): Top => readTop(setting.top) ?? TOP_FIFTH;

/** Ranges for the draws; undefined where anything goes. */
export function rangesOf(setting: RobustSetting, model: ScoreModel, weights: Weights): WeightRanges | undefined {
  return setting.weightings === 'any' ? undefined : weightsWithin(model, weights, setting.weightings);
}
