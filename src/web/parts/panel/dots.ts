import type { PanelView } from './assessorStrip.tsx';

type Comparison = PanelView['comparison'][number];

/** One vote in the dot plot: on its level, above those of the same level. */
export interface Dot { readonly by: string; readonly level: number; readonly stack: number; readonly far: boolean }

/** A dot a vote of a comparison of levels, each level's votes stacked from the axis up. */
export function dotsOf(comparison: Pick<Comparison, 'votes' | 'outliers'>): Dot[] {
  return comparison.votes.flatMap((vote) => vote.by.map((by, stack): Dot => ({ by, level: Number(vote.value), stack, far: comparison.outliers.includes(by) })));
}

/** The most votes on one level: how high the plot must be. */
export const heightOf = (comparison: Pick<Comparison, 'votes'>): number => Math.max(1, ...comparison.votes.map((vote) => vote.by.length));
