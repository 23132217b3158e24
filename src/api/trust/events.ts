import { viewerOf, type Context } from '#actions/act.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import { addDays, isDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { isUndoable } from '#domain/trust/undo.ts';
import { peopleSeen } from '#storage/relate/people.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { readAccountTimeline, readEventPage, type EventRow } from '#storage/trust/eventPages.ts';
import { serve, type Api } from '../endpoint.ts';
import type { Viewer } from '../sessions.ts';

/** The audit page, the timeline of a customer, and taking changes back. */
export function registerEvents(api: Api): void {
  serve(api, 'GET /api/events', async ({ context, viewer, query }) => {
    const filter = { verb: query.verb, by: query.by, from: instant('from', query.from, 0), before: instant('to', query.to, 1) };
    return await page(context, await readEventPage(context.store.read, filter, cursor(query.after), query.limit), query.limit, viewer);
  });

  serve(api, 'GET /api/accounts/{id}/timeline', async ({ context, viewer, params, query }) => {
    const account = await findAccount(context.store.read, viewerOf(context.actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    return await page(context, await readAccountTimeline(context.store.read, params.id, cursor(query.after), query.limit), query.limit, viewer);
  });

  serve(api, 'POST /api/events/{id}/undo', async ({ context, params, app }) => {
    const { event, redo } = await undoEvent(context, params.id);
    app.sessions.drop(null);
    return { event, redo: [...redo] };
  });
}

async function page(context: Context, rows: readonly EventRow[], limit: number, viewer: Viewer) {
  const shown = rows.slice(0, limit);
  const people = new Map((await peopleSeen(context.store.read, viewerOf(context.actor, 'readPeople'), [...new Set(shown.flatMap((row) => personOf(row) ?? []))])).map((person) => [person.id, { id: person.id, name: person.name, accountId: person.account_id }]));
  const named = (id: number | null) => (id === null ? null : people.get(id) ?? null);
  return { rows: shown.map((row) => view(row, viewer, named(personOf(row)))), next: rows.length > limit ? String(shown.at(-1)!.event.id) : null };
}

const personOf = ({ subjectType, subjectId }: EventRow): number | null => (subjectType === 'person' && subjectId !== '' ? Number(subjectId) : null);

function view(row: EventRow, viewer: Viewer, person: { id: number; name: string; accountId: number | null } | null) {
  const { event } = row;
  const theirs = row.by?.id === viewer.id || scopeOf(viewer.role, 'undoAny') !== 'none';
  return {
    id: event.id, at: row.at, by: row.by, verb: event.verb, account: row.account, subjectType: row.subjectType, subjectId: row.subjectId,
    payload: { ...event.payload }, person, undone: row.undone, undoes: event.undoes ?? null, can: { undo: theirs && !row.undone && isUndoable(event) },
  };
}

/** Midnight (UTC) that begins the day `later` days after the given one. */
function instant(path: string, day: string | undefined, later: number): string | undefined {
  if (day === undefined) return undefined;
  if (!isDay(day)) throw new Refusal('invalid', `${day} is no day.`, { fields: [{ path, reason: 'no_such_day', message: `${day} is no day.` }] });
  return `${addDays(day, later)}T00:00:00.000Z`;
}

function cursor(after: string | undefined): number | null {
  if (after === undefined) return null;
  const id = Number(after);
  if (!Number.isSafeInteger(id) || id < 0) throw new Refusal('invalid', 'This page mark is not one of ours.', { fields: [{ path: 'after', reason: 'unknown_cursor', message: 'This page mark is not one of ours.' }] });
  return id;
}
