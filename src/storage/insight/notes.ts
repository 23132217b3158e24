import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import type { AccountNoun, Noun } from '#domain/nouns.ts';
import { inChunks } from '../inChunks.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { NoteTables } from './noteTables.ts';

/** A value of a column of a note. */
export type Cell = string | number | null;

/*
 * What all nouns of insight share. Their tables have the columns of `Noted` in common; beyond them a noun's own storage file reads
 * with full types. The type checker cannot follow a table chosen at run time, hence the `never` casts, here and nowhere else.
 */

/** Notes by id, withdrawn ones too. */
export async function notesById<N extends Noun>(db: Kysely<Schema>, noun: N, ids: readonly number[]): Promise<NoteTables[N][]> {
  const found: NoteTables[N][] = [];
  for (const some of inChunks(ids)) found.push(...await db.selectFrom(noun as 'question').selectAll().where('id', 'in', some).orderBy('id').execute() as never as NoteTables[N][]);
  return found;
}

/** Notes of an account that hold, oldest first; at most `limit`. */
export async function notesOf<N extends AccountNoun>(db: Kysely<Schema>, noun: N, accountId: number, limit = 2000): Promise<NoteTables[N][]> {
  return await db.selectFrom(noun as 'question').selectAll().where('account_id', '=', accountId).where('withdrawn_at', 'is', null).orderBy('id').limit(limit).execute() as never;
}

export async function insertNotes<N extends Noun>(tx: Transaction<Schema>, noun: N, rows: readonly NoteTables[N][]): Promise<void> {
  await insertMany(tx, noun as 'question', rows as never);
}

export async function changeNote(tx: Transaction<Schema>, noun: Noun, id: number, set: Readonly<Record<string, Cell>>): Promise<void> {
  if (Object.keys(set).length > 0) await tx.updateTable(noun as 'question').set(set as never).where('id', '=', id).execute();
}

/** Facts that notes rest on, by the id of the note; withdrawn facts are left out. */
export async function citationsOf(db: Kysely<Schema>, noun: Noun, ids: readonly number[]): Promise<Map<number, number[]>> {
  const cited = new Map<number, number[]>();
  for (const some of inChunks(ids)) {
    const rows = await db.selectFrom('citation as c').innerJoin('fact as f', 'f.id', 'c.fact_id').select(['c.noun_id', 'c.fact_id']).where('c.noun', '=', noun).where('c.noun_id', 'in', some).where('f.withdrawn_at', 'is', null).orderBy('c.fact_id').execute();
    for (const row of rows) cited.set(row.noun_id, [...(cited.get(row.noun_id) ?? []), row.fact_id]);
  }
  return cited;
}

/** How many notes that hold rest on each of these facts. */
export async function notesCiting(db: Kysely<Schema>, factIds: readonly number[]): Promise<Map<number, number>> {
  const citing: { noun: string; noun_id: number; fact_id: number }[] = [];
  for (const some of inChunks(factIds)) citing.push(...await db.selectFrom('citation').selectAll().where('fact_id', 'in', some).execute());
  const counts = new Map<number, number>();
  for (const [noun, rows] of Map.groupBy(citing, (row) => row.noun as Noun)) {
    const holding = new Set((await notesById(db, noun, [...new Set(rows.map((row) => row.noun_id))])).filter((note) => note.withdrawn_at === null).map((note) => note.id));
    for (const row of rows) if (holding.has(row.noun_id)) counts.set(row.fact_id, (counts.get(row.fact_id) ?? 0) + 1);
  }
  return counts;
}

/** Makes exactly these facts the ones a note rests on. */
export async function setCitations(tx: Transaction<Schema>, noun: Noun, id: number, factIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('citation').where('noun', '=', noun).where('noun_id', '=', id).execute();
  await insertMany(tx, 'citation', [...new Set(factIds)].map((fact) => ({ noun, noun_id: id, fact_id: fact })));
}

/** Which of these facts are about the account and count. */
export async function factsAmong(db: Kysely<Schema>, accountId: number, ids: readonly number[]): Promise<Set<number>> {
  const found = new Set<number>();
  for (const some of inChunks([...new Set(ids)])) for (const row of await db.selectFrom('fact').select('id').where('id', 'in', some).where('account_id', '=', accountId).where('withdrawn_at', 'is', null).execute()) found.add(row.id);
  return found;
}

type Notes = SelectQueryBuilder<Schema, 'question', { id: number }>;

/** Takes the chosen notes of a noun out for good, with what hangs on them: only when what they are about goes too. */
export async function removeNotes(tx: Transaction<Schema>, noun: Noun, choose: (notes: Notes) => Notes): Promise<void> {
  const chosen = choose(tx.selectFrom(noun as 'question').select('id'));
  await tx.deleteFrom('citation').where('noun', '=', noun).where('noun_id', 'in', chosen).execute();
  if (noun === 'org_version') await tx.deleteFrom('org_unit').where('version_id', 'in', chosen).execute();
  await tx.deleteFrom(noun as 'question').where('id', 'in', chosen).execute();
}
