import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTempFolder, sweepTempFolders } from '#actions/files/tempFolder.ts';

const NOW = new Date();
/** The number of a process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const DAY_S = 86_400;

function parentWith(...names: string[]): string {
  const parent = mkdtempSync(join(tmpdir(), 'sweep-'));
  for (const name of names) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, 'file'), 'BEGIN:VCARD');
  }
  return parent;
}
function aged(parent: string, name: string, seconds: number): void {
  const at = NOW.getTime() / 1000 - seconds;
  utimesSync(join(parent, name), at, at);
}

test('what a crash left goes at the next start; what somebody works in, and what is not ours, stays', async () => {
  const [dead, us, other] = [`vitalfew-contacts-${gone()}-aBc123`, `vitalfew-contacts-${process.pid}-aBc123`, `vitalfew-unpacked-${process.ppid}-xYz789`];
  const parent = parentWith(dead, `vitalfew-unpacked-${gone()}-aBc123`, us, other, 'vitalfew-contacts-0b0e5bfe-0a43-4f7e-9f39-6e5f5d1d2a11', 'vitalfew-store-x', 'contacts');
  const elsewhere = parentWith('kept');
  symlinkSync(join(elsewhere, 'kept'), join(parent, `vitalfew-contacts-${gone()}-link12`));
  await sweepTempFolders(NOW, parent);
  expect(readdirSync(parent).filter((name) => !name.endsWith('-link12')).sort()).toEqual(['contacts', us, 'vitalfew-contacts-0b0e5bfe-0a43-4f7e-9f39-6e5f5d1d2a11', 'vitalfew-store-x', other].sort());
  expect(existsSync(join(elsewhere, 'kept', 'file'))).toBe(true);
});

test('a folder of our own number that is older than we are is of the process before us; what nobody can be named for goes after a day', async () => {
  const [before, nameless, fresh] = [`vitalfew-contacts-${process.pid}-before`, 'vitalfew-contacts-0b0e5bfe-0a43-4f7e-9f39-6e5f5d1d2a11', 'vitalfew-unpacked-aBcD12'];
  const parent = parentWith(before, nameless, fresh);
  aged(parent, before, process.uptime() + 60);
  aged(parent, nameless, DAY_S + 60);
  await sweepTempFolders(NOW, parent);
  expect(readdirSync(parent)).toEqual([fresh]);
});

test('the folder goes with the work, also when that fails, and nobody else may look into it', async () => {
  const seen: string[] = [];
  const work = inTempFolder('contacts', async (folder) => {
    seen.push(folder);
    expect(existsSync(folder)).toBe(true);
    throw new Error('damaged');
  });
  await expect(work).rejects.toThrow('damaged');
  expect(seen.map((folder) => existsSync(folder))).toEqual([false]);
});

test('a folder that is not there is no fault', async () => {
  await expect(sweepTempFolders(NOW, join(tmpdir(), 'nowhere-at-all'))).resolves.toBeUndefined();
});
