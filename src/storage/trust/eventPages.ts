import type { Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import { inForce, type PastEvent } from '#domain/trust/undo.ts';
import type { EventTable, Schema } from '../schema.ts';

/** An event as shown: with the names of who did it and on which account, and whether it still holds. */
export interface EventRow {
  readonly event: PastEvent;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly account: { readonly id: number; readonly name: string } | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly undone: boolean;
}
export interface EventFilter {
  readonly verb?: string | undefined;
  readonly by?: string | undefined;
  /** First and last instant, ISO text: `from` included, `before` not. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

/** Events after this many on the same subject make an undo too intricate to promise. */
const LATER_LIMIT = 2000;

/** Every event, newest first; `after` is the last id of the page before. One row more than `limit` says that there are more. */
export async function readEventPage(db: Kysely<Schema>, filter: EventFilter, after: number | null, limit: number): Promise<EventRow[]> {
  const rows = await withNames(db)
    .$if(filter.verb !== undefined, (query) => query.where('e.verb', '=', filter.verb!))
    .$if(filter.by !== undefined, (query) => query.where('e.user_id', '=', filter.by!))
    .$if(filter.from !== undefined, (query) => query.where('e.at', '>=', filter.from!))
    .$if(filter.before !== undefined, (query) => query.where('e.at', '<', filter.before!))
    .$if(after !== null, (query) => query.where('e.id', '<', after!))
    .orderBy('e.id', 'desc').limit(limit + 1).execute();
  return asRows(db, rows);
}

/** What happened on one account, newest first: its own events and the imports that brought lines of it. The caller has checked that the viewer may see it. */
export async function readAccountTimeline(db: Kysely<Schema>, accountId: number, after: number | null, limit: number): Promise<EventRow[]> {
  const page = <O>(query: SelectQueryBuilder<any, any, O>) => query
    .$if(after !== null, (q) => q.where('e.id', '<', after!)).orderBy('e.id', 'desc').limit(limit + 1).execute();
  const imports = await db.selectFrom('invoice_line').select('import_id').distinct().where('account_id', '=', accountId).execute();
  const [own, imported] = await Promise.all([
    page(withNames(db).where('e.account_id', '=', accountId)),
    imports.length === 0 ? [] : page(withNames(db).where('e.subject_type', '=', 'import').where('e.subject_id', 'in', imports.map((row) => String(row.import_id)))),
  ]);
  return asRows(db, [...own, ...imported].toSorted((a, b) => b.id - a.id).slice(0, limit + 1));
}

/** One event; null when there is none. */
export async function readPastEvent(db: Kysely<Schema>, id: number): Promise<PastEvent | null> {
  const row = await db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? pastEvent(row) : null;
}

/** Events after `event` on the same account, or (for events of the workspace) on the same kind of subject. Null: too many to look through. */
export async function readLaterEvents(db: Kysely<Schema>, event: PastEvent): Promise<PastEvent[] | null> {
  const rows = await db.selectFrom('event').selectAll().where('id', '>', event.id)
    .$if(event.accountId !== undefined, (query) => query.where('account_id', '=', event.accountId!))
    .$if(event.accountId === undefined, (query) => query.where('account_id', 'is', null))
    .orderBy('id').limit(LATER_LIMIT).execute();
  return rows.length === LATER_LIMIT ? null : rows.map(pastEvent);
}

/** Events with the ids from–to, in their order. */
export async function readEventsBetween(db: Kysely<Schema>, from: number, to: number): Promise<PastEvent[]> {
  return (await db.selectFrom('event').selectAll().where('id', '>=', from).where('id', '<=', to).orderBy('id').execute()).map(pastEvent);
}

/** Events after `to` on the accounts that those from–to are about. Null: too many to look through. */
export async function readLaterOnAccounts(db: Kysely<Schema>, from: number, to: number): Promise<PastEvent[] | null> {
  const limit = LATER_LIMIT * 10;
  const rows = await db.selectFrom('event').selectAll().where('id', '>', to)
    .where('account_id', 'in', db.selectFrom('event').select('account_id').where('id', '>=', from).where('id', '<=', to).where('account_id', 'is not', null)).orderBy('id').limit(limit).execute();
  return rows.length === limit ? null : rows.map(pastEvent);
}

/** Holds the event's row (or those up to `to`) until the transaction ends, so that two who take it back at once are served one after the other. */
export async function lockEvent(tx: Kysely<Schema>, id: number, to = id): Promise<void> {
  await tx.updateTable('event').set((row) => ({ verb: row.ref('verb') })).where('id', '>=', id).where('id', '<=', to).execute();
}

function withNames(db: Kysely<Schema>) {
  return db.selectFrom('event as e').leftJoin('auth_user as u', 'u.id', 'e.user_id').leftJoin('account as a', 'a.id', 'e.account_id')
    .selectAll('e').select(['u.name as userName', 'a.name as accountName']);
}

type NamedRow = Selectable<EventTable> & { userName: string | null; accountName: string | null };

async function asRows(db: Kysely<Schema>, rows: readonly NamedRow[]): Promise<EventRow[]> {
  const undone = await takenBack(db, rows);
  return rows.map((row) => ({
    event: pastEvent(row), at: row.at, subjectType: row.subject_type, subjectId: row.subject_id, undone: undone.has(row.id),
    by: row.user_id === null ? null : { id: row.user_id, name: row.userName ?? '' },
    account: row.account_id === null ? null : { id: row.account_id, name: row.accountName ?? '' },
  }));
}

/** Which of the events no longer hold: taken back by an event (which may itself have been), or their import undone. */
async function takenBack(db: Kysely<Schema>, rows: readonly NamedRow[]): Promise<Set<number>> {
  const chain: { id: number; undoes?: number }[] = rows.map((row) => ({ id: row.id }));
  let ids = rows.map((row) => row.id);
  while (ids.length > 0) {
    const undoing = await db.selectFrom('event').select(['id', 'undoes']).where('undoes', 'in', ids).execute();
    chain.push(...undoing.map((row) => ({ id: row.id, undoes: row.undoes! })));
    ids = undoing.map((row) => row.id);
  }
  const undoneById = new Map(chain.map((link) => [link.id, link]));
  const holding = inForce([...undoneById.values()]);
  const imports = rows.filter((row) => row.verb === 'importCommitted').map((row) => Number(row.subject_id));
  const out = imports.length === 0 ? [] : await db.selectFrom('import').select('id').where('id', 'in', imports).where('state', '<>', 'committed').execute();
  const gone = new Set(out.map((row) => String(row.id)));
  return new Set(rows.filter((row) => !holding.has(row.id) || (row.verb === 'importCommitted' && gone.has(row.subject_id))).map((row) => row.id));
}

function pastEvent(row: Selectable<EventTable>): PastEvent {
  return {
    id: row.id, userId: row.user_id, verb: row.verb, payload: JSON.parse(row.payload) as unknown,
    ...(row.account_id === null ? {} : { accountId: row.account_id }), ...(row.undoes === null ? {} : { undoes: row.undoes }),
  } as PastEvent;
}
