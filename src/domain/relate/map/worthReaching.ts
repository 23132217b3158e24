import type { MapReading } from './readMap.ts';

/** Somebody who carries part of a decision and whom none of us has met, with the part (决策权重, 0–1). */
export interface WorthReaching { readonly person: number; readonly weight: number; /** They decide or approve. */ readonly decides: boolean }

/**
 * Whom an introduction would help most on one map: named people without contact, the heaviest first. Who is opposed comes only after all others:
 * a first meeting by a friend's favour is not where to begin with them (house default).
 */
export function worthReaching({ map, weights }: Pick<MapReading, 'map' | 'weights'>, unnamed: ReadonlySet<number>): WorthReaching[] {
  const opposed = new Set(map.people.filter(({ stance }) => stance.value === 'opposed').map(({ person }) => person));
  return map.people.flatMap(({ person, closeness, roles }, n): WorthReaching[] => (unnamed.has(person) || (closeness.value !== null && closeness.value !== 'none') || weights[n]!.weight === 0 ? []
    : [{ person, weight: weights[n]!.weight, decides: roles.value?.some((role) => role === 'decider' || role === 'approver') ?? false }]))
    .sort((a, b) => Number(opposed.has(a.person)) - Number(opposed.has(b.person)) || b.weight - a.weight || a.person - b.person);
}
