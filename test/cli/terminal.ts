import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '#storage/connect.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'vitalfew-terminal-'));

export interface Said { readonly code: number; readonly out: string; readonly err: string }

/** Runs the terminal command as a process of its own: what a person types, what scripts read. */
export function vitalfew(...args: string[]): Promise<Said> {
  return run(args, process.env);
}

/** The same on the store of a test. */
export function vitalfewOn(store: Store, ...args: string[]): Promise<Said> {
  return run(args, { ...process.env, DATA_DIR: store.dataDir, DATABASE_URL: store.databaseUrl ?? '' });
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env, maxBuffer: 1 << 28 }, (error, out, err) => { resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }); });
  });
}

/** A file with this text, for a command to read. */
export function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
