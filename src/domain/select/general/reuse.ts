import type { Deduction, Indicator, Veto } from '../model.ts';
import { GENERAL_TEMPLATE } from '../template.ts';
import { indicatorsOf } from '../weights.ts';

/**
 * An indicator of the general template as it is, at another weight. Marks refer to keys: what keeps its key keeps its sentences, so
 * that a company which moves from one template to another keeps the judgements that still mean the same.
 */
export function asInGeneral(key: string, weight: number): Indicator {
  const found = indicatorsOf(GENERAL_TEMPLATE).find((placed) => placed.indicator.key === key);
  if (!found) throw new RangeError(`the general template has no indicator ${key}`);
  return { ...found.indicator, weight };
}

/** A deduction of the general template. */
export function deductionAsInGeneral(key: string): Deduction {
  return GENERAL_TEMPLATE.deductions.find((one) => one.key === key)!;
}

/** The red lines that hold in every trade. */
export const RED_LINES: readonly Veto[] = GENERAL_TEMPLATE.vetoes;
