import { Refusal } from '#domain/refusal.ts';
import { colleagueRow } from '#storage/relate/people.ts';
import { toldColumns, type ToldPosition } from '#storage/relate/toldPosition.ts';
import { readMember } from '#storage/trust/members.ts';
import type { Context } from '../act.ts';
import { ensureColleague } from './importContacts.ts';
import { writePeople } from './writePeople.ts';

export interface OwnPlace extends ToldPosition { readonly title?: string | undefined }

/** Tells where one of us stands: title, level and function. Everybody tells their own, an administrator (manageMembers) everybody's. Refuses (not_found) who is no member. */
export async function tellPosition(context: Context, userId: string, told: OwnPlace): Promise<{ event: number }> {
  const permission = userId === context.actor.id ? null : 'manageMembers';
  // The entry itself stays when what is told is taken back: ties may hang on it by then.
  if (!(await colleagueRow(context.store.read, userId))) await writePeople(context, 'added', async (pen) => [await ensureColleague(pen, context, userId)], permission);
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const row = await colleagueRow(pen.tx, userId);
    if (!row || (await readMember(pen.tx, userId)) === null) throw new Refusal('not_found', 'There is no such person.');
    await pen.change('person', row.id, { ...(told.title === undefined ? {} : { title: told.title }), ...toldColumns(told, row, context.actor.id, context.now().toISOString()) });
    return [row.id];
  }, permission);
  return { event };
}
