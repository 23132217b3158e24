/**
 * Re-weighting in V8: 100,000 customers × 36 indicators, score and order together, beside a naive version that keeps one object per
 * customer and sorts with a comparison. Prints milliseconds and the ratio; both must agree on every total.
 *   node bench/reweight.ts [customers]
 */
import { createScores, scoreAll } from '#domain/select/score.ts';
import { indicatorsOf, weightsOf, type Weights } from '#domain/select/weights.ts';
import { plainRows, scorePlainly } from './plainScoring.ts';
import { filledShare, randomSheet, widened } from './randomSheet.ts';

const INDICATORS = 36;
const count = Number(process.argv[2] ?? 100_000);
const rounds = 300;

const model = widened(INDICATORS);
const sheet = randomSheet(model, count);
const into = createScores(sheet);
const settings = Array.from({ length: rounds }, (_, i) => dragged(weightsOf(model), i));

const ours = settings.map((weights) => time(() => void scoreAll(sheet, weights, into)));
const objects = plainRows(sheet);
const naive = settings.slice(0, 6).map((weights) => time(() => void scorePlainly(objects, model, weights)));

const last = settings[5]!;
scoreAll(sheet, last, into);
const check = new Map(scorePlainly(objects, model, last).map((row) => [row.id, row.total]));
let worst = 0;
for (let i = 0; i < count; i += 1) worst = Math.max(worst, Math.abs(into.total[i]! - check.get(sheet.ids[i]!)!));
if (worst > 1e-4) throw new Error(`totals differ by ${worst}`);

const [a, b] = [median(ours), median(naive)];
console.log(`customers ${count}, indicators ${indicatorsOf(model).length}, ${Math.round(100 * filledShare(sheet))} % of cells filled`);
console.log(`score + order: median ${a.toFixed(2)} ms, 95th of 100 ${quantile(ours, 0.95).toFixed(2)} ms, fastest ${quantile(ours, 0).toFixed(2)} ms, first call ${ours[0]!.toFixed(2)} ms`);
console.log(`objects and sort(): median ${b.toFixed(2)} ms, fastest ${quantile(naive, 0).toFixed(2)} ms`);
console.log(`ratio naive / ours: ${(b / a).toFixed(1)}; totals agree to ${worst.toExponential(1)}`);

function dragged(weights: Weights, step: number): Weights {
  return { ...weights, lenses: weights.lenses.map((w, i) => (i === step % 3 ? w + step : w)), indicators: weights.indicators.map((w, i) => (i === step % INDICATORS ? w + 5 : w)) };
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
