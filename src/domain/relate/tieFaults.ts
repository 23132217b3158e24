import { isDay, type Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { firstDayOf, isSomeday, type Someday } from './someday.ts';
import { DATED_KINDS } from './pairTie.ts';
import type { TieKind } from './ties.ts';

/** A tie as a person tells it. */
export interface NewTie {
  /** Null: oneself. */
  readonly a: number | null;
  readonly b: number;
  readonly kind: TieKind;
  /** How it is known, in words. */
  readonly evidence: string;
  readonly place: string;
  readonly lastContactOn: Day | null;
  readonly fromOn: Someday | null;
  readonly toOn: Someday | null;
  /** Told at once how strong it is, instead of the formula; undefined: the formula. */
  readonly strength?: number | undefined;
  readonly why?: string | undefined;
  /** Kept for oneself: in nobody else's way. */
  readonly private: boolean;
}

/** Everything that is wrong with a tie as told, each with its full path; `latest` is the last day that can be past anywhere. */
export function tieFaults(tie: NewTie, latest: Day, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const wrong = (field: string, reason: string, message: string) => void faults.push({ path: `${path}.${field}`, reason, message });
  if (tie.a === tie.b) wrong('b', 'same_two', 'A tie joins two people.');
  if (tie.evidence.trim() === '') wrong('evidence', 'required', 'Say how you know it: a path shows it to whoever follows it.');
  if (tie.lastContactOn !== null && (!isDay(tie.lastContactOn) || tie.lastContactOn > latest)) wrong('lastContactOn', 'no_past_day', 'This must be a day up to today.');
  for (const field of ['fromOn', 'toOn'] as const) if (tie[field] !== null && !isSomeday(tie[field])) wrong(field, 'no_such_day', 'A year, a month (2015-09) or a day.');
  // A time together may end later than today; nobody met tomorrow.
  const past = DATED_KINDS[tie.kind] === 'day' ? ['fromOn', 'toOn'] as const : ['fromOn'] as const;
  for (const field of past) if (tie[field] !== null && isSomeday(tie[field]) && firstDayOf(tie[field]) > latest) wrong(field, 'no_past_day', 'This must be a day up to today.');
  if (tie.fromOn !== null && tie.toOn !== null && tie.fromOn.slice(0, tie.toOn.length) > tie.toOn) wrong('toOn', 'before_from', 'It ends before it begins.');
  if (tie.strength !== undefined && (tie.why ?? '').trim() === '') wrong('why', 'required', 'Say why the formula does not hold.');
  return faults;
}
