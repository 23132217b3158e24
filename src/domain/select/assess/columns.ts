import type { Mark, ScoreModel, Words } from '../model.ts';
import { indicatorsOf } from '../weights.ts';

/** One thing a person can choose in a cell: a level with its sentence, an option, or "it applies". */
export interface Choice {
  readonly value: number | string | true;
  readonly words: Words;
}

/** A column of the assessment workbook (评估表) in which people write marks. */
export interface MarkColumn {
  /** Key of the indicator, deduction or red line. */
  readonly key: string;
  readonly kind: 'assessed' | 'categorical' | 'deduction' | 'veto';
  /** What stands over it: the lens, or that these are deductions or red lines. */
  readonly group: Words;
  readonly factor: Words | null;
  readonly name: Words;
  readonly choices: readonly Choice[];
  /** Points a deduction takes off. */
  readonly points: number | null;
}

const DEDUCTIONS: Words = { en: 'Deductions', zh: '减分项' };
const RED_LINES: Words = { en: 'Red lines', zh: '红线' };
/** What is written for a deduction or red line that applies. */
export const YES: Words = { en: 'yes', zh: '是' };

/** Everything people judge under a model, in its own order: indicators that are not computed, then deductions, then red lines. */
export function markColumns(model: ScoreModel): MarkColumn[] {
  const judged = indicatorsOf(model).flatMap(({ indicator, factor, lens }): MarkColumn[] => {
    if (indicator.kind === 'computed') return [];
    const choices = indicator.kind === 'assessed'
      ? indicator.anchors.map((words, n) => ({ value: n + 1, words }))
      : indicator.options.map((option) => ({ value: option.key, words: option.name }));
    return [{ key: indicator.key, kind: indicator.kind, group: lens.name, factor: factor.name, name: indicator.name, choices, points: null }];
  });
  const applies = [{ value: true as const, words: YES }];
  return [
    ...judged,
    ...model.deductions.map(({ key, name, points }): MarkColumn => ({ key, kind: 'deduction', group: DEDUCTIONS, factor: null, name, choices: applies, points })),
    ...model.vetoes.map(({ key, name }): MarkColumn => ({ key, kind: 'veto', group: RED_LINES, factor: null, name, choices: applies, points: null })),
  ];
}

/** Whether a value can be chosen in the column. */
export function isChoice(column: MarkColumn, value: Mark['value']): boolean {
  return column.choices.some((choice) => choice.value === value);
}

/** What stands in the cell for a mark; null for none, and for one that this model has no choice for. */
export function shownMark(column: MarkColumn, value: Mark['value'] | null, say: (words: Words) => string): string | number | null {
  const choice = column.choices.find((one) => one.value === value);
  if (!choice) return null;
  return typeof choice.value === 'number' ? choice.value : say(choice.words);
}
