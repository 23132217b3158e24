import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sourceFile, sourcesFolder } from '#storage/insight/sourceFolder.ts';
import { toDisk } from '../files/toDisk.ts';
import { syncFolder } from '../select/importing/uploads.ts';

/** Bytes of a source file; a scanned yearbook has about 60 MB. */
export const LARGEST_SOURCE = 100_000_000;

/**
 * Writes a file as it streams in and puts it under the hash of its content: the same file brought twice is kept once. On the disk when
 * it resolves. Refuses with `too_large`; then nothing remains.
 */
export async function keepFile(dataDir: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<{ hash: string; size: number }> {
  const folder = sourcesFolder(dataDir);
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${randomUUID()}.part`);
  try {
    const { size, sha256: hash } = await toDisk(part, content, limit);
    const target = sourceFile(dataDir, hash);
    await mkdir(dirname(target), { recursive: true });
    await rename(part, target);
    await syncFolder(dirname(target));
    return { hash, size };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

const HOUR_MS = 3_600_000;

/** Removes what a stop in the middle of a transfer left. */
export async function removePartFiles(dataDir: string, now: Date): Promise<void> {
  const folder = sourcesFolder(dataDir);
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    if (!name.endsWith('.part')) continue;
    const info = await stat(join(folder, name)).catch(() => null);
    if (info && now.getTime() - info.mtimeMs > HOUR_MS) await rm(join(folder, name), { force: true });
  }
}
