import { restoreBackup } from '#actions/restoreBackup.ts';
import { readArgs } from './args.ts';
import { UsageFault } from './faults.ts';
import { inPlace } from './place.ts';

/** `vitalfew restore FILE [--erasures FILE]`: an archive in the place of everything there is, or nothing at all; who was erased since stays erased. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  const { positionals: [file, ...more], values: { erasures } } = readArgs(args, { erasures: { type: 'string' } });
  if (file === undefined || more.length > 0) throw new UsageFault('Name the one archive to restore.');
  const { takenAt, tables, rows, uploads, migrated, erasedAgain, cleaned } = await inPlace((store) => restoreBackup(store, file, { erasures }));
  process.stderr.write(`Restored the state of ${takenAt}: ${rows} rows of ${tables} tables and ${uploads} imported files.${migrated.length > 0 ? ` Brought up to date: ${migrated.join(', ')}.` : ''}\n`);
  if (erasedAgain > 0) process.stderr.write(`The register of erasures names ${erasedAgain} ${erasedAgain === 1 ? 'entry' : 'entries'} of this backup that had been erased since: erased again.\n`);
  if (!cleaned) process.stderr.write('Deleted rows could not be cleared from the disk now; "vitalfew doctor --repair" does it later.\n');
  return 0;
}
