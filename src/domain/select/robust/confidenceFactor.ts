import { randomOf } from '#domain/random.ts';
import { EVIDENCE_STEPS, POINT_STEPS, type ScoreSheet } from '../sheet.ts';
import { factorsOf, type Weights } from '../weights.ts';
import { cellsOf, type Cells } from './cells.ts';
import { keyOfTotal } from './scoreFour.ts';
import { topCount, type Top } from './top.ts';

/** A customer (index of the sheet) and the weights it is looked at under: its central ones. */
export interface AskedCustomer { readonly at: number; readonly weights: Weights }

export interface ConfidenceOptions {
  readonly top: Top;
  /** Worlds drawn; 1,000 give ±3 % (95 % interval at one half). */
  readonly draws: number;
  readonly seed: number;
}

/** Worlds held in memory at a time. */
const CHUNK = 32;
/** Streams of the worlds lie far from those of the weightings. */
const STREAM = 0x40000000;

/**
 * Confidence factor (SMAA-2, Lahdelma & Salminen 2001): how likely a customer is among the first N under weights that suit it, when the
 * points themselves are uncertain. Below one half, its place hangs on what nobody has proven.
 *
 * How uncertain points are is a rule of the house: with evidence e (0–1) a value holds with probability e; otherwise it may be anything
 * from 0 to 100, each as likely. Every indicator of every customer is drawn by itself; what is missing stays left out, deductions and
 * the cap on assumptions stay as they are.
 * @returns 0–1 for each asked customer, in their order; NaN for one without a total
 */
export function confidenceFactors(sheet: ScoreSheet, asked: readonly AskedCustomer[], { top, draws, seed }: ConfidenceOptions): Float64Array {
  const cells = cellsOf(sheet);
  const places = topCount(top, cells.accounts.length);
  const kept = new Uint32Array(asked.length);
  const worlds = new Uint16Array(cells.indicator.length * CHUNK);
  for (let done = 0; done < draws; done += CHUNK) {
    const size = Math.min(CHUNK, draws - done);
    drawWorlds(sheet, cells, seed, done / CHUNK, worlds);
    asked.forEach((one, n) => {
      kept[n]! += timesKept(sheet, cells, one, worlds, size, places);
    });
  }
  return Float64Array.from(kept, (times, n) => (cells.accounts.includes(asked[n]!.at) ? times / draws : NaN));
}

/** Draws the points of all cells in CHUNK worlds: cell × CHUNK + world, hundredths of a point. */
function drawWorlds(sheet: ScoreSheet, cells: Cells, seed: number, chunk: number, into: Uint16Array): void {
  const random = randomOf(seed, STREAM + chunk);
  const { accounts, runsOf, cellsOf: cellsOfRun, indicator } = cells;
  for (let i = 0; i < accounts.length; i += 1) {
    const account = accounts[i]!;
    const stop = cellsOfRun[runsOf[i + 1]!]!;
    for (let cell = cellsOfRun[runsOf[i]!]!; cell < stop; cell += 1) {
      const place = indicator[cell]! * sheet.count + account;
      const points = sheet.points[place]!;
      const evidence = sheet.evidence[place]! / EVIDENCE_STEPS;
      const from = cell * CHUNK;
      for (let world = 0; world < CHUNK; world += 1) into[from + world] = random() < evidence ? points : Math.floor(random() * (100 * POINT_STEPS + 1));
    }
  }
}

/** In how many of the worlds the customer is among the first N under these weights. */
function timesKept(sheet: ScoreSheet, cells: Cells, { at, weights }: AskedCustomer, worlds: Uint16Array, size: number, places: number): number {
  const own = cells.accounts.indexOf(at);
  if (own < 0) return 0;
  const score = worldScorer(sheet, cells, weights, worlds);
  const mine = new Uint32Array(CHUNK);
  if (!score(own, mine)) return 0;
  const better = new Uint32Array(CHUNK);
  const theirs = new Uint32Array(CHUNK);
  for (let i = 0; i < cells.accounts.length; i += 1) {
    if (i === own || !score(i, theirs)) continue;
    for (let world = 0; world < size; world += 1) if (theirs[world]! < mine[world]!) better[world]! += 1;
  }
  let kept = 0;
  for (let world = 0; world < size; world += 1) if (better[world]! < places) kept += 1;
  return kept;
}

/**
 * Scores one customer in all worlds under fixed weights: its weights need to be shared out once, not once a world.
 * False when nothing of what is known about it has any weight.
 */
function worldScorer(sheet: ScoreSheet, cells: Cells, weights: Weights, worlds: Uint16Array): (i: number, keys: Uint32Array) => boolean {
  const { lens, factor, cap, runsOf, cellsOf: cellsOfRun, indicator, deduction } = cells;
  const counts = countingFactors(sheet, weights);
  const run = new Float64Array(CHUNK);
  const total = new Float64Array(CHUNK);
  const byLens = new Float64Array(sheet.model.lenses.length);
  return (i, keys) => {
    const [first, end] = [runsOf[i]!, runsOf[i + 1]!];
    const weightOfRun = (r: number): number => {
      if (counts[factor[r]!] === 0) return 0;
      let sum = 0;
      for (let cell = cellsOfRun[r]!; cell < cellsOfRun[r + 1]!; cell += 1) sum += weights.indicators[indicator[cell]!]!;
      return sum;
    };
    byLens.fill(0);
    for (let r = first; r < end; r += 1) if (weightOfRun(r) > 0) byLens[lens[r]!]! += weights.factors[factor[r]!]!;
    let whole = 0;
    for (let l = 0; l < byLens.length; l += 1) if (byLens[l]! > 0) whole += weights.lenses[l]!;
    if (whole === 0) return false;
    total.fill(0);
    for (let r = first; r < end; r += 1) {
      const sum = weightOfRun(r);
      if (sum === 0) continue;
      run.fill(0);
      for (let cell = cellsOfRun[r]!; cell < cellsOfRun[r + 1]!; cell += 1) {
        const part = weights.indicators[indicator[cell]!]! / (sum * POINT_STEPS);
        const from = cell * CHUNK;
        for (let world = 0; world < CHUNK; world += 1) run[world] = run[world]! + part * worlds[from + world]!;
      }
      const most = cap[r]!;
      const part = (weights.lenses[lens[r]!]! / whole) * (weights.factors[factor[r]!]! / byLens[lens[r]!]!);
      for (let world = 0; world < CHUNK; world += 1) total[world] = total[world]! + part * Math.min(most, run[world]!);
    }
    const off = deduction[i]!;
    for (let world = 0; world < CHUNK; world += 1) keys[world] = keyOfTotal(total[world]! - off);
    return true;
  };
}

/** 1 for each factor that has weight together with its lens. */
function countingFactors(sheet: ScoreSheet, weights: Weights): Uint8Array {
  return Uint8Array.from(factorsOf(sheet.model), ({ at, lensAt }) => (weights.factors[at]! > 0 && weights.lenses[lensAt]! > 0 ? 1 : 0));
}
