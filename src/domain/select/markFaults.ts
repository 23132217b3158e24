import { isDay, type Day } from '../day.ts';
import type { InvalidField } from '../refusal.ts';
import type { Mark, ScoreModel } from './model.ts';
import { pointsOfMark } from './points.ts';
import { indicatorsOf } from './weights.ts';

/** A mark as somebody wants it recorded; value null withdraws. */
export interface JudgedValue {
  readonly indicator: string;
  readonly value: Mark['value'] | null;
  readonly note: string;
  readonly observedOn?: Day | undefined;
}

/** Every fault of marks under a model (S5), each with its path: unknown, twice, off the scale, a red line without a reason, a day that cannot be. */
export function markFaults(model: ScoreModel, marks: readonly JudgedValue[], today: Day, path: (mark: number) => string): InvalidField[] {
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const vetoes = new Set(model.vetoes.map((one) => one.key));
  const others = new Set([...model.deductions.map((one) => one.key), ...vetoes]);
  const seen = new Set<string>();
  return marks.flatMap((mark, n): InvalidField[] => {
    const faults: InvalidField[] = [];
    const fault = (name: string, reason: string, message: string): void => void faults.push({ path: `${path(n)}.${name}`, reason, message });
    const indicator = indicators.get(mark.indicator);
    if (seen.has(mark.indicator)) fault('indicator', 'marked_twice', 'The same indicator is marked twice.');
    seen.add(mark.indicator);
    if (!indicator && !others.has(mark.indicator)) fault('indicator', 'unknown_indicator', `The active model has no indicator "${mark.indicator}".`);
    else if (indicator?.kind === 'computed') fault('indicator', 'computed_indicator', 'This indicator is computed from invoice lines.');
    else if (indicator && mark.value !== null && (pointsOfMark(indicator, mark.value) === null || (typeof mark.value === 'number' && !Number.isInteger(mark.value)))) {
      fault('value', 'not_on_scale', indicator.kind === 'assessed' ? 'A mark is a whole number from 1 to 5.' : 'This is none of the categories.');
    } else if (!indicator && mark.value !== null && typeof mark.value !== 'boolean') fault('value', 'not_on_scale', 'A deduction or red line applies (true) or not (false).');
    if (vetoes.has(mark.indicator) && mark.value === true && mark.note.trim() === '') fault('note', 'reason_required', 'A red line needs its reason: what happened, and how it is known.');
    if (mark.observedOn !== undefined && !isDay(mark.observedOn)) fault('observedOn', 'no_such_day', 'This day does not exist.');
    else if (mark.observedOn !== undefined && mark.observedOn > today) fault('observedOn', 'in_the_future', 'It cannot have been observed after today.');
    return faults;
  });
}
