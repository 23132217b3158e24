import type { AccountInputs } from '#domain/select/points.ts';
import { HALF_LIVES } from '#domain/factKinds.ts';
import { weighMark } from '#domain/select/evidence.ts';
import type { EvidenceKind, Mark, ScoreModel, WeighedMark } from '#domain/select/model.ts';
import { measureTrade, type TradeContext } from '#domain/select/measures.ts';
import type { TradeMonth } from '#domain/select/trade.ts';
import { addMonths } from '#domain/day.ts';
import { indicatorsOf } from '#domain/select/weights.ts';

/** Made-up trade and marks for tests of scoring; everything follows from a seed. */
export const AS_OF = '2026-03-31';

export const CONTEXT: TradeContext = {
  asOf: AS_OF, dataFrom: '2024-01-02', reportingCurrency: 'CNY', rates: {}, paymentsKnown: true,
  costToServe: { perOrder: 5_000, perLine: 200, perReturn: 20_000, costOfCapital: 0.08, defaultMargin: null },
};

export function month(name: string, revenue: number, more: Partial<TradeMonth> = {}): TradeMonth {
  return {
    month: name, currency: 'CNY', revenue, credits: 0, cost: Math.round(revenue * 0.7), costedRevenue: revenue, lines: 10, invoices: 2, creditNotes: 0,
    dueAmount: revenue, lateAmount: 0, lateAmountDays: 0, firstDay: `${name}-03`, lastDay: `${name}-20`, lastSaleDay: `${name}-20`, ...more,
  };
}

export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A mark as it is scored, resting on one fact of that kind; an assumption cites none. */
export const mark = (indicator: string, value: Mark['value'], evidence: EvidenceKind = 'observed', observedOn = AS_OF): WeighedMark => ({
  indicator, value, ...weighMark({ observedOn, proofs: evidence === 'assumption' ? [] : [{ kind: 'other', evidence, observedOn, expiresOn: null }] }, AS_OF, HALF_LIVES),
});

/** Customers of all kinds: with and without trade, well and badly assessed, deductions, red lines. */
export function crowd(model: ScoreModel, count: number, seed = 7): AccountInputs[] {
  const next = random(seed);
  const evidences = ['observed', 'document', 'person', 'hearsay', 'inferred', 'assumption'] as const;
  return Array.from({ length: count }, (_, n) => {
    const silent = Math.floor(next() * 9);
    const months = next() < 0.2 ? [] : Array.from({ length: 1 + Math.floor(next() * 30) }, (_, back) => {
      const revenue = Math.round((next() - 0.1) * 10 ** (4 + next() * 5));
      const name = addMonths('2026-03', -back - silent);
      return month(name, revenue, { credits: next() < 0.2 ? -Math.abs(Math.round(revenue / 10)) : 0, costedRevenue: next() < 0.3 ? 0 : revenue, lateAmount: next() < 0.3 ? Math.round(Math.abs(revenue) / 3) : 0 });
    });
    const marks = indicatorsOf(model).flatMap(({ indicator }) => {
      if (indicator.kind === 'computed' || next() < 0.45) return [];
      const value = indicator.kind === 'assessed' ? 1 + Math.floor(next() * 5) : indicator.options[Math.floor(next() * indicator.options.length)]!.key;
      return [mark(indicator.key, value, evidences[Math.floor(next() * 6)]!)];
    });
    if (next() < 0.1) marks.push(mark(model.deductions[0]!.key, true));
    if (next() < 0.05) marks.push(mark(model.vetoes[0]!.key, true));
    return { id: n + 1, trade: measureTrade(months, [], CONTEXT), marks };
  });
}
