import type { FactKind } from '../../factKinds.ts';
import type { Anchor } from '../../select/fact.ts';
import type { PageText } from './asking.ts';
import { findQuote } from './quote.ts';
import type { RawProposal } from './readProposals.ts';

export interface Proposal { readonly statement: string; readonly kind: FactKind; readonly anchor: Anchor }
/** Proposals that stand, and how many were dropped: the quotation is nowhere on these pages; known already. */
export interface CheckedProposals { readonly proposals: Proposal[]; readonly notThere: number; readonly known: number }

/** Statements that differ only in case, blanks and signs are the same. */
const sameness = (statement: string): string => statement.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Keeps the proposals whose quotation stands word for word on one of the pages, with its exact place; drops those that a fact of the
 * customer says already, or that quote the very passage of one.
 */
export function checkProposals(raw: readonly RawProposal[], pages: readonly PageText[], facts: readonly { readonly statement: string; readonly anchor: Pick<Anchor, 'page' | 'from' | 'to'> | null }[]): CheckedProposals {
  const said = new Set(facts.map((fact) => sameness(fact.statement)));
  const places = new Set(facts.flatMap(({ anchor }) => (anchor ? [`${anchor.page} ${anchor.from} ${anchor.to}`] : [])));
  const proposals: Proposal[] = [];
  let notThere = 0;
  let known = 0;
  for (const { statement, quote, kind } of raw) {
    const found = pages.flatMap(({ page, text }) => { const place = findQuote(text, quote); return place ? [{ page, ...place, quote: text.slice(place.from, place.to) }] : []; })[0];
    if (!found) notThere += 1;
    else if (said.has(sameness(statement)) || places.has(`${found.page} ${found.from} ${found.to}`)) known += 1;
    else {
      said.add(sameness(statement));
      places.add(`${found.page} ${found.from} ${found.to}`);
      proposals.push({ statement, kind, anchor: found });
    }
  }
  return { proposals: proposals.toSorted((a, b) => a.anchor.page - b.anchor.page || a.anchor.from - b.anchor.from), notThere, known };
}
