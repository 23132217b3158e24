/**
 * Re-weighting in V8: 100,000 customers × 36 indicators, score and order together, beside a naive version that keeps one object per
 * customer and sorts with a comparison. Prints milliseconds and the ratio; both must agree on every total.
 *   node bench/reweight.ts [customers]
 */
import { createScores, scoreAll } from '#domain/select/score.ts';
import { emptySheet, EVIDENCE_STEPS, indicatorBits, POINT_STEPS, type ScoreSheet } from '#domain/select/sheet.ts';
import type { AssessedIndicator, ScoreModel } from '#domain/select/model.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { factorsOf, indicatorsOf, weightsOf, type Weights } from '#domain/select/weights.ts';

const INDICATORS = 36;
const count = Number(process.argv[2] ?? 100_000);
const rounds = 300;

let seed = 12345;
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const model = widened(GENERAL_TEMPLATE);
const sheet = randomSheet(model);
const into = createScores(sheet);
const settings = Array.from({ length: rounds }, (_, i) => dragged(weightsOf(model), i));

const ours = settings.map((weights) => time(() => void scoreAll(sheet, weights, into)));
const objects = naiveRows(sheet);
const naive = settings.slice(0, 6).map((weights) => time(() => void naiveScore(objects, model, weights)));

const last = settings[5]!;
scoreAll(sheet, last, into);
const check = new Map(naiveScore(objects, model, last).map((row) => [row.id, row.total]));
let worst = 0;
for (let i = 0; i < count; i += 1) worst = Math.max(worst, Math.abs(into.total[i]! - check.get(sheet.ids[i]!)!));
if (worst > 1e-4) throw new Error(`totals differ by ${worst}`);

const [a, b] = [median(ours), median(naive)];
console.log(`customers ${count}, indicators ${indicatorsOf(model).length}, ${Math.round(100 * filledShare(sheet))} % of cells filled`);
console.log(`score + order: median ${a.toFixed(2)} ms, 95th of 100 ${quantile(ours, 0.95).toFixed(2)} ms, fastest ${quantile(ours, 0).toFixed(2)} ms, first call ${ours[0]!.toFixed(2)} ms`);
console.log(`objects and sort(): median ${b.toFixed(2)} ms, fastest ${quantile(naive, 0).toFixed(2)} ms`);
console.log(`ratio naive / ours: ${(b / a).toFixed(1)}; totals agree to ${worst.toExponential(1)}`);

/** The template with copies of its last indicators, so that there are exactly 36. */
function widened(base: ScoreModel): ScoreModel {
  const missing = INDICATORS - indicatorsOf(base).length;
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

function randomSheet(of: ScoreModel): ScoreSheet {
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

function dragged(weights: Weights, step: number): Weights {
  return { ...weights, lenses: weights.lenses.map((w, i) => (i === step % 3 ? w + step : w)), indicators: weights.indicators.map((w, i) => (i === step % INDICATORS ? w + 5 : w)) };
}

interface NaiveRow { id: number; points: (number | null)[]; evidence: number[]; assumed: boolean[]; deduction: number; total: number; confidence: number }

function naiveRows(of: ScoreSheet): NaiveRow[] {
  const factors = factorsOf(of.model).length;
  const bits = indicatorBits(of.model);
  const places = indicatorsOf(of.model).map((placed) => placed.factorAt);
  return Array.from({ length: of.count }, (_, i) => ({
    id: of.ids[i]!, deduction: of.deductions[i]! / POINT_STEPS, total: 0, confidence: 0,
    points: Array.from({ length: INDICATORS }, (_, c) => (of.present[places[c]! * of.count + i]! & bits[c]! ? of.points[c * of.count + i]! / POINT_STEPS : null)),
    evidence: Array.from({ length: INDICATORS }, (_, c) => of.evidence[c * of.count + i]! / EVIDENCE_STEPS),
    assumed: Array.from({ length: factors }, (_, f) => of.assumed[f * of.count + i] === 1),
  }));
}

/** As one would write it first: walk the tree per customer, sort the objects. */
function naiveScore(rows: NaiveRow[], of: ScoreModel, weights: Weights): NaiveRow[] {
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

function filledShare(of: ScoreSheet): number {
  return of.evidence.reduce((sum, e) => sum + (e > 0 ? 1 : 0), 0) / of.evidence.length;
}
function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
function quantile(list: number[], share: number): number {
  return list.toSorted((x, y) => x - y)[Math.floor(share * (list.length - 1))]!;
}
function median(list: number[]): number {
  return quantile(list, 0.5);
}
