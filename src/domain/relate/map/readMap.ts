import type { Day } from '#domain/day.ts';
import { chainsToDecider, type Chain } from './chains.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { decisionWeights, vitalFew, type DecisionWeight, type VitalPerson } from './decisionWeight.ts';
import { gapsOf, hintsOf, type Hint, type MapGap } from './hints.ts';
import { lightOf, type Light } from './light.ts';
import { mapOn, type MapHistory, type MapOn } from './mapOn.ts';
import { influenceGaps, realInfluence, type RealInfluence } from './realInfluence.ts';

/** A map on a day with all that follows from it. */
export interface MapReading {
  readonly map: MapOn;
  readonly influence: readonly RealInfluence[];
  /** Of whom authority and influence are known: underrated first, overrated last. */
  readonly rankGaps: readonly { readonly person: number; readonly gap: number }[];
  readonly weights: readonly DecisionWeight[];
  readonly vital: readonly VitalPerson[];
  readonly coverage: Coverage;
  readonly light: Light | null;
  readonly chains: readonly Chain[];
  readonly hints: readonly Hint[];
  readonly gaps: readonly MapGap[];
}

/** One function for server, browser and terminal: the time slider reads the map with it on every step. */
export function readMap(history: MapHistory, day: Day, unnamed: ReadonlySet<number> = new Set()): MapReading {
  const map = mapOn(history, day);
  const influence = realInfluence(map);
  const weights = decisionWeights(map, influence);
  const coverage = coverageOf(map, weights);
  return {
    map, influence, rankGaps: influenceGaps(map, influence), weights, vital: vitalFew(map, weights), coverage,
    light: lightOf(map, weights), chains: chainsToDecider(map), hints: hintsOf(map, coverage), gaps: gapsOf(map, weights, unnamed),
  };
}
