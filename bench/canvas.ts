/**
 * The full view of one customer with many facts, through the whole HTTP app in this process (session, permission, JSON), beside the bare
 * statements that fetch the same rows from the same engine. Prints the ratio of the two 95th percentiles of one run.
 *   node bench/canvas.ts [sqlite|postgres] [facts]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { BLOCKS, POINTS } from '#domain/blocks.ts';
import { addDays } from '#domain/day.ts';
import { FACT_KINDS } from '#domain/factKinds.ts';
import { EVIDENCE } from '#domain/select/evidence.ts';
import type { EvidenceKind } from '#domain/select/model.ts';
import { insertMany } from '#storage/insertMany.ts';
import { insertSource } from '#storage/insight/sources.ts';
import { openStore } from '#storage/connect.ts';
import { migrate } from '#storage/migrate.ts';
import { insertFacts } from '#storage/select/facts.ts';
import { startApi } from '../test/api.ts';
import { addCompanies, addPeople, giveTo, PEOPLE } from '../test/cast.ts';
import { quantile } from './manyAccounts.ts';
import { ownDatabase } from './ownDatabase.ts';

const ROUNDS = 300;
const SOURCES = 50;
const QUESTIONS = 200;
const GOAL = 5;

const engine = process.argv[2] === 'postgres' ? 'postgres' : 'sqlite';
const facts = Number(process.argv[3] ?? 2000);
const folder = mkdtempSync(join(tmpdir(), 'vitalfew-bench-'));
const database = await ownDatabase(engine);
const store = await openStore({ dataDir: folder, databaseUrl: database.url });
try {
  await migrate(store);
  await addPeople(store);
  const [account] = await addCompanies(store) as [number];
  await giveTo(store, PEOPLE.mo, [account]);
  const at = new Date().toISOString();
  const today = at.slice(0, 10);
  const by = { userId: 'mo', at };
  const kinds = Object.keys(EVIDENCE) as EvidenceKind[];
  await store.transaction(async (tx) => {
    for (let n = 1; n <= SOURCES; n++) await insertSource(tx, { id: n, account_id: account, kind: 'file', title: `Report ${n}`, url: null, file_name: null, format: 'pdf', content_hash: null, size: 0, language: null, pages: 10, page_count: 10, letters: 0, state: 'ready', error: null, published_on: null, added_by: 'mo', added_at: at, withdrawn_at: null, withdrawn_by: null });
    await insertFacts(tx, account, Array.from({ length: facts }, (_, n) => {
      const block = BLOCKS[n % 8]!;
      return {
        kind: FACT_KINDS[n % 9]!, statement: `Fact ${n}: 某项事实的说明，约二十余字，带一个数字 ${n} 和一个日期`, evidence: kinds[n % 6]!, sourceType: 'document' as const, source: `Report ${(n % SOURCES) + 1}`, url: null, importId: null, sourceId: (n % SOURCES) + 1,
        anchor: { page: 1, from: 0, to: 20, quote: 'A quotation of it' }, observedOn: addDays(today, -(n % 900)), expiresOn: null, ...(n % 3 === 0 ? { block, topic: POINTS[block][n % 5]! } : {}),
      };
    }), by);
    await insertMany(tx, 'question', Array.from({ length: QUESTIONS }, (_, n) => ({
      id: n + 1, account_id: account, block: BLOCKS[n % 8]!, topic: POINTS[BLOCKS[n % 8]!][n % 5]!, text: `Question ${n}`, owner_id: 'mo', due_on: addDays(today, n), answer: n % 2 ? 'An answer' : null, answered_at: n % 2 ? at : null, answered_by: n % 2 ? 'mo' : null,
      recorded_by: 'mo', recorded_at: at, withdrawn_at: null, withdrawn_by: null,
    })));
    await insertMany(tx, 'judgement', BLOCKS.map((block, n) => ({ id: n + 1, account_id: account, block, text: `What ${block} means`, recorded_by: 'mo', recorded_at: at, withdrawn_at: null, withdrawn_by: null })));
  });
  if (engine === 'postgres') await sql`analyze`.execute(store.write);

  const client = (await startApi(store)).as(PEOPLE.mo);
  const path = `/api/accounts/${account}/canvas`;
  const ask = async (): Promise<string> => {
    const answer = await client.fetch(path);
    if (answer.status !== 200) throw new Error(`${answer.status}`);
    return await answer.text();
  };
  const text = await ask();
  const shown = [...text.matchAll(/"id":(\d+),"kind"/g)].map((match) => Number(match[1]));
  const db = store.read;
  const bare = async (): Promise<void> => {
    await sql`select id, kind, evidence, observed_on, expires_on, block, topic from fact where account_id = ${account} and withdrawn_at is null`.execute(db);
    await sql`select * from fact where id in (${sql.join(shown)})`.execute(db);
    await sql`select * from question where account_id = ${account} and withdrawn_at is null`.execute(db);
    await sql`select * from judgement where account_id = ${account} and withdrawn_at is null`.execute(db);
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  for (let n = 0; n < 50; n++) {
    await ask();
    await bare();
  }
  const [ours, theirs]: [number[], number[]] = [[], []];
  // In turns: whatever else the machine does meanwhile falls on both.
  for (let n = 0; n < ROUNDS; n++) {
    ours.push(await timed(ask));
    theirs.push(await timed(bare));
  }
  const [a, b] = [quantile(ours, 0.95), quantile(theirs, 0.95)];
  process.stdout.write(`${engine}: ${facts} facts, ${SOURCES} sources, ${QUESTIONS} questions; ${ROUNDS} rounds; answer ${(text.length / 1000).toFixed(0)} kB\n`);
  process.stdout.write(`  full view p95 ${a.toFixed(1)} ms (median ${quantile(ours, 0.5).toFixed(1)}) beside bare SQL ${b.toFixed(1)} ms (${quantile(theirs, 0.5).toFixed(1)}): ${(a / b).toFixed(2)} × (goal: under ${GOAL})\n`);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
}
