import { daysBetween, type Day } from '#domain/day.ts';
import { HALF_LIVES, type FactKind, type HalfLives } from '../factKinds.ts';
import type { EvidenceKind, Mark } from './model.ts';

/** How sure a judgement is on the day it was made (method.md, Defaults · Evidence); 0–1. */
export const EVIDENCE: Readonly<Record<EvidenceKind, number>> = {
  observed: 1, document: 0.95, person: 0.8, hearsay: 0.6, inferred: 0.4, assumption: 0.2,
};

/** Evidence that weighs less is stale (method.md, Defaults: fresh ≥ 0.6, ageing ≥ 0.3, stale below). */
export const STALE = 0.3;

/** What of a fact decides how much it proves. */
export interface Proof {
  readonly kind: FactKind;
  readonly evidence: EvidenceKind;
  readonly observedOn: Day;
  /** A certificate proves until this day. */
  readonly expiresOn: Day | null;
}

/** Weight of a fact on a day, 0–1: kind of evidence × 0.5^(age / half-life). A date after that day counts as new; past its expiry a certificate proves nothing. */
export function weightOf(proof: Proof, asOf: Day, halfLives: HalfLives): number {
  const base = EVIDENCE[proof.evidence];
  if (proof.expiresOn !== null) return asOf > proof.expiresOn ? 0 : base;
  return base * fade(daysBetween(proof.observedOn, asOf), halfLives[proof.kind]);
}

/** 0.5^(days / half-life), 1 for a negative age. */
export function fade(ageInDays: number, halfLife: number = HALF_LIVES.other): number {
  return 0.5 ** (Math.max(0, ageInDays) / halfLife);
}

/** How a mark is known: the fact that weighs most among those it cites; a mark that cites none is an assumption, as old as itself. */
export function weighMark(mark: Pick<Mark, 'observedOn' | 'proofs'>, asOf: Day, halfLives: HalfLives): { readonly evidence: number; readonly known: EvidenceKind; readonly observedOn: Day } {
  let best = { evidence: weightOf({ kind: 'other', evidence: 'assumption', observedOn: mark.observedOn, expiresOn: null }, asOf, halfLives), known: 'assumption' as EvidenceKind, observedOn: mark.observedOn };
  mark.proofs.forEach((proof, n) => {
    const evidence = weightOf(proof, asOf, halfLives);
    // A fact that has faded to less than a guess is still what the mark rests on: it is stale, not assumed.
    if (n === 0 || evidence > best.evidence) best = { evidence, known: proof.evidence, observedOn: proof.observedOn };
  });
  return best;
}

/** Proven is drawn solid, assumed dashed, stale faded: the state of one indicator's evidence. */
export type EvidenceState = 'proven' | 'assumed' | 'stale' | 'missing';

/** A missing value has no evidence at all. */
export function evidenceState(kind: EvidenceKind | null, weight: number): EvidenceState {
  return kind === null ? 'missing' : proofState(kind, weight);
}

/** State of what somebody has said, by how it is known and what it weighs (0–1). Assumptions and inferences stay assumed however fresh they are. */
export function proofState(kind: EvidenceKind, weight: number): Exclude<EvidenceState, 'missing'> {
  if (kind === 'assumption' || kind === 'inferred') return 'assumed';
  return weight < STALE ? 'stale' : 'proven';
}
