import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where files wait until their import is taken or thrown away. */
export function uploadsOf(dataDir: string): string {
  return join(dataDir, 'uploads');
}

/** Path of a stored file. */
export function uploadPath(dataDir: string, storedName: string): string {
  return join(uploadsOf(dataDir), storedName);
}

/** Makes sure that names in the folder are on the disk as well as the files. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and needs no such call.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

export async function makeUploads(dataDir: string): Promise<string> {
  const folder = uploadsOf(dataDir);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Removes a stored file; that it is gone already is fine. */
export async function removeUpload(dataDir: string, storedName: string): Promise<void> {
  await rm(uploadPath(dataDir, storedName), { force: true });
}

const HOUR_MS = 3_600_000;

/** Removes files that no import names and that nobody has written to for an hour: what a stop in the middle of a transfer leaves. */
export async function removeStrays(dataDir: string, named: ReadonlySet<string>, now: Date): Promise<void> {
  const names = await readdir(uploadsOf(dataDir)).catch(() => []);
  for (const name of names) {
    if (named.has(name)) continue;
    const info = await stat(uploadPath(dataDir, name)).catch(() => null);
    if (info && now.getTime() - info.mtimeMs > HOUR_MS) await removeUpload(dataDir, name);
  }
}
