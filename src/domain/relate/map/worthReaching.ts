import type { MapReading } from './readMap.ts';

/** Somebody who carries part of a decision and whom none of us has met, with the part (决策权重, 0–1). */
export interface WorthReaching { readonly person: number; readonly weight: number; /** They decide or approve. */ readonly decides: boolean; readonly opposed: boolean }

/** Deciders and approvers first, then by their part. Who is opposed comes after all others: a first meeting by a friend's favour is not where to begin with them (house default). */
export const byWorth = (a: WorthReaching, b: WorthReaching): number => Number(a.opposed) - Number(b.opposed) || Number(b.decides) - Number(a.decides) || b.weight - a.weight || a.person - b.person;

/** Whom an introduction would help most on one map: named people without contact, in the order of `byWorth`. */
export function worthReaching({ map, weights }: Pick<MapReading, 'map' | 'weights'>, unnamed: ReadonlySet<number>): WorthReaching[] {
  return map.people.flatMap(({ person, closeness, roles, stance }, n): WorthReaching[] => (unnamed.has(person) || (closeness.value !== null && closeness.value !== 'none') || weights[n]!.weight === 0 ? []
    : [{ person, weight: weights[n]!.weight, decides: roles.value?.some((role) => role === 'decider' || role === 'approver') ?? false, opposed: stance.value === 'opposed' }])).sort(byWorth);
}
