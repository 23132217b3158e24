import type { LineKind, MapEvidence, MapField } from '../../relate/map/scales.ts';
import type { ItemKind, PersonKind } from '../../relate/person/person.ts';
import type { TieKind } from '../../relate/ties.ts';
import type { Words } from '../../select/model.ts';
import type { PersonKey } from '../story/people.ts';

/* How the demo words people, maps and requests. Everybody in it is invented. Days count back from the last day of its trade. */

export const words = (en: string, zh: string): Words => ({ en, zh });
/** The same in both languages: a year, a name of no language. */
export const NOTHING: Words = words('', '');

export interface ToldItem { readonly kind: ItemKind; readonly value: Words; readonly place: Words; readonly from: string | null; readonly to: string | null; readonly source: Words }
export interface ToldPerson {
  readonly name: Words;
  readonly title: Words;
  readonly kind: Extract<PersonKind, 'customer' | 'outsider' | 'contact'>;
  /** Whom they work for; empty: the customer. */
  readonly organisation: Words;
  readonly items: readonly ToldItem[];
}
export const item = (kind: ItemKind, source: Words, value: Words, place: Words = NOTHING, from: string | null = null, to: string | null = null): ToldItem => ({ kind, source, value, place, from, to });
export const person = (name: Words, title: Words, items: readonly ToldItem[] = []): ToldPerson => ({ name, title, kind: 'customer', organisation: NOTHING, items });
export const outsider = (name: Words, title: Words, organisation: Words, items: readonly ToldItem[] = []): ToldPerson => ({ name, title, kind: 'outsider', organisation, items });
export const contact = (name: Words, title: Words, organisation: Words, items: readonly ToldItem[] = []): ToldPerson => ({ name, title, kind: 'contact', organisation, items });

/** What was seen of somebody on a map; `held_by` names one of us. */
export interface ToldMark<Key extends string> { readonly who: Key; readonly field: MapField; readonly value: string; readonly evidence: MapEvidence; readonly daysAgo: number; readonly note: Words }
export interface ToldLine<Key extends string> { readonly from: Key; readonly to: Key; readonly kind: LineKind; readonly weight: 1 | 2 | 3; readonly evidence: MapEvidence; readonly daysAgo: number; readonly note: Words }
export interface ToldMap<Key extends string> {
  readonly project: Words;
  readonly note: Words;
  readonly daysAgo: number;
  readonly by: PersonKey;
  readonly people: readonly Key[];
  /** Cards that were moved by hand, in points of the canvas; the others lie where the layout puts them. */
  readonly places?: readonly { readonly who: Key; readonly x: number; readonly y: number }[];
  /** Positions whose holder nobody knows. */
  readonly unnamed: readonly Words[];
  readonly marks: readonly ToldMark<Key>[];
  readonly lines: readonly ToldLine<Key>[];
}
/** A tie that one of us tells; `a` null: their own. */
export interface ToldTie<Key extends string> { readonly by: PersonKey; readonly a: Key | null; readonly b: Key; readonly kind: TieKind; readonly evidence: Words; readonly lastDaysAgo: number; readonly private?: true }
export interface ToldStep { readonly state: 'accepted' | 'declined' | 'introduced' | 'met' | 'thanked'; readonly daysAgo: number; readonly note: Words }
/** A request: who asks for whom, by which way after the one of us who is asked, and what became of it. */
export interface ToldRequest<Key extends string> {
  /** `you`: whoever loads the demo, so that they see what they asked and what waits for them. */
  readonly by: PersonKey | 'you';
  readonly connector: PersonKey;
  readonly way: readonly Key[];
  readonly daysAgo: number;
  readonly dueInDays: number;
  readonly purpose: Words;
  readonly forThem: Words;
  readonly steps: readonly ToldStep[];
}
