import { GRADES, type Grade, type ScoreModel } from './model.ts';

/** Code of `Scores.grade` and `Scores.class` for "none"; else the index in GRADES / CLASSES. */
export const NONE = 255;
const D = GRADES.length - 1;

/** Grade codes of totals under the model's thresholds: a total must reach the threshold, a veto gives D, NaN gives none. One pass over arrays. */
export function gradeAll(total: Float64Array, veto: Uint8Array, grades: ScoreModel['grades'], into: Uint8Array): void {
  const { S, A, B, C } = grades;
  for (let i = 0; i < into.length; i += 1) {
    const points = total[i]!;
    into[i] = points >= A ? (points >= S ? 0 : 1) : points >= B ? 2 : points >= C ? 3 : points >= 0 ? D : NONE;
    if (veto[i] === 1 && points >= 0) into[i] = D;
  }
}

/** The grade of a code; null for none. */
export function gradeOf(code: number): Grade | null {
  return GRADES[code] ?? null;
}

/** The next better grade and the total it asks for; null at S. */
export function nextGrade(grade: Grade, grades: ScoreModel['grades']): { grade: Grade; from: number } | null {
  const next = GRADES[GRADES.indexOf(grade) - 1];
  return next === undefined || next === 'D' ? null : { grade: next, from: grades[next] };
}
