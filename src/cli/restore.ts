import { restore } from '#storage/restore.ts';
import { UsageFault } from './faults.ts';
import { inPlace } from './place.ts';

/** `vitalfew restore FILE`: an archive in the place of everything there is, or nothing at all. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new UsageFault('Name the one archive to restore.');
  const { takenAt, tables, rows, uploads, migrated } = await inPlace((store) => restore(store, file));
  process.stderr.write(`Restored the state of ${takenAt}: ${rows} rows of ${tables} tables and ${uploads} imported files.${migrated.length > 0 ? ` Brought up to date: ${migrated.join(', ')}.` : ''}\n`);
  return 0;
}
