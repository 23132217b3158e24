import type { Day } from '#domain/day.ts';
import { classOf, ruleOf, type ClassRule } from './classify.ts';
import { evidenceState, type EvidenceState } from './evidence.ts';
import { gradeOf } from './grade.ts';
import { liftOf, type Lift } from './lift.ts';
import { measureInputs } from './measureInputs.ts';
import type { AccountClass, Grade, Indicator, LensKey, ScoreModel, WeighedMark } from './model.ts';
import { judge, type AccountInputs } from './points.ts';
import type { ScoreReference } from './reference.ts';
import { scoreAll, SCORE_STEPS, type Scores } from './score.ts';
import { madeOf, presence, wholeSteps } from './shares.ts';
import { buildSheet, POINT_STEPS, type ScoreSheet } from './sheet.ts';
import { factorsOf, indicatorsOf, nominalShares } from './weights.ts';

/** One bar of the waterfall. Weights are parts of the whole total (0–1): as the model says, and after what is missing was left out. */
export interface ExplainedIndicator {
  readonly key: string;
  readonly lens: LensKey;
  readonly factor: string;
  readonly kind: Indicator['kind'];
  readonly weight: number;
  readonly effectiveWeight: number;
  readonly raw: number | string | null;
  readonly points: number | null;
  readonly contribution: number;
  readonly evidence: number;
  readonly state: EvidenceState;
  readonly inputs: Record<string, number | string | null>;
}

/** Why a customer has its score (S7). Scores 0–100; weights of lenses and factors 0–100 as in the model. */
export interface Explanation {
  readonly modelVersionId: number;
  readonly asOf: Day;
  readonly total: number | null;
  readonly confidence: number;
  readonly grade: Grade | null;
  readonly class: AccountClass | null;
  readonly lenses: readonly { readonly key: LensKey; readonly score: number | null; readonly weight: number }[];
  readonly factors: readonly { readonly key: string; readonly lens: LensKey; readonly score: number | null; readonly weight: number; readonly capped: boolean }[];
  readonly indicators: readonly ExplainedIndicator[];
  /** What was taken off, cut where nothing was left to take. */
  readonly deductions: readonly { readonly key: string; readonly points: number }[];
  readonly vetoes: readonly string[];
  readonly classReason: { readonly rule: ClassRule; readonly value: number | null; readonly potential: number | null; readonly lossQuarters: number };
  readonly lift: Lift;
}

/**
 * Takes a customer's score apart. The contributions less the deductions add to the total exactly, in steps of 1e-4: the last step of
 * each bar is shared out by largest remainder. The numbers come from `scoreAll` itself, run on this one customer.
 */
