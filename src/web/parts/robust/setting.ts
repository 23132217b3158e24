import { weightsWithin, type WeightRanges } from '#domain/select/robust/ranges.ts';
import { readTop, TOP_FIFTH, type Top } from '#domain/select/robust/top.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Weights } from '#domain/select/weights.ts';

/** Weightings that one look takes. */
export const DRAWS = 10_000;
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
