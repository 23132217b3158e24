import type { MapOn, PersonOn } from './mapOn.ts';
import type { RealInfluence } from './realInfluence.ts';
import { CLOSENESS_POINTS, ROLE_FACTOR, STANCE_VALUE, type Stance } from './scales.ts';

/** What an unknown role counts as: an influencer's factor, the middle of the scale. Left out, sixty unknown people would make a map look covered. */
const MIDDLE_ROLE = ROLE_FACTOR.influencer;
/** Share of the decision weight that the vital few carry. */
const VITAL_SHARE = 0.5;

/** Part of the decision a person carries (决策权重): role factor × real influence, of all on the map 1. */
export interface DecisionWeight { readonly person: number; readonly roleFactor: number; readonly roleKnown: boolean; readonly real: number; readonly weight: number }

export function decisionWeights({ people }: MapOn, influence: readonly RealInfluence[]): DecisionWeight[] {
  const raw = people.map(({ person, roles }, n) => {
    const roleFactor = roles.value === null ? MIDDLE_ROLE : Math.max(...roles.value.map((role) => ROLE_FACTOR[role]));
    return { person, roleFactor, roleKnown: roles.value !== null, real: influence[n]!.real };
  });
  const total = raw.reduce((sum, { roleFactor, real }) => sum + roleFactor * real, 0);
  return raw.map((one) => ({ ...one, weight: total === 0 ? 0 : (one.roleFactor * one.real) / total }));
}

/** Who decides for real: the fewest people who carry half of the decision weight, heaviest first; equal weights by their number. */
export function topOf(weights: readonly DecisionWeight[]): number[] {
  const top: number[] = [];
  let carried = 0;
  for (const { person, weight } of weights.toSorted((a, b) => b.weight - a.weight || a.person - b.person)) {
    // Sums of shares miss a half by rounding.
    if (carried >= VITAL_SHARE - 1e-12) break;
    top.push(person);
    carried += weight;
  }
  return top;
}

export type Missing = 'stance_unknown' | 'stance_stale' | 'against' | 'undecided' | 'contact_unknown' | 'no_contact' | 'brief_contact';
/** One of the vital few (关键少数) to work on: how much is missing, and what. */
export interface VitalPerson { readonly person: number; readonly weight: number; /** 0–1. */ readonly missing: number; readonly what: readonly Missing[] }

/** What a stance leaves to be won, 0–1: nothing of a champion, all of somebody unknown or opposed. */
const STANCE_MISSING: Readonly<Record<Stance, number>> = { champion: 0, supporter: 0.25, neutral: 0.5, doubtful: 0.75, opposed: 1 };

/** The people who carry half of the decision, by weight × what is missing: half of it stance, half closeness (house default). */
export function vitalFew({ people }: MapOn, weights: readonly DecisionWeight[]): VitalPerson[] {
  const byPerson = new Map(people.map((one) => [one.person, one]));
  const weightOf = new Map(weights.map(({ person, weight }) => [person, weight]));
  return topOf(weights).map((person) => ({ person, weight: weightOf.get(person)!, ...missingOf(byPerson.get(person)!) }))
    .sort((a, b) => b.weight * b.missing - a.weight * a.missing || b.weight - a.weight || a.person - b.person);
}

function missingOf({ stance, closeness }: PersonOn): { missing: number; what: Missing[] } {
  const what: Missing[] = [];
  if (stance.value === null) what.push(stance.state === 'stale' ? 'stance_stale' : 'stance_unknown');
  else if (STANCE_VALUE[stance.value] < 0) what.push('against');
  else if (stance.value === 'neutral') what.push('undecided');
  if (closeness.value === null) what.push('contact_unknown');
  else if (closeness.value === 'none') what.push('no_contact');
  else if (closeness.value === 'brief') what.push('brief_contact');
  const ofStance = stance.value === null ? 1 : STANCE_MISSING[stance.value];
  const ofContact = closeness.value === null ? 1 : 1 - CLOSENESS_POINTS[closeness.value] / CLOSENESS_POINTS.depth;
  return { missing: (ofStance + ofContact) / 2, what };
}
