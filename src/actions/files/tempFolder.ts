import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What lies for a moment in a folder of its own: an address book that is read, a packed file that is unpacked. */
type Purpose = 'contacts' | 'unpacked';

/** A folder says whose it is, so that the next start knows whether anybody still works in it. Before, it did not: those have no number. */
const OURS = /^vitalfew-(?:contacts|unpacked)-(?:(\d+)-)?[\w-]+$/;
const DAY_MS = 86_400_000;

/** Gives work a folder that nobody else may open; it goes with the end of the work, however that ends. */
export async function inTempFolder<T>(purpose: Purpose, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `vitalfew-${purpose}-${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * At the start: removes such folders of processes that are gone. A crash must not leave somebody's address book lying about. Whose process cannot be told goes after a
 * day, for nothing is worked on so long; what belongs to another user of the machine stays.
 */
export async function sweepTempFolders(now: Date, parent: string = tmpdir()): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const match = OURS.exec(name);
    if (!match) continue;
    const path = join(parent, name);
    const info = await lstat(path).catch(() => null);
    if (!info?.isDirectory() || (process.getuid && info.uid !== process.getuid())) continue;
    const gone = match[1] !== undefined && !works(Number(match[1]), info.mtimeMs, now);
    if (gone || now.getTime() - info.mtimeMs > DAY_MS) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** Whether the process that made the folder is still there. One with our number made it before us where the folder is older than we are: in a container everybody is number 1. */
function works(pid: number, madeMs: number, now: Date): boolean {
  if (pid === process.pid) return madeMs > now.getTime() - process.uptime() * 1000;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
