import type { Day } from '../day.ts';
import type { Aspect } from './aspects.ts';
import { capabilityEvidence, type Capability } from './capability.ts';

/**
 * Fit (契合度) of a capability with a need, each level with a sentence that says what it looks like (text section `match`):
 * 0 nothing of ours meets it · 1 only after development · 2 the main part, something essential is missing · 3 met with a small
 * adaptation · 4 met as it is, shown at a comparable customer.
 */
export const FITS = [0, 1, 2, 3, 4] as const;
export type Fit = (typeof FITS)[number];
/** A need whose best fit is below this has a gap (差距). The house's default; no standard claims it. */
export const MET_FROM = 3;

/** What the gap of a need became: an opportunity point, a capability to build, or nothing, with the reason. */
export const GAP_ANSWERS = ['opportunity', 'build', 'none'] as const;
export type GapAnswer = (typeof GAP_ANSWERS)[number];

export interface MatchGiven { readonly capabilityId: number; readonly fit: number }

/** How well a need is met today. `unmatched`: nobody has looked yet, which is not the same as no fit. */
export interface NeedFit {
  /** 0–4; null: unmatched. */
  readonly best: number | null;
  readonly capabilityId: number | null;
  readonly evidence: 'proven' | 'assumed';
  readonly state: 'gap' | 'unmatched' | 'met';
  /** Best fit once what we are building is there, where that is better. */
  readonly later: number | null;
}

/**
 * Best fit of a need: the highest among capabilities we have; of equals the proven one. What we only build or lack does not meet a
 * need today, whatever its fit; it shows as `later`. A need that was looked at with nothing we have has best fit 0.
 */
export function needFit(matches: readonly MatchGiven[], capabilities: ReadonlyMap<number, Capability>, today: Day): NeedFit {
  const known = matches.flatMap((match) => {
    const capability = capabilities.get(match.capabilityId);
    return capability ? [{ ...match, state: capability.state, evidence: capabilityEvidence(capability.proofs, today) }] : [];
  });
  if (known.length === 0) return { best: null, capabilityId: null, evidence: 'assumed', state: 'unmatched', later: null };
  const rank = (match: (typeof known)[number]): number => match.fit * 2 + (match.evidence === 'proven' ? 1 : 0);
  const [first] = known.filter((match) => match.state === 'have').toSorted((a, b) => rank(b) - rank(a) || a.capabilityId - b.capabilityId);
  const best = first?.fit ?? 0;
  const later = Math.max(-1, ...known.filter((match) => match.state === 'building').map((match) => match.fit));
  return { best, capabilityId: first?.capabilityId ?? null, evidence: first?.evidence ?? 'assumed', state: best >= MET_FROM ? 'met' : 'gap', later: later > best ? later : null };
}

export interface NeedRanked { readonly id: number; readonly aspect: Aspect; readonly importance: number; readonly answer: GapAnswer | null; readonly fit: NeedFit }

/** Open gaps first, then what nobody has looked at, then answered gaps, then what is met; within each the more important, then the worse fit. */
export function gapsFirst(needs: readonly NeedRanked[]): number[] {
  const group = ({ fit, answer }: NeedRanked): number => (fit.state === 'met' ? 3 : answer !== null ? 2 : fit.state === 'unmatched' ? 1 : 0);
  return needs.toSorted((a, b) => group(a) - group(b) || b.importance - a.importance || (a.fit.best ?? 0) - (b.fit.best ?? 0) || a.id - b.id).map((need) => need.id);
}
