import { isDay, type Day } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { explain, type Explanation } from '#domain/select/explain.ts';
import type { EvidenceKind, Mark, ScoreModel } from '#domain/select/model.ts';
import { pointsOfMark } from '#domain/select/points.ts';
import { indicatorsOf } from '#domain/select/weights.ts';
import type { MarkChange } from '#domain/trust/events.ts';
import { explanationInputs } from '#storage/select/accountFacts.ts';
import { currentMarks, insertMarks, withdrawMarks } from '#storage/select/marks.ts';
import { readActiveModel } from '#storage/select/models.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';
import { ensureTemplate } from './ensureTemplate.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/** A mark to record; value null (or false for a deduction or red line) withdraws what was there. */
export interface NewMark {
  readonly indicator: string;
  readonly value: number | string | boolean | null;
  readonly evidence: EvidenceKind;
  readonly note: string;
  /** Today when absent. */
  readonly observedOn?: Day | undefined;
}

/**
 * Records or withdraws judgements on a customer (S5) and scores it at once, in the same transaction. Refuses (invalid) with the path of
 * every mark the active model does not know, whose value is not on its scale, or that was observed after today.
 */
export async function markAccount(context: Context, accountId: number, marks: readonly NewMark[]): Promise<{ event: number; explanation: Explanation }> {
  await ensureTemplate(context.store, context.now());
  const at = context.now().toISOString();
  const today = at.slice(0, 10);
  const { answer: outcome, eventIds } = await act(context, 'markAccount', async (tx) => {
    await accountFor(tx, context.actor, 'markAccount', accountId);
    const { model } = (await readActiveModel(tx))!;
    const fields = faultsOf(model, marks, today);
    if (fields.length > 0) throw new Refusal('invalid', 'Some marks cannot be recorded.', { fields });
    const before = new Map((await currentMarks(tx, accountId)).map((mark) => [mark.indicator, mark]));
    const by = { userId: context.actor.id, at };
    const given = marks.filter((mark) => mark.value !== null && mark.value !== false);
    const taken = marks.filter((mark) => (mark.value === null || mark.value === false) && before.has(mark.indicator));
    const first = given.length === 0 ? 0 : await insertMarks(tx, accountId, given.map((mark): Mark => ({ ...mark, value: mark.value!, observedOn: mark.observedOn ?? today })), by);
    await withdrawMarks(tx, accountId, taken.map((mark) => mark.indicator), by);
    const change = (mark: NewMark, markId: number | null): MarkChange => {
      const old = before.get(mark.indicator);
      return { indicator: mark.indicator, markId, before: old?.id ?? null, value: markId === null ? null : mark.value, valueBefore: old?.value ?? null };
    };
    const changes = [...given.map((mark, n) => change(mark, first + n)), ...taken.map((mark) => change(mark, null))];
    return { answer: await scoreSome(tx, [accountId]), events: [{ verb: 'marked', accountId, payload: { changes } }] };
  });
  await afterSome(context, outcome);
  const { model, facts, under } = (await explanationInputs(context.store.read, accountId))!;
  return { event: eventIds[0]!, explanation: explain(model, facts, under) };
}

function faultsOf(model: ScoreModel, marks: readonly NewMark[], today: Day): InvalidField[] {
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  const others = new Set([...model.deductions, ...model.vetoes].map((one) => one.key));
  const seen = new Set<string>();
  return marks.flatMap((mark, n): InvalidField[] => {
    const faults: InvalidField[] = [];
    const fault = (name: string, reason: string, message: string): void => void faults.push({ path: `marks.${n}.${name}`, reason, message });
    const indicator = indicators.get(mark.indicator);
    if (seen.has(mark.indicator)) fault('indicator', 'marked_twice', 'The same indicator is marked twice.');
    seen.add(mark.indicator);
    if (!indicator && !others.has(mark.indicator)) fault('indicator', 'unknown_indicator', `The active model has no indicator "${mark.indicator}".`);
    else if (indicator?.kind === 'computed') fault('indicator', 'computed_indicator', 'This indicator is computed from invoice lines.');
    else if (indicator && mark.value !== null && (pointsOfMark(indicator, mark.value) === null || (typeof mark.value === 'number' && !Number.isInteger(mark.value)))) {
      fault('value', 'not_on_scale', indicator.kind === 'assessed' ? 'A mark is a whole number from 1 to 5.' : 'This is none of the categories.');
    } else if (!indicator && mark.value !== null && typeof mark.value !== 'boolean') fault('value', 'not_on_scale', 'A deduction or red line applies (true) or not (false).');
    if (mark.observedOn !== undefined && !isDay(mark.observedOn)) fault('observedOn', 'no_such_day', 'This day does not exist.');
    else if (mark.observedOn !== undefined && mark.observedOn > today) fault('observedOn', 'in_the_future', 'It cannot have been observed after today.');
    return faults;
  });
}
