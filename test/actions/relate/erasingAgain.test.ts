import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearDeleted } from '#actions/afterErasing.ts';
import { addText } from '#actions/insight/addSource.ts';
import { recordFacts } from '#actions/select/recordFacts.ts';
import { addPeople } from '#actions/relate/addPeople.ts';
import { addItems, editPerson } from '#actions/relate/editPerson.ts';
import { eraseEverywhere } from '#actions/relate/eraseEverywhere.ts';
import { erasePerson } from '#actions/relate/erasePerson.ts';
import { exportEverywhere } from '#actions/relate/exportPerson.ts';
import { mergePeople } from '#actions/relate/mergePeople.ts';
import { restoreBackup } from '#actions/restoreBackup.ts';
import { tracesOf } from '#domain/relate/person/traces.ts';
import type { NewItem, NewPerson } from '#domain/relate/person/person.ts';
import { backup } from '#storage/backup.ts';
import type { Store } from '#storage/connect.ts';
import { erasureFile } from '#storage/erasureFile.ts';
import { blacken, tracesOfPeople } from '#storage/relate/erase.ts';
import { restore } from '#storage/restore.ts';
import { addCompanies, addPeople as addCast, contextOf, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putPeople } from './people.ts';

const person = (over: Partial<NewPerson>): NewPerson => ({
  kind: 'contact', name: 'Somebody', nameLatin: null, accountId: null, organisation: '', title: '', placeholder: false, purpose: '', basis: 'legitimate_interest', collectedOn: '2026-03-01', source: 'card', noticeOn: null, retainUntil: null, restrictedOn: null, ...over,
});
const phone = (value: string): NewItem => ({ kind: 'phone', value, place: '', fromOn: null, toOn: null, source: 'card', basis: 'legitimate_interest', collectedOn: '2026-03-01', retainUntil: null });
const file = (name = 'one.vfb') => join(mkdtempSync(join(tmpdir(), 'vitalfew-again-')), name);
const lines = (store: Store) => readFileSync(erasureFile(store.dataDir), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { id: number }).id);
const namesIn = async (store: Store) => (await store.read.selectFrom('person').select('name').where('name', '<>', '').where('kind', '=', 'contact').orderBy('id').execute()).map((row) => row.name);

