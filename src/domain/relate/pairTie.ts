import { daysBetween, type Day } from '#domain/day.ts';
import type { SharedTime } from './sharedTimes.ts';
import { firstDayOf, lastDayOf, type Someday } from './someday.ts';
import { combineStrengths, reasonStrength, TIE_DEFAULTS, tieStrength, type TieCorrection, type TieDefaults, type TieKind, type TieReason } from './ties.ts';

/** One thing that ties two people, as it was told, imported or inferred. */
export interface TieLine {
  readonly kind: TieKind;
  /** The last day both spoke. */
  readonly lastContactOn: Day | null;
  /** The time they shared; without an end: not over, as far as is known. */
  readonly fromOn: Someday | null;
  readonly toOn: Someday | null;
  /** What one of them says, and on which day; `correctedOn` null: nothing was said. */
  readonly strength: number | null;
  readonly correctedOn: Day | null;
  /** The day it was told. */
  readonly toldOn: Day;
}

/** A line with the numbers of its formula: prior × 0.5^(days / halfLife) = strength. Null: not known. */
export interface WeighedLine {
  readonly prior: number | null;
  readonly since: Day | null;
  readonly days: number | null;
  readonly halfLife: number;
  readonly strength: number | null;
  /** False: another line of the same kind is stronger, and one kind counts once however many people told it. */
  readonly counts: boolean;
}

/** The tie of a pair with how it came about. */
export interface PairTie {
  /** 0–1; null: unknown, used by no way unless asked for. */
  readonly strength: number | null;
  /** In the order of the lines. */
  readonly lines: readonly WeighedLine[];
  /** The number of the line whose correction counts instead of the formula; null: none. */
  readonly corrected: number | null;
  /** What the lines alone would give: 1 − Π(1 − strength). */
  readonly computed: number | null;
}

/** What `fromOn` and `toOn` of a kind mean: a time together, or the day of an encounter. Of the other kinds they say nothing of a contact. */
export const DATED_KINDS: Readonly<Partial<Record<TieKind, 'time' | 'day'>>> = { team: 'time', classmates: 'time', employer: 'time', club: 'time', school: 'time', card: 'day', deal: 'day', met: 'day' };

/**
 * When both last had to do with each other, as far as is known: their last contact, or the last day of the time they shared, or the day they
 * met; the later of them. A shared time that began and has no end counts as far as it was told: nobody has said since that it goes on.
 */
export function lastKnownContact({ kind, lastContactOn, fromOn, toOn, toldOn }: Pick<TieLine, 'kind' | 'lastContactOn' | 'fromOn' | 'toOn' | 'toldOn'>): Day | null {
  const until = DATED_KINDS[kind] === 'time' ? (toOn !== null ? lastDayOf(toOn) : fromOn !== null ? toldOn : null)
    : DATED_KINDS[kind] === 'day' ? (toOn !== null ? firstDayOf(toOn) : fromOn !== null ? firstDayOf(fromOn) : null) : null;
  return lastContactOn === null || (until !== null && until > lastContactOn) ? until : lastContactOn;
}

/** The strength of a pair on a day from everything that is known of it: each kind once, several combined; the latest correction counts instead of all lines. */
export function pairTie(lines: readonly TieLine[], asOf: Day, defaults: TieDefaults = TIE_DEFAULTS): PairTie {
  const reasons = lines.map((line): TieReason => ({ kind: line.kind, lastContact: lastKnownContact(line) }));
  const strengths = reasons.map((reason) => reasonStrength(reason, asOf, defaults));
  const strongest = new Map<TieKind, number>();
  for (const [n, { kind }] of reasons.entries()) if (!strongest.has(kind) || (strengths[n] ?? -1) > (strengths[strongest.get(kind)!] ?? -1)) strongest.set(kind, n);
  const weighed = reasons.map((reason, n): WeighedLine => ({
    prior: defaults.priors[reason.kind], since: reason.lastContact, days: reason.lastContact === null ? null : Math.max(0, daysBetween(reason.lastContact, asOf)),
    halfLife: defaults.halfLives[defaults.lives[reason.kind]], strength: strengths[n]!, counts: strongest.get(reason.kind) === n,
  }));
  const corrected = lines.reduce<number | null>((last, line, n) => (line.correctedOn !== null && (last === null || line.correctedOn >= lines[last]!.correctedOn!) ? n : last), null);
  const computed = combineStrengths(weighed.filter((line) => line.counts).map((line) => line.strength));
  const correction: TieCorrection | null = corrected === null ? null : { strength: lines[corrected]!.strength, saidOn: lines[corrected]!.correctedOn! };
  return { strength: correction === null ? computed : tieStrength(reasons, asOf, correction, defaults), lines: weighed, corrected, computed };
}

/** The strength alone, for whoever asks for a million pairs: most have one line that nobody corrected. */
export function pairStrength(lines: readonly TieLine[], asOf: Day, defaults: TieDefaults = TIE_DEFAULTS): number | null {
  const [line] = lines;
  if (lines.length === 1 && line!.correctedOn === null) return reasonStrength({ kind: line!.kind, lastContact: lastKnownContact(line!) }, asOf, defaults);
  return pairTie(lines, asOf, defaults).strength;
}

/** What of two people's shared times adds to what was told of them: a kind that was told, or a closer one of the same kind, is not inferred again. */
export function inferredLines(told: readonly Pick<TieLine, 'kind'>[], shared: readonly SharedTime[], asOf: Day): TieLine[] {
  const known = new Set(told.map((line) => line.kind));
  return shared.filter(({ kind }) => !known.has(kind) && !known.has(CLOSER[kind]!)).map(({ kind, from, to }) => (
    // A home town does not fade: nobody leaves where he came from.
    { kind, lastContactOn: kind === 'home_town' ? asOf : null, fromOn: from, toOn: to, strength: null, correctedOn: null, toldOn: asOf }));
}

const CLOSER: Partial<Record<TieKind, TieKind>> = { school: 'classmates', employer: 'team' };

/** What a whole way is worth, as ways are ordered: product of the strengths × willingness for each tie after the first. */
export function wayWorth(strengths: readonly number[], willingness: number = TIE_DEFAULTS.willingness): number {
  return strengths.reduce((product, strength) => product * strength, 1) * willingness ** Math.max(0, strengths.length - 1);
}
