import { daysBetween, type Day } from '#domain/day.ts';
import type { HalfLives } from '../../factKinds.ts';
import { STALE, weightOf } from '../evidence.ts';
import type { ExplainedIndicator } from '../explain.ts';
import { CLASSES, GRADES, type AccountClass, type Grade, type Words } from '../model.ts';
import type { DecisionSnapshot, Figures } from './snapshot.ts';

/** Money then and now, and the change as a share of then (0.12 = 12 % more); null where then was not above zero or the currency is another one. */
export interface AmountChange { readonly then: number | null; readonly now: number | null; readonly share: number | null }

/** How an indicator moved: points 0–100. `effect` is what it does to the total at the weights of then; null when it became known or unknown. */
export interface IndicatorMove {
  readonly key: string;
  readonly name: Words;
  readonly kind: 'rose' | 'fell' | 'becameKnown' | 'becameUnknown';
  readonly then: number | null;
  readonly now: number | null;
  readonly effect: number | null;
}

/** Why a fact that was quoted then proves less now. */
export type LostBy = 'withdrawn' | 'expired' | 'stale';
export interface LostFact { readonly id: number; readonly statement: string; readonly source: string; readonly observedOn: Day; readonly by: LostBy }

/** What happened between a decision and now (S12), as values that the screens word. */
export interface SinceThen {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** Under another version of the model part of a change of score is the ruler's, not the customer's. */
  readonly sameModel: boolean;
  /** Amounts of two reporting currencies are shown, never compared. */
  readonly sameCurrency: boolean;
  readonly now: Figures;
  readonly revenue: AmountChange;
  readonly margin: AmountChange;
  readonly contribution: AmountChange;
  readonly total: { readonly then: number | null; readonly now: number | null; readonly points: number | null };
  readonly confidence: { readonly then: number; readonly now: number };
  /** Grades better (+) or worse (−). */
  readonly grade: { readonly then: Grade | null; readonly now: Grade | null; readonly steps: number | null };
  /** `better`: towards strategic. */
  readonly class: { readonly then: AccountClass | null; readonly now: AccountClass | null; readonly change: 'same' | 'better' | 'worse' | 'unknown' };
  /** Places up (+) or down (−). */
  readonly rank: { readonly then: number | null; readonly now: number | null; readonly places: number | null };
  /** Those that moved the total most, largest effect first; then what became known or unknown. */
  readonly indicators: readonly IndicatorMove[];
  readonly factsLost: readonly LostFact[];
}

/** How an account stands now, for comparing with then. */
export interface Today {
  readonly figures: Figures;
  readonly modelVersionId: number;
  readonly indicators: readonly Pick<ExplainedIndicator, 'key' | 'points'>[];
  readonly withdrawnFacts: ReadonlySet<number>;
  readonly halfLives: HalfLives;
}

/** Moves shown: more is a table, not a finding. */
const MOST_MOVES = 8;
/** Points below which an indicator has not moved. */
const HARDLY = 0.5;

/** Compares what a decision rested on with how things are now. */
export function sinceThen(then: DecisionSnapshot, today: Today): SinceThen {
  const now = today.figures;
  const before = then.figures;
  const sameCurrency = before.currency === now.currency;
  const amount = (a: number | null, b: number | null): AmountChange => ({ then: a, now: b, share: sameCurrency && a !== null && b !== null && a > 0 ? (b - a) / a : null });
  const points = before.total === null || now.total === null ? null : now.total - before.total;
  return {
    from: before.asOf, to: now.asOf, days: daysBetween(before.asOf, now.asOf), sameModel: then.model.versionId === today.modelVersionId, sameCurrency, now,
    revenue: amount(before.revenue, now.revenue), margin: amount(before.margin, now.margin), contribution: amount(before.contribution, now.contribution),
    total: { then: before.total, now: now.total, points }, confidence: { then: before.confidence, now: now.confidence },
    grade: { then: before.grade, now: now.grade, steps: before.grade && now.grade ? GRADES.indexOf(before.grade) - GRADES.indexOf(now.grade) : null },
    class: { then: before.class, now: now.class, change: classChange(before.class, now.class) },
    rank: { then: before.rank, now: now.rank, places: before.rank === null || now.rank === null ? null : before.rank - now.rank },
    indicators: moves(then, today), factsLost: lostFacts(then, today),
  };
}

function classChange(then: AccountClass | null, now: AccountClass | null): SinceThen['class']['change'] {
  if (then === now) return 'same';
  if (then === null || now === null) return 'unknown';
  return CLASSES.indexOf(now) < CLASSES.indexOf(then) ? 'better' : 'worse';
}

function moves(then: DecisionSnapshot, today: Today): IndicatorMove[] {
  const points = new Map(today.indicators.map((one) => [one.key, one.points]));
  const found = then.indicators.flatMap((one): (IndicatorMove & { weight: number })[] => {
    // An indicator that the model no longer has says nothing about the customer.
    if (!points.has(one.key)) return [];
    const now = points.get(one.key)!;
    const { key, name, weight } = one;
    if (one.points === null || now === null) {
      if (one.points === now) return [];
      return [{ key, name, weight, kind: now === null ? 'becameUnknown' : 'becameKnown', then: one.points, now, effect: null }];
    }
    const difference = now - one.points;
    if (Math.abs(difference) < HARDLY) return [];
    return [{ key, name, weight, kind: difference > 0 ? 'rose' : 'fell', then: one.points, now, effect: difference * one.effectiveWeight }];
  });
  const size = (move: IndicatorMove): number => (move.effect === null ? -1 : Math.abs(move.effect));
  return found.toSorted((a, b) => size(b) - size(a) || b.weight - a.weight).slice(0, MOST_MOVES).map(({ weight: _, ...move }) => move);
}

/** Facts that proved something then and do not any more. */
function lostFacts(then: DecisionSnapshot, { figures, withdrawnFacts, halfLives }: Today): LostFact[] {
  return then.facts.flatMap((fact) => {
    const { id, statement, source, observedOn, expiresOn } = fact;
    const lost = (by: LostBy): LostFact[] => [{ id, statement, source, observedOn, by }];
    if (withdrawnFacts.has(id)) return lost('withdrawn');
    if (fact.state !== 'proven' || weightOf(fact, figures.asOf, halfLives) >= STALE) return [];
    return lost(expiresOn !== null && expiresOn < figures.asOf ? 'expired' : 'stale');
  });
}
