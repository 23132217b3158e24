import type { HalfLives } from '../../factKinds.ts';
import { evidenceState, weightOf } from '../evidence.ts';
import type { Explanation } from '../explain.ts';
import { proofOf, type Fact } from '../fact.ts';
import type { Indicator, ScoreModel, Words } from '../model.ts';
import { factorsOf, indicatorsOf } from '../weights.ts';
import { MOST_FACTS, SNAPSHOT_FORMAT, type Alternative, type DecisionSnapshot, type Figures, type FrozenFact } from './snapshot.ts';

/** What a decision is made on, as the store has it at that moment. */
export interface Grounds {
  readonly account: { readonly id: number; readonly key: string; readonly name: string };
  readonly model: ScoreModel;
  readonly version: number;
  readonly explanation: Explanation;
  readonly figures: Figures;
  /** Facts that marks of the account cite, with the indicators they are cited for. */
  readonly facts: readonly { readonly fact: Fact; readonly indicators: readonly string[] }[];
  readonly halfLives: HalfLives;
  readonly alternatives: readonly Alternative[];
  readonly reviewId: number | null;
}

/** Freezes the grounds of a decision (S12): names in both languages, points, evidence and quotations, so that nothing needs to be looked up later. */
export function freeze({ account, model, version, explanation, figures, facts, halfLives, alternatives, reviewId }: Grounds): DecisionSnapshot {
  const lensNames = new Map(model.lenses.map((lens) => [lens.key, lens.name]));
  const factorNames = new Map(factorsOf(model).map(({ factor }) => [factor.key, factor.name]));
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const others = new Map([...model.deductions, ...model.vetoes].map((one) => [one.key, one.name]));
  const named = (names: ReadonlyMap<string, Words>, key: string): Words => names.get(key) ?? { en: key, zh: key };
  const quoted = facts.map(({ fact, indicators: cited }): FrozenFact => {
    const weight = weightOf(proofOf(fact), figures.asOf, halfLives);
    return {
      id: fact.id, statement: fact.statement, sourceType: fact.sourceType, source: fact.source, url: fact.url, sourceId: fact.sourceId, page: fact.anchor?.page ?? null, quote: fact.anchor?.quote ?? null, kind: fact.kind, evidence: fact.evidence, observedOn: fact.observedOn, expiresOn: fact.expiresOn,
      weight, state: evidenceState(fact.evidence, weight), indicators: cited,
    };
  });
  return {
    format: SNAPSHOT_FORMAT, account: { id: account.id, key: account.key, name: account.name },
    model: { versionId: explanation.modelVersionId, version, name: model.name, grades: model.grades }, figures,
    lenses: explanation.lenses.map((lens) => ({ ...lens, name: named(lensNames, lens.key) })),
    factors: explanation.factors.map((factor) => ({ ...factor, name: named(factorNames, factor.key) })),
    indicators: explanation.indicators.map((one) => {
      const indicator = indicators.get(one.key);
      return { ...one, name: indicator?.name ?? { en: one.key, zh: one.key }, measure: indicator?.kind === 'computed' ? indicator.measure : null, said: saidBy(indicator, one.raw) };
    }),
    deductions: explanation.deductions.map((one) => ({ ...one, name: named(others, one.key) })),
    vetoes: explanation.vetoes.map((key) => ({ key, name: named(others, key) })),
    facts: quoted.toSorted((a, b) => b.weight - a.weight || a.id - b.id).slice(0, MOST_FACTS), factsCited: facts.length,
    alternatives, reviewId,
  };
}

/** The words behind a mark: the sentence of its level, the name of its category. */
function saidBy(indicator: Indicator | undefined, raw: number | string | null): Words | null {
  if (indicator?.kind === 'assessed' && typeof raw === 'number') return indicator.anchors[raw - 1] ?? null;
  if (indicator?.kind === 'categorical') return indicator.options.find((option) => option.key === raw)?.name ?? null;
  return null;
}
