import { daysBetween, type Day } from '#domain/day.ts';
import { fade } from '../select/evidence.ts';

/** Why two people are taken to know each other (关系来源): kin or close friend, one team, a done deal, one class, one employer, one small club, met several times, one school, card exchanged, one home town, or merely told. */
export const TIE_KINDS = ['family', 'team', 'deal', 'classmates', 'employer', 'club', 'met', 'school', 'card', 'home_town', 'knows'] as const;
export type TieKind = (typeof TIE_KINDS)[number];
/** How long a tie lasts without contact: personal ones twice as long as those of business. */
export type TieLife = 'personal' | 'business';

/** What a company may set; the values are the house's own (method.md, Defaults · Ties), no standard claims them. */
export interface TieDefaults {
  /** Strength on the day of the last two-way contact, 0–1; null: the kind alone says nothing of it. */
  readonly priors: Readonly<Record<TieKind, number | null>>;
  readonly lives: Readonly<Record<TieKind, TieLife>>;
  /** Days after which half of a tie is left when nobody hears from the other. */
  readonly halfLives: Readonly<Record<TieLife, number>>;
  /** How likely a person is to pass a request on, per tie of a path, 0–1. */
  readonly willingness: number;
}

export const TIE_DEFAULTS: TieDefaults = {
  // The method has no number for a common home town: half a card exchanged, because nobody says that they ever met.
  priors: { family: 0.9, team: 0.7, deal: 0.6, classmates: 0.6, employer: 0.35, club: 0.35, met: 0.3, school: 0.25, card: 0.1, home_town: 0.05, knows: null },
  lives: {
    family: 'personal', classmates: 'personal', school: 'personal', club: 'personal', home_town: 'personal',
    team: 'business', deal: 'business', employer: 'business', met: 'business', card: 'business', knows: 'business',
  },
  halfLives: { personal: 730, business: 365 },
  willingness: 0.85,
};

/** One reason for a tie. */
export interface TieReason {
  readonly kind: TieKind;
  /** Day of the last contact in both directions; null when nobody knows. For shared times (a school, an employer) their last day together, until there is a contact. */
  readonly lastContact: Day | null;
}

/** What the one whose tie it is says about it; counts instead of the reasons. */
export interface TieCorrection {
  /** 0–1, 0 is no tie; null: "I cannot say", the tie is of unknown strength whatever else is known. */
  readonly strength: number | null;
  readonly saidOn: Day;
}

/** Strength of one reason on a day, 0–1: prior × 0.5^(days since the last two-way contact / half-life). Null, not 0, when the day of contact is unknown or the kind has no prior. */
export function reasonStrength(reason: TieReason, asOf: Day, defaults: TieDefaults = TIE_DEFAULTS): number | null {
  const prior = defaults.priors[reason.kind];
  if (reason.lastContact === null || prior === null) return null;
  return prior * fade(daysBetween(reason.lastContact, asOf), defaults.halfLives[defaults.lives[reason.kind]]);
}

/** Several reasons for one tie, as if each held by itself: 1 − Π(1 − s), 0–1. Unknown ones add nothing; null when all are unknown or there are none. */
export function combineStrengths(strengths: Iterable<number | null>): number | null {
  let missing = 1;
  let only: number | null = null;
  let known = 0;
  for (const strength of strengths) {
    if (strength === null) continue;
    if (!(strength >= 0 && strength <= 1)) throw new RangeError(`A strength is from 0 to 1; this is ${strength}.`);
    missing *= 1 - strength;
    only = strength;
    known++;
  }
  // One alone is itself: 1 − (1 − 0.3) is not quite 0.3.
  return known > 1 ? 1 - missing : only;
}

/**
 * Strength of a tie on a day, 0–1 (关系强度). Null: unknown, which is not weak; no path uses it unless asked.
 * A correction by the owner replaces the reasons and fades from the day it was said or from a later contact, as slowly as the
 * longest-lived reason does. Throws RangeError when it is not from 0 to 1.
 */
export function tieStrength(reasons: readonly TieReason[], asOf: Day, correction: TieCorrection | null = null, defaults: TieDefaults = TIE_DEFAULTS): number | null {
  if (correction === null) return combineStrengths(reasons.map((reason) => reasonStrength(reason, asOf, defaults)));
  if (correction.strength === null) return null;
  if (!(correction.strength >= 0 && correction.strength <= 1)) throw new RangeError(`A strength is from 0 to 1; this is ${correction.strength}.`);
  const since = reasons.reduce((last, { lastContact }) => (lastContact !== null && lastContact > last ? lastContact : last), correction.saidOn);
  const life: TieLife = reasons.some((reason) => defaults.lives[reason.kind] === 'personal') ? 'personal' : 'business';
  return correction.strength * fade(daysBetween(since, asOf), defaults.halfLives[life]);
}
