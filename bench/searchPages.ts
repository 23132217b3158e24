/**
 * Finding words in the pages of sources beside `like '%…%'` over the same pages on the same engine: mixed Chinese and English, made up
 * from a fixed seed. Prints ratios of one run.
 *   node bench/searchPages.ts [sqlite|postgres] [pages]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { queryParts } from '#domain/insight/fullText.ts';
import { insertMany } from '#storage/insertMany.ts';
import { insertPages, insertSource } from '#storage/insight/sources.ts';
import { searchPages } from '#storage/insight/searchPages.ts';
import { openStore } from '#storage/connect.ts';
import { migrate } from '#storage/migrate.ts';
import { quantile } from './manyAccounts.ts';
import { ownDatabase } from './ownDatabase.ts';

const HAN = '公司发展战略产品销售收入成本研发投资工厂客户供应商质量认证采购计划市场份额增长利润回款周期账期合同项目声学扬声器麦克风智能终端汽车电子新能源光伏储能海外布局风险管理董事会股东年度报告现金流负债资产'.match(/../gu)!;
const ENGLISH = 'revenue growth margin plant supplier quality audit forecast speaker microphone cockpit battery inverter module capacity contract tender design review board risk cash debt asset market share outlook strategy investment region customer demand cost delivery'.split(' ');
const PER_SOURCE = 500;

let state = 20;
const random = () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
const pick = <T>(list: readonly T[]) => list[Math.floor(random() ** 1.6 * list.length)]!;
/** A page of about 1,200 characters; one word in a thousand is rare. */
function page(n: number): string {
  const sentences = Array.from({ length: 12 }, () => (random() < 0.6
    ? `${Array.from({ length: 18 }, () => pick(HAN)).join('')}。` : `${Array.from({ length: 14 }, () => pick(ENGLISH)).join(' ')}.`));
  if (n % 1000 === 7) sentences.push('琥珀计划将于明年启动。Project Amberline starts.');
  return sentences.join('\n');
}

const engine = process.argv[2] === 'postgres' ? 'postgres' : 'sqlite';
const count = Number(process.argv[3] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'vitalfew-bench-'));
const database = await ownDatabase(engine);
const store = await openStore({ dataDir: folder, databaseUrl: database.url });
try {
  await migrate(store);
  const at = '2026-01-01T00:00:00.000Z';
  await store.transaction((tx) => insertMany(tx, 'account', [{ id: 1, key: 'A', key_norm: 'a', name: 'A', name_norm: 'a', country: null, industry: null, owner_id: null, note: '', origin: 'manual', import_id: null, created_at: at, created_by: null, archived_at: null }]));
  let start = performance.now();
  for (let n = 0; n < count; n += PER_SOURCE) {
    const id = n / PER_SOURCE + 1;
    await store.transaction(async (tx) => {
      await insertSource(tx, { id, account_id: 1, kind: 'file', title: `Report ${id}`, url: null, file_name: null, format: 'pdf', content_hash: null, size: 0, language: null, pages: PER_SOURCE, page_count: PER_SOURCE, letters: 0, state: 'ready', error: null, published_on: null, added_by: null, added_at: at, withdrawn_at: null, withdrawn_by: null });
      await insertPages(tx, Array.from({ length: Math.min(PER_SOURCE, count - n) }, (_, p) => ({ source_id: id, page: p + 1, label: String(p + 1), text: page(n + p) })));
    });
  }
  process.stdout.write(`${engine}: ${count.toLocaleString('en')} pages indexed in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  if (engine === 'postgres') await sql`analyze`.execute(store.write);

  const all = { userId: null, scope: 'all' } as const;
  const queries = ['琥珀计划', '发展战略', '声学', 'amberline', 'cockpit', 'revenue', 'hupo', 'zl', '扬声器 margin', '回款周期', 'Amberline 琥珀', '不存在的词组'];
  const like = (q: string) => sql`select p.source_id, p.page, p.text from source_page p join source s on s.id = p.source_id where s.withdrawn_at is null and ${sql.join(q.split(' ').map((word) => sql`lower(p.text) like ${`%${word.toLowerCase()}%`}`), sql` and `)} order by p.source_id desc, p.page desc limit 20`.execute(store.read);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const q of queries) { await searchPages(store.read, all, queryParts(q), { limit: 20 }); }
  for (const q of queries) {
    const mine: number[] = [];
    let rows = 0;
    for (let n = 0; n < 20; n++) {
      start = performance.now();
      rows = (await searchPages(store.read, all, queryParts(q), { limit: 20 })).rows.length;
      mine.push(performance.now() - start);
    }
    const bare: number[] = [];
    for (let n = 0; n < 3; n++) {
      start = performance.now();
      await like(q);
      bare.push(performance.now() - start);
    }
    ours.push(...mine);
    theirs.push(...bare);
    process.stdout.write(`  ${q.padEnd(16)} ${quantile(mine, 0.5).toFixed(2).padStart(8)} ms (${rows})   like %…% ${quantile(bare, 0.5).toFixed(1).padStart(8)} ms\n`);
  }
  const [a, b] = [quantile(ours, 0.95), quantile(theirs, 0.95)];
  process.stdout.write(`  95th of 100: ${a.toFixed(1)} ms (goal: under 30 on SQLite) beside ${b.toFixed(1)} ms: ${(b / a).toFixed(1)} × (goal: 5); median ${(quantile(theirs, 0.5) / quantile(ours, 0.5)).toFixed(1)} ×\n`);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
}
