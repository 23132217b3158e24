import type { KnownChoices } from './choices.ts';
import type { TieGraph } from './tieGraph.ts';

/** How the answers of one question must differ: in the person who makes the last introduction, in everybody between the ends, or in anything at all. */
export type Diversity = 'last' | 'disjoint' | 'none';

/** A way as it is found, from the target back to where it starts. */
export interface Found { readonly walk: readonly number[]; readonly cost: number }

/** Costs to reach each person from the sources in at most h ties, or less than that but never more: cells[h · layerStep + person · personStep]. */
export interface Bounds { readonly cells: Uint16Array; readonly layerStep: number; readonly personStep: number }

/** People no way may touch. */
export interface Barred { has(person: number): boolean }

/** What all parts of one search share. */
export interface Search {
  readonly graph: TieGraph;
  /** The truth but for people who are banned or already on the way: then the bounds are too low, and only that. */
  readonly bounds: Bounds;
  readonly sources: ReadonlySet<number>;
  readonly hops: number;
  /** People no way may pass, start at or end with. */
  readonly banned: Barred;
  /** Steps after which a detour gives up; see PATIENCE. */
  readonly patience: number;
  /** Choices by these bounds that were read for earlier questions. */
  readonly known?: KnownChoices | undefined;
}

/** Beyond so many steps the bounds mislead (they lead through people who are barred), and new ones, without those people, are quicker. */
export const PATIENCE = 1500;

/** The ways that share their end (`walk`, from the target backwards) and do not go on to any of `without`. */
export interface Branch { readonly walk: readonly number[]; readonly cost: number; readonly without: readonly number[] }

/** Whether a person may come next behind the end that a branch has. */
export function mayFollow(search: Search, branch: Branch, person: number): boolean {
  return !branch.walk.includes(person) && !branch.without.includes(person) && !search.banned.has(person);
}
