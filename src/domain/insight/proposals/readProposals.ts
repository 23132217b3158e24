import { FACT_KINDS, type FactKind } from '../../factKinds.ts';

/** What a language model says it has found; nothing of it is believed before its quotation has been found in the page. */
export interface RawProposal { readonly statement: string; readonly quote: string; readonly kind: FactKind }

const LONGEST = 2000;
const MOST = 100;

/**
 * Reads the answer of a language model: JSON, also between other words or code fences, as a list or as an object with one. What is no
 * proposal (no statement, no quotation) is counted as unusable. Null when there is no JSON at all.
 */
export function readProposals(answer: string): { readonly proposals: RawProposal[]; readonly unusable: number } | null {
  const value = jsonIn(answer);
  if (value === undefined) return null;
  const list = Array.isArray(value) ? value : Object.values(value as object).find((part) => Array.isArray(part)) as unknown[] | undefined;
  if (!list) return { proposals: [], unusable: 0 };
  const proposals = list.slice(0, MOST).flatMap((one): RawProposal[] => {
    const { statement, quote, kind } = (one ?? {}) as Record<string, unknown>;
    const said = clean(statement);
    if (said === '' || typeof quote !== 'string' || quote.trim() === '') return [];
    return [{ statement: said, quote, kind: FACT_KINDS.find((known) => known === kind) ?? 'other' }];
  });
  return { proposals, unusable: list.length - proposals.length };
}

/** One line without control characters and halves of characters; nothing that is no text. */
function clean(text: unknown): string {
  return typeof text === 'string' ? text.toWellFormed().replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, LONGEST) : '';
}

/** The object or list in a text; undefined when there is none. */
function jsonIn(text: string): unknown {
  const from = text.search(/[[{]/);
  const to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  for (const piece of [text, text.slice(from, to + 1)]) {
    try {
      const value: unknown = JSON.parse(piece);
      if (value !== null && typeof value === 'object') return value;
    } catch { /* not this piece */ }
  }
  return undefined;
}
