import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from './archive.ts';
import { joinErasures } from './relate/erasureRegister.ts';
import type { ErasureTable } from './relate/relateTables.ts';

/** The register of erasures beside the database, one JSON object a line: for a restore after the database itself was lost. */
export const erasureFile = (dataDir: string): string => join(dataDir, 'erasures.jsonl');

/** Writes of this process, one after another. */
let writing: Promise<unknown> = Promise.resolve();

/**
 * Brings the register beside the database up to date with what `read` gives; lines that only the file has stay, for the database may be a new one that was begun
 * after the other was lost. The older file stays until the new one is whole. Throws (file_refused: not_a_register) where what lies there is none: it is left as it is.
 */
export async function writeErasureFile(dataDir: string, read: () => Promise<readonly ErasureTable[]>): Promise<void> {
  const written = writing.then(() => writeAnew(erasureFile(dataDir), read));
  writing = written.catch(() => {});
  await written;
}

async function writeAnew(path: string, read: () => Promise<readonly ErasureTable[]>): Promise<void> {
  const rows = joinErasures([...await read(), ...await readErasureFile(path) ?? []]);
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(part, rows.map((row) => `${JSON.stringify({ noun: row.noun, id: row.noun_id, madeAt: row.made_at, erasedAt: row.erased_at, words: row.words === 1 })}\n`).join(''), { mode: 0o600, flush: true });
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

/** Reads such a file; null when there is none. Refuses (file_refused: not_a_register) what is none, before anything is done with it. */
export async function readErasureFile(path: string): Promise<ErasureTable[] | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : text.split('\n').flatMap((line, n) => (line.trim() === '' ? [] : [rowOf(line, n + 1)]));
}

function rowOf(line: string, at: number): ErasureTable {
  try {
    const { noun, id, madeAt, erasedAt, words } = JSON.parse(line) as Record<string, unknown>;
    if ((noun === 'person' || noun === 'key_position') && Number.isSafeInteger(id) && isInstant(madeAt) && isInstant(erasedAt)) return { noun, noun_id: id as number, made_at: madeAt, erased_at: erasedAt, words: words === false ? 0 : 1 };
  } catch {
    // Said below: it is no line of a register.
  }
  throw refuse('not_a_register', `Line ${at} is not one of a register of erasures. Nothing was changed.`);
}

const isInstant = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));
