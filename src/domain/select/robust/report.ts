import type { ScoreModel } from '../model.ts';
import { scoreAll } from '../score.ts';
import type { ScoreSheet } from '../sheet.ts';
import { factorsOf, indicatorsOf, type Weights } from '../weights.ts';
import { acceptabilityOf, centralWeights, type Acceptability } from './acceptability.ts';
import { confidenceFactors } from './confidenceFactor.ts';
import { smaa, type SmaaOptions } from './smaa.ts';
import { countVerdicts, verdictOf, type Verdict } from './verdict.ts';

/** Weights by the keys of the model, in per cent of their level, to hundredths. */
export interface NamedWeights {
  readonly lenses: Record<string, number>;
  readonly factors: Record<string, number>;
  readonly indicators: Record<string, number>;
}

/** One customer of the report, in full. `at` is its index in the sheet. */
export interface RobustCustomer extends Acceptability {
  readonly at: number;
  /** Place and total under today's weights. */
  readonly rank: number;
  readonly total: number;
  readonly verdict: Verdict;
  readonly central: NamedWeights | null;
  /** For picks: the confidence factor under their central weights; null for others, and where it would take too long. */
  readonly confidenceFactor: number | null;
}

/** What the terminal and the API tell of a sheet. */
export interface RobustReport {
  readonly draws: number;
  readonly seed: number;
  /** Places that count as picked, of how many customers with a score. */
  readonly top: number;
  readonly ranked: number;
  readonly verdicts: ReturnType<typeof countVerdicts>;
  /** Worlds drawn for each confidence factor; 0 where none was. */
  readonly worlds: number;
  /** By today's rank; customers without a total are left out. */
  readonly customers: readonly RobustCustomer[];
}

/** Picks × customers × worlds at most: about eight seconds. */
const MOST_WORK = 100_000_000;
const MOST_WORLDS = 1000;
/** Fewer would miss by more than ±10 %. */
const LEAST_WORLDS = 100;

/** The whole analysis of a sheet in one go, with the confidence factors of today's picks. */
export function reportRobustness(sheet: ScoreSheet, options: SmaaOptions): RobustReport {
  const tally = smaa(sheet, options);
  const { rank, total, order } = scoreAll(sheet);
  const picks = Array.from(order).filter((at) => rank[at]! > 0 && rank[at]! <= tally.top);
  const asked = picks.flatMap((at) => {
    const weights = centralWeights(tally, sheet.model, at);
    return weights ? [{ at, weights }] : [];
  });
  const worlds = worldsFor(asked.length, tally.ranked);
  const factors = new Map(worlds === 0 ? [] : Array.from(confidenceFactors(sheet, asked, { top: options.top, draws: worlds, seed: options.seed }), (factor, n) => [asked[n]!.at, factor]));
  const customers = Array.from(order).flatMap((at): RobustCustomer[] => {
    const found = acceptabilityOf(tally, at);
    const verdict = verdictOf(tally, at, rank[at]!, sheet.veto[at] === 1);
    if (!found || !verdict) return [];
    const central = centralWeights(tally, sheet.model, at);
    return [{ at, rank: rank[at]!, total: total[at]!, verdict, ...found, central: central && namedWeights(sheet.model, central), confidenceFactor: factors.get(at) ?? null }];
  });
  return { draws: tally.draws, seed: options.seed, top: tally.top, ranked: tally.ranked, verdicts: countVerdicts(tally, rank, sheet.veto), worlds, customers };
}

/** How many worlds each of so many confidence factors can be given; 0 when that would be too few to say anything. */
export function worldsFor(asked: number, ranked: number): number {
  const worlds = Math.min(MOST_WORLDS, Math.floor(MOST_WORK / Math.max(1, asked * ranked)));
  return asked === 0 || worlds < LEAST_WORLDS ? 0 : worlds;
}

function namedWeights(model: ScoreModel, weights: Weights): NamedWeights {
  const named = (keys: readonly string[], list: readonly number[]): Record<string, number> => Object.fromEntries(keys.map((key, i) => [key, Math.round(list[i]! * 100) / 100]));
  return {
    lenses: named(model.lenses.map((lens) => lens.key), weights.lenses), factors: named(factorsOf(model).map(({ factor }) => factor.key), weights.factors),
    indicators: named(indicatorsOf(model).map(({ indicator }) => indicator.key), weights.indicators),
  };
}
