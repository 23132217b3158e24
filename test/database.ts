import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { openStore, sqliteFile, type Store } from '#storage/connect.ts';
import type { Engine } from '#storage/dialect.ts';

/** Opens a fresh migrated store, closed and thrown away after the block it belongs to. */
export type Open = () => Promise<Store>;

async function cloneSqlite(): Promise<{ store: Store; drop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vitalfew-store-'));
  copyFileSync(sqliteFile(inject('sqliteTemplate')), sqliteFile(dataDir));
  return { store: await openStore({ dataDir }), drop: async () => { rmSync(dataDir, { recursive: true, force: true }); } };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function emptySqlite(): Promise<{ store: Store; drop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vitalfew-store-'));
  return { store: await openStore({ dataDir }), drop: async () => { rmSync(dataDir, { recursive: true, force: true }); } };
}

async function newPostgres(template: string): Promise<{ store: Store; drop: () => Promise<void> }> {
  const name = `vitalfew_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'vitalfew-store-'));
  const store = await openStore({ databaseUrl: url.href, dataDir });
  return {
    store,
    drop: async () => {
      await onServer(`drop database if exists ${name} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same block of tests once an engine: what holds on one must hold on the other. `openEmpty` gives a store without any table. */
export function eachEngine(block: (engine: Engine, open: Open, openEmpty: Open) => void): void {
  describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
    const opened: { store: Store; drop: () => Promise<void> }[] = [];
    afterAll(async () => {
      for (const { store, drop } of opened) {
        await store.close().catch(() => {});
        await drop();
      }
    });
    const keep = async (making: ReturnType<typeof cloneSqlite>): Promise<Store> => {
      const clone = await making;
      opened.push(clone);
      return clone.store;
    };
    block(engine, () => keep(engine === 'sqlite' ? cloneSqlite() : newPostgres(inject('template'))), () => keep(engine === 'sqlite' ? emptySqlite() : newPostgres('template0')));
  });
}
