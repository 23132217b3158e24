import { NONE } from './grade.ts';
import { CLASSES, GRADES, type AccountClass, type ClassRules } from './model.ts';

const STRATEGIC = 0;
const KEY = 1;
const GROWTH = 2;
const MAINTAIN = 3;
const EXIT = 4;

/** What the class rules look at, one entry a customer: totals, V and P 0–100 or NaN when unknown. */
export interface ClassInputs {
  readonly total: Float64Array;
  readonly grade: Uint8Array;
  readonly valueToday: Float64Array;
  readonly potential: Float64Array;
  readonly lossQuarters: Uint8Array;
  readonly veto: Uint8Array;
}

/** The thresholds of the class rules as plain numbers, which the loop over all customers reads. */
export interface ClassLimits {
  readonly strategicPotential: number; readonly strategicValue: number; readonly strategicGrade: number; readonly keyValue: number;
  readonly growthPotential: number; readonly growthValueBelow: number; readonly exitQuarters: number; readonly exitPotentialBelow: number;
}

export function classLimits({ strategic, key, growth, exit }: ClassRules): ClassLimits {
  return {
    strategicPotential: strategic.potential, strategicValue: strategic.value, strategicGrade: GRADES.indexOf(strategic.grade), keyValue: key.value,
    growthPotential: growth.potential, growthValueBelow: growth.valueBelow, exitQuarters: exit.lossQuarters, exitPotentialBelow: exit.potentialBelow,
  };
}

/**
 * Class codes (method.md, Defaults), tried in this order: veto → exit; contribution < 0 for so many quarters and P below → exit;
 * P and V high, or the top grade → strategic; V high → key; P high and V low or not there yet (a prospect) → growth; else maintain.
 * An unknown potential is never taken for a low one; a customer of whom nothing is known has no class.
 */
export function classAll(inputs: ClassInputs, limits: ClassLimits, into: Uint8Array): void {
  const { total, grade, valueToday, potential, lossQuarters, veto } = inputs;
  const { strategicPotential, strategicValue, strategicGrade, keyValue, growthPotential, growthValueBelow, exitQuarters, exitPotentialBelow } = limits;
  for (let i = 0; i < into.length; i += 1) {
    const v = valueToday[i]!;
    const p = potential[i]!;
    let code = MAINTAIN;
    if (p >= growthPotential && !(v >= growthValueBelow)) code = GROWTH;
    if (v >= keyValue) code = KEY;
    if ((v >= strategicValue && p >= strategicPotential) || grade[i]! <= strategicGrade) code = STRATEGIC;
    if (lossQuarters[i]! >= exitQuarters && p < exitPotentialBelow) code = EXIT;
    if (!(total[i]! >= 0)) code = NONE;
    if (veto[i] === 1) code = EXIT;
    into[i] = code;
  }
}

/** The class code of a single position, by the same rules. */
export function classCode(total: number, grade: number, value: number, potential: number, lossQuarters: number, veto: boolean, rules: ClassRules): number {
  const into = new Uint8Array(1);
  const one = (x: number) => Float64Array.of(x);
  classAll({ total: one(total), grade: Uint8Array.of(grade), valueToday: one(value), potential: one(potential), lossQuarters: Uint8Array.of(lossQuarters), veto: Uint8Array.of(veto ? 1 : 0) }, classLimits(rules), into);
  return into[0]!;
}

/** Which rule gave the class; the screen words it. */
export type ClassRule = 'veto' | 'losses' | 'strategicPosition' | 'strategicGrade' | 'keyValue' | 'growthPotential' | 'rest' | 'unknown';

/** The rule behind a class that `classAll` gave. */
export function ruleOf(given: AccountClass | null, value: number, potential: number, veto: boolean, rules: ClassRules): ClassRule {
  switch (given) {
    case null: return 'unknown';
    case 'exit': return veto ? 'veto' : 'losses';
    case 'strategic': return potential >= rules.strategic.potential && value >= rules.strategic.value ? 'strategicPosition' : 'strategicGrade';
    case 'key': return 'keyValue';
    case 'growth': return 'growthPotential';
    case 'maintain': return 'rest';
  }
}

/** The class of a code; null for none. */
export function classOf(code: number): AccountClass | null {
  return CLASSES[code] ?? null;
}
