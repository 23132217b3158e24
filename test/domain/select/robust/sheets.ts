import type { AssessedIndicator, Factor, Lens, LensKey, ScoreModel } from '#domain/select/model.ts';
import { emptySheet, EVIDENCE_STEPS, indicatorBits, POINT_STEPS, type ScoreSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { indicatorsOf } from '#domain/select/weights.ts';

/** Models and sheets made by hand: small enough that the right answer is known. */
const name = { en: 'x', zh: 'x' };
const indicator = (key: string, weight: number): AssessedIndicator => ({ kind: 'assessed', key, name, weight, missing: 'exclude', anchors: [name, name, name, name, name] });
const factor = (key: string, weight: number, weights: readonly number[]): Factor => ({ key, name, weight, side: 'other', indicators: weights.map((own, i) => indicator(`${key}${i}`, own)) });
export const lens = (key: LensKey, weight: number, ...factors: { weight: number; indicators: readonly number[] }[]): Lens => ({ key, name, weight, factors: factors.map((one, i) => factor(`${key}_${i}_`, one.weight, one.indicators)) });
export const modelOf = (...lenses: Lens[]): ScoreModel => ({ ...GENERAL_TEMPLATE, lenses });

/** One indicator in each of two or three lenses. */
export const lensModel = (...weights: number[]): ScoreModel => modelOf(...weights.map((weight, i) => lens((['past', 'present', 'future'] as const)[i]!, weight, { weight: 100, indicators: [100] })));
/** Indicators of one factor of one lens. */
export const flatModel = (...weights: number[]): ScoreModel => modelOf(lens('past', 100, { weight: 100, indicators: weights }));

interface Extra { readonly evidence?: readonly number[]; readonly assumed?: readonly number[]; readonly deduction?: number; readonly veto?: boolean }

/** A sheet of points 0–100, one row a customer, null where nothing is known; `extra` by customer. Evidence is 1 unless said. */
export function sheetOf(model: ScoreModel, rows: readonly (readonly (number | null)[])[], extra: Readonly<Record<number, Extra>> = {}): ScoreSheet {
  const sheet = emptySheet(model, rows.length, '2026-03-31', 1);
  const bits = indicatorBits(model);
  rows.forEach((row, i) => {
    sheet.ids[i] = i + 1;
    sheet.deductions[i] = (extra[i]?.deduction ?? 0) * POINT_STEPS;
    sheet.veto[i] = extra[i]?.veto ? 1 : 0;
    for (const factorAt of extra[i]?.assumed ?? []) sheet.assumed[factorAt * rows.length + i] = 1;
    for (const { at, factorAt } of indicatorsOf(model)) {
      const points = row[at] ?? null;
      if (points === null) continue;
      sheet.points[at * rows.length + i] = Math.round(points * POINT_STEPS);
      sheet.present[factorAt * rows.length + i]! |= bits[at]!;
      sheet.evidence[at * rows.length + i] = Math.round((extra[i]?.evidence?.[at] ?? 1) * EVIDENCE_STEPS);
      sheet.filled[at] = 1;
    }
  });
  return sheet;
}

/** Half width of what n draws may miss a probability by: five standard deviations, about one failure in two million. */
export const within = (share: number, n: number): number => 5 * Math.sqrt(Math.max(share * (1 - share), 0.25 / n) / n);
