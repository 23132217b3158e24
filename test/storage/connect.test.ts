import { expect, test } from 'vitest';
import { CompiledQuery, sql } from 'kysely';
import { openStore } from '#storage/connect.ts';
import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import { migrate } from '#storage/migrate.ts';
import { recordEvents } from '#storage/trust/events.ts';
import { eachEngine } from '../database.ts';

const setting = (name: string) => ({ name, value: '1', updated_at: '2026-01-01T00:00:00.000Z', updated_by: null });

eachEngine((engine, open) => {
  test('a set goes in at once, types intact, and is gone when its transaction fails', async () => {
    const store = await open();
    const rows = Array.from({ length: 12_001 }, (_, n) => ({ term: `词'"\\${n}`, account_id: n * 1000 }));
    await store.transaction((tx) => insertMany(tx, 'search_term', rows));
    const { n, last } = await store.read.selectFrom('search_term').select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.max('account_id').as('last')]).executeTakeFirstOrThrow();
    expect([n, last]).toEqual([12_001, 12_000_000]);
    await expect(store.transaction(async (tx) => {
      await insertMany(tx, 'setting', [setting('half')]);
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await store.read.selectFrom('setting').selectAll().where('name', '=', 'half').execute()).toEqual([]);
  });

  test('ids come in blocks that never overlap, also at the same time', async () => {
    const store = await open();
    const blocks = await Promise.all(Array.from({ length: 20 }, (_, n) => store.transaction((tx) => takeIds(tx, 'account', n + 1))));
    const all = blocks.flatMap((first, n) => Array.from({ length: n + 1 }, (_, i) => first + i));
    expect(new Set(all).size).toBe(210);
    expect(Math.min(...all)).toBe(1);
  });

  test('an amount beyond exact numbers is refused when read, not rounded', async () => {
    const store = await open();
    await sql`insert into sequence (name, next) values ('huge', 9007199254740993)`.execute(store.write);
    await expect(store.read.selectFrom('sequence').selectAll().where('name', '=', 'huge').execute()).rejects.toThrow();
  });

  test('migrating again does nothing; two starts at once do not collide', async () => {
    const store = await open();
    expect(await Promise.all([migrate(store), migrate(store)])).toEqual([[], []]);
  });

  test('events get ids in order and say what they are about', async () => {
    const store = await open();
    const ids = await store.transaction((tx) => recordEvents(tx, null, '2026-01-01T00:00:00.000Z', [
      { verb: 'accountArchived', accountId: 7, payload: { archived: true } }, { verb: 'undone', undoes: 1, payload: { verb: 'accountArchived' } },
    ]));
    expect(ids).toEqual([1, 2]);
    const rows = await store.read.selectFrom('event').select(['id', 'verb', 'account_id', 'subject_type', 'subject_id', 'undoes']).orderBy('id').execute();
    expect(rows).toMatchObject([
      { verb: 'accountArchived', account_id: 7, subject_type: 'account', subject_id: '7', undoes: null }, { verb: 'undone', account_id: null, subject_type: 'event', subject_id: '1', undoes: 1 },
    ]);
  });

  if (engine === 'sqlite') {
    test('a writer waits for another connection without stopping the process', async () => {
      const store = await open();
      const other = await openStore({ dataDir: store.dataDir });
      let release!: () => void;
      const held = other.transaction(async (tx) => {
        await insertMany(tx, 'setting', [setting('first')]);
        await new Promise<void>((resolve) => { release = resolve; });
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const waiting = store.transaction((tx) => insertMany(tx, 'setting', [setting('second')]));
      let turns = 0;
      for (; turns < 10; turns++) await new Promise((resolve) => setTimeout(resolve, 1));
      // Reads go on meanwhile and see only what is committed.
      expect(await store.read.selectFrom('setting').select('name').execute()).toEqual([]);
      release();
      await Promise.all([held, waiting]);
      expect((await store.read.selectFrom('setting').select('name').orderBy('name').execute()).map((row) => row.name)).toEqual(['first', 'second']);
      await other.close();
    });

    test('the reading connection refuses to write', async () => {
      const store = await open();
      await expect(store.read.executeQuery(CompiledQuery.raw("insert into sequence (name, next) values ('x', 1)"))).rejects.toThrow(/readonly/);
    });
  }
});
