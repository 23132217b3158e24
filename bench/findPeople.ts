/**
 * Finding a person among many by what people type, on a store with as many people as are asked for: medians and 95th percentiles in ms
 * of the first fifty, and how many were found.
 *   node bench/findPeople.ts [sqlite|postgres|both] [people]
 */
import { readQuery } from '#domain/find/searchQuery.ts';
import { randomOf } from '#domain/random.ts';
import type { Engine } from '#storage/dialect.ts';
import { insertMany } from '#storage/insertMany.ts';
import { indexPeople, listPeople } from '#storage/relate/people.ts';
import type { PersonTable } from '#storage/relate/relateTables.ts';
import { manyAccounts, quantile } from './manyAccounts.ts';

const ROUNDS = 15;
const TYPED = ['秦建国', '建国', 'qinjianguo', 'qjg', 'jg', 'qinjg', 'qjianguo', 'zhangsf', 'wang jg', 'wang', 'w', 'li', 'jianguo wang', '王总', '采购', 'caigou 王', 'keller', 'anna k', 'no such name'];
const FAMILY = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const GIVEN = '建国伟芳娜敏静丽强磊军洋勇艳杰涛明超秀兰霞平刚桂英华文辉红玉志海云波斌鹏飞宇浩然子涵梓轩欣怡思佳俊雅婷雪梅晓东三丰永昌德';
const TITLES = ['采购总监', '总经理', '工程师', '财务经理', '副总裁', '研发主管', '质量经理', '采购经理'];
const FIRMS = ['宁波华声电子有限公司', '深圳立讯精密', '东莞宏达实业', 'Northwind Hearing Ltd', '苏州天籁声学', ''];
const [FIRST, LAST] = [['Anna', 'John', 'José', 'Marie', 'Peter', 'Wei', 'Sofia'], ['Keller', 'Smith', 'García', 'Novak', 'Li', 'Kowalski', 'Jensen']];

async function measure(engine: Engine, count: number): Promise<void> {
  const { store, stop } = await manyAccounts(engine, 1000);
  const random = randomOf(20260401);
  const pick = <T>(list: readonly T[] | string): T => list[Math.floor(random() * list.length)] as T;
  try {
    const started = performance.now();
    for (let from = 1; from <= count; from += 5000) {
      const people = Array.from({ length: Math.min(5000, count - from + 1) }, (_, n): PersonTable => {
        const name = random() < 0.8 ? pick<string>(FAMILY) + pick<string>(GIVEN) + (random() < 0.8 ? pick<string>(GIVEN) : '') : `${pick(FIRST)} ${pick(LAST)}`;
        return { ...EMPTY, id: from + n, name, name_norm: name.toLowerCase(), organisation: pick(FIRMS), title: pick(TITLES) };
      });
      await store.transaction(async (tx) => {
        await insertMany(tx, 'person', people);
        await indexPeople(tx, people.map(({ id }) => id));
      });
    }
    await store.write.executeQuery({ sql: 'analyze', parameters: [], query: { kind: 'RawNode' } } as never);
    const { n } = await store.read.selectFrom('person_term').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    process.stdout.write(`\n${engine}, ${count.toLocaleString('en')} people indexed in ${((performance.now() - started) / 1000).toFixed(1)} s, ${(Number(n) / count).toFixed(1)} terms each: ms per search (found, at most 50)\n`);
    const every: number[] = [];
    for (const typed of TYPED) {
      const times: number[] = [];
      let found = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        found = (await listPeople(store.read, { userId: 'ada', scope: 'all' }, { query: readQuery(typed, 'people'), limit: 50 })).length;
        times.push(performance.now() - start);
      }
      every.push(...times);
      process.stdout.write(`  ${typed.padEnd(16)} ${quantile(times, 0.5).toFixed(2).padStart(7)} ${quantile(times, 0.95).toFixed(2).padStart(7)}  (${found})\n`);
    }
    process.stdout.write(`  median ${quantile(every, 0.5).toFixed(2)}, 95th of 100 ${quantile(every, 0.95).toFixed(2)}\n`);
  } finally {
    await stop();
  }
}

const EMPTY: PersonTable = {
  id: 0, kind: 'contact', name: '', name_norm: '', name_latin: null, user_id: null, account_id: null, organisation: '', organisation_norm: '', title: '', placeholder: 0, purpose: '', basis: 'legitimate_interest', collected_on: '2026-03-01', source: 'card', notice_on: null,
  retain_until: null, restricted_on: null, owner_id: 'ada', private_to: null, import_id: null, merged_into: null, erased_at: null, recorded_by: null, recorded_at: '2026-03-01T00:00:00.000Z', withdrawn_at: null, withdrawn_by: null,
} as unknown as PersonTable;

const which = process.argv[2] ?? 'both';
for (const engine of which === 'both' ? (['sqlite', 'postgres'] as const) : [which as Engine]) await measure(engine, Number(process.argv[3] ?? 100_000));
