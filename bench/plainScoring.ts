import type { ScoreModel } from '#domain/select/model.ts';
import { EVIDENCE_STEPS, indicatorBits, POINT_STEPS, type ScoreSheet } from '#domain/select/sheet.ts';
import { factorsOf, indicatorsOf, type Weights } from '#domain/select/weights.ts';

/** One customer as an object. */
export interface PlainRow { id: number; points: (number | null)[]; evidence: number[]; assumed: boolean[]; deduction: number; total: number; confidence: number }

/** The rows of a sheet as objects. */
export function plainRows(of: ScoreSheet): PlainRow[] {
  const factors = factorsOf(of.model).length;
  const bits = indicatorBits(of.model);
  const places = indicatorsOf(of.model).map((placed) => placed.factorAt);
  return Array.from({ length: of.count }, (_, i) => ({
    id: of.ids[i]!, deduction: of.deductions[i]! / POINT_STEPS, total: 0, confidence: 0,
    points: Array.from({ length: places.length }, (_, c) => (of.present[places[c]! * of.count + i]! & bits[c]! ? of.points[c * of.count + i]! / POINT_STEPS : null)),
    evidence: Array.from({ length: places.length }, (_, c) => of.evidence[c * of.count + i]! / EVIDENCE_STEPS),
    assumed: Array.from({ length: factors }, (_, f) => of.assumed[f * of.count + i] === 1),
  }));
}

/** As one would write it first: walk the tree per customer, sort the objects. */
export function scorePlainly(rows: PlainRow[], of: ScoreModel, weights: Weights): PlainRow[] {
  for (const row of rows) {
    let f = 0;
    let c = 0;
    row.confidence = 0;
    const lenses = of.lenses.map((lens, l) => ({
      weight: weights.lenses[l]!,
      score: mean(lens.factors.map((factor) => {
        const indicators = factor.indicators.map(() => ({ weight: weights.indicators[c]!, score: row.points[c]!, evidence: row.evidence[c++]! }));
        for (const indicator of indicators) row.confidence += indicator.weight * indicator.evidence;
        const score = mean(indicators);
        const at = f++;
        return { weight: weights.factors[at]!, score: score !== null && row.assumed[at] ? Math.min(of.assumptionCap, score) : score };
      })),
    }));
    row.total = Math.max(0, (mean(lenses) ?? NaN) - row.deduction);
  }
  return rows.toSorted((x, y) => y.total - x.total);
}

function mean(parts: { weight: number; score: number | null }[]): number | null {
  const known = parts.filter((part) => part.score !== null);
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  return weight > 0 ? known.reduce((sum, part) => sum + part.weight * part.score!, 0) / weight : null;
}
