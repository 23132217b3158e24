import type { Transaction } from 'kysely';
import { goalFaults, MOST } from '#domain/insight/sand/check.ts';
import type { Goal } from '#domain/insight/sand/goal.ts';
import type { InvalidField } from '#domain/refusal.ts';
import type { SandGoalTable } from '#storage/insight/noteTables.ts';
import { goalsOf, sandCurrency } from '#storage/insight/sand.ts';
import type { Schema } from '#storage/schema.ts';
import type { Context } from '../act.ts';
import { refuseFaults } from './citing.ts';
import { noteFor, withdrawNote, writeNotes, type NoteDone } from './writeNotes.ts';

/** A goal as a person enters it; an amount has its currency. */
export interface EnteredGoal extends Goal { readonly currency: string | null }

/** Sets a goal for a period (目标): of the market, of our sales, or against a rival. */
export async function setSandGoal(context: Context, accountId: number, period: string, goal: EnteredGoal): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'sand_goal', act: 'added', title: titleOf(goal) }, async (pen) => {
    refuseFaults(await faultsOf(pen.tx, accountId, period, goal), 'This goal cannot be kept.');
    return await pen.add('sand_goal', [columns(period, goal)]);
  });
}

/** Changes a goal within its kind and period. */
export async function editSandGoal(context: Context, id: number, change: { readonly [Name in keyof EnteredGoal]?: EnteredGoal[Name] | undefined }): Promise<NoteDone> {
  const row = await noteFor(context, 'sand_goal', id);
  const { kind, text, amount, currency, rival, percent } = row;
  const after: EnteredGoal = { kind, text, amount, currency, rival, percent, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
  return await writeNotes(context, { accountId: row.account_id, noun: 'sand_goal', act: 'changed', title: titleOf(after) }, async (pen) => {
    await pen.mine('sand_goal', id);
    refuseFaults(await faultsOf(pen.tx, row.account_id, row.period, after, id), 'This goal cannot be kept.');
    await pen.change('sand_goal', id, columns(row.period, after));
    return [id];
  });
}

export const withdrawSandGoal = (context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> => withdrawNote(context, 'sand_goal', id, withdrawn, (row: SandGoalTable) => titleOf(row));

/** Names a goal in timeline and audit: figures say enough in any language. */
const titleOf = (goal: Pick<EnteredGoal, 'text' | 'rival' | 'percent'>): string => [goal.rival, goal.percent === null ? null : `≤ ${goal.percent} %`, goal.text].filter((part) => part !== null && part !== '').join(' ');

async function faultsOf(tx: Transaction<Schema>, accountId: number, period: string, goal: EnteredGoal, id?: number): Promise<InvalidField[]> {
  const others = (await goalsOf(tx, accountId, period)).filter((other) => other.id !== id);
  const kept = await sandCurrency(tx, accountId, period, { goal: id });
  return [
    ...goalFaults(goal, others),
    ...(goal.amount !== null && goal.currency === null ? [{ path: 'currency', reason: 'required', message: 'An amount has a currency.' }] : []),
    ...(goal.amount !== null && goal.currency !== null && kept !== null && kept !== goal.currency ? [{ path: 'currency', reason: 'other_currency', message: `This period is kept in ${kept}: a table adds up in one currency.` }] : []),
    ...(others.length >= MOST.goals ? [{ path: 'kind', reason: 'too_many', message: `A period has at most ${MOST.goals} goals.` }] : []),
  ];
}

const columns = (period: string, { kind, text, amount, currency, rival, percent }: EnteredGoal) => ({
  kind, period, text, amount: kind === 'competition' ? null : amount, currency: kind === 'competition' || amount === null ? null : currency,
  rival: kind === 'competition' ? rival?.trim() ?? null : null, percent: kind === 'competition' ? percent : null,
});
