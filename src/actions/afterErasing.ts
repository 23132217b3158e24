import type { Store } from '#storage/connect.ts';
import { ownTables } from '#storage/dialect.ts';
import { writeErasureFile } from '#storage/erasureFile.ts';
import { readErasures } from '#storage/relate/erasureRegister.ts';
import { scrub } from '#storage/scrub.ts';

/**
 * What follows an erasure once it is on the disk: the register beside the database is brought up to date, and what the engine keeps of deleted rows goes.
 * False: not all of that could be done now (no room on the disk, a long read in the way); `vitalfew doctor --repair` does it later. The erasure itself stands.
 */
export async function afterErasing(store: Store, tables: readonly string[]): Promise<boolean> {
  const written = await writeErasureFile(store.dataDir, () => readErasures(store.write)).then(() => true, () => false);
  return (await scrub(store, tables).catch(() => false)) && written;
}

/** The same for everything that was ever erased here. */
export async function clearDeleted(store: Store): Promise<boolean> {
  return await afterErasing(store, (await ownTables(store.read)).map((table) => table.name));
}
