import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readQuery, type Query } from '#domain/find/searchQuery.ts';
import { personTerms, searchTerms } from '#domain/find/searchTerms.ts';
import { randomOf } from '#domain/random.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { addPeople } from '#actions/relate/addPeople.ts';
import { runMigrations } from '#storage/migrate.ts';
import { listPeople } from '#storage/relate/people.ts';
import { listAccountRows } from '#storage/select/accountList.ts';
import { findAccounts } from '#storage/select/accountSearch.ts';
import { addCompanies, addPeople as addCast, contextOf, NOW } from '../cast.ts';
import { eachEngine } from '../database.ts';

const FAMILY = ['秦', '张', '張', '单', '吕', '欧阳', '仇', '解', '王', '曾', '尉迟', '陈'];
const GIVEN = ['建国', '三丰', '力', '伟', '乐', '雪梅', '安', '恩', '略', '國藩', '茜', '重阳'];
const LATIN = ['Li Wei', 'Wei Li', 'José García', 'Müller, Jörg', "Pat O'Brien", 'Nguyễn Văn An', 'CFO', 'Анна Ким', '김 민수', 'Qin J'];
const TITLES = ['总经理', '采购总监', 'CFO', '', '工程师', '副总裁', 'Head of R&D'];
const PLACES = ['宁波华声电子有限公司', 'Northwind Hearing Ltd', '', '重庆长安', '绿源_100%'];

function answers(query: Query, terms: readonly string[]): boolean {
  return query.length === 0 || query.some((way) => way.every((word) => word.some(({ from, like }) => terms.some((term) => term.startsWith(from) && (like === undefined || new RegExp(`^${like.replaceAll('%', '.*')}$`, 'u').test(term))))));
}

/** What people may type for a name: pieces of it and of its pinyin, joined and cut anyhow. */
function typedFor(terms: readonly string[], random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const pieces = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const term = pick(terms).replace(/^\^|^.* /u, '');
    const syllables = term.match(/[a-z]+|[^a-z\d]+/gu) ?? [];
    const letters = syllables.map((syllable) => (random() < 0.4 ? [...syllable].slice(0, 1 + Math.floor(random() * 3)).join('') : syllable)).join('');
    return [...letters].slice(0, 1 + Math.floor(random() * letters.length)).join('');
  });
  return pieces.join(pick(['', ' ', "'", '，', '%', '_']));
}

eachEngine((_engine, open) => {
  test('people and customers are found as the domain says, whatever is typed: the engines do not differ', async () => {
    const store = await open();
    await addCast(store);
    const ada = await contextOf(store);
    const random = randomOf(20260401);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const who = Array.from({ length: 120 }, (_, n) => ({ name: n % 4 === 0 ? pick(LATIN) : pick(FAMILY) + pick(GIVEN), nameLatin: n % 7 === 0 ? pick(LATIN) : null, organisation: pick(PLACES), title: pick(TITLES) }));
    const { ids } = await addPeople(ada, who.map((one) => ({ person: { kind: 'contact' as const, ...one, accountId: null, placeholder: false, purpose: '', basis: 'legitimate_interest' as const, collectedOn: '2026-03-01', source: 'card', noticeOn: null, retainUntil: null, restrictedOn: null }, items: [] })));
    const people = who.map((one, n) => ({ id: ids[n]!, terms: personTerms([one.name, one.nameLatin ?? ''], [one.organisation, one.title]) }));
    const companies = Array.from({ length: 60 }, (_, n) => ({ key: `K-${n}`, name: `${pick(FAMILY)}${pick(GIVEN)}${pick(PLACES) || pick(LATIN)}` }));
    const accounts = (await addCompanies(store, companies)).map((id, n) => ({ id, terms: searchTerms(companies[n]!.name, companies[n]!.key) }));
    await ensureTemplate(store, NOW);
    await scorePortfolio(ada);
    const all = { userId: 'ada', scope: 'all' } as const;
    let found = 0;
    for (let n = 0; n < 150; n++) {
      const typed = typedFor(pick([...people, ...accounts]).terms, random);
      const [person, customer] = [readQuery(typed, 'people'), readQuery(typed)];
      const seen = (await listPeople(store.read, all, { query: person, limit: 500 })).map(({ id }) => id);
      expect([typed, seen]).toEqual([typed, people.filter(({ terms }) => answers(person, terms)).map(({ id }) => id)]);
      const right = customer.length === 0 ? [] : accounts.filter(({ terms }) => answers(customer, terms)).map(({ id }) => id);
      expect([typed, (await findAccounts(store.read, all, customer, 500)).map(({ id }) => id).sort((a, b) => a - b)]).toEqual([typed, right]);
      for (const many of [1, 100_000]) {
        const { rows } = await listAccountRows(store.read, store.engine, all, { sort: 'name', order: 'asc', archived: false, limit: 500, query: customer }, many);
        expect([typed, rows.map(({ id }) => id).sort((a, b) => a - b)]).toEqual([typed, customer.length === 0 ? accounts.map(({ id }) => id) : right]);
      }
      found += seen.length;
    }
    expect(found).toBeGreaterThan(150);
  }, 60_000);

  test('a store of before is indexed anew: people and customers are found by what is typed now', async () => {
    const store = await open();
    await addCast(store);
    const [account] = await addCompanies(store, [{ key: 'K', name: '宁波华声电子有限公司' }]);
    const { ids } = await addPeople(await contextOf(store), [{ person: { kind: 'customer', name: '秦建国', nameLatin: null, accountId: account!, organisation: '', title: '', placeholder: false, purpose: '', basis: 'legitimate_interest', collectedOn: '2026-03-01', source: 'card', noticeOn: null, retainUntil: null, restrictedOn: null }, items: [] }]);
    for (const table of ['person_term', 'search_term']) await sql`delete from ${sql.table(table)}`.execute(store.write);
    await sql`delete from migration where name = '014-search-terms.ts'`.execute(store.write);
    await store.transaction((tx) => runMigrations(tx, store.engine, ['014-search-terms.ts']));
    const all = { userId: 'ada', scope: 'all' } as const;
    expect((await listPeople(store.read, all, { query: readQuery('qinjg', 'people'), limit: 9 })).map(({ id }) => id)).toEqual(ids);
    expect((await findAccounts(store.read, all, readQuery('nbhuasheng'), 9)).map(({ id }) => id)).toEqual([account]);
  });
});
