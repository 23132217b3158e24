import type { Coverage } from './coverage.ts';
import type { DecisionWeight } from './decisionWeight.ts';
import type { MapOn } from './mapOn.ts';

/** What is odd about a map as a whole. */
export type Hint =
  | { readonly hint: 'no_decider' | 'no_lines' }
  | { readonly hint: 'several_deciders'; readonly people: readonly number[] }
  | { readonly hint: 'many_people'; readonly count: number }
  | { readonly hint: 'one_holds_all'; readonly user: string; readonly count: number };

/** A map is of the few who matter, not the directory. */
const MANY_PEOPLE = 40;
/** A single contact is a beginning, two in one hand are a risk. */
const CONTACTS_AT_RISK = 2;

export function hintsOf({ people, lines }: MapOn, coverage: Coverage): Hint[] {
  if (people.length === 0) return [];
  const hints: Hint[] = [];
  const deciders = people.filter(({ roles }) => roles.value?.includes('decider')).map(({ person }) => person);
  if (deciders.length === 0) hints.push({ hint: 'no_decider' });
  if (deciders.length > 1) hints.push({ hint: 'several_deciders', people: deciders });
  if (people.length >= MANY_PEOPLE) hints.push({ hint: 'many_people', count: people.length });
  if (coverage.singleThread === 1 && coverage.met >= CONTACTS_AT_RISK) hints.push({ hint: 'one_holds_all', user: coverage.threadHolder!, count: coverage.met });
  if (people.length > 2 && !lines.some(({ kind, state }) => kind === 'influence' && state !== 'stale')) hints.push({ hint: 'no_lines' });
  return hints;
}

/** What we do not know of one person ("nobody knows the quality director"). */
export type GapKind = 'nobody_met' | 'contact_unknown' | 'stance_unknown' | 'stance_stale' | 'role_unknown' | 'name_unknown';
export interface MapGap { readonly person: number; readonly gap: GapKind; readonly weight: number }

/** All gaps, of the heaviest person first. `unnamed`: people of whom only the position is known. */
export function gapsOf({ people }: MapOn, weights: readonly DecisionWeight[], unnamed: ReadonlySet<number>): MapGap[] {
  return people.flatMap(({ person, closeness, stance, roles }, n): MapGap[] => {
    const kinds: GapKind[] = [];
    if (unnamed.has(person)) kinds.push('name_unknown');
    // Not to know whether somebody of ours has met them is not to know that nobody has.
    if (closeness.value === null) kinds.push('contact_unknown');
    if (closeness.value === 'none') kinds.push('nobody_met');
    if (stance.value === null) kinds.push(stance.state === 'stale' ? 'stance_stale' : 'stance_unknown');
    if (roles.value === null) kinds.push('role_unknown');
    return kinds.map((gap) => ({ person, gap, weight: weights[n]!.weight }));
  }).sort((a, b) => b.weight - a.weight || a.person - b.person);
}
