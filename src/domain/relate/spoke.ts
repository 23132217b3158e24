import { addDays, isDay, type Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { DATED_KINDS, lastKnownContact, type TieLine } from './pairTie.ts';
import type { TieKind } from './ties.ts';

/** When two people last spoke, as somebody remembers it without a calendar (最近往来): within a week, a month, half a year, a year, or longer ago. */
export const SPOKE_SPANS = ['week', 'month', 'half_year', 'year', 'years'] as const;
export type SpokeSpan = (typeof SPOKE_SPANS)[number];
/** A span, or the day. */
export type Spoke = SpokeSpan | Day;

/**
 * Days back from today that each answer covers; whoever says "within a year" would have said "half a year" if it were less. "Longer ago" has no end: it is
 * taken to reach five years back, an assumption of the house. Whoever knows better names a day.
 */
const REACH: Readonly<Record<SpokeSpan, readonly [number, number]>> = { week: [0, 7], month: [7, 30], half_year: [30, 182], year: [182, 365], years: [365, 1825] };

/** Kinds that a colleague may say of somebody whose card they have; a home town is no acquaintance, and "know each other" says less than a card. */
export const RAISED_KINDS = ['card', 'met', 'deal', 'team', 'employer', 'classmates', 'school', 'club', 'family'] as const satisfies readonly TieKind[];
export type RaisedKind = (typeof RAISED_KINDS)[number];

export const isSpan = (spoke: Spoke): spoke is SpokeSpan => (SPOKE_SPANS as readonly string[]).includes(spoke);

/** What is kept of an answer: the day to compute with – of a span its middle, whole days, which is at most half a span wrong – and the span it came from. Throws RangeError for what is neither. */
export function spokeOn(spoke: Spoke, today: Day): { readonly day: Day; readonly span: SpokeSpan | null } {
  if (isSpan(spoke)) return { day: addDays(today, -Math.floor((REACH[spoke][0] + REACH[spoke][1]) / 2)), span: spoke };
  if (!isDay(spoke)) throw new RangeError(`"${spoke}" is neither a day nor a span.`);
  return { day: spoke, span: null };
}

/** What somebody says of a tie that came with their contacts; null: nothing. */
export interface SaidOfTie { readonly spoke: Spoke | null; readonly kind: TieKind | null }
/** The part of a tie that such an answer changes. */
export type SayableTie = Pick<TieLine, 'kind' | 'lastContactOn' | 'fromOn' | 'toOn' | 'toldOn'> & { readonly span: SpokeSpan | null };

/**
 * A tie after what was said of it. "Connected on" of a card is the day both met; for a team it would be the day it began, and it would seem to
 * go on ever since: where the kind says a time together instead of a day, or the other way round, the day known so far becomes the day of contact.
 */
export function afterSaying(tie: SayableTie, said: SaidOfTie, today: Day): SayableTie {
  const kind = said.kind ?? tie.kind;
  const known = lastKnownContact(tie);
  const turned = DATED_KINDS[kind] === DATED_KINDS[tie.kind] ? tie : { ...tie, fromOn: null, toOn: null, ...(known === tie.lastContactOn ? {} : { lastContactOn: known, span: null }) };
  if (said.spoke === null) return { ...turned, kind };
  const { day, span } = spokeOn(said.spoke, today);
  return { ...turned, kind, lastContactOn: day, span };
}

/** Whether nobody knows when these two last had to do with each other, and nobody has said how strong the tie is: no way uses it unless asked. */
export const dayUnknown = (tie: Pick<TieLine, 'kind' | 'lastContactOn' | 'fromOn' | 'toOn' | 'toldOn' | 'correctedOn'>): boolean => tie.correctedOn === null && lastKnownContact(tie) === null;

/** What is wrong with an answer, each with its full path; `latest` is the last day that can be past anywhere. */
export function saidFaults({ spoke, kind }: SaidOfTie, latest: Day, path: string): InvalidField[] {
  if (spoke === null && kind === null) return [{ path: `${path}.spoke`, reason: 'required', message: 'Say when both last spoke, or how they know each other.' }];
  return spoke !== null && !isSpan(spoke) && (!isDay(spoke) || spoke > latest) ? [{ path: `${path}.spoke`, reason: 'no_past_day', message: 'This must be a day up to today.' }] : [];
}
