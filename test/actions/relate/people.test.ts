import { expect, test } from 'vitest';
import { addPeople, type PersonWithItems } from '#actions/relate/addPeople.ts';
import { addItems, editPerson, withdrawItem, withdrawPerson } from '#actions/relate/editPerson.ts';
import { erasePerson, previewErase } from '#actions/relate/erasePerson.ts';
import { exportPerson } from '#actions/relate/exportPerson.ts';
import { importContacts } from '#actions/relate/importContacts.ts';
import { mergePeople, previewMerge } from '#actions/relate/mergePeople.ts';
import { tellTies } from '#actions/relate/tellTies.ts';
import { recordFacts } from '#actions/select/recordFacts.ts';
import { writeNotes } from '#actions/insight/writeNotes.ts';
import { addText } from '#actions/insight/addSource.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import { viewerOf } from '#actions/act.ts';
import { NO_CONTACT } from '#domain/relate/contact/contact.ts';
import type { NewItem, NewPerson } from '#domain/relate/person/person.ts';
import { readQuery } from '#domain/find/searchQuery.ts';
import type { Store } from '#storage/connect.ts';
import { ownTables } from '#storage/dialect.ts';
import { itemsOf, listPeople } from '#storage/relate/people.ts';
import { sql } from 'kysely';
import { addCompanies, addPeople as addCast, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const person = (over: Partial<NewPerson> = {}): NewPerson => ({
  kind: 'customer', name: '欧阳建国', nameLatin: null, accountId: null, organisation: '', title: '采购总监', placeholder: false, purpose: '', basis: 'legitimate_interest', collectedOn: '2026-03-01', source: '名片', noticeOn: null, retainUntil: null, restrictedOn: null, ...over,
});
const item = (over: Partial<NewItem> = {}): NewItem => ({ kind: 'phone', value: '138 0013 8000', place: '', fromOn: null, toOn: null, source: '名片', basis: 'legitimate_interest', collectedOn: '2026-03-01', retainUntil: null, ...over });

async function fill(store: Store) {
  await addCast(store);
  const [mine, other] = await addCompanies(store);
  await giveTo(store, PEOPLE.mo, [mine!]);
  await giveTo(store, PEOPLE.vera, [mine!], 'member');
  const [mo, ada] = [await contextOf(store, PEOPLE.mo), await contextOf(store, PEOPLE.ada)];
  const add = async (...people: PersonWithItems[]) => await addPeople(mo, people);
  const names = async (q = '') => (await listPeople(store.read, viewerOf(mo.actor, 'readPeople'), { accountId: mine!, query: readQuery(q, 'people'), limit: 50 })).map((row) => row.name);
  return { mo, ada, mine: mine!, other: other!, add, names };
}
const fields = async (work: Promise<unknown>) => await work.then(() => [], (refusal: { fields: { path: string; reason: string }[] }) => refusal.fields.map(({ path, reason }) => `${path} ${reason}`));

/** Every text of every table that has the word. */
async function whereIs(store: Store, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, columns } of await ownTables(store.read)) {
    for (const column of columns) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)} where cast(${sql.ref(column)} as text) like ${`%${word}%`}`.execute(store.read);
      if (Number(rows[0]!.n) > 0) found.push(`${name}.${column}`);
    }
  }
  return found;
}

eachEngine((_engine, open) => {
  test('undo puts a whole row back at once: a kind with the customer it needs, a tie with its two people in order', async () => {
    const { mo, ada, mine, add } = await fill(await open());
    const [moved] = (await add({ person: person({ name: 'Moved', accountId: mine }), items: [] })).ids as [number];
    const { event } = await editPerson(mo, moved, { kind: 'contact', accountId: null });
    await undoEvent(mo, event);
    expect((await listPeople(mo.store.read, viewerOf(mo.actor, 'readPeople'), { accountId: mine, limit: 9 })).map((row) => [row.id, row.kind])).toEqual([[moved, 'customer']]);
    const [first, middle, last] = (await add(...['First', 'Middle', 'Last'].map((name) => ({ person: person({ name, kind: 'contact' }), items: [] })))).ids as [number, number, number];
    const [tie] = (await tellTies(mo, [{ a: middle, b: last, kind: 'met', evidence: 'fair', place: '', lastContactOn: '2026-03-01', fromOn: null, toOn: null, private: false }])).ids as [number];
    const ends = async () => await mo.store.read.selectFrom('tie').select(['person_a', 'person_b']).where('id', '=', tie).executeTakeFirst();
    const merge = await mergePeople(ada, first, last);
    expect(await ends()).toEqual({ person_a: first, person_b: middle });
    await undoEvent(ada, merge.event);
    expect(await ends()).toEqual({ person_a: middle, person_b: last });
  });

  test('people are added as a set, found in Chinese, pinyin and initials, changed, taken off and brought back', async () => {
    const { mo, mine, add, names } = await fill(await open());
    const { ids, event } = await add({ person: person({ accountId: mine }), items: [item(), item({ kind: 'education', value: '电子工程', place: '清华大学', fromOn: '1998', toOn: '2002' })] }, { person: person({ accountId: mine, name: 'CFO', title: 'CFO', placeholder: true, source: '' }), items: [] });
    expect(await names()).toEqual(['欧阳建国', 'CFO']);
    for (const q of ['欧阳', 'ouyang', 'oyjg', '采购', 'CFO']) expect([q, (await names(q)).length]).toEqual([q, 1]);
    expect((await itemsOf(mo.store.read, ids)).map((one) => [one.kind, one.value_norm, one.place_norm, one.sensitivity])).toEqual([['phone', '13800138000', '', 'personal'], ['education', '电子工程', '清华大学', 'normal']]);
    const renamed = await editPerson(mo, ids[1]!, { name: '赵敏', placeholder: false, source: '拜访' });
    expect([await names('zhaomin'), await names('CFO')]).toEqual([['赵敏'], ['赵敏']]);
    await undoEvent(mo, renamed.event);
    expect([await names('zhaomin'), await names('CFO')]).toEqual([[], ['CFO']]);
    const off = await withdrawPerson(mo, ids[0]!);
    expect(await names()).toEqual(['CFO']);
    await undoEvent(mo, off.event);
    expect(await names('ouyang')).toEqual(['欧阳建国']);
    await undoEvent(mo, event).catch((refusal: { reason: string }) => expect(refusal.reason).toBe('changed_since'));
  });

  test('adding is undone as one; every field that is wrong is named', async () => {
    const { mo, mine, add, names } = await fill(await open());
    const { event } = await add({ person: person({ accountId: mine }), items: [item()] }, { person: person({ accountId: mine, name: '李娜' }), items: [] });
    await undoEvent(mo, event);
    expect(await names()).toEqual([]);
    expect(await fields(addPeople(mo, [{ person: person({ name: ' ', source: '' }), items: [item({ kind: 'email', value: 'x' }), item({ kind: 'career' }), item({ value: '', source: '' })] }, { person: person({ accountId: mine, collectedOn: '2099-01-01', retainUntil: '2026-13-01', noticeOn: 'x' }), items: [item({ fromOn: '2020', toOn: '2019' })] }]))).toEqual([
      'people.0.name required', 'people.0.accountId required', 'people.0.source required', 'people.0.items.0.value no_email', 'people.0.items.1.place required', 'people.0.items.2.value required', 'people.0.items.2.value no_phone', 'people.0.items.2.source required',
      'people.1.collectedOn no_past_day', 'people.1.retainUntil before_collected', 'people.1.noticeOn no_past_day', 'people.1.items.0.toOn before_from',
    ]);
  });

  test('family is sensitive, and so is whatever speaks of health, faith, money or children', async () => {
    const { mo, mine, add } = await fill(await open());
    const { ids } = await add({ person: person({ accountId: mine }), items: [item({ kind: 'family', value: 'x', sensitivity: 'normal' }), item({ kind: 'note', value: '女儿考大学', sensitivity: 'normal' }), item({ kind: 'note', value: 'went to church', sensitivity: 'normal' }), item({ kind: 'interest', value: '围棋', sensitivity: 'normal' }), item({ kind: 'career', value: 'CTO', place: 'Acme' })] });
    expect((await itemsOf(mo.store.read, ids)).map((one) => one.sensitivity)).toEqual(['sensitive', 'sensitive', 'sensitive', 'personal', 'normal']);
  });

  test('two entries of one person become one as the preview says; undo takes them apart', async () => {
    const { mo, mine, add, names } = await fill(await open());
    const { ids: [keep, other] } = await add({ person: person({ accountId: mine, title: '', retainUntil: '2028-01-01' }), items: [item()] }, { person: person({ accountId: mine, nameLatin: 'Ouyang Jianguo', retainUntil: '2027-01-01' }), items: [item({ value: '+86-13800138000' }), item({ kind: 'email', value: 'oy@x.cn' })] });
    const plan = await previewMerge(mo, keep!, other!);
    expect(plan).toMatchObject({ refused: null, set: { name_latin: 'Ouyang Jianguo', title: '采购总监', retain_until: '2027-01-01' } });
    expect([plan.moved.items.length, plan.dropped.items.length]).toEqual([1, 1]);
    const { event } = await mergePeople(mo, keep!, other!);
    expect([await names(), (await itemsOf(mo.store.read, [keep!])).map((one) => one.value)]).toEqual([['欧阳建国'], ['138 0013 8000', 'oy@x.cn']]);
    await undoEvent(mo, event);
    expect([(await names()).length, (await itemsOf(mo.store.read, [other!])).length, (await itemsOf(mo.store.read, [keep!])).length]).toEqual([2, 2, 1]);
    await expect(mergePeople(mo, keep!, keep!)).rejects.toMatchObject({ code: 'conflict', reason: 'merge_same' });
  });

  test('a private tie to somebody everybody knows shows in nobody else’s timeline', async () => {
    const store = await open();
    const { mo, mine, add } = await fill(store);
    const { ids: [known] } = await add({ person: person({ accountId: mine }), items: [item()] });
    const contact = { ...NO_CONTACT, at: 1, name: '欧阳建国', phones: ['13800138000'] };
    const { event } = await importContacts(mo, { fileName: 'own.vcf', layout: 'vcard', contentHash: 'x', contacts: [contact], private: [0], leftOut: [] });
    const told = await store.read.selectFrom('event').select(['account_id', 'payload']).where('id', '=', event).executeTakeFirstOrThrow();
    expect([told.account_id, (JSON.parse(told.payload) as { personIds: number[] }).personIds.includes(known!)]).toEqual([null, false]);
    const ties = await store.read.selectFrom('tie').select(['private_to', 'person_a', 'person_b']).execute();
    expect(ties).toEqual([expect.objectContaining({ private_to: PEOPLE.mo.id })]);
    expect([ties[0]!.person_a, ties[0]!.person_b]).toContain(known);
  });

  test('what is not theirs reads as missing; a viewer changes nothing; items are taken back one by one', async () => {
    const store = await open();
    const { mo, mine, other, add } = await fill(store);
    const { ids: [id] } = await add({ person: person({ accountId: mine }), items: [item()] });
    const [max, vera] = [await contextOf(store, PEOPLE.max), await contextOf(store, PEOPLE.vera)];
    await expect(editPerson(max, id!, { title: 'x' })).rejects.toMatchObject({ code: 'not_found', reason: 'person' });
    await expect(addPeople(mo, [{ person: person({ accountId: other }), items: [] }])).rejects.toMatchObject({ code: 'not_found', reason: 'account' });
    await expect(editPerson(mo, id!, { accountId: other })).rejects.toMatchObject({ code: 'not_found' });
    await expect(editPerson(vera, id!, { title: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    const { ids: [added] } = await addItems(mo, id!, [item({ kind: 'wechat', value: 'oy88' })]);
    const { event } = await withdrawItem(mo, added!);
    expect((await itemsOf(store.read, [id!])).length).toBe(1);
    await undoEvent(mo, event);
    expect((await itemsOf(store.read, [id!])).length).toBe(2);
  });

  test('after erasing, the name, the number and the address are nowhere in the store', async () => {
    const store = await open();
    const { mo, ada, mine, add } = await fill(store);
    const { ids: [id, namesake] } = await add({ person: person({ accountId: mine, name: '欧阳建国', nameLatin: 'Jianguo Ouyang' }), items: [item(), item({ kind: 'email', value: 'ouyang@haolang.example' }), item({ kind: 'family', value: '妻子李静' })] }, { person: person({ accountId: mine, name: 'Ann Lee' }), items: [] });
    await editPerson(mo, id!, { title: '副总' });
    await recordFacts(mo, mine, [{ kind: 'organisation' as never, statement: '欧阳建国 将接任 CEO; call Jianguo Ouyang', evidence: 'person', sourceType: 'text', source: '欧阳建国', url: null, importId: null, observedOn: '2026-03-01', expiresOn: null }]);
    await writeNotes(mo, { accountId: mine, noun: 'key_position', act: 'added', title: '欧阳建国' }, (pen) => pen.add('key_position', [{ title: 'VP', function: 'purchase', level: 'top', holder: '欧阳建国', note: 'ouyang@haolang.example' }]));
    await (await addText(mo, mine, { title: '纪要', publishedOn: null, url: null }, '今天见了欧阳建国，谈得很好。Annual report.')).read;
    const words = ['欧阳建国', 'Jianguo Ouyang', '138 0013 8000', 'ouyang@haolang', '妻子李静', 'ouyangjianguo'];
    expect((await previewErase(ada, id!)).places.map(({ table }) => table)).toEqual(expect.arrayContaining(['fact', 'key_position', 'source_page', 'event']));
    await expect(erasePerson(mo, id!, { reason: 'asked', words: true })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await fields(erasePerson(ada, id!, { reason: '欧阳建国 asked', words: true }))).toEqual(['reason names_person']);
    const { event } = await erasePerson(ada, id!, { reason: 'asked in writing', words: true });
    for (const word of words) expect([word, await whereIs(store, word)]).toEqual([word, []]);
    // Nobody else is touched, and there is no way back.
    expect(await whereIs(store, 'Ann Lee')).toContain('person.name');
    expect(await whereIs(store, 'Annual report')).toContain('source_page.text');
    await expect(undoEvent(ada, event)).rejects.toMatchObject({ reason: 'not_undoable' });
    await expect(previewErase(ada, id!)).rejects.toMatchObject({ code: 'not_found' });
    const third = await erasePerson(ada, namesake!, { reason: 'asked', words: true });
    expect(third.places).toEqual([]);
    expect(await whereIs(store, 'Annual report')).toContain('source_page.text');
  });

  test('a person gets all that is kept about them, and each guarded item counts as seen', async () => {
    const store = await open();
    const { ada, mo, mine, add } = await fill(store);
    const { ids: [id] } = await add({ person: person({ accountId: mine }), items: [item(), item({ kind: 'family', value: '妻子李静' })] });
    const told = await exportPerson(ada, id!, 'asked in writing');
    expect(told).toMatchObject({ person: { name: '欧阳建国' }, items: [{ value: '138 0013 8000' }, { value: '妻子李静' }], seenBy: [{ user_id: 'ada', reason: 'asked in writing' }] });
    await expect(exportPerson(mo, id!, 'x')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
