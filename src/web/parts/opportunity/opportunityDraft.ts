import type { OpportunityStage } from '#domain/insight/opportunity.ts';
import type { Horizon } from '#domain/insight/horizon.ts';
import type { Answer } from '../../call.ts';
import { minorOfText, textOfMinor } from './moneyText.ts';

export type OpportunityView = Answer<'GET /api/accounts/{id}/opportunities'>['rows'][number];
/** A fact that something is to rest on. */
export interface Cited { readonly id: number; readonly statement: string; readonly state?: 'proven' | 'assumed' | 'stale' | undefined }

/** An opportunity point while it is written; amounts as typed. */
export interface OpportunityDraft {
  readonly title: string;
  readonly note: string;
  readonly category: string;
  readonly unit: string;
  readonly need: { readonly id: number; readonly text: string } | null;
  readonly low: string;
  readonly likely: string;
  readonly high: string;
  readonly currency: string;
  readonly fit: number | null;
  readonly expectedOn: string;
  readonly horizon: Horizon;
  readonly stage: OpportunityStage;
  readonly ownerId: string | null;
  readonly facts: readonly Cited[];
}

/** A new one: from a fact (its statement is where the title starts), from a need, or blank. */
export function newDraft(currency: string, ownerId: string | null, from: { readonly facts?: readonly Cited[]; readonly need?: OpportunityDraft['need'] } = {}): OpportunityDraft {
  const words = from.need?.text ?? from.facts?.[0]?.statement ?? '';
  return { title: firstClause(words), note: '', category: '', unit: '', need: from.need ?? null, low: '', likely: '', high: '', currency, fit: null, expectedOn: '', horizon: 'mid', stage: 'seen', ownerId, facts: from.facts ?? [] };
}

export function draftOf(one: OpportunityView, currency: string): OpportunityDraft {
  const own = one.currency ?? currency;
  return {
    title: one.title, note: one.note, category: one.category, unit: one.unit, need: one.need, low: textOfMinor(one.valueLow, own), likely: textOfMinor(one.valueLikely, own), high: textOfMinor(one.valueHigh, own), currency: own,
    fit: one.fit, expectedOn: one.expectedOn ?? '', horizon: one.horizon, stage: one.stage, ownerId: one.owner?.id ?? null, facts: one.facts,
  };
}

/** What is sent; an amount that is no number is NaN there. */
export function bodyOf(draft: OpportunityDraft) {
  const [valueLow, valueLikely, valueHigh] = [draft.low, draft.likely, draft.high].map((text) => minorOfText(text, draft.currency)) as [number | null, number | null, number | null];
  return {
    title: draft.title.trim(), note: draft.note.trim(), category: draft.category.trim(), unit: draft.unit.trim(), needId: draft.need?.id ?? null, valueLow, valueLikely, valueHigh,
    currency: valueLow === null && valueLikely === null && valueHigh === null ? null : draft.currency, fit: draft.fit, expectedOn: draft.expectedOn || null, horizon: draft.horizon, stage: draft.stage, ownerId: draft.ownerId, facts: draft.facts.map((fact) => fact.id),
  };
}

/** The first clause of a statement: what stands before the first full stop, semicolon or line end, at most 80 characters. */
export function firstClause(text: string): string {
  const clause = /^[^。；;\n]*?(?=[。；;\n]|\.\s|$)/.exec(text.trim())?.[0] ?? text;
  return clause.length > 80 ? `${clause.slice(0, 79).trimEnd()}…` : clause;
}
