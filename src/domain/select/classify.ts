import { NONE } from './grade.ts';
import { CLASSES, GRADES, type AccountClass, type ClassRules } from './model.ts';

const STRATEGIC = 0;
const KEY = 1;
const GROWTH = 2;
const MAINTAIN = 3;
const EXIT = 4;

/** Which rule gave the class; the screen words it. */
export type ClassRule = 'veto' | 'losses' | 'strategicPosition' | 'strategicGrade' | 'keyValue' | 'growthPotential' | 'rest' | 'unknown';

/**
 * Class code from value today (V) and potential (P), 0–100 or NaN when unknown (method.md, Defaults). Tried in this order:
 * veto → exit; contribution < 0 for so many quarters and P below → exit; P and V high, or grade S → strategic; V high → key;
 * P high and V low or not there yet (a prospect) → growth; else maintain. An unknown potential is never taken for a low one.
 */
export function classCode(total: number, grade: number, value: number, potential: number, lossQuarters: number, veto: boolean, rules: ClassRules): number {
  if (veto) return EXIT;
  if (Number.isNaN(total)) return NONE;
  if (lossQuarters >= rules.exit.lossQuarters && potential < rules.exit.potentialBelow) return EXIT;
  if ((potential >= rules.strategic.potential && value >= rules.strategic.value) || grade <= GRADES.indexOf(rules.strategic.grade)) return STRATEGIC;
  if (value >= rules.key.value) return KEY;
  if (potential >= rules.growth.potential && !(value >= rules.growth.valueBelow)) return GROWTH;
  return MAINTAIN;
}

/** The same decision with its reason. */
export function classReason(total: number, grade: number, value: number, potential: number, lossQuarters: number, veto: boolean, rules: ClassRules): ClassRule {
  const code = classCode(total, grade, value, potential, lossQuarters, veto, rules);
  if (code === NONE) return 'unknown';
  if (code === EXIT) return veto ? 'veto' : 'losses';
  if (code === STRATEGIC) return potential >= rules.strategic.potential && value >= rules.strategic.value ? 'strategicPosition' : 'strategicGrade';
  return code === KEY ? 'keyValue' : code === GROWTH ? 'growthPotential' : 'rest';
}

/** The class of a code; null for none. */
export function classOf(code: number): AccountClass | null {
  return CLASSES[code] ?? null;
}
