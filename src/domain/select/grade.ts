import { GRADES, type Grade, type ScoreModel } from './model.ts';

/** Codes of `Scores.grade` and `Scores.class`: index in GRADES / CLASSES, or none. */
export const NONE = 255;
const D = GRADES.length - 1;

/** Grade code of a total under the model's thresholds: the total must reach the threshold; a veto gives D. */
export function gradeCode(total: number, veto: boolean, grades: ScoreModel['grades']): number {
  if (Number.isNaN(total)) return NONE;
  if (veto) return D;
  return total >= grades.S ? 0 : total >= grades.A ? 1 : total >= grades.B ? 2 : total >= grades.C ? 3 : D;
}

/** The grade of a code; null for none. */
export function gradeOf(code: number): Grade | null {
  return GRADES[code] ?? null;
}

/** The next better grade and the total it asks for; null at S. A vetoed customer is D whatever its total. */
export function nextGrade(grade: Grade, grades: ScoreModel['grades']): { grade: Grade; from: number } | null {
  const at = GRADES.indexOf(grade) - 1;
  const next = GRADES[at];
  return next === undefined || next === 'D' ? null : { grade: next, from: grades[next] };
}
