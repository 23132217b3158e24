import { expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { checkStore } from '#storage/storeCheck.ts';
import { createMigrationTable, migrate, migrationNames, runMigrations } from '#storage/migrate.ts';
import { listFacts } from '#storage/select/facts.ts';
import { currentMarks, insertMarks } from '#storage/select/marks.ts';
import { addPeople } from '../cast.ts';
import { eachEngine } from '../database.ts';

const NAME = '005-evidence-and-decisions.ts';
const mark = (id: number, indicator: string, value: unknown, evidence: string, more: object = {}) => ({
  id, account_id: 1, indicator, value: JSON.stringify(value), evidence, note: '', observed_on: '2026-02-01', recorded_by: 'mo', recorded_at: '2026-02-03T08:00:00.000Z', withdrawn_at: null, withdrawn_by: null, ...more,
});

/** A store as the version before left it: marks that say of themselves how they are known. */
async function before005(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await createMigrationTable(tx);
    await runMigrations(tx, store.engine, (await migrationNames()).filter((name) => name < NAME));
  });
  await addPeople(store);
  await store.transaction(async (tx) => {
    for (const row of [
      mark(1, 'brand', 3, 'hearsay', { note: 'Heard it at the fair' }),
      mark(2, 'brand', 4, 'document', { note: 'Ranked second in the trade press' }),
      mark(3, 'ownershipKind', 'listed', 'observed'),
      mark(4, 'funding', 2, 'assumption', { note: 'A guess' }),
      mark(5, 'fraud', true, 'person', { note: 'Their auditor said so', withdrawn_at: '2026-02-05T08:00:00.000Z', withdrawn_by: 'mo' }),
    ]) await tx.insertInto('mark').values(row as never).execute();
    await tx.insertInto('sequence').values({ name: 'mark', next: 6 }).execute();
  });
}

eachEngine((_engine, _open, openEmpty) => {
  test('what a mark said about how it is known becomes a fact that it cites; assumptions cite none', async () => {
    const store = await openEmpty();
    await before005(store);
    expect((await migrate(store))[0]).toBe(NAME);

    const marks = await currentMarks(store.read, 1);
    expect(marks.map((one) => [one.indicator, one.value, one.note, one.factIds])).toEqual([
      ['brand', 4, 'Ranked second in the trade press', [2]], ['ownershipKind', 'listed', '', [3]], ['funding', 2, 'A guess', []],
    ]);
    expect(marks[0]!.proofs).toEqual([{ id: 2, kind: 'other', evidence: 'document', observedOn: '2026-02-01', expiresOn: null }]);
    const facts = await listFacts(store.read, 1, { limit: 10 });
    expect(facts.map((fact) => [fact.id, fact.statement, fact.evidence, fact.recordedBy?.name, fact.citedBy])).toEqual([
      [3, 'ownershipKind: listed', 'observed', 'Mo Zhang', ['ownershipKind']], [2, 'Ranked second in the trade press', 'document', 'Mo Zhang', ['brand']],
      // Of the mark that was replaced: nothing that counts cites it any more.
      [1, 'Heard it at the fair', 'hearsay', 'Mo Zhang', []],
    ]);
    // What was withdrawn stays withdrawn, as history.
    expect((await listFacts(store.read, 1, { limit: 10, withdrawn: true })).map((fact) => [fact.id, fact.withdrawnAt])).toEqual([[5, '2026-02-05T08:00:00.000Z']]);
    expect((await store.read.introspection.getTables()).find((table) => table.name === 'mark')!.columns.map((column) => column.name)).not.toContain('evidence');
  });

  test('new marks and facts are numbered on from there', async () => {
    const store = await openEmpty();
    await before005(store);
    await migrate(store);
    const first = await store.transaction((tx) => insertMarks(tx, 1, [{ indicator: 'brand', value: 5, note: '', observedOn: '2026-03-01', factIds: [2] }], { userId: 'mo', at: '2026-03-01T00:00:00.000Z' }));
    expect(first).toBe(6);
    expect((await store.read.selectFrom('sequence').select('next').where('name', '=', 'fact').executeTakeFirstOrThrow()).next).toBe(6);
    expect((await checkStore(store.read)).filter((finding) => finding.check === 'ids')).toEqual([]);
  });

  test('a store without marks has nothing to convert', async () => {
    const store = await openEmpty();
    await migrate(store);
    expect(await store.read.selectFrom('fact').select('id').execute()).toEqual([]);
  });
});
