import { isDay, type Day } from '#domain/day.ts';
import { scopeOf, type Role } from '#domain/trust/permissions.ts';
import type { InvalidField } from '../../refusal.ts';
import { markFaults } from '../markFaults.ts';
import type { ScoreModel } from '../model.ts';
import { needsReason, type Comparison } from './compare.ts';
import { judgedKeys, type PanelMark, type PanelValue } from './panel.ts';

/** Fewer than two is one person's opinion; more than twenty is a poll. */
export const FEWEST_ASSESSORS = 2;
export const MOST_ASSESSORS = 20;

/** Why a person cannot be invited: not in the account's team, or a role that marks no accounts. */
export type NoAssessor = 'team' | 'role';

/** Whether a person may assess an account: their permission to mark must reach it. Null: they may. */
export function whyNoAssessor(role: Role, inTeam: boolean): NoAssessor | null {
  const scope = scopeOf(role, 'markAccount');
  return scope === 'none' ? 'role' : scope === 'all' || inTeam ? null : 'team';
}

/** A person as asked about when a panel is opened. */
export interface Invitee { readonly name: string; readonly role: Role; readonly inTeam: boolean }

export interface NewPanel {
  /** What is to be decided, or on which occasion. */
  readonly question: string;
  readonly dueOn: Day;
  readonly assessors: readonly string[];
  readonly indicators: readonly string[];
}

/** Every fault of a panel that is to be opened. `people`: those of the assessors who are members with an open access. */
export function panelFaults(model: ScoreModel, panel: NewPanel, people: ReadonlyMap<string, Invitee>, today: Day): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string): void => void faults.push({ path, reason, message });
  if (panel.question.trim() === '') fault('question', 'required', 'Say what the panel is asked, or on which occasion.');
  if (!isDay(panel.dueOn)) fault('dueOn', 'no_such_day', 'This day does not exist.');
  else if (panel.dueOn < today) fault('dueOn', 'in_the_past', 'The day by which marks are due has passed.');
  if (panel.assessors.length < FEWEST_ASSESSORS) fault('assessors', 'too_few_assessors', 'A panel has at least two assessors.');
  panel.assessors.forEach((id, n) => {
    const person = people.get(id);
    const why = person && whyNoAssessor(person.role, person.inTeam);
    if (panel.assessors.indexOf(id) < n) fault(`assessors.${n}`, 'repeated_person', 'This person is invited twice.');
    else if (!person) fault(`assessors.${n}`, 'unknown_person', 'There is no such person in this workspace.');
    else if (why === 'team') fault(`assessors.${n}`, 'assessor_not_in_team', `${person.name} cannot see this customer. Add them to its team first.`);
    else if (why === 'role') fault(`assessors.${n}`, 'assessor_role', `${person.name} may read customers but not assess them. An administrator changes their role.`);
  });
  const known = new Set(judgedKeys(model));
  panel.indicators.forEach((key, n) => {
    if (!known.has(key)) fault(`indicators.${n}`, 'not_judged', `The score model has nothing to judge called "${key}".`);
    else if (panel.indicators.indexOf(key) < n) fault(`indicators.${n}`, 'marked_twice', 'The same indicator is named twice.');
  });
  if (panel.indicators.length === 0) fault('indicators', 'required', 'Choose at least one indicator.');
  return faults;
}

/** Faults of drafts: what is not on the panel's list or scale. Reasons may still follow. */
export function draftFaults(model: ScoreModel, indicators: readonly string[], marks: readonly { readonly indicator: string; readonly value: PanelValue | null; readonly reason: string }[], today: Day, path: (mark: number) => string): InvalidField[] {
  const known = new Set(indicators);
  return [
    ...marks.flatMap((mark, n) => (known.has(mark.indicator) ? [] : [{ path: `${path(n)}.indicator`, reason: 'not_in_panel', message: 'The panel does not assess this.' }])),
    ...markFaults(model, marks.map((mark) => ({ indicator: mark.indicator, value: mark.value, note: mark.reason })), today, path).filter((fault) => fault.reason !== 'reason_required' && fault.reason !== 'unknown_indicator'),
  ];
}

/** What keeps drafts from being submitted: no mark at all, a red line without its reason. */
export function submitFaults(model: ScoreModel, marks: readonly Pick<PanelMark, 'indicator' | 'value' | 'reason'>[]): InvalidField[] {
  if (marks.length === 0) return [{ path: 'marks', reason: 'nothing_marked', message: 'Give at least one mark before you submit, or decline.' }];
  const redLines = new Set(model.vetoes.map((one) => one.key));
  return marks.filter((mark) => redLines.has(mark.indicator) && mark.value === true && mark.reason.trim() === '')
    .map((mark) => ({ path: `marks.${mark.indicator}.reason`, reason: 'reason_required', message: 'A red line needs its reason: what happened, and how it is known.' }));
}

/** Faults of what is to be agreed: off the scale, judged by nobody, or apart from the proposal without a reason. */
export function agreementFaults(model: ScoreModel, comparisons: ReadonlyMap<string, Comparison>, agreements: readonly { readonly indicator: string; readonly value: PanelValue; readonly reason: string }[], today: Day): InvalidField[] {
  return [
    ...draftFaults(model, [...comparisons.keys()], agreements, today, (n) => `agreements.${n}`),
    ...agreements.flatMap((one, n): InvalidField[] => {
      const comparison = comparisons.get(one.indicator);
      if (!comparison) return [];
      if (comparison.n === 0) return [{ path: `agreements.${n}.indicator`, reason: 'nobody_marked', message: 'Nobody has marked this.' }];
      if (one.reason.trim() === '' && needsReason(comparison, one.value)) return [{ path: `agreements.${n}.reason`, reason: 'agreement_reason', message: 'Say why the agreed mark is another than the proposed one.' }];
      return [];
    }),
  ];
}
