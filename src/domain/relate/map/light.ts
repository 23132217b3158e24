import { topOf, type DecisionWeight } from './decisionWeight.ts';
import { STANCE_VALUE } from './scales.ts';
import type { MapOn, PersonOn } from './mapOn.ts';

/**
 * Light of a map (红黄绿灯; method.md, Defaults): red, no supporter among the people who carry the top half of decision weight; amber, at
 * least one; green, one of them and a supporter who decides or approves, and nobody of the inner circle opposed. `why` has what the sentence names.
 */
export interface Light {
  readonly light: 'red' | 'amber' | 'green';
  readonly why: {
    /** People who carry half of the decision, and those of them who support us. */
    readonly top: readonly number[];
    readonly supporters: readonly number[];
    /** Supporters who decide or approve. */
    readonly deciding: readonly number[];
    readonly opposedInside: readonly number[];
  };
  /** The support it rests on is inferred, every bit of it: an assumption, drawn dashed. False of red, which rests on nobody. */
  readonly assumed: boolean;
}

export const supports = ({ stance }: PersonOn): boolean => stance.value !== null && STANCE_VALUE[stance.value] >= 1;

/** Null on an empty map: there is nothing to judge. */
export function lightOf({ people }: MapOn, weights: readonly DecisionWeight[]): Light | null {
  if (people.length === 0) return null;
  const top = topOf(weights);
  const supporters = people.filter((one) => top.includes(one.person) && supports(one)).map(({ person }) => person);
  const deciding = people.filter((one) => supports(one) && (one.roles.value ?? []).some((role) => role === 'decider' || role === 'approver')).map(({ person }) => person);
  const opposedInside = people.filter(({ stance, influence }) => stance.value === 'opposed' && influence.value === 'inner').map(({ person }) => person);
  const light = supporters.length === 0 ? 'red' : deciding.length > 0 && opposedInside.length === 0 ? 'green' : 'amber';
  const resting = people.filter(({ person }) => (light === 'green' ? deciding : supporters).includes(person));
  return { light, why: { top, supporters, deciding, opposedInside }, assumed: light !== 'red' && resting.every(({ stance }) => stance.state === 'assumed') };
}
