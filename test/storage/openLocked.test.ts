import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { openSqlite } from '#storage/sqliteDialect.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitalfew-locked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Holds the whole file, as a process does that is closing, until it is asked again. */
const HOLDER = `
  const { DatabaseSync } = require('node:sqlite');
  const { parentPort, workerData } = require('node:worker_threads');
  const database = new DatabaseSync(workerData);
  database.exec('pragma journal_mode = delete; begin exclusive; create table t (a)');
  parentPort.postMessage('held');
  setTimeout(() => { database.exec('commit'); database.close(); }, 300);
`;

test('who comes while another process closes the file waits instead of failing', async () => {
  const file = join(folder, 'held.db');
  const holder = new Worker(HOLDER, { eval: true, workerData: file });
  await once(holder, 'message');
  const database = openSqlite(file, 'write');
  expect(database.prepare('select name from sqlite_schema').all()).toEqual([{ name: 't' }]);
  // From then on nothing waits inside SQLite: the event loop would stand still.
  expect(database.prepare('pragma busy_timeout').get()).toEqual({ timeout: 0 });
  database.close();
  await once(holder, 'exit');
});
