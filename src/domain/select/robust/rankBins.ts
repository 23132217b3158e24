/** Ranks gathered into bins, so that the distribution of 100,000 customers' ranks fits into memory. */
export interface RankBins {
  /** Bin of each rank, index = rank (0 is no rank). */
  readonly of: Uint16Array;
  /** First rank of each bin; the bin ends before the next one's. */
  readonly first: Uint32Array;
}

/** Up to here each rank has a bin of its own; 2,048 customers then take 8 MB. */
const EXACT_UP_TO = 2048;
/** Above: so many first ranks by themselves, then bins of a sixteenth of their rank (6 %). */
const EXACT_FIRST = 128;

/** Bins for the ranks 1 to `count`. */
export function rankBins(count: number): RankBins {
  const first: number[] = [];
  const of = new Uint16Array(count + 1);
  for (let rank = 1; rank <= count;) {
    const width = count <= EXACT_UP_TO || rank <= EXACT_FIRST ? 1 : Math.ceil(rank / 16);
    of.fill(first.length, rank, Math.min(count + 1, rank + width));
    first.push(rank);
    rank += width;
  }
  return { of, first: Uint32Array.from(first) };
}
