import { daysBetween, type Day } from '#domain/day.ts';
import type { EvidenceKind } from './model.ts';

/** How sure a judgement is on the day it was made (method.md, Defaults · Evidence); 0–1. */
export const EVIDENCE: Readonly<Record<EvidenceKind, number>> = {
  observed: 1, document: 0.95, person: 0.8, hearsay: 0.6, inferred: 0.4, assumption: 0.2,
};

/** Days after which a judgement about a customer is worth half (strategy and investment, the slowest of the house's half-lives short of statements). */
export const HALF_LIFE_DAYS = 365;

/** From here on evidence counts as fresh; below the second it is stale, between them ageing. */
export const FRESH = 0.6;
export const STALE = 0.3;

/** Weight of evidence of that kind at that age: kind × 0.5^(age / half-life). A date after the as-of day counts as new. */
export function evidenceAt(kind: EvidenceKind, observedOn: Day, asOf: Day): number {
  return EVIDENCE[kind] * fade(daysBetween(observedOn, asOf));
}

/** 0.5^(days / 365), 1 for a negative age. */
export function fade(ageInDays: number): number {
  return 0.5 ** (Math.max(0, ageInDays) / HALF_LIFE_DAYS);
}

/** Proven is drawn solid, assumed dashed, stale faded: the state of one indicator's evidence. */
export type EvidenceState = 'proven' | 'assumed' | 'stale' | 'missing';

/** Assumptions and inferences stay assumed however fresh they are; a missing value has no evidence at all. */
export function evidenceState(kind: EvidenceKind | null, weight: number): EvidenceState {
  if (kind === null) return 'missing';
  if (kind === 'assumption' || kind === 'inferred') return 'assumed';
  return weight < STALE ? 'stale' : 'proven';
}
