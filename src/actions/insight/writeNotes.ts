import type { Transaction } from 'kysely';
import { latestDay } from '#domain/day.ts';
import type { NoteAct, NoteChange, Noun } from '#domain/nouns.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import type { NewFact } from '#domain/select/fact.ts';
import type { NewEvent } from '#domain/trust/events.ts';
import type { Permission } from '#domain/trust/permissions.ts';
import { insertFacts } from '#storage/select/facts.ts';
import { takeIds } from '#storage/ids.ts';
import { holdRows } from '#storage/locks.ts';
import { changeNote, citationsOf, factsAmong, insertNotes, notesById, setCitations, type Cell } from '#storage/insight/notes.ts';
import type { Noted, NoteTables } from '#storage/insight/noteTables.ts';
import type { Schema } from '#storage/schema.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from '../select/accountFor.ts';
import { factsFaults } from '../select/factsFaults.ts';

/** What a person enters of a note: its own columns, and the facts it rests on. */
export type NewNote<N extends Noun> = Omit<NoteTables[N], keyof Noted | 'account_id'>;
type PeopleEvent = Extract<NewEvent, { readonly verb: 'peopleChanged' }>;
export interface NoteDone { readonly ids: number[]; readonly event: number }

/** Writes notes inside one transaction and remembers what changed, for the one event that tells it. */
export interface NotePen {
  readonly tx: Transaction<Schema>;
  /** Gives the ids, in the order of the rows; `cites` has the facts of each row. */
  add<N extends Noun>(noun: N, rows: readonly NewNote<N>[], cites?: readonly (readonly number[])[]): Promise<number[]>;
  /** Changes columns of one note, and the facts it rests on where they are given. */
  change<N extends Noun>(noun: N, id: number, set: Partial<NewNote<N>>, cites?: readonly number[]): Promise<void>;
  withdraw(noun: Noun, id: number, withdrawn: boolean): Promise<void>;
  /** Records facts in the same act, to be cited by its notes; an undo withdraws them with it. Refuses (invalid) with every fault under `path` (of several: `path.0` …). */
  record(facts: readonly NewFact[], path: string): Promise<number[]>;
  /** People who came in the same act: their event follows that of the notes, whose undo takes both back. Once an act. */
  along(people: PeopleEvent): void;
  /** The note, which must be about this account (about the company where there is none) and hold. Refuses (not_found: note). */
  mine<N extends Noun>(noun: N, id: number): Promise<NoteTables[N]>;
}

export interface NoteSubject { readonly accountId: number | null; readonly noun: Noun; readonly act: NoteAct; readonly title: string; readonly permission?: Permission }

/**
 * The way every note is written: permission, then what `work` does with the pen, then one event `noted` with each row before and after,
 * from which timeline, audit and undo read. Facts must be about the account and count; refuses (invalid: unknown_fact) otherwise.
 */
export async function writeNotes(context: Context, { accountId, noun, act: done, title, permission = accountId === null ? 'keepCatalogue' : 'describeAccount' }: NoteSubject, work: (pen: NotePen) => Promise<readonly number[]>): Promise<NoteDone> {
  const { answer, eventIds } = await act(context, permission, async (tx) => {
    if (accountId !== null) {
      await accountFor(tx, context.actor, permission, accountId);
      // Of one customer one at a time: on PostgreSQL two maps of one project began at once.
      await holdRows(tx, 'account', [accountId]);
    }
    const changes: NoteChange[] = [];
    const came: { id: number; statement: string }[] = [];
    const people: PeopleEvent[] = [];
    const ids = await work({ ...penOf(context, tx, accountId, changes, came), along: (event) => void people.push(event) });
    const facts = came[0] ? { facts: { ids: came.map((fact) => fact.id), statement: came[0].statement, withdrawn: false } } : {};
    return { answer: [...ids], events: changes.length === 0 ? [] : [{ verb: 'noted', ...(accountId === null ? {} : { accountId }), payload: { noun, act: done, title: title.slice(0, 200), changes, ...facts, ...(people[0] ? { people: people[0].payload.changeId } : {}) } }, ...people] };
  });
  return { ids: answer, event: eventIds[0] ?? 0 };
}

/** The account a note is about, for an endpoint that names only the note. Missing and not-yours read the same. */
export async function noteFor<N extends Noun>(context: Context, noun: N, id: number): Promise<NoteTables[N] & { account_id: number }> {
  const [row] = await notesById(context.store.read, noun, [id]) as (NoteTables[N] & { account_id: number })[];
  if (!row) throw noNote();
  await accountFor(context.store.read, context.actor, 'readAccounts', row.account_id).catch(() => { throw noNote(); });
  return row;
}

