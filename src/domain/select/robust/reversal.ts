import { scoreAll, SCORE_STEPS } from '../score.ts';
import type { ScoreSheet } from '../sheet.ts';
import { weightsOf, type Weights } from '../weights.ts';
import { levelsOf, sharesOf } from './ranges.ts';
import { cornersOf, totalAt, totalLines, type TotalLine, type WeightPlace } from './totalLine.ts';

/** The smallest change of one weight after which two customers have changed places. Weights in per cent of their level. */
export interface Reversal extends WeightPlace {
  readonly weight: number;
  /** Where both have the same total. */
  readonly turns: number;
  /** The nearest weight on the far side that really puts the other ahead: a whole tenth of a per cent where one does. */
  readonly passes: number;
  /** |turns − weight| / weight; Infinity for a weight of 0. */
  readonly relative: number;
}

export interface Reversals {
  /** Customers (indexes of the sheet): who is ahead today, and who would pass. */
  readonly ahead: number;
  readonly behind: number;
  /** Whether they share their place today; nothing needs to turn then. */
  readonly tied: boolean;
  /** One entry a weight, null where no value of it turns the two; lenses, factors, indicators in model order. */
  readonly weights: readonly { readonly place: WeightPlace; readonly reversal: Reversal | null }[];
  /** The one with the smallest relative change: the critical weight of this pair. Null when none turns it. */
  readonly critical: Reversal | null;
}

/** Totals nearer than this are a tie in the ranking. */
const TIE = 1 / SCORE_STEPS;
/** Nearer points are one; at 0 and 1 a level may lose all that is known, and quotients there are 0 / 0. */
const HAIR = 1e-9;

/**
 * How much each weight would have to change for two customers to change places, the others of its level keeping their proportions
 * as the sliders keep them; all other levels as they are. Exact: on each stretch between corners both totals are quotients of linear
 * functions of the weight, so that they meet where a quadratic is 0. The most critical weight is the one with the smallest relative
 * change (Triantaphyllou & Sánchez 1997, "A sensitivity analysis approach for some deterministic multi-criteria decision making
 * methods"; they change one weight and scale all to 1 again, which is the same ray).
 * Null when one of the two has no total.
 */
export function reversals(sheet: ScoreSheet, a: number, b: number, weights: Weights = weightsOf(sheet.model)): Reversals | null {
  const { total } = scoreAll(sheet, weights);
  const [ahead, behind] = total[b]! > total[a]! ? [b, a] : [a, b];
  const [leader, rival] = [totalLines(sheet, weights, ahead), totalLines(sheet, weights, behind)];
  if (!leader || !rival) return null;
  const tied = total[a] === total[b];
  const found = levelsOf(sheet.model).flatMap((level) => {
    const shares = sharesOf(weights[level.list], level);
    return shares.map((share, i) => {
      const place: WeightPlace = { list: level.list, at: level.first + i };
      // A lone weight is always 100 %.
      const reversal = tied || shares.length < 2 ? null : reversalOf(place, share, leader(place), rival(place));
      return { place, reversal };
    });
  });
  let critical: Reversal | null = null;
  for (const { reversal } of found) if (reversal && reversal.relative < (critical?.relative ?? Infinity)) critical = reversal;
  return { ahead, behind, tied, weights: found, critical };
}

function reversalOf(place: WeightPlace, share: number, leader: TotalLine, rival: TotalLine): Reversal | null {
  const lead = (x: number): number => totalAt(rival, x) - totalAt(leader, x);
  const points = [...cornersOf(leader), ...cornersOf(rival), ...meetings(leader, rival)].filter((x) => x > HAIR && x < 1 - HAIR);
  const up = stretchAhead(lead, share, [...points.filter((x) => x > share).toSorted((a, b) => a - b), 1]);
  const down = stretchAhead(lead, share, [...points.filter((x) => x < share).toSorted((a, b) => b - a), 0]);
  const nearest = !up ? down : !down || up.from - share <= share - down.from ? up : down;
  if (!nearest) return null;
  return { ...place, weight: share * 100, turns: nearest.from * 100, passes: passing(lead, nearest), relative: share > 0 ? Math.abs(nearest.from - share) / share : Infinity };
}

interface Stretch { readonly from: number; readonly to: number }

/** Going outward from `start`: the first stretch on which the rival is ahead. Between two of the `points` the sign does not change. */
function stretchAhead(lead: (x: number) => number, start: number, points: readonly number[]): Stretch | null {
  let from = start;
  for (const to of points) {
    if (Math.abs(to - from) > HAIR && lead((from + to) / 2) >= TIE) return { from, to };
    from = to;
  }
  return null;
}

/** A weight on the stretch that puts the rival ahead by more than a tie: the first whole tenth of a per cent, else the middle. */
function passing(lead: (x: number) => number, { from, to }: Stretch): number {
  const step = to > from ? 1 : -1;
  const first = step > 0 ? Math.floor(from * 1000 + 1e-9) + 1 : Math.ceil(from * 1000 - 1e-9) - 1;
  for (let tenth = first; step > 0 ? tenth <= to * 1000 : tenth >= to * 1000; tenth += step) if (lead(tenth / 1000) >= TIE) return tenth / 10;
  return ((from + to) / 2) * 100;
}

/**
 * Where two lines can meet: the zeros of the difference on each combination of pieces (mean moving or capped, total moving or 0).
 * Zeros of a piece outside its own stretch do no harm: they only add a point at which nothing changes.
 */
function meetings(leader: TotalLine, rival: TotalLine): number[] {
  return pieces(leader).flatMap((one) => pieces(rival).flatMap((other) => {
    // p / q = r / s, all linear in x: (p₀ + p₁x)(s₀ + s₁x) − (r₀ + r₁x)(q₀ + q₁x) = 0.
    const { p, q } = one;
    const { p: r, q: s } = other;
    return zeros(p[1] * s[1] - r[1] * q[1], p[0] * s[1] + p[1] * s[0] - r[0] * q[1] - r[1] * q[0], p[0] * s[0] - r[0] * q[0]);
  }));
}

type Linear = readonly [number, number];
interface Quotient { readonly p: Linear; readonly q: Linear }

/** The forms a line takes between its corners, as quotients of linear functions. */
function pieces({ base, slope, cap, a, b, c, d, deduction }: TotalLine): Quotient[] {
  const flat = (value: number): Quotient => ({ p: [value, 0], q: [1, 0] });
  const start = base - deduction;
  if (slope === 0) return [flat(Math.max(0, start))];
  const list: Quotient[] = [{ p: [start * c + slope * a, start * d + slope * b], q: [c, d] }, flat(0)];
  return cap === Infinity ? list : [...list, flat(start + slope * cap)];
}

/** Real zeros of ax² + bx + c, in the form that does not lose digits when b² is much larger than 4ac. */
function zeros(a: number, b: number, c: number): number[] {
  if (Math.abs(a) <= 1e-12 * (Math.abs(b) + Math.abs(c))) return Math.abs(b) <= 1e-12 * Math.abs(c) || b === 0 ? [] : [-c / b];
  const inside = b * b - 4 * a * c;
  if (inside < 0) return [];
  const q = -0.5 * (b + (b < 0 ? -1 : 1) * Math.sqrt(inside));
  return q === 0 ? [0] : [q / a, c / q];
}
