import { minorDigits } from '#domain/money.ts';
import { gradeOf, nextGrade } from './grade.ts';
import type { Grade, Indicator } from './model.ts';
import { normalise, rawFor } from './normalise.ts';
import { judge, type AccountInputs, type Judged } from './points.ts';
import { isMoney, scaleOf, type ScoreReference } from './reference.ts';
import { scoreAll, SCORE_STEPS } from './score.ts';
import { indicatorBits, POINT_STEPS, type ScoreSheet } from './sheet.ts';
import { indicatorsOf } from './weights.ts';

/** One single change and what it does. `from` null: not known today. */
export interface LiftStep {
  readonly indicator: string;
  readonly from: number | string | null;
  readonly to: number | string;
  /** Points of the total. */
  readonly gain: number;
  /** Whether this change alone reaches a better grade. */
  readonly reaches: boolean;
}
export interface Lift {
  readonly nextGrade: Grade | null;
  readonly missingPoints: number;
  readonly steps: readonly LiftStep[];
}

const MOST_STEPS = 12;

/**
 * What would lift a customer to the next grade: for every indicator the smallest single change that does it, else the best it can do,
 * each found by scoring the changed sheet again. Changes of marks are taken as proven. Those that reach come first, smallest change
 * of points before larger; then by gain. Known categories (who owns the customer) cannot be worked on and are left out.
 * @param sheet of this one customer
 */
export function liftOf(sheet: ScoreSheet, facts: AccountInputs, reference: ScoreReference): Lift {
  const now = outcome(sheet);
  const grade = gradeOf(now.grade);
  const next = grade === null ? null : nextGrade(grade, sheet.model.grades);
  if (!next) return { nextGrade: null, missingPoints: 0, steps: [] };
  const marks = new Map(facts.marks.map((mark) => [mark.indicator, mark]));
  const bits = indicatorBits(sheet.model);
  const found: (LiftStep & { effort: number })[] = [];
  const offer = (indicator: string, from: LiftStep['from'], to: LiftStep['to'], effort: number, after: Outcome): void => {
    const gain = rounded(after.total - now.total);
    const reaches = after.grade < now.grade;
    if (gain > 0 || reaches) found.push({ indicator, from, to, gain, reaches, effort });
  };

  for (const { indicator, at, factorAt } of indicatorsOf(sheet.model)) {
    const judged = judge(indicator, facts.trade, marks.get(indicator.key), reference);
    const tryPoints = (points: number): Outcome => outcome(changed(sheet, (copy) => {
      copy.points[at] = Math.round(points * POINT_STEPS);
      copy.present[factorAt]! |= bits[at]!;
      copy.filled[at] = 1;
      if (indicator.kind !== 'computed') copy.assumed[factorAt] = 0;
    }));
    for (const target of targets(indicator, judged, now.grade, tryPoints, facts, reference)) offer(indicator.key, judged.raw, target.to, Math.abs(target.points - (judged.points ?? 0)), tryPoints(target.points));
  }
  const whole = (key: string, effort: number, change: (copy: ScoreSheet) => void): void => offer(key, 'yes', 'no', effort, outcome(changed(sheet, change)));
  for (const { key, points } of sheet.model.deductions) if (marks.get(key)?.value === true) whole(key, points, (copy) => { copy.deductions[0] = Math.max(0, copy.deductions[0]! - points * POINT_STEPS); });
  const vetoes = sheet.model.vetoes.filter((veto) => marks.get(veto.key)?.value === true);
  if (vetoes.length === 1) whole(vetoes[0]!.key, 100, (copy) => { copy.veto[0] = 0; });

  found.sort((a, b) => Number(b.reaches) - Number(a.reaches) || (a.reaches ? a.effort - b.effort : b.gain - a.gain));
  return {
    nextGrade: next.grade, missingPoints: rounded(Math.max(0, next.from - now.total)),
    steps: found.slice(0, MOST_STEPS).map(({ effort: _, ...step }) => step),
  };
}

interface Outcome { readonly total: number; readonly grade: number }
interface Target { readonly to: number | string; readonly points: number }

function outcome(sheet: ScoreSheet): Outcome {
  const scores = scoreAll(sheet);
  return { total: scores.total[0]!, grade: scores.grade[0]! };
}

/** The change of one indicator worth showing: the smallest that reaches a better grade, else the largest. */
function targets(indicator: Indicator, judged: Judged, grade: number, tryPoints: (points: number) => Outcome, facts: AccountInputs, reference: ScoreReference): Target[] {
  if (indicator.kind === 'assessed') {
    const from = typeof judged.raw === 'number' ? judged.raw : 1;
    // The same level again is a change too: proof in the place of an assumption.
    const levels = [1, 2, 3, 4, 5].filter((level) => level >= from).map((level) => ({ to: level, points: (level - 1) * 25 }));
    return [levels.find((level) => tryPoints(level.points).grade < grade) ?? levels.at(-1)!];
  }
  if (indicator.kind === 'categorical') {
    if (judged.raw !== null) return [];
    return [indicator.options.reduce<Target>((best, option) => (option.points > best.points ? { to: option.key, points: option.points } : best), { to: '', points: -1 })];
  }
  if (judged.points === null || !facts.trade) return [];
  const scale = scaleOf(indicator, reference);
  const currency = facts.trade.currency;
  const reached = (points: number): Target | null => {
    const raw = rawFor(points, indicator.normalise, scale);
    if (raw === null) return null;
    // Shown in whole units that people count in, rounded to the side that earns the points.
    const upward = (judged.points ?? 0) <= 0 || (normalise(raw * 1.01 + 0.01, indicator.normalise, scale) ?? 0) >= (normalise(raw, indicator.normalise, scale) ?? 0);
    const unit = isMoney(indicator.measure) || indicator.measure === 'recency' || indicator.measure === 'frequency' ? 1 : 1000;
    const whole = (upward ? Math.ceil(raw * unit - 1e-9) : Math.floor(raw * unit + 1e-9)) / unit;
    const earned = normalise(whole, indicator.normalise, scale);
    return earned === null ? null : { to: isMoney(indicator.measure) ? Math.round(whole * 10 ** minorDigits(currency)) : whole, points: earned };
  };
  if (tryPoints(100).grade >= grade) return [reached(100)].filter((target) => target !== null);
  let low = judged.points;
  let high = 100;
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (tryPoints(middle).grade < grade) high = middle;
    else low = middle;
  }
  return [reached(high) ?? reached(100)].filter((target) => target !== null);
}

/** A copy of the one-customer sheet with a change. */
function changed(sheet: ScoreSheet, change: (copy: ScoreSheet) => void): ScoreSheet {
  const copy: ScoreSheet = {
    ...sheet, points: sheet.points.slice(), present: sheet.present.slice(), assumed: sheet.assumed.slice(), filled: sheet.filled.slice(),
    deductions: sheet.deductions.slice(), veto: sheet.veto.slice(),
  };
  change(copy);
  return copy;
}

const rounded = (points: number): number => Math.round(points * SCORE_STEPS) / SCORE_STEPS;
