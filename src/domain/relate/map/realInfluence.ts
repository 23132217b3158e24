import { indegree } from '../influence/degree.ts';
import { formalGap } from '../influence/gap.ts';
import { networkOf } from '../influence/network.ts';
import { pageRank } from '../influence/pageRank.ts';
import type { MapOn } from './mapOn.ts';
import { INFLUENCE_VALUE } from './scales.ts';

/** Part of the lines in real influence; the rest is the judged level. Half each: neither a survey of lines nor a judgement is complete (house default). */
const LINES_PART = 0.5;
/** What an unknown influence counts as: the middle of its scale. */
const MIDDLE_INFLUENCE = INFLUENCE_VALUE.listened;

/** Real influence of one person (真实影响力) and where it comes from; 0–1. */
export interface RealInfluence {
  readonly person: number;
  /** Place in the lines, the one most asked is 1; null without a living line: then nothing is known, which is not little. */
  readonly position: number | null;
  readonly judged: number | null;
  /** Half of each where both are known, else the one that is; the middle of the scale when neither is. */
  readonly real: number;
  readonly known: boolean;
  /** How many people of the map ask them, by living lines. */
  readonly askedBy: number;
}

/**
 * PageRank (Brin and Page, 1998; alpha .85) over "asks whom": each influence line turned round, so that attention ends with those
 * who influence. Weight 1–3 counts; so does a pull against us (sign −1), for it is influence; conflicts and stale lines do not.
 */
export function realInfluence({ people, lines }: MapOn): RealInfluence[] {
  const living = lines.filter(({ kind, state }) => kind === 'influence' && state !== 'stale');
  const tied = [...new Set(living.flatMap(({ from, to }) => [from, to]))];
  const at = new Map(tied.map((person, n) => [person, n]));
  const asks = networkOf(tied.length, living.map(({ from, to, weight }) => ({ from: at.get(to)!, to: at.get(from)!, weight })), true);
  const [ranks, asked] = [pageRank(asks), indegree(asks)];
  const most = Math.max(0, ...ranks);
  return people.map(({ person, influence }) => {
    const n = at.get(person);
    const position = n === undefined ? null : ranks[n]! / most;
    const judged = influence.value === null ? null : INFLUENCE_VALUE[influence.value];
    const real = position !== null && judged !== null ? LINES_PART * position + (1 - LINES_PART) * judged : position ?? judged ?? MIDDLE_INFLUENCE;
    return { person, position, judged, real, known: position !== null || judged !== null, askedBy: n === undefined ? 0 : asked[n]! };
  });
}

/** Real influence less authority, in standard deviations, of whom both are known; the most underrated first, the most overrated last. */
export function influenceGaps(map: MapOn, influence: readonly RealInfluence[]): { person: number; gap: number }[] {
  // The gap counts levels from the top, authority from the bottom.
  const levels = map.people.map(({ authority }) => (authority.value === null ? null : -authority.value));
  return formalGap(influence.map(({ real, known }) => (known ? real : null)), levels).map(({ person, gap }) => ({ person: map.people[person]!.person, gap }));
}
