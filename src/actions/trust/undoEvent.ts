import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { isUndoable, whyNoUndo, type NoUndo, type PastEvent } from '#domain/trust/undo.ts';
import type { Schema } from '#storage/schema.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { lockEvent, readLaterEvents, readPastEvent } from '#storage/trust/eventPages.ts';
import { viewerOf, type Context } from '../act.ts';
import type { Reverse } from '../undo/reverse.ts';
import { REVERSES } from '../undo/table.ts';

const SENTENCES: Record<NoUndo, string> = {
  not_undoable: 'This kind of change cannot be taken back.',
  already_undone: 'This change has been taken back already.',
  changed_since: 'This was changed again since. Take the later change back first.',
};

/** What an undo came to: its event, and the events to take back, in their order, to do the change again. Without any it cannot be done again. */
export interface Undone { readonly event: number; readonly redo: readonly number[] }

/** An undo of so many customers is done again from the list of archived ones, not one by one. */
const MOST_REDONE = 50;

/**
 * Takes a change back by doing its opposite: a new event that names it. People take back their own changes, administrators
 * (undoAny) everybody's; the opposite's own permission is checked too.
 * Refuses with `conflict`: not_undoable, already_undone, changed_since; with `not_found` what is not the actor's to see.
 */
export async function undoEvent(context: Context, id: number): Promise<Undone> {
  const event = await readPastEvent(context.store.read, id);
  if (!event || !(await maySee(context, event))) throw new Refusal('not_found', 'There is no such change.', { reason: 'event' });
  if (event.userId !== context.actor.id && scopeOf(context.actor.role, 'undoAny') === 'none') {
    throw new Refusal('forbidden', 'You can take back your own changes; an administrator can take back any.', { reason: 'not_your_change' });
  }
  const how = REVERSES[event.verb] as Reverse<typeof event.verb> | undefined;
  if (!how) throw refusal('not_undoable');
  const guard = async (tx: Transaction<Schema>) => {
    await lockEvent(tx, id);
    const later = await readLaterEvents(tx, event);
    const why = later === null ? 'changed_since' : whyNoUndo(event, later);
    if (why !== null) throw refusal(why);
    if (!(await how.unchanged(tx, event as never))) throw refusal('changed_since');
  };
  const { event: done, events = [done] } = await how.reverse({ ...context, undo: { eventId: id, guard } }, event as never);
  return { event: done, redo: events.length > MOST_REDONE ? [] : await undoableAmong(context, events) };
}

async function undoableAmong(context: Context, ids: readonly number[]): Promise<number[]> {
  const events = await Promise.all(ids.map((id) => readPastEvent(context.store.read, id)));
  return events.flatMap((event) => (event && isUndoable(event) ? [event.id] : [])).toReversed();
}

async function maySee(context: Context, event: PastEvent): Promise<boolean> {
  // Who is asked to introduce takes back their own answer, also where the customer is not theirs to see.
  if (event.verb === 'peopleChanged' && event.payload.noun === 'introduction' && event.userId === context.actor.id) return true;
  if (event.accountId !== undefined) return (await findAccount(context.store.read, viewerOf(context.actor), event.accountId)) !== undefined;
  return event.userId === context.actor.id || scopeOf(context.actor.role, 'readAudit') === 'all';
}

function refusal(why: NoUndo): Refusal {
  return new Refusal('conflict', SENTENCES[why], { reason: why });
}
