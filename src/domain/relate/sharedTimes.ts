import { dayNumber, type Day } from '#domain/day.ts';
import { firstDayOf, lastDayOf, type Someday } from './someday.ts';
import type { TieKind } from './ties.ts';

/** Somebody at a school, an employer, in a club or from a town: one line of what is known of a person. */
export interface Presence {
  readonly person: number;
  readonly kind: 'education' | 'career' | 'group' | 'home_town';
  /** As compared; never empty. */
  readonly place: string;
  readonly fromOn: Someday | null;
  readonly toOn: Someday | null;
  /** The day it was learnt: whoever has not left by then was there then. */
  readonly collectedOn: Day;
}

/** Two people who were at one place at one time: an inferred tie (推断), never stored as told. */
export interface SharedTime {
  readonly kind: Extract<TieKind, 'school' | 'employer' | 'club' | 'home_town'>;
  readonly place: string;
  /** The time they certainly shared; null for a home town, which needs none. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Kinds of ties that shared times infer. */
export const SHARED_KINDS = ['school', 'employer', 'club', 'home_town'] as const;
/** What being somewhere together makes of two people. */
export const KINDS = { education: 'school', career: 'employer', group: 'club', home_town: 'home_town' } as const;

/**
 * How many of the people we know may be at a place for it to tie any two of them. Beyond it the place says nothing of a pair: of a
 * school of hundreds few have met, and "small club" means small. Numbers of the house.
 */
export const MOST_AT_ONE_PLACE: Readonly<Record<Presence['kind'], number>> = { education: 200, career: 200, group: 60, home_town: 30 };

/** Certain days of a presence: a year alone as a start is its last day, as an end its first. `from` null: was there by `until`, nobody knows since when. */
interface Stay { readonly from: Day | null; readonly until: Day }

function stayOf(one: Presence, asOf: Day): Stay | null {
  const open = one.kind !== 'education';
  const from = one.fromOn === null ? null : lastDayOf(one.fromOn);
  if (one.toOn === null) {
    // Who was not said to have left was still there when it was learnt; from a school people leave.
    if (open) return { from, until: one.collectedOn };
    return from === null ? null : { from, until: from };
  }
  const end = firstDayOf(one.toOn);
  const until = end < asOf ? end : asOf;
  return { from: from === null || from > until ? until : from, until };
}

/** A presence with its certain days, worked out once for all the pairs that it makes; also as numbers, for texts take ten times as long to compare. */
export interface Staying extends Presence {
  readonly stay: Stay | null;
  /** Day numbers; `from` NaN where it is not known. */
  readonly from: number;
  readonly until: number;
  /** The year in which they left a school; NaN: not known, or no school. */
  readonly left: number;
}

export function staying({ person, kind, place, fromOn, toOn, collectedOn }: Presence, asOf: Day): Staying {
  const stay = kind === 'home_town' ? null : stayOf({ person, kind, place, fromOn, toOn, collectedOn }, asOf);
  return {
    person, kind, place, fromOn, toOn, collectedOn, stay, from: stay === null || stay.from === null ? NaN : dayNumber(stay.from), until: stay === null ? NaN : dayNumber(stay.until),
    left: kind === 'education' && toOn !== null ? Number(toOn.slice(0, 4)) : NaN,
  };
}

/** Whether two stays at one place tie: their time must overlap for certain; at a school the same year of leaving counts too. A home town ties without a time, weakly. */
export function tiesByTime(a: Staying, b: Staying): boolean {
  if (a.kind !== b.kind || a.place !== b.place || a.person === b.person) return false;
  if (a.kind === 'home_town') return true;
  if (a.stay === null || b.stay === null) return false;
  if (a.left === b.left || (Number.isNaN(a.from) && Number.isNaN(b.from))) return true;
  const until = Math.min(a.until, b.until);
  return begin(a) <= until && begin(b) <= until;
}

/** Since when somebody was there for certain, where it is known of the other: of whom it is not, on the day by which they were. */
const begin = (one: Staying): number => (Number.isNaN(one.from) ? one.until : one.from);

/** What two stays at one place have in common; null: nothing that ties. */
export function sharedTime(a: Presence, b: Presence, asOf: Day): SharedTime | null {
  return sharedStay(staying(a, asOf), staying(b, asOf));
}

/** The same of stays that are worked out. */
function sharedStay(a: Staying, b: Staying): SharedTime | null {
  if (!tiesByTime(a, b)) return null;
  const kind = KINDS[a.kind];
  if (a.kind === 'home_town') return { kind, place: a.place, from: null, to: null };
  const [one, other] = [a.stay!, b.stay!];
  const until = one.until < other.until ? one.until : other.until;
  const from = one.from === null && other.from === null ? until : later(one.from ?? one.until, other.from ?? other.until);
  return { kind, place: a.place, from: from > until ? until : from, to: until };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Everything two people shared, one line a place, the longest known first where they were there twice. Places with too many people are the caller's to leave out. */
export function sharedTimes(a: readonly Presence[], b: readonly Presence[], asOf: Day): SharedTime[] {
  const [of, to] = [a.map((one) => staying(one, asOf)), b.map((one) => staying(one, asOf))];
  const best: SharedTime[] = [];
  for (const one of of) {
    for (const other of to) {
      const shared = sharedStay(one, other);
      if (!shared) continue;
      const known = best.findIndex((time) => time.kind === shared.kind && time.place === shared.place);
      if (known < 0) best.push(shared);
      else if ((shared.to ?? '') > (best[known]!.to ?? '')) best[known] = shared;
    }
  }
  return best;
}
