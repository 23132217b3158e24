import type { Day } from '#domain/day.ts';
import { factFaults, isWebAddress, type Fact, type NewFact } from '#domain/select/fact.ts';

/** A fact while it is written. One that was read in a source we keep stays tied to its place there: only the rest of it changes. */
export type FactDraft = Omit<NewFact, 'sourceId' | 'anchor' | 'block' | 'topic'>;

export const emptyDraft = (today: Day): FactDraft => ({ kind: 'other', statement: '', evidence: 'observed', sourceType: 'text', source: '', url: null, importId: null, observedOn: today, expiresOn: null });

/** What of a fact is edited; the rest (who, when) is not the writer's. */
export const draftOf = ({ kind, statement, evidence, sourceType, source, url, importId, observedOn, expiresOn }: Pick<Fact, keyof FactDraft>): FactDraft => ({ kind, statement, evidence, sourceType, source, url, importId, observedOn, expiresOn });

/**
 * A draft with a change, and what follows from it: who says something is a person, what a document says stands in a text, a pasted web
 * address is one, and what only one kind of source has goes when the kind does.
 */
export function changed(draft: FactDraft, patch: Partial<FactDraft>): FactDraft {
  let next = { ...draft, ...patch };
  if (patch.evidence !== undefined && patch.sourceType === undefined) {
    if (patch.evidence === 'person' || patch.evidence === 'hearsay') next.sourceType = 'person';
    else if (next.sourceType === 'person' && (patch.evidence === 'observed' || patch.evidence === 'document')) next.sourceType = 'text';
  }
  if (patch.source !== undefined && next.sourceType === 'text' && isWebAddress(patch.source.trim())) next = { ...next, sourceType: 'url', url: patch.source.trim(), source: '', evidence: next.evidence === 'observed' ? 'document' : next.evidence };
  if (patch.sourceType === 'person' && (next.evidence === 'observed' || next.evidence === 'document')) next.evidence = 'person';
  if ((patch.sourceType === 'url' || patch.sourceType === 'import') && next.evidence !== 'inferred') next.evidence = 'document';
  if (next.sourceType !== 'url') next.url = null;
  if (next.sourceType !== 'import') next.importId = null;
  if (next.kind !== 'certification') next.expiresOn = null;
  return next;
}

/** The statements in what was typed or pasted: one a line, without list signs, none twice. */
export function statementsIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-*–—]\s+|[•·]\s*|\(?\d{1,3}[.)、）](?!\d)\s*)/u, '').trim()).filter((line) => line !== '');
  return [...new Set(lines)];
}

/** What is wrong with a draft, by field: reasons as the server would give them. */
export function draftFaults(draft: FactDraft, today: Day): ReadonlyMap<keyof FactDraft, string> {
  return new Map(factFaults({ ...draft, url: draft.url === '' ? null : draft.url }, today, '').filter((fault) => fault.path !== 'sourceId').map((fault) => [fault.path as keyof FactDraft, fault.reason]));
}

/** The site of an address, as one says it: `customer.example`. */
export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}
