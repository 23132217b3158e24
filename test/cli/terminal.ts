import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'vitalfew-terminal-'));

/** Runs the terminal command as a process of its own: what a person types, what scripts read. */
export function vitalfew(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { maxBuffer: 1 << 28 }, (error, out, err) => { resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }); });
  });
}

/** A file with this text, for a command to read. */
export function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
