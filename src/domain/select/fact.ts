import { whyNoPlace, type Block } from '../blocks.ts';
import { isDay, type Day } from '../day.ts';
import { FACT_KINDS, type FactKind } from '../factKinds.ts';
import type { InvalidField } from '../refusal.ts';
import type { Proof } from './evidence.ts';
import type { EvidenceKind } from './model.ts';

/** Where a fact comes from (来源): a text (title and place), a web address, a person, an import, a place in a source we keep. */
export const SOURCE_TYPES = ['text', 'url', 'person', 'import', 'document'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** A place in a source (锚点): the page (from 1), the characters from–to of its text, and what stands there. */
export interface Anchor {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

/** What a person enters as a fact (事实): one statement with where it comes from. */
export interface NewFact {
  readonly kind: FactKind;
  /** One statement, in the words of whoever records it; up to 2,000 characters. */
  readonly statement: string;
  readonly evidence: EvidenceKind;
  readonly sourceType: SourceType;
  /** Title and place of a text, name of a person, file of an import; may be empty only for a web address. */
  readonly source: string;
  readonly url: string | null;
  readonly importId: number | null;
  /** The source it was read in, and where in it; both or neither. */
  readonly sourceId?: number | null;
  readonly anchor?: Anchor | null;
  readonly observedOn: Day;
  readonly expiresOn: Day | null;
  /** Where it stands on the full view: a block, and the guiding point of it that it answers. Without a block it stands in that of its kind. */
  readonly block?: Block | null;
  readonly topic?: string | null;
}
export const FACT_FIELDS = ['kind', 'statement', 'evidence', 'sourceType', 'source', 'url', 'importId', 'sourceId', 'observedOn', 'expiresOn', 'block', 'topic'] as const satisfies readonly (keyof NewFact)[];

/** A fact as it is kept. */
export interface Fact extends NewFact {
  readonly id: number;
  readonly accountId: number;
  readonly sourceId: number | null;
  readonly anchor: Anchor | null;
  readonly block: Block | null;
  readonly topic: string | null;
  readonly recordedBy: { readonly id: string; readonly name: string } | null;
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
}

export const proofOf = (fact: NewFact): Proof => ({ kind: fact.kind, evidence: fact.evidence, observedOn: fact.observedOn, expiresOn: fact.expiresOn });

/** Every fault of a fact, with its path under `path`. What claims to be more than an assumption names its source. */
export function factFaults(fact: NewFact, today: Day, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (name: keyof NewFact, reason: string, message: string): void => void faults.push({ path: path === '' ? name : `${path}.${name}`, reason, message });
  if (fact.statement.trim() === '') fault('statement', 'required', 'A fact is a statement: write what was seen, read or said.');
  if (!FACT_KINDS.includes(fact.kind)) fault('kind', 'unknown_kind', 'There is no such kind of fact.');
  if (fact.sourceType === 'url' ? !isWebAddress(fact.url ?? '') : fact.url !== null && fact.url !== '' && !isWebAddress(fact.url)) fault('url', 'no_web_address', 'A web address begins with http:// or https://.');
  if (fact.sourceType === 'import' && fact.importId === null) fault('importId', 'required', 'Choose the import the fact comes from.');
  if (fact.sourceType === 'document' && fact.sourceId == null) fault('sourceId', 'required', 'Choose the source the fact was read in.');
  if ((fact.sourceType === 'text' || fact.sourceType === 'person') && fact.evidence !== 'assumption' && fact.source.trim() === '') {
    fault('source', 'source_required', fact.sourceType === 'person' ? 'Name the person who said it.' : 'Name where it stands: title and page, or what you saw and where.');
  }
  if (!isDay(fact.observedOn)) fault('observedOn', 'no_such_day', 'This day does not exist.');
  else if (fact.observedOn > today) fault('observedOn', 'in_the_future', 'It cannot have been observed after today.');
  if (fact.expiresOn !== null && !isDay(fact.expiresOn)) fault('expiresOn', 'no_such_day', 'This day does not exist.');
  else if (fact.expiresOn !== null && fact.expiresOn < fact.observedOn) fault('expiresOn', 'before_observed', 'It cannot expire before it was observed.');
  const place = whyNoPlace(fact.block ?? null, fact.topic ?? null);
  if (place) fault(place.field, place.reason, place.field === 'block' ? 'The full view has no such block.' : 'The block has no such point.');
  return faults;
}

/** Only what a browser may safely open as a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}
