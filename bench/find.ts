/**
 * Finding a customer among 100,000 by what people type: our search terms (with the viewer's scope) beside `name like '%…%'`, what a
 * platform without them does, in one run on the same store. Medians and 95th percentiles in ms, and how many each finds at all.
 *   node bench/find.ts [sqlite|postgres|both] [accounts]
 */
import { sql } from 'kysely';
import { readQuery } from '#domain/find/searchQuery.ts';
import type { Store } from '#storage/connect.ts';
import type { Engine } from '#storage/dialect.ts';
import { findAccounts } from '#storage/select/accountSearch.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { manyAccounts, quantile } from './manyAccounts.ts';

const ROUNDS = 25;
const TYPED = ['华声', '宁波华声', 'ningbo', 'huasheng', 'nbhs', 'hs', '科技 宁波', 'kestrel', 'kestrel audio', 'earing', 'C01234', '9999', 'x', '声学 深圳', 'no such name'];
const VIEWERS: [string, Viewer][] = [['sees all', { userId: 'ada', scope: 'all' }], ['own team', { userId: 'mo', scope: 'team' }]];

async function timed(work: () => Promise<{ length: number }>): Promise<{ times: number[]; found: number }> {
  let found = 0;
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const start = performance.now();
    found = (await work()).length;
    times.push(performance.now() - start);
  }
  return { times, found };
}

/** Every name and code read from end to end. */
async function like(store: Store, typed: string): Promise<{ id: number }[]> {
  const pattern = `%${typed.toLowerCase()}%`;
  return (await sql<{ id: number }>`select a.id, a.name from account a left join standing s on s.account_id = a.id
    where a.archived_at is null and (lower(a.name) like ${pattern} or lower(a.key) like ${pattern}) order by s.rank limit 12`.execute(store.read)).rows;
}

async function measure(engine: Engine, accounts: number): Promise<void> {
  const { store, seconds, stop } = await manyAccounts(engine, accounts);
  process.stderr.write(`${accounts} accounts on ${engine} in ${seconds.toFixed(1)} s\n`);
  try {
    process.stdout.write(`\n${engine}, ${accounts.toLocaleString('en')} accounts: ms per search (customers found, at most 12)\n`);
    const [ours, naive]: [number[], number[]] = [[], []];
    for (const typed of TYPED) {
      const cells: string[] = [];
      for (const [who, viewer] of VIEWERS) {
        const { times, found } = await timed(() => findAccounts(store.read, viewer, readQuery(typed), 12));
        if (viewer.scope === 'all') ours.push(...times);
        cells.push(`${who} ${quantile(times, 0.5).toFixed(2).padStart(7)} (${String(found).padStart(2)})`);
      }
      const { times, found } = await timed(() => like(store, typed));
      naive.push(...times);
      process.stdout.write(`  ${typed.padEnd(16)} ${cells.join('   ')}   like %…% ${quantile(times, 0.5).toFixed(1).padStart(7)} (${String(found).padStart(2)})\n`);
    }
    const line = (share: number) => `${quantile(ours, share).toFixed(2)} beside ${quantile(naive, share).toFixed(1)}: ${(quantile(naive, share) / quantile(ours, share)).toFixed(1)} ×`;
    process.stdout.write(`  median ${line(0.5)}; 95th of 100 ${line(0.95)}\n`);
  } finally {
    await stop();
  }
}

const which = process.argv[2] ?? 'both';
for (const engine of which === 'both' ? (['sqlite', 'postgres'] as const) : [which as Engine]) await measure(engine, Number(process.argv[3] ?? 100_000));
