import { sql, type Kysely, type Transaction } from 'kysely';
import { ownTables } from '../dialect.ts';
import { inChunks } from '../inChunks.ts';
import { holdTable } from '../locks.ts';
import type { Schema } from '../schema.ts';
import type { ErasureTable } from './relateTables.ts';

/** Writes into the register that people are being erased; before their rows go. */
export async function rememberErased(tx: Transaction<Schema>, ids: readonly number[], at: string, words: boolean): Promise<void> {
  for (const some of inChunks(ids)) {
    const rows = await tx.selectFrom('person').select(['id', 'recorded_at']).where('id', 'in', some).execute();
    await addErasures(tx, rows.map((row): ErasureTable => ({ noun: 'person', noun_id: row.id, made_at: row.recorded_at, erased_at: at, words: words ? 1 : 0 })));
  }
}

/** Adds lines that the register does not have yet. A position may be erased again: the later day counts, for it covers more; what was taken out of texts once stays out. */
export async function addErasures(tx: Transaction<Schema>, rows: readonly ErasureTable[]): Promise<void> {
  for (const some of inChunks(joinErasures(rows))) {
    await tx.insertInto('erasure').values([...some]).onConflict((conflict) => conflict.columns(['noun', 'noun_id', 'made_at'])
      .doUpdateSet((eb) => ({ erased_at: eb.ref('excluded.erased_at'), words: sql<0 | 1>`case when excluded.words = 1 then 1 else erasure.words end` })).whereRef('erasure.erased_at', '<', 'excluded.erased_at')).execute();
  }
}

/** Lines of several registers as one, each row once, by the same rule. */
export function joinErasures(rows: readonly ErasureTable[]): ErasureTable[] {
  const joined = new Map<string, ErasureTable>();
  for (const row of rows) {
    const key = `${row.noun} ${row.noun_id} ${row.made_at}`;
    const there = joined.get(key);
    if (there === undefined) joined.set(key, row);
    else if (there.erased_at < row.erased_at) joined.set(key, { ...row, words: row.words === 1 ? 1 : there.words });
  }
  return [...joined.values()];
}

/** The register as it stays until the transaction ends: nobody adds to it meanwhile. */
export async function holdErasures(tx: Transaction<Schema>): Promise<ErasureTable[]> {
  if (await hasRegister(tx)) await holdTable(tx, 'erasure');
  return await readErasures(tx);
}

/** The register, oldest first; empty in a store that has none yet. */
export async function readErasures(db: Kysely<Schema>): Promise<ErasureTable[]> {
  if (!(await hasRegister(db))) return [];
  return await db.selectFrom('erasure').selectAll().orderBy('erased_at').orderBy('noun').orderBy('noun_id').orderBy('made_at').execute();
}

/** What was erased when, the newest first, at most `limit`, and how many times somebody was erased at all. */
export async function erasuresByTime(db: Kysely<Schema>, limit: number): Promise<{ erasures: { at: string; people: number; holders: number }[]; all: number }> {
  const of = (noun: 'person' | 'key_position') => sql<number>`sum(case when noun = ${noun} then 1 else 0 end)`;
  const rows = await db.selectFrom('erasure').select(['erased_at as at', of('person').as('people'), of('key_position').as('holders')]).groupBy('erased_at').orderBy('erased_at', 'desc').limit(limit).execute();
  const { all } = await db.selectFrom('erasure').select(sql<number>`count(distinct erased_at)`.as('all')).executeTakeFirstOrThrow();
  return { erasures: rows.map((row) => ({ at: row.at, people: Number(row.people), holders: Number(row.holders) })), all: Number(all) };
}

const hasRegister = async (db: Kysely<Schema>): Promise<boolean> => (await ownTables(db)).some((table) => table.name === 'erasure');

/** People who are there, though the register says that they were erased: a backup brought them back. */
export async function peopleToEraseAgain(db: Kysely<Schema>): Promise<ErasureTable[]> {
  return await db.selectFrom('erasure as e').innerJoin('person as p', (join) => join.onRef('p.id', '=', 'e.noun_id').onRef('p.recorded_at', '=', 'e.made_at'))
    .selectAll('e').where('e.noun', '=', 'person').where('p.erased_at', 'is', null).orderBy('e.noun_id').execute();
}

/** Positions whose holder was erased after `takenAt`. */
export async function positionsToEraseAgain(db: Kysely<Schema>, takenAt: string): Promise<ErasureTable[]> {
  return await db.selectFrom('erasure as e').innerJoin('key_position as p', (join) => join.onRef('p.id', '=', 'e.noun_id').onRef('p.recorded_at', '=', 'e.made_at'))
    .selectAll('e').where('e.noun', '=', 'key_position').where('e.erased_at', '>', takenAt).orderBy('e.noun_id').execute();
}
