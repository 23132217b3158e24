import type { Transaction } from 'kysely';
import type { NewEvent } from '#domain/trust/events.ts';
import type { Store } from '#storage/connect.ts';
import { erasureFile, readErasureFile } from '#storage/erasureFile.ts';
import { blacken, erasePeople, tracesOfPeople } from '#storage/relate/erase.ts';
import { addErasures, holdErasures, peopleToEraseAgain, positionsToEraseAgain } from '#storage/relate/erasureRegister.ts';
import type { ErasureTable } from '#storage/relate/relateTables.ts';
import { restore, type RestoreReport } from '#storage/restore.ts';
import type { Schema } from '#storage/schema.ts';
import { recordEvents } from '#storage/trust/events.ts';
import { HOLDER_TABLES, takeHolderOut } from './insight/kpi/eraseHolder.ts';
import { afterErasing } from './afterErasing.ts';
import { rowsOf, tablesOf } from './relate/erasePerson.ts';

export interface RestoredBackup extends RestoreReport {
  /** Entries of people, and holders of positions, that the register says were erased after the backup was taken: erased again in the same transaction. */
  readonly erasedAgain: number;
  readonly cleaned: boolean;
}

/**
 * Restores a backup without bringing back who was erased since (decision 035). Who that is say the register of the store that is replaced, the one beside it
 * (DATA_DIR/erasures.jsonl), the one in the backup, and the file that is given. Refuses as `restore`, and (file_refused: not_a_register) a file that is no register.
 */
export async function restoreBackup(store: Store, path: string, { erasures, now = new Date() }: { readonly erasures?: string | undefined; readonly now?: Date } = {}): Promise<RestoredBackup> {
  const told = erasures === undefined ? [] : await given(erasures);
  const tables = new Set<string>();
  let known: ErasureTable[] = [];
  let erasedAgain = 0;
  const report = await restore(store, path, {
    // Within the transaction: beside a running server somebody may be erased while the archive is still being looked at.
    beforeReplacing: async (tx) => { known = [...await holdErasures(tx), ...await readErasureFile(erasureFile(store.dataDir)) ?? [], ...told]; },
    beforeCommit: async (tx, takenAt) => {
      await addErasures(tx, known);
      const at = now.toISOString();
      const events = [...await people(tx, { at, takenAt, tables }), ...await positions(tx, { takenAt, tables })];
      erasedAgain = events.reduce((sum, event) => sum + (event.verb === 'personErased' ? event.payload.entries ?? 1 : 1), 0);
      await recordEvents(tx, null, at, events);
    },
  });
  return { ...report, erasedAgain, cleaned: await afterErasing(store, erasedAgain > 0 ? [...tables] : []) };
}

async function given(path: string): Promise<ErasureTable[]> {
  const rows = await readErasureFile(path);
  if (rows === null) throw Object.assign(new Error(`There is no file ${path}.`), { code: 'ENOENT', path });
  return rows;
}

async function people(tx: Transaction<Schema>, { at, takenAt, tables }: { at: string; takenAt: string; tables: Set<string> }): Promise<NewEvent[]> {
  const again = await peopleToEraseAgain(tx);
  if (again.length === 0) return [];
  const ids = again.map((row) => row.noun_id);
  const traces = await tracesOfPeople(tx, again.filter((row) => row.words === 1).map((row) => row.noun_id));
  await erasePeople(tx, ids, { at, words: false });
  const erased = await blacken(tx, traces, false);
  for (const table of tablesOf(erased)) tables.add(table);
  return [{ verb: 'personErased', payload: { personId: null, reason: '', blackened: rowsOf(erased), entries: ids.length, restored: takenAt } }];
}

async function positions(tx: Transaction<Schema>, { takenAt, tables }: { takenAt: string; tables: Set<string> }): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { noun_id: id } of await positionsToEraseAgain(tx, takenAt)) {
    const { title, accountId } = await takeHolderOut(tx, id);
    for (const table of HOLDER_TABLES) tables.add(table);
    events.push({ verb: 'holderErased', accountId, payload: { positionId: id, title } });
  }
  return events;
}