export function explain(model: ScoreModel, facts: AccountInputs, under: { readonly modelVersionId: number; readonly asOf: Day; readonly reference: ScoreReference }): Explanation {
  const sheet = buildSheet(model, [facts], under);
  const scores = scoreAll(sheet);
  const marks = new Map(facts.marks.map((mark) => [mark.indicator, mark]));
  const total = known(scores.total[0]!);
  const taken = deductionsOf(model, marks, total, grossOf(sheet, scores));
  const { weight: effective, points: counted } = madeOf(sheet, scores);
  const contributions = wholeSteps(effective.map((weight, at) => weight * counted[at]! * SCORE_STEPS), total === null ? 0 : steps(total) + taken.reduce((sum, one) => sum + steps(one.points), 0));
  const present = presence(sheet);
  const nominal = nominalShares(model);
  const [value, potential] = [known(scores.valueToday[0]!), known(scores.potential[0]!)];
  const givenClass = classOf(scores.class[0]!);
  const vetoes = model.vetoes.filter((veto) => marks.get(veto.key)?.value === true).map((veto) => veto.key);
  const factorScores = scores.scratch.factors;
  return {
    modelVersionId: under.modelVersionId, asOf: under.asOf, total, confidence: Math.round(scores.confidence[0]! * SCORE_STEPS) / SCORE_STEPS,
    grade: gradeOf(scores.grade[0]!), class: givenClass,
    lenses: model.lenses.map((lens) => ({ key: lens.key, score: known(scores[lens.key][0]!), weight: lens.weight })),
    factors: factorsOf(model).map(({ factor, lens, at }) => ({
      key: factor.key, lens: lens.key, score: factorScores.known[at] === 1 ? rounded(factorScores.score[at]!) : null, weight: factor.weight, capped: isCapped(sheet, scores, at),
    })),
    indicators: indicatorsOf(model).map(({ indicator, factor, lens, at }): ExplainedIndicator => {
      const mark = marks.get(indicator.key);
      const judged = judge(indicator, facts.trade, mark, under.reference);
      return {
        key: indicator.key, lens: lens.key, factor: factor.key, kind: indicator.kind, weight: nominal[at]!, effectiveWeight: effective[at]!,
        raw: judged.raw, points: present[at] ? sheet.points[at]! / POINT_STEPS : null, contribution: contributions[at]! / SCORE_STEPS,
        evidence: judged.evidence, state: evidenceState(judged.kind, judged.evidence),
        inputs: indicator.kind === 'computed' ? (facts.trade ? measureInputs(indicator.measure, facts.trade, under.reference) : {}) : mark ? { evidence: mark.known, observedOn: mark.observedOn } : {},
      };
    }),
    deductions: taken, vetoes,
    classReason: {
      rule: ruleOf(givenClass, value ?? NaN, potential ?? NaN, vetoes.length > 0, model.classes), value, potential, lossQuarters: sheet.lossQuarters[0]!,
    },
    lift: liftOf(sheet, facts, under.reference),
  };
}

/** Mean points of a factor before the cap on assumptions. */
function uncappedScore(sheet: ScoreSheet, factorAt: number): number {
  let sum = 0;
  let weight = 0;
  const present = presence(sheet);
  for (const { indicator, at, factorAt: own } of indicatorsOf(sheet.model)) {
    if (own !== factorAt || !present[at]) continue;
    sum += indicator.weight * (sheet.points[at]! / POINT_STEPS);
    weight += indicator.weight;
  }
  return weight > 0 ? sum / weight : 0;
}

function isCapped(sheet: ScoreSheet, scores: Scores, factorAt: number): boolean {
  return sheet.assumed[factorAt] === 1 && uncappedScore(sheet, factorAt) > scores.scratch.factors.score[factorAt]! + 1e-9;
}

/** The total before deductions. */
function grossOf(sheet: ScoreSheet, scores: Scores): number {
  const { score } = scores.scratch.lenses;
  const lenses = sheet.model.lenses.map((lens, at) => ({ weight: lens.weight, score: score[at]! })).filter((lens) => lens.score >= 0);
  const weight = lenses.reduce((sum, lens) => sum + lens.weight, 0);
  return weight > 0 ? rounded(lenses.reduce((sum, lens) => sum + lens.weight * lens.score, 0) / weight) : 0;
}

/** Deductions in the model's order; where the total is already at 0 they are cut to what there was to take. */
function deductionsOf(model: ScoreModel, marks: ReadonlyMap<string, WeighedMark>, total: number | null, gross: number): { key: string; points: number }[] {
  if (total === null) return [];
  const marked = model.deductions.filter((deduction) => marks.get(deduction.key)?.value === true);
  if (total > 0) return marked.map(({ key, points }) => ({ key, points }));
  let left = gross;
  return marked.map(({ key, points }) => {
    const taken = Math.min(points, left);
    left = rounded(left - taken);
    return { key, points: rounded(taken) };
  });
}

const known = (score: number): number | null => (Number.isNaN(score) ? null : score);
const steps = (points: number): number => Math.round(points * SCORE_STEPS);
const rounded = (points: number): number => steps(points) / SCORE_STEPS;
