import type { RankShare } from '#domain/select/robust/acceptability.ts';

/** One bar: a stretch of ranks and the share of weightings (0–1) that put the customer there. */
export interface RankBar { readonly from: number; readonly to: number; readonly share: number }

/** More bars than this are too thin to tell apart in a drawer. */
const MOST = 48;

/**
 * Bars from rank 1 to `last`, equally wide but for the first and the last: one ends exactly at `top`, so that every bar is either picked
 * or not. Shares that come in wider stretches (customers in their thousands) are spread over them.
 */
export function histogramBars(shares: readonly RankShare[], top: number, last: number): RankBar[] {
  const width = Math.max(1, Math.ceil(last / MOST));
  const bars: { from: number; to: number; share: number }[] = [];
  for (let from = 1, to = top % width || width; from <= last; from = to + 1, to += width) bars.push({ from, to: Math.min(last, to), share: 0 });
  for (const { from, to, share } of shares) {
    for (const bar of bars) {
      const common = Math.min(to, bar.to) - Math.max(from, bar.from) + 1;
      if (common > 0) bar.share += (share * common) / (to - from + 1);
    }
  }
  return bars;
}
