import { randomOf } from '#domain/random.ts';
import { orderByKey, RADIX_BITS, type OrderScratch } from '../order.ts';
import type { ScoreSheet } from '../sheet.ts';
import { cellsOf } from './cells.ts';
import { weightDrawer, weightPlaces } from './drawWeights.ts';
import { rankBins } from './rankBins.ts';
import { anyWeights, type WeightRanges } from './ranges.ts';
import { LANES, scoreFour } from './scoreFour.ts';
import { addDraw, createTally, MOST_DRAWS, WEIGHT_STEPS, type Tally } from './tally.ts';
import { topCount, type Top } from './top.ts';

export interface SmaaOptions {
  /** Weightings drawn, 1 to MOST_DRAWS. 10,000 give a probability to ±1 % (95 % interval at one half). */
  readonly draws: number;
  readonly seed: number;
  readonly top: Top;
  /** Where the weights may lie; anywhere when absent. */
  readonly ranges?: WeightRanges;
}

/** Weightings of one block. Each block has its own generator, so that blocks can be shared out and still give the same numbers. */
export const BLOCK = 100;

/** An analysis that is done block by block, by whoever has time. */
export interface Smaa {
  readonly blocks: number;
  /** Draws and counts one block (0 … blocks − 1), each at most once over all workers. */
  run(block: number): void;
  /** What has been counted so far. */
  readonly tally: Tally;
}

/**
 * Opens a stochastic multicriteria acceptability analysis (SMAA-2, Lahdelma & Salminen 2001) of a score sheet: how the customers rank
 * when nobody has fixed the weights. Weights are drawn level by level, uniformly from all that add to 100 % (or within `ranges`);
 * each weighting is scored as `scoreAll` scores it, and ranks are counted. Points are taken as they stand here; how far they can be
 * trusted is the business of `confidenceFactors`.
 * Throws a RangeError for a number of draws out of bounds or ranges that cannot be met.
 */
export function openSmaa(sheet: ScoreSheet, options: SmaaOptions): Smaa {
  const { draws, seed, ranges = anyWeights(sheet.model) } = options;
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) throw new RangeError(`draws: ${draws} is not between 1 and ${MOST_DRAWS}`);
  const draw = weightDrawer(sheet.model, ranges);
  const places = weightPlaces(sheet.model);
  const cells = cellsOf(sheet, ranges);
  const ranked = cells.accounts.length;
  const bins = rankBins(ranked);
  const tally = createTally(sheet.count, ranked, topCount(options.top, ranked), places.size, bins);
  const weights = new Float64Array(places.size * LANES);
  const drawn = new Float64Array(places.size);
  const order = new Uint32Array(ranked);
  const shared = { swap: new Uint32Array(ranked), counts: new Uint32Array(1 << RADIX_BITS) };
  const lanes = Array.from({ length: LANES }, (): OrderScratch => ({ keys: new Uint32Array(ranked), ...shared }));
  const keys = lanes.map((lane) => lane.keys);

  return {
    blocks: Math.ceil(draws / BLOCK), tally,
    run: (block) => {
      const random = randomOf(seed, block);
      const own = Math.min(BLOCK, draws - block * BLOCK);
      for (let done = 0; done < own; done += LANES) {
        const used = Math.min(LANES, own - done);
        // Lanes beyond the last draw keep the weights of the round before; nobody counts them.
        for (let lane = 0; lane < used; lane += 1) draw(random, weights, lane, LANES);
        if (done === 0) for (let lane = used; lane < LANES; lane += 1) for (let k = 0; k < places.size; k += 1) weights[k * LANES + lane] = weights[k * LANES]!;
        scoreFour(cells, places, weights, keys);
        for (let lane = 0; lane < used; lane += 1) {
          for (let k = 0; k < places.size; k += 1) drawn[k] = Math.round(weights[k * LANES + lane]! * WEIGHT_STEPS);
          orderByKey(lanes[lane]!, ranked, order);
          addDraw(tally, bins, cells.accounts, order, keys[lane]!, drawn);
        }
      }
    },
  };
}

/** The whole analysis in one go. */
export function smaa(sheet: ScoreSheet, options: SmaaOptions): Tally {
  const analysis = openSmaa(sheet, options);
  for (let block = 0; block < analysis.blocks; block += 1) analysis.run(block);
  return analysis.tally;
}
