import { randomOf } from '../../random.ts';
import { covarianceOf, histogramOf, meanOf, percentileOf, type Bin } from './figures.ts';
import { poolOf, type Move } from './move.ts';
import { triangularAt } from './triangular.ts';
import { divide, supplierKey, totalsOf, type WalletLine } from './wallet.ts';

/** Futures drawn where nobody says otherwise: the P50 of another seed is then off by about one part in a hundred of the spread. */
export const RUNS = 10_000;
const BINS = 30;

/** A competition goal: the rival's part of all wallets of known size, to be taken to `percent` or below. */
export interface RivalGoal { readonly id: number; readonly rival: string; readonly percent: number }
export interface SandPlan {
  readonly lines: readonly WalletLine[];
  readonly moves: readonly Move[];
  /** What we want to sell in the period, minor units; null: no goal yet. */
  readonly salesGoal: number | null;
  readonly rivalGoals: readonly RivalGoal[];
}

export interface MoveResult {
  readonly id: number;
  /** Minor units it brings on average over all futures; null: the size of its line is unknown, so its worth is. */
  readonly value: number | null;
  /** Points of share it brings on average. */
  readonly points: number;
  /**
   * Its part of the uncertainty of the result, of 1: the covariance with the result over the variance of the result. The parts add to
   * 1; for moves that do not share a room it is the squared correlation with the result, the first-order index of Saltelli et al.
   * 2008, "Global sensitivity analysis". Below zero where a move only takes what another would have taken. Null without any spread.
   */
  readonly spread: number | null;
  /** Share of futures (0–1) in which it could not take all it drew, because there was no more to take. */
  readonly capped: number;
  /** Points there are to take in its pool. */
  readonly room: number;
}
export interface RivalResult { readonly id: number; readonly now: number | null; readonly p50: number | null; readonly chance: number | null; readonly unknownLines: number }
export interface SandResult {
  readonly runs: number;
  readonly seed: number;
  /** What we have today, as far as it is known; lines that are not in it. */
  readonly base: number;
  readonly baseUnknownLines: number;
  /** Our sales in the period in minor units: in 10, 50 and 90 of 100 futures they are no more than this. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
  readonly deviation: number;
  /** Share of futures that reach the sales goal, 0–1; null without one. */
  readonly chance: number | null;
  readonly histogram: readonly Bin[];
  /** In the order of the moves given. */
  readonly moves: readonly MoveResult[];
  /** Moves on lines of unknown size: they may bring something, and none of it is in the figures. */
  readonly uncounted: number;
  readonly rivals: readonly RivalResult[];
}

/**
 * What may come of a plan (预期结果): `runs` futures, in each of which every move comes off or not (Bernoulli) and brings points drawn
 * from its triangle. Moves on the same part of a line share its room: where they want more than there is, each gets the same
 * proportion. Every move draws from a stream of its own, named by its line and source, so that neither the order of moves nor what
 * happens to other moves changes it: scenarios of one seed differ by their moves only. Unknown sizes bring nothing and are counted.
 */
export function simulateSand(plan: SandPlan, runs: number, seed: number): SandResult {
  const lines = new Map(plan.lines.map((line) => [line.id, line]));
  const drawn = drawMoves(plan.moves.filter((move) => lines.has(move.lineId)), lines, runs, seed);
  const { ours } = totalsOf(plan.lines);
  const sum = new Float64Array(runs).fill(ours.value);
  for (const { points, size } of drawn) if (size !== null) for (let n = 0; n < runs; n += 1) sum[n]! += (points[n]! * size) / 100;
  const variance = covarianceOf(sum, sum);
  // A future is worth whole fen: a goal that is met exactly is met.
  const sorted = sum.map(Math.round).sort();
  return {
    runs, seed, base: ours.value, baseUnknownLines: ours.unknownLines,
    p10: percentileOf(sorted, 0.1), p50: percentileOf(sorted, 0.5), p90: percentileOf(sorted, 0.9), mean: meanOf(sum), deviation: Math.sqrt(variance),
    chance: plan.salesGoal === null ? null : sorted.filter((value) => value >= plan.salesGoal!).length / runs,
    histogram: histogramOf(sorted, BINS),
    moves: plan.moves.flatMap(({ id }) => drawn.filter((one) => one.move.id === id)).map(({ move, points, size, capped, room }) => {
      const mean = meanOf(points);
      return { id: move.id, value: size === null ? null : (mean * size) / 100, points: mean, spread: size === null || variance < 1e-9 ? null : (covarianceOf(points, sum) * size) / 100 / variance, capped: capped / runs, room };
    }),
    uncounted: drawn.filter(({ size }) => size === null).length,
    rivals: plan.rivalGoals.map((goal) => rivalResult(goal, plan, drawn, runs)),
  };
}