eachEngine((engine, open) => {
  test('a backup is restored without more than a thousand people who were erased since', async () => {
    const store = await open();
    await addCast(store);
    const ids = await putPeople(store, Array.from({ length: 1200 }, (_, n) => ({ name: `Contact${n} Family${n}` })));
    const [stays] = await putPeople(store, [{ name: 'Ann Lee', title: 'works for Contact1100 Family1100' }]);
    const path = file();
    await backup(store, path);
    const register = file('register.jsonl');
    writeFileSync(register, ids.map((id) => `${JSON.stringify({ noun: 'person', id, madeAt: NOW.toISOString(), erasedAt: '2026-04-02T08:00:00.000Z', words: true })}\n`).join(''));
    expect(await restoreBackup(store, path, { erasures: register })).toMatchObject({ erasedAgain: 1200 });
    expect(await namesIn(store)).toEqual(['Ann Lee']);
    expect(await store.read.selectFrom('person').select('title').where('id', '=', stays!).executeTakeFirst()).toEqual({ title: `works for ${'█'.repeat('Contact1100 Family1100'.length)}` });
  }, 120_000);

  test('the register beside the database loses no line to a database that does not know it, nor to erasures at the same time', async () => {
    const store = await open();
    await addCast(store);
    const ada = await contextOf(store, PEOPLE.ada);
    const { ids } = await addPeople(ada, ['Ann Lee', 'Bo Chen', 'Cy Dietz', 'Di Evans', 'Ed Frei'].map((name) => ({ person: person({ name }), items: [] })));
    const path = file();
    await backup(store, path);
    await Promise.all(ids.map((id) => erasePerson(ada, id, { reason: 'asked', words: true })));
    expect(lines(store).toSorted((a, b) => a - b)).toEqual(ids);
    // The database is lost; another begins in the same folder, and is looked after before anybody thinks of the backup.
    const anew = await open();
    writeFileSync(erasureFile(anew.dataDir), readFileSync(erasureFile(store.dataDir)));
    expect(await clearDeleted(anew)).toBe(true);
    expect(lines(anew).toSorted((a, b) => a - b)).toEqual(ids);
    expect(await restoreBackup(anew, path)).toMatchObject({ erasedAgain: 5 });
    expect(await namesIn(anew)).toEqual([]);
    // What is no register is not written over: somebody may still mend it.
    writeFileSync(erasureFile(anew.dataDir), 'name,phone\n');
    expect(await clearDeleted(anew)).toBe(false);
    expect(readFileSync(erasureFile(anew.dataDir), 'utf8')).toBe('name,phone\n');
  }, 60_000);

  test('who asks under a name that was merged away or changed is found', async () => {
    const store = await open();
    await addCast(store);
    const ada = await contextOf(store, PEOPLE.ada);
    const { ids: [bob, robert, maiden] } = await addPeople(ada, [
      { person: person({ name: 'Bob Smith' }), items: [phone('13800138000')] }, { person: person({ name: 'Robert J. Smith' }), items: [] }, { person: person({ name: 'Ina Kuhn' }), items: [phone('13900139000')] },
    ]) as { ids: [number, number, number]; event: number };
    await mergePeople(ada, robert, bob);
    await editPerson(ada, maiden, { name: 'Ina Berger' });
    const asks = (name: string, contact: string) => ({ name, contacts: [contact], reason: 'asked in writing' });
    expect((await exportEverywhere(ada, asks('Bob Smith', '13800138000'))).entries).toMatchObject([{ person: { id: robert } }]);
    expect(await eraseEverywhere(ada, asks('Bob Smith', '13900139000'))).toMatchObject({ entries: 0 });
    expect(await eraseEverywhere(ada, asks('Bob Smith', '13800138000'))).toMatchObject({ entries: 1 });
    expect(await eraseEverywhere(ada, asks('Ina Kuhn', '13900139000'))).toMatchObject({ entries: 1 });
    expect(await namesIn(store)).toEqual([]);
  });

  test('a name goes out of texts in whatever case it stands there, in any alphabet', async () => {
    const store = await open();
    await addCast(store);
    const [muller] = await putPeople(store, [{ name: 'Jürgen Müller' }]);
    const [lukasz] = await putPeople(store, [{ name: 'łukasz żak' }]);
    const [other] = await putPeople(store, [{ name: 'Ann Lee', title: 'assistant of JÜRGEN MÜLLER', source: 'told by Łukasz Żak' }]);
    await store.transaction(async (tx) => await blacken(tx, await tracesOfPeople(tx, [muller!, lukasz!]), false));
    expect(await store.read.selectFrom('person').select(['title', 'source']).where('id', '=', other!).executeTakeFirst()).toEqual({ title: 'assistant of █████████████', source: 'told by ██████████' });
  });

  test('many names at once are found where each alone is found: in notes, events, pages, settings and positions of others', async () => {
    const store = await open();
    await addCast(store);
    const ada = await contextOf(store, PEOPLE.ada);
    const [account] = await addCompanies(store) as [number];
    const [gone, lee] = await putPeople(store, [{ name: '欧阳建国' }, { name: 'Ann Lee' }]) as [number, number];
    await putPeople(store, [...Array.from({ length: 700 }, (_, n) => ({ name: `Stays ${n}`, title: n % 300 === 0 ? '欧阳建国的秘书' : `Buyer ${n}`, source: n % 350 === 1 ? 'ANN LEE' : 'card' })), { name: 'Annual', title: 'Annual Leeds', source: 'Ann Lees' }]);
    await addItems(ada, gone, [phone('138 0013 8000')]);
    await recordFacts(ada, account, [{ kind: 'organisation' as never, statement: '欧阳建国 calls 13800138000, Ann Lee does not', evidence: 'person', sourceType: 'text', source: 'x', url: null, importId: null, observedOn: '2026-03-01', expiresOn: null }]);
    await (await addText(ada, account, { title: '纪要', publishedOn: null, url: null }, `今天见了欧阳建国。${'x'.repeat(3000)} Ann Lee`)).read;
    await store.write.insertInto('setting').values({ name: 'company', value: JSON.stringify({ contact: 'Ann Lee "the boss"' }), updated_at: NOW.toISOString(), updated_by: null }).onConflict((conflict) => conflict.column('name').doNothing()).execute();
    const places = async (more: readonly string[]) => {
      const { words, phones } = { words: ['欧阳建国', 'Ann Lee', ...more], phones: ['138 0013 8000'] };
      const { places: found, sources } = await blacken(store.read, tracesOf(words, phones), true);
      return { found: found.filter(({ table }) => table !== 'person_change').toSorted((a, b) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1)), sources };
    };
    const alone = await places([]);
    expect(alone.found.map(({ table, column }) => `${table}.${column}`)).toEqual(expect.arrayContaining(['fact.statement', 'person.source', 'person.title', 'source_page.text']));
    expect(await places(Array.from({ length: 2000 }, (_, n) => `Nobody${n} Here${n}`))).toEqual(alone);
    expect(lee).toBeGreaterThan(0);
  });

  test('who is erased between the reading of the register and the restore stays erased', async () => {
    const store = await open();
    await addCast(store);
    const ada = await contextOf(store, PEOPLE.ada);
    const { ids } = await addPeople(ada, [{ person: person({ name: 'Ann Lee' }), items: [] }, { person: person({ name: 'Bo Chen' }), items: [] }]);
    const path = file();
    await backup(store, path);
    await erasePerson(ada, ids[0]!, { reason: 'asked', words: true });
    const seen: number[] = [];
    await restore(store, path, { beforeReplacing: async (tx) => { seen.push(...(await tx.selectFrom('erasure').select('noun_id').execute()).map((row) => row.noun_id)); } });
    expect([engine, seen]).toEqual([engine, [ids[0]]]);
  });
});
