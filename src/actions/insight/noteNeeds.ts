import type { Aspect } from '#domain/insight/aspects.ts';
import type { Context } from '../act.ts';
import { citeFaults, refuseFaults } from './citing.ts';
import { given } from './keepCapabilities.ts';
import { noteFor, withdrawNote, writeNotes, type NoteDone } from './writeNotes.ts';

/** A need of an account as a person enters it; importance 1–5; `facts`: ids of the facts it rests on. */
export interface NewNeed { readonly aspect: Aspect; readonly text: string; readonly importance: number; readonly facts: readonly number[] }

/** Notes a set of needs of one account. */
export async function noteNeeds(context: Context, accountId: number, needs: readonly NewNeed[]): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'need', act: 'added', title: needs[0]?.text ?? '' }, async (pen) => {
    refuseFaults(await citeFaults(pen.tx, accountId, needs.map((need) => need.facts), (n) => `needs.${n}.facts`), 'Some needs cite what is not there.');
    return await pen.add('need', needs.map(({ aspect, text, importance }) => ({ aspect, text, importance, answer: null, answer_note: '', capability_id: null })), needs.map((need) => need.facts));
  });
}

/** Changes a need, and the facts it rests on where they are given. */
export async function editNeed(context: Context, id: number, { facts, ...change }: { readonly [Name in keyof NewNeed]?: NewNeed[Name] | undefined }): Promise<NoteDone> {
  const need = await noteFor(context, 'need', id);
  return await writeNotes(context, { accountId: need.account_id, noun: 'need', act: 'changed', title: change.text ?? need.text }, async (pen) => {
    refuseFaults(await citeFaults(pen.tx, need.account_id, [facts], () => 'facts'), 'A need cites what is not there.');
    await pen.change('need', id, given(change), facts);
    return [id];
  });
}

export const withdrawNeed = (context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> => withdrawNote(context, 'need', id, withdrawn, (row: { text: string }) => row.text);
