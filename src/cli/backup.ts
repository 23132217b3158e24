import { backup } from '#storage/backup.ts';
import { UsageFault } from './faults.ts';
import { inPlace } from './place.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** `vitalfew backup FILE`: everything into one archive, while others work. */
export async function backupCommand(args: readonly string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new UsageFault('Name the one file to write, like backup-2026-11-23.vfb.');
  const { path, tables, rows, uploads, bytes } = await inPlace((store) => backup(store, file));
  process.stderr.write(`${rows} rows of ${tables} tables and ${uploads} imported files are in ${path} (${megabytes(bytes)}).\n`);
  return 0;
}