interface Drawn { readonly move: Move; readonly size: number | null; readonly room: number; readonly points: Float64Array; capped: number }

/** Points of every move in every future, after the rooms have been shared; in order of their numbers. */
function drawMoves(moves: readonly Move[], lines: ReadonlyMap<number, WalletLine>, runs: number, seed: number): Drawn[] {
  const pools = new Map<string, Drawn[]>();
  const drawn = moves.toSorted((a, b) => a.id - b.id).map((move): Drawn => {
    const line = lines.get(move.lineId)!;
    const { key, room } = poolOf(move, line);
    const one = { move, size: line.size, room, points: drawPoints(move, runs, randomOf(seed, streamOf(move, moves))), capped: 0 };
    pools.set(key, [...(pools.get(key) ?? []), one]);
    return one;
  });
  for (const pool of pools.values()) shareRoom(pool, runs);
  return drawn;
}

/** Stream of random numbers of a move: named by its line, its source, and which of the moves on both it is, oldest first. */
export function streamOf(move: Move, moves: readonly Move[]): number {
  const name = ({ lineId, from, supplier }: Move): string => `${lineId}:${from}:${supplierKey(supplier ?? '')}`;
  const own = name(move);
  return hash(`${own}:${moves.filter((other) => other.id <= move.id && name(other) === own).length}`);
}

function drawPoints({ low, likely, high, chance }: Move, runs: number, random: () => number): Float64Array {
  const points = new Float64Array(runs);
  for (let n = 0; n < runs; n += 1) {
    // Both numbers are drawn in any case: another chance then changes nothing but whether it comes off.
    const [happens, how] = [random() < chance, random()];
    if (happens) points[n] = triangularAt(how, low, likely, high);
  }
  return points;
}

function shareRoom(pool: Drawn[], runs: number): void {
  const room = pool[0]!.room;
  if (pool.reduce((most, { move }) => most + move.high, 0) <= room) return;
  for (let n = 0; n < runs; n += 1) {
    let wanted = 0;
    for (const { points } of pool) wanted += points[n]!;
    if (wanted <= room) continue;
    for (const one of pool) {
      if (one.points[n]! > 0) one.capped += 1;
      one.points[n] = one.points[n]! * (room / wanted);
    }
  }
}

/** Where the rival stands in the wallets of known size, and how often the moves take it to the goal. */
function rivalResult({ id, rival, percent }: RivalGoal, { lines }: SandPlan, drawn: readonly Drawn[], runs: number): RivalResult {
  const key = supplierKey(rival);
  let [held, all, unknownLines] = [0, 0, 0];
  for (const line of lines) {
    const own = divide(line).rivals.find(({ supplier }) => supplierKey(supplier) === key);
    if (own && (own.percent === null || line.size === null)) unknownLines += 1;
    all += line.size ?? 0;
    held += ((line.size ?? 0) * (own?.percent ?? 0)) / 100;
  }
  if (all === 0) return { id, now: null, p50: null, chance: null, unknownLines };
  const after = new Float64Array(runs).fill(held);
  for (const { move, size, points, room } of drawn) {
    if (size === null || move.from !== 'rival' || supplierKey(move.supplier ?? '') !== key || room === 0) continue;
    const known = divide(lines.find((line) => line.id === move.lineId)!).rivals.some(({ supplier, percent: own }) => supplierKey(supplier) === key && own !== null);
    if (known) for (let n = 0; n < runs; n += 1) after[n]! -= (points[n]! * size) / 100;
  }
  const shares = after.map((value) => (value / all) * 100).sort();
  return { id, now: (held / all) * 100, p50: percentileOf(shares, 0.5), chance: shares.filter((share) => share <= percent + 1e-9).length / runs, unknownLines };
}

/** FNV-1a, 32 bits: the number of a stream from its name. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