/** Takes a note back, or brings it back; refuses (conflict: note_withdrawn, note_counts) where it is so already. `title` is its name for the timeline. */
export async function withdrawNote(context: Context, noun: Noun, id: number, withdrawn: boolean, title: (row: never) => string): Promise<{ event: number }> {
  const [row] = await notesById(context.store.read, noun, [id]);
  if (!row) throw noNote();
  const accountId = 'account_id' in row ? (await noteFor(context, noun, id)).account_id : null;
  const { event } = await writeNotes(context, { accountId, noun, act: withdrawn ? 'withdrawn' : 'restored', title: title(row as never) }, async (pen) => {
    const [now] = await notesById(pen.tx, noun, [id]);
    if (!now) throw noNote();
    if ((now.withdrawn_at !== null) === withdrawn) throw withdrawn ? new Refusal('conflict', 'This has been taken back already.', { reason: 'note_withdrawn' }) : new Refusal('conflict', 'This counts already.', { reason: 'note_counts' });
    await pen.withdraw(noun, id, withdrawn);
    return [id];
  });
  return { event };
}

const noNote = (): Refusal => new Refusal('not_found', 'There is no such note about a customer that you may see.', { reason: 'note' });

function penOf(context: Context, tx: Transaction<Schema>, accountId: number | null, changes: NoteChange[], came: { id: number; statement: string }[]): Omit<NotePen, 'along'> {
  const at = context.now().toISOString();
  const rowOf = async (noun: Noun, id: number): Promise<Noted & Record<string, Cell>> => {
    const [row] = await notesById(tx, noun, [id]) as unknown as (Noted & Record<string, Cell>)[];
    if (!row || (row['account_id'] ?? null) !== accountId) throw noNote();
    return row;
  };
  const set = async (noun: Noun, id: number, row: Record<string, Cell>, wanted: Readonly<Record<string, Cell>>, cites?: { before: number[]; after: number[] }): Promise<void> => {
    const after = Object.fromEntries(Object.entries(wanted).filter(([column, value]) => value !== undefined && row[column] !== value));
    if (Object.keys(after).length === 0 && !cites) return;
    await changeNote(tx, noun, id, after);
    changes.push({ noun, id, before: Object.fromEntries(Object.keys(after).map((column) => [column, row[column] ?? null])), after, ...(cites ? { cites } : {}) });
  };
  const citable = async (factIds: readonly number[], path: string): Promise<number[]> => {
    const ids = [...new Set(factIds)].sort((a, b) => a - b);
    const theirs = ids.length === 0 || accountId === null ? new Set<number>() : await factsAmong(tx, accountId, ids);
    const faults = ids.filter((id) => !theirs.has(id)).map((id): InvalidField => ({ path, reason: 'unknown_fact', message: `There is no fact ${id} about this customer.` }));
    if (faults.length > 0) throw new Refusal('invalid', 'Some facts are not about this customer.', { fields: faults });
    return ids;
  };
  return {
    tx,
    async add(noun, rows, cites = []) {
      if (rows.length === 0) return [];
      const first = await takeIds(tx, noun, rows.length);
      const kept = rows.map((row, n) => ({ id: first + n, ...(accountId === null ? {} : { account_id: accountId }), ...row, recorded_by: context.actor.id, recorded_at: at, withdrawn_at: null, withdrawn_by: null }));
      await insertNotes(tx, noun, kept as never);
      for (const [n, row] of kept.entries()) {
        const after = await citable(cites[n] ?? [], 'facts');
        if (after.length > 0) await setCitations(tx, noun, row.id, after);
        changes.push({ noun, id: row.id, before: null, after: {}, ...(after.length > 0 ? { cites: { before: [], after } } : {}) });
      }
      return kept.map((row) => row.id);
    },
    async change(noun, id, wanted, cites) {
      const row = await rowOf(noun, id);
      if (row.withdrawn_at !== null) throw noNote();
      const after = cites === undefined ? undefined : await citable(cites, 'facts');
      const before = after === undefined ? [] : (await citationsOf(tx, noun, [id])).get(id) ?? [];
      const moved = after !== undefined && after.join() !== before.join();
      if (moved) await setCitations(tx, noun, id, after);
      await set(noun, id, row, wanted as Record<string, Cell>, moved ? { before, after } : undefined);
    },
    async withdraw(noun, id, withdrawn) {
      await set(noun, id, await rowOf(noun, id), withdrawn ? { withdrawn_at: at, withdrawn_by: context.actor.id } : { withdrawn_at: null, withdrawn_by: null });
    },
    async record(facts, path) {
      if (accountId === null) throw new Error('facts are about a customer');
      await accountFor(tx, context.actor, 'recordFact', accountId);
      const fields = await factsFaults(tx, accountId, facts.map((fact, n) => ({ fact, path: facts.length === 1 ? path : `${path}.${n}` })), latestDay(context.now()));
      if (fields.length > 0) throw new Refusal('invalid', 'Some facts cannot be recorded.', { fields });
      const first = await insertFacts(tx, accountId, facts, { userId: context.actor.id, at });
      came.push(...facts.map(({ statement }, n) => ({ id: first + n, statement })));
      return facts.map((_, n) => first + n);
    },
    async mine(noun, id) {
      const row = await rowOf(noun, id);
      if (row.withdrawn_at !== null) throw noNote();
      return row as never;
    },
  };
}
