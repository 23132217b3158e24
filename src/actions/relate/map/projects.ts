import { isDay, type Day } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Context } from '../../act.ts';
import { noteFor, withdrawNote, writeNotes, type NoteDone } from '../../insight/writeNotes.ts';

/** Begins a project (项目) of a customer: the decision a power map is about. */
export async function createProject(context: Context, accountId: number, project: { readonly name: string; readonly note: string }): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'project', act: 'added', title: project.name }, (pen) => pen.add('project', [{ ...project, closed_on: null }]));
}

/** Renames or closes a project. Refuses (invalid) a day that does not exist. */
export async function editProject(context: Context, id: number, change: { readonly name?: string | undefined; readonly note?: string | undefined; readonly closedOn?: Day | null | undefined }): Promise<NoteDone> {
  const row = await noteFor(context, 'project', id);
  if (change.closedOn != null && !isDay(change.closedOn)) throw new Refusal('invalid', 'This day does not exist.', { fields: [{ path: 'closedOn', reason: 'no_such_day', message: 'This day does not exist.' }] });
  return await writeNotes(context, { accountId: row.account_id, noun: 'project', act: 'changed', title: change.name ?? row.name }, async (pen) => {
    // What is not named stays as it is by now: somebody else may be changing it at the same time.
    await pen.change('project', id, { ...(change.name === undefined ? {} : { name: change.name }), ...(change.note === undefined ? {} : { note: change.note }), ...(change.closedOn === undefined ? {} : { closed_on: change.closedOn }) });
    return [id];
  });
}

export const withdrawProject = (context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> => withdrawNote(context, 'project', id, withdrawn, (row: { name: string }) => row.name);
