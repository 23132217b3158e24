import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eachEngine } from '../database.ts';

const file = join(import.meta.dirname, '../../migrations/schema.snapshot.json');

eachEngine((engine, open) => {
  test('the migrations make exactly the tables and columns of the snapshot (UPDATE_SNAPSHOT=1 writes it anew)', async () => {
    const store = await open();
    const tables = await store.read.introspection.getTables();
    const made = Object.fromEntries(tables.filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('page_index')).sort((a, b) => a.name.localeCompare(b.name))
      .map(({ name, columns }) => [name, columns.map((column) => `${column.name}${column.isNullable ? '?' : ''}`).sort()]));
    if (process.env['UPDATE_SNAPSHOT'] && engine === 'sqlite') writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
    expect(existsSync(file)).toBe(true);
    expect(made).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
