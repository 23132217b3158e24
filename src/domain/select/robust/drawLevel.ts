import { randomOf, type Random } from '#domain/random.ts';
import type { WeightRange } from './ranges.ts';

/** Writes one weighting of a level: weights that add to 1, at `into[at]`, `into[at + step]` … */
export type DrawLevel = (random: Random, into: Float64Array, at: number, step: number) => void;

/** What is left over or lacking below this is rounding. */
const HAIR = 1e-9;
const PILOTS = 256;
/** So many vain proposals for one weighting mean that the ranges leave next to nothing. */
const MOST_TRIES = 1_000_000;

/**
 * Draws the weights of one level uniformly from all that add to 1 and keep to their ranges.
 *
 * Without upper limits: uniform spacings, wᵢ = low + rest × −ln uᵢ / Σ −ln u (Devroye 1986, V.2; Tervonen & Lahdelma 2007). With them:
 * exact by rejection. The narrowest k weights are drawn evenly from their ranges, the others by spacings over what is left; the
 * proposal stands with probability (left / most that can be left)^(others − 1), which evens out the volume the others have, and only
 * if nobody is over its limit. Every k gives the same distribution; the one that wastes least is found by trying each.
 *
 * Throws a RangeError when no weights in these ranges add to 1, or hardly any.
 */
export function levelDrawer(ranges: readonly WeightRange[]): DrawLevel {
  for (const { low, high } of ranges) if (!(low >= 0 && low <= high && high <= 1)) throw new RangeError(`a range from ${low} to ${high} is none within 0 to 1`);
  const lowest = sum(ranges.map((range) => range.low));
  const highest = sum(ranges.map((range) => range.high));
  // A level without any weight: nothing of it counts, nothing varies.
  if (highest === 0) return fixed(ranges.map(() => 0));
  if (lowest > 1 + HAIR || highest < 1 - HAIR) throw new RangeError(`weights between ${percent(lowest)} and ${percent(highest)} in sum cannot add to 100 %`);
  const free = 1 - lowest;
  if (free <= HAIR) return fixed(ranges.map((range) => range.low / lowest));
  if (highest - 1 <= HAIR) return fixed(ranges.map((range) => range.high / highest));
  const lows = ranges.map((range) => range.low);
  // From here on each weight is low + free × y with Σ y = 1 and y at most its room.
  const rooms = ranges.map((range) => (range.high - range.low) / free);
  const order = rooms.map((_, i) => i).toSorted((a, b) => rooms[a]! - rooms[b]! || a - b);
  const sorted = order.map((i) => rooms[i]!);
  const split = bestSplit(sorted);
  const drawn = new Float64Array(ranges.length);
  return (random, into, at, step) => {
    let tries = 0;
    while (!propose(sorted, split, random, drawn)) if ((tries += 1) === MOST_TRIES) throw tooNarrow();
    order.forEach((place, i) => {
      into[at + place * step] = lows[place]! + free * drawn[i]!;
    });
  };
}

/** One proposal for y; false when it is rejected. `rooms` ascending, the first `split` of them drawn from their own range. */
function propose(rooms: readonly number[], split: number, random: Random, into: Float64Array): boolean {
  const others = rooms.length - split;
  let left = 1;
  for (let i = 0; i < split; i += 1) left -= into[i] = rooms[i]! * random();
  if (left <= 0) return false;
  if (others === 1) return (into[split] = left) <= rooms[split]!;
  if (split > 0) {
    let most = 0;
    for (let i = split; i < rooms.length; i += 1) most += rooms[i]!;
    if (left > most || random() > (left / Math.min(1, most)) ** (others - 1)) return false;
  }
  let all = 0;
  for (let i = split; i < rooms.length; i += 1) all += into[i] = -Math.log(random());
  const scale = left / all;
  for (let i = split; i < rooms.length; i += 1) if ((into[i] = into[i]! * scale) > rooms[i]!) return false;
  return true;
}

function bestSplit(rooms: readonly number[]): number {
  if (rooms[0]! >= 1) return 0;
  const scratch = new Float64Array(rooms.length);
  let best = { split: 0, kept: 0 };
  for (let split = rooms.findIndex((room) => room > 0); split < rooms.length; split += 1) {
    const random = randomOf(split);
    let kept = 0;
    for (let i = 0; i < PILOTS; i += 1) if (propose(rooms, split, random, scratch)) kept += 1;
    if (kept > best.kept) best = { split, kept };
  }
  if (best.kept === 0) throw tooNarrow();
  return best.split;
}

const fixed = (weights: readonly number[]): DrawLevel => (_random, into, at, step) => {
  weights.forEach((weight, i) => {
    into[at + i * step] = weight;
  });
};
const tooNarrow = () => new RangeError('these ranges leave hardly any weights that add to 100 %');
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;
