import { access } from 'node:fs/promises';
import type { Store } from '#storage/connect.ts';
import { changeImport, importsIn, type ImportChange } from '#storage/select/imports.ts';
import { hasRows } from '#storage/select/imports.ts';
import { purgeLater } from './purge.ts';
import { jobOf } from './running.ts';
import { removeStrays, removeUpload, uploadPath } from './uploads.ts';

/** A process that reads an import gives a sign of life every few seconds; after a minute without one it is gone. */
const SILENT_MS = 60_000;
/** Imports that nobody has gone on with are thrown away after a week. */
const FORGOTTEN_MS = 7 * 24 * 3_600_000;

/**
 * At the start, and a minute later: dry runs that a stop has cut off are thrown away with their rows (the file stays, and can be
 * checked again), and so is what was left lying for a week; removing dead rows goes on where it was. A checked import survives:
 * its rows are whole, and its commit looks again whether it still holds. On SQLite no other process can be reading.
 */
export async function sweepImports(store: Store, dataDir: string, now: Date): Promise<void> {
  const old = (instant: string | null | undefined, ms: number) => instant === null || instant === undefined || now.getTime() - Date.parse(instant) > ms;
  const change = (id: number, from: 'reading' | 'uploaded' | 'checked' | 'failed', to: ImportChange) => store.transaction((tx) => changeImport(tx, id, [from], to));
  for (const row of await importsIn(store.read, ['reading'])) {
    if (jobOf(store, row.id) || (store.engine === 'postgres' && !old(row.beat_at, SILENT_MS))) continue;
    const there = await access(uploadPath(dataDir, row.stored_name)).then(() => true, () => false);
    await change(row.id, 'reading', { state: there ? 'uploaded' : 'failed', report: null, error: { code: 'interrupted', params: {} } });
  }
  for (const row of await importsIn(store.read, ['uploaded', 'checked', 'failed'])) {
    if (jobOf(store, row.id) || !old(row.created_at, FORGOTTEN_MS)) continue;
    if (await change(row.id, row.state as 'uploaded', { state: 'cancelled' })) await removeUpload(dataDir, row.stored_name);
  }
  for (const row of await importsIn(store.read, ['uploaded', 'failed', 'cancelled', 'undone'])) {
    if (!jobOf(store, row.id) && await hasRows(store.read, row.id)) purgeLater(store, row.id);
  }
  const waiting = await importsIn(store.read, ['uploaded', 'reading', 'checked', 'failed']);
  await removeStrays(dataDir, new Set(waiting.map((row) => row.stored_name)), now);
}
