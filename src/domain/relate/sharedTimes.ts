import type { Day } from '#domain/day.ts';
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

const KINDS = { education: 'school', career: 'employer', group: 'club', home_town: 'home_town' } as const;

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

/**
 * What two stays at one place have in common; null: nothing that ties. The time must overlap for certain; at a school the same year of
 * leaving counts too. A home town ties without a time, weakly.
 */
export function sharedTime(a: Presence, b: Presence, asOf: Day): SharedTime | null {
  if (a.kind !== b.kind || a.place !== b.place || a.person === b.person) return null;
  const kind = KINDS[a.kind];
  if (a.kind === 'home_town') return { kind, place: a.place, from: null, to: null };
  const [one, other] = [stayOf(a, asOf), stayOf(b, asOf)];
  if (!one || !other) return null;
  const until = one.until < other.until ? one.until : other.until;
  const from = one.from === null && other.from === null ? until : later(one.from ?? one.until, other.from ?? other.until);
  const sameYear = a.kind === 'education' && a.toOn !== null && b.toOn !== null && a.toOn.slice(0, 4) === b.toOn.slice(0, 4);
  if (from > until && !sameYear) return null;
  return { kind, place: a.place, from: from > until ? until : from, to: until };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Everything two people shared, one line a place, the longest known first where they were there twice. Places with too many people are the caller's to leave out. */
export function sharedTimes(a: readonly Presence[], b: readonly Presence[], asOf: Day): SharedTime[] {
  const best = new Map<string, SharedTime>();
  for (const one of a) {
    for (const other of b) {
      const shared = sharedTime(one, other, asOf);
      if (!shared) continue;
      const key = `${shared.kind} ${shared.place}`;
      const known = best.get(key);
      if (!known || (shared.to ?? '') > (known.to ?? '')) best.set(key, shared);
    }
  }
  return [...best.values()];
}
