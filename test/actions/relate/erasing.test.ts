import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addPeople } from '#actions/relate/addPeople.ts';
import { askIntroduction } from '#actions/relate/askIntroduction.ts';
import { editPerson, withdrawItem } from '#actions/relate/editPerson.ts';
import { eraseEverywhere } from '#actions/relate/eraseEverywhere.ts';
import { erasePeople, erasePerson } from '#actions/relate/erasePerson.ts';
import { exportEverywhere } from '#actions/relate/exportPerson.ts';
import { importContacts } from '#actions/relate/importContacts.ts';
import { keepLonger } from '#actions/relate/keepLonger.ts';
import { addToMap, drawLines, markPeople } from '#actions/relate/map/changeMap.ts';
import { createProject } from '#actions/relate/map/projects.ts';
import { startMap } from '#actions/relate/map/startMap.ts';
import { revealItem } from '#actions/relate/revealItem.ts';
import { tellTies } from '#actions/relate/tellTies.ts';
import { addText } from '#actions/insight/addSource.ts';
import { eraseHolder } from '#actions/insight/kpi/eraseHolder.ts';
import { writeNotes } from '#actions/insight/writeNotes.ts';
import { editAccount } from '#actions/select/editAccount.ts';
import { recordFacts } from '#actions/select/recordFacts.ts';
import { restoreBackup } from '#actions/restoreBackup.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import { NO_CONTACT } from '#domain/relate/contact/contact.ts';
import type { NewItem, NewPerson } from '#domain/relate/person/person.ts';
import { backup } from '#storage/backup.ts';
import { sqliteFile, type Store } from '#storage/connect.ts';
import { ownTables } from '#storage/dialect.ts';
import { erasureFile } from '#storage/erasureFile.ts';
import { addCompanies, addPeople as addCast, contextOf, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const NAME = '欧阳建国';
const LATIN = 'Jianguo Ouyang';
const OLD = 'Okonkwo-Bright';
const PHONE = '138 0013 8000';
const EMAIL = 'ouyang@haolang.example';
/** However it is written: every one of these would tell who it was. */
const WORDS = [NAME, LATIN, OLD, 'ouyangjianguo', '13800138000', PHONE, '138-0013-8000', EMAIL, '妻子李静', 'JIANGUO OUYANG'];

const person = (over: Partial<NewPerson> = {}): NewPerson => ({
  kind: 'customer', name: NAME, nameLatin: null, accountId: null, organisation: '', title: '采购总监', placeholder: false, purpose: '', basis: 'legitimate_interest', collectedOn: '2026-03-01', source: '名片', noticeOn: null, retainUntil: null, restrictedOn: null, ...over,
});
const item = (over: Partial<NewItem> = {}): NewItem => ({ kind: 'phone', value: PHONE, place: '', fromOn: null, toOn: null, source: '名片', basis: 'legitimate_interest', collectedOn: '2026-03-01', retainUntil: null, ...over });
const file = () => join(mkdtempSync(join(tmpdir(), 'vitalfew-erasing-')), 'one.vfb');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** A person of whom everything speaks: rows of their own, and free texts of every kind. */
async function everywhere(store: Store) {
  await addCast(store);
  const [mine] = await addCompanies(store) as [number];
  await giveTo(store, PEOPLE.mo, [mine]);
  const [mo, ada, max] = [await contextOf(store, PEOPLE.mo), await contextOf(store, PEOPLE.ada), await contextOf(store, PEOPLE.max)];
  const { ids: [id, friend] } = await addPeople(mo, [
    { person: person({ accountId: mine, name: OLD, nameLatin: LATIN }), items: [item(), item({ kind: 'email', value: EMAIL }), item({ kind: 'family', value: '妻子李静' }), item({ kind: 'phone', value: '0731 8888 9999' })] },
    { person: person({ accountId: mine, name: 'Ann Lee', title: `${NAME}的秘书`, source: `told by ${NAME}` }), items: [item({ kind: 'note', value: `sits beside ${NAME}, 138-0013-8000` }), item({ value: '010 6666 7777' })] },
  ]) as never as { ids: [number, number] };
  const renamed = await editPerson(mo, id, { name: NAME, title: '副总' });
  const [, , family, desk] = (await store.read.selectFrom('person_item').select('id').where('person_id', '=', id).orderBy('id').execute()).map((row) => row.id) as [number, number, number, number];
  await withdrawItem(mo, desk);
  await revealItem(ada, family, `dinner with ${NAME}`);
  await tellTies(mo, [{ a: null, b: friend, kind: 'team', evidence: `knows ${NAME}`, place: '', lastContactOn: '2026-03-01', fromOn: null, toOn: null, private: false }, { a: friend, b: id, kind: 'team', evidence: `at table with ${NAME}`, place: '', lastContactOn: '2026-03-01', fromOn: null, toOn: null, private: false }]);
  await editPerson(mo, friend, { purpose: `to reach ${OLD}` });
  const me = (await store.read.selectFrom('person').select('id').where('user_id', '=', 'mo').executeTakeFirstOrThrow()).id;
  await askIntroduction(mo, id, { way: [me, friend, id], purpose: `meet ${NAME}`, forThem: '', message: `Dear ${LATIN}`, dueOn: null });
  const { ids: [project] } = await createProject(mo, mine, { name: `Plant of ${NAME}`, note: '' });
  const { ids: [map] } = await startMap(mo, project!, { from: 'empty' });
  await addToMap(mo, map!, { people: [id, friend], unnamed: [] });
  await markPeople(mo, map!, [{ personId: id, field: 'stance', value: 'opposed', evidence: 'person', observedOn: '2026-03-01', note: `${NAME} said no` }]);
  await drawLines(mo, map!, [{ fromId: id, toId: friend, kind: 'influence', weight: 2, sign: 1, evidence: 'person', observedOn: '2026-03-01', note: `${NAME} decides` }] as never);
  await editAccount(mo, mine, { note: `Ask for ${LATIN.toUpperCase()}` } as never);
  await recordFacts(mo, mine, [{ kind: 'organisation' as never, statement: `${NAME} 将接任 CEO; call ${LATIN}, +86 138-0013-8000`, evidence: 'person', sourceType: 'text', source: NAME, url: null, importId: null, observedOn: '2026-03-01', expiresOn: null }]);
  const { ids: [position] } = await writeNotes(mo, { accountId: mine, noun: 'key_position', act: 'added', title: NAME }, (pen) => pen.add('key_position', [{ title: 'VP', function: 'purchase', level: 'top', holder: NAME, note: EMAIL }]));
  await (await addText(mo, mine, { title: `纪要 ${NAME}`, publishedOn: null, url: null }, `今天见了${NAME}（${LATIN}），谈得很好。Annual report.`)).read;
  // The same person on a colleague's private card, and a namesake with another number.
  const card = (over: object) => ({ ...NO_CONTACT, at: 1, name: NAME, ...over });
  await importContacts(max, { fileName: `${NAME}.vcf`, layout: 'vcard', contentHash: 'x', contacts: [card({ phones: ['+86-13800138000'], organisation: 'Rotary' })], private: [0], leftOut: [] });
  return { mo, ada, max, id, friend, mine, position: position!, renamed: renamed.event };
}

/** Every table and column of the store in which a word stands, the index of words too. */
async function whereIs(store: Store, word: string): Promise<string[]> {
  const found: string[] = [];
  const like = `%${word.toLowerCase()}%`;
  for (const { name, columns } of [...await ownTables(store.read), ...(store.engine === 'postgres' ? [{ name: 'page_index', columns: ['words', 'sounds'] }] : [])]) {
    for (const column of columns) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)} where lower(cast(${sql.ref(column)} as text)) like ${like}`.execute(store.read);
      if (Number(rows[0]!.n) > 0) found.push(`${name}.${column}`);
    }
  }
  return found;
}
const left = async (store: Store) => (await Promise.all(WORDS.map(async (word) => (await whereIs(store, word)).map((place) => `${word}: ${place}`)))).flat();
/** Words in the bytes of the database file and its log. */
function inBytes(store: Store): string[] {
  const bytes = ['', '-wal'].map((end) => sqliteFile(store.dataDir) + end).filter(existsSync).map((path) => readFileSync(path));
  return WORDS.filter((word) => bytes.some((some) => some.includes(Buffer.from(word))));
}

eachEngine((engine, open) => {
  test('after erasing a person known everywhere, no table, no index and no byte of the file has the name, an earlier name, a number or an address', async () => {
    const store = await open();
    const { ada, mo, id, friend, renamed } = await everywhere(store);
    expect((await left(store)).length).toBeGreaterThan(30);
    await eraseEverywhere(ada, { name: NAME, contacts: [PHONE], reason: 'asked in writing' });
    expect(await left(store)).toEqual([]);
    if (engine === 'sqlite') expect(inBytes(store)).toEqual([]);
    // Others stay, with their own numbers; what was changed of the erased one cannot be taken back.
    expect([await whereIs(store, 'Ann Lee'), await whereIs(store, '010 6666 7777'), await whereIs(store, 'Annual report')]).toMatchObject([expect.arrayContaining(['person.name']), ['person_item.value'], ['source_page.text']]);
    expect(await store.read.selectFrom('person').select('title').where('id', '=', friend).executeTakeFirst()).toEqual({ title: '████的秘书' });
    await expect(undoEvent(mo, renamed)).rejects.toMatchObject({ code: 'conflict' });
    await expect(erasePerson(ada, id, { reason: 'again', words: true })).rejects.toMatchObject({ code: 'not_found' });
    // A backup made afterwards has nothing of them either.
    const path = file();
    await backup(store, path);
    const archive = gunzipSync(readFileSync(path)).toString();
    expect(WORDS.filter((word) => archive.includes(word))).toEqual([]);
    expect(archive).toContain('"person",');
  }, 120_000);

  test('a shared switchboard stays the number of the others; a position that was once somebody is not looked for', async () => {
    const store = await open();
    await addCast(store);
    const [mine] = await addCompanies(store) as [number];
    const ada = await contextOf(store, PEOPLE.ada);
    const { ids: [cfo] } = await addPeople(ada, [{ person: person({ accountId: mine, name: 'Finance director', title: '', placeholder: true, source: '' }), items: [] }, { person: person({ accountId: mine, name: 'Wu', title: 'Assistant of the Finance director' }), items: [item()] }]);
    await editPerson(ada, cfo!, { name: 'Ines Alvarez', placeholder: false, source: 'Card' });
    await store.write.insertInto('person_item').values({ ...(await store.read.selectFrom('person_item').selectAll().executeTakeFirstOrThrow()), id: 900, person_id: cfo! }).execute();
    const done = await erasePeople(ada, [cfo!], { reason: 'asked', words: true });
    expect(done).toMatchObject({ places: [], sources: [], cleaned: true });
    expect([await whereIs(store, 'Ines'), await whereIs(store, 'Assistant of the Finance director'), await whereIs(store, PHONE)]).toEqual([[], ['person.title'], ['person_item.value']]);
  });

  test('an older backup does not bring an erased person back, here or on the other engine; the register says so', async () => {
    const store = await open();
    const { id, position, mine } = await everywhere(store);
    const path = file();
    await backup(store, path, later(1));
    const tomorrow = await contextOf(store, PEOPLE.ada, later(2));
    await erasePerson(tomorrow, id, { reason: 'asked in writing', words: true });
    await writeNotes(tomorrow, { accountId: mine, noun: 'key_position', act: 'changed', title: 'VP' }, async (pen) => { await pen.change('key_position', position, { holder: 'Tang Wei' }); return [position]; });
    await eraseHolder(tomorrow, position);
    const register = readFileSync(erasureFile(store.dataDir), 'utf8');
    expect(register.trim().split('\n').map((line) => JSON.parse(line) as object)).toMatchObject([{ noun: 'key_position', id: position }, { noun: 'person', id, words: true, erasedAt: later(2).toISOString() }]);
    for (const word of WORDS) expect(register).not.toContain(word);

    expect(await restoreBackup(store, path, { now: later(3) })).toMatchObject({ erasedAgain: 2, cleaned: true });
    // The private card is another entry, erased on its own request only: nothing else is left.
    const inTexts = async () => (await left(store)).filter((place) => !/person\.|person_term|person_item|person_change|contact_import/.test(place));
    expect(await inTexts()).toEqual([]);
    expect(await whereIs(store, 'Tang Wei')).toEqual([]);
    const [event] = await store.read.selectFrom('event').selectAll().where('verb', '=', 'personErased').execute();
    expect(JSON.parse(event!.payload)).toMatchObject({ personId: null, entries: 1, restored: later(1).toISOString() });
    // The lines are in the restored store too, and restoring the same again erases again.
    expect(await restoreBackup(store, path, { now: later(4) })).toMatchObject({ erasedAgain: 2 });
    expect(await inTexts()).toEqual([]);

    // Somewhere else: the file of the register is given, or lies in the folder; without either nobody can know.
    carried.set(engine, { path, register });
    for (const { path: from, register: lines } of carried.values()) {
      const elsewhere = await open();
      if (from === path) writeFileSync(erasureFile(elsewhere.dataDir), lines);
      else expect(await restoreBackup(elsewhere, from)).toMatchObject({ erasedAgain: 0 });
      const given = join(mkdtempSync(join(tmpdir(), 'vitalfew-erasing-')), 'register.jsonl');
      writeFileSync(given, lines);
      expect(await restoreBackup(elsewhere, from, from === path ? {} : { erasures: given })).toMatchObject({ erasedAgain: 2 });
      if (elsewhere.engine === 'sqlite') expect(inBytes(elsewhere)).not.toContain('妻子李静');
    }
    const wrong = join(mkdtempSync(join(tmpdir(), 'vitalfew-erasing-')), 'register.jsonl');
    writeFileSync(wrong, 'name,phone\n');
    await expect(restoreBackup(store, path, { erasures: wrong })).rejects.toMatchObject({ code: 'file_refused', reason: 'not_a_register' });
  }, 180_000);

  test('a person who asks is erased on private cards too, without showing them; a namesake with another number and a colleague stay', async () => {
    const store = await open();
    const { ada, max, mo } = await everywhere(store);
    const { ids: [namesake] } = await addPeople(mo, [{ person: person({ kind: 'contact' }), items: [item({ value: '139 9999 0000' })] }]);
    const subject = { name: '欧阳 建国', contacts: [EMAIL, '0086 138 0013 8000'], reason: 'asked in writing' };
    await expect(eraseEverywhere(max, subject)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(exportEverywhere(max, subject)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(eraseEverywhere(ada, { ...subject, reason: `${NAME} asked` })).rejects.toMatchObject({ fields: [{ path: 'reason', reason: 'names_person' }] });
    for (const contacts of [['137 0000 0000'], ['x@y.example']]) expect(await eraseEverywhere(ada, { ...subject, contacts })).toMatchObject({ entries: 0, texts: 0 });

    // What they may read before: everything, and of the private card not whose it is.
    const told = await exportEverywhere(ada, subject);
    expect(told.entries).toMatchObject([{ person: { name: NAME }, items: [{ value: PHONE }, { value: EMAIL }, { value: '妻子李静' }] }, { person: { name: NAME, organisation: 'Rotary' }, items: [{ value: '+86-13800138000' }, { kind: 'career' }] }]);
    expect(JSON.stringify(told.entries[1])).not.toMatch(/max|Max/);
    const done = await eraseEverywhere(ada, subject);
    expect(done).toMatchObject({ entries: 2, cleaned: true });
    expect(Object.keys(done).toSorted()).toEqual(['cleaned', 'entries', 'event', 'texts']);
    const event = await store.read.selectFrom('event').selectAll().where('id', '=', done.event).executeTakeFirstOrThrow();
    expect([event.subject_id, JSON.parse(event.payload)]).toMatchObject(['', { personId: null, entries: 2, reason: 'asked in writing' }]);
    expect((await store.read.selectFrom('person').select('id').where('name', '=', NAME).execute()).map((row) => row.id)).toEqual([namesake]);
    expect(await eraseEverywhere(ada, subject)).toMatchObject({ entries: 0 });
  }, 120_000);

  test('people whose day has come are kept longer as a set, and that is undone as one', async () => {
    const store = await open();
    const { mo, max, id, friend } = await everywhere(store);
    const until = async () => (await store.read.selectFrom('person').select('retain_until').where('id', 'in', [id, friend]).orderBy('id').execute()).map((row) => row.retain_until);
    const before = await until();
    const { event } = await keepLonger(mo, [id, friend, id], '2030-01-31');
    expect(await until()).toEqual(['2030-01-31', '2030-01-31']);
    await undoEvent(mo, event);
    expect(await until()).toEqual(before);
    const faults = async (ids: number[], day: string, who = mo) => await keepLonger(who, ids, day).then(() => [], (refusal: { code: string; fields?: { path: string; reason: string }[] }) => (refusal.fields?.length ? refusal.fields.map(({ path, reason }) => `${path} ${reason}`) : [refusal.code]));
    expect(await faults([id, 999_999], '2026-03-30')).toEqual(['until day_over', 'ids.1 unknown_person']);
    expect([await faults([id], '2026-02-30'), await faults([id], '2037-01-01'), await faults([id], '2030-01-31', max), await faults([id], '2030-01-31', await contextOf(store, PEOPLE.vera))]).toEqual([['until no_such_day'], ['until too_far'], ['ids.0 unknown_person'], ['forbidden']]);
  });
});

/** Backups and registers by engine, for the test that carries them over. */
const carried = new Map<string, { path: string; register: string }>();
