import { randomOf } from '#domain/random.ts';
import type { AssessedIndicator, ScoreModel } from '#domain/select/model.ts';
import { emptySheet, EVIDENCE_STEPS, indicatorBits, type ScoreSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { factorsOf, indicatorsOf } from '#domain/select/weights.ts';

/** The template with copies of its last indicators, so that there are exactly so many. */
export function widened(indicators: number): ScoreModel {
  const base = GENERAL_TEMPLATE;
  const missing = indicators - indicatorsOf(base).length;
  return {
    ...base,
    lenses: base.lenses.map((lens, l) => l !== 2 ? lens : {
      ...lens,
      factors: lens.factors.map((factor, f) => f !== 3 ? factor : {
        ...factor,
        indicators: [...factor.indicators, ...Array.from({ length: missing }, (_, i): AssessedIndicator => ({ ...(factor.indicators[0] as AssessedIndicator), key: `extra${i}`, weight: 10 }))],
      }),
    }),
  };
}

/** A sheet of made-up points, 70 % of the cells filled; the same every time. */
export function randomSheet(of: ScoreModel, count: number): ScoreSheet {
  const random = randomOf(12345);
  const made = emptySheet(of, count, '2026-06-30', 1);
  const factors = indicatorsOf(of).map((placed) => placed.factorAt);
  const bits = indicatorBits(of);
  for (let i = 0; i < count; i += 1) {
    made.ids[i] = i + 1;
    made.deductions[i] = random() < 0.02 ? 500 : 0;
    made.veto[i] = random() < 0.005 ? 1 : 0;
    factors.forEach((factorAt, column) => {
      if (random() < 0.3) return;
      made.points[column * count + i] = Math.floor(random() * 10_001);
      made.present[factorAt * count + i]! |= bits[column]!;
      made.evidence[column * count + i] = 1 + Math.floor(random() * EVIDENCE_STEPS);
      made.filled[column] = 1;
    });
    for (let factor = 0; factor < factorsOf(of).length; factor += 1) made.assumed[factor * count + i] = random() < 0.1 ? 1 : 0;
  }
  return made;
}

/** Share of the cells that are filled, 0–1. */
export function filledShare(of: ScoreSheet): number {
  return of.evidence.reduce((sum, e) => sum + (e > 0 ? 1 : 0), 0) / of.evidence.length;
}
