/**
 * Reading the network of ways from a store (decision 034): processor time of the thread that reads it, the second of two readings, with 400 colleagues,
 * five told ties a person and what shared times at schools and employers infer.
 *   node bench/readNetwork.ts [sqlite|postgres|both] [people]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetwork } from '#actions/relate/network/readNetwork.ts';
import { addDays } from '#domain/day.ts';
import { TIE_KINDS } from '#domain/relate/ties.ts';
import { randomOf } from '#domain/random.ts';
import { openStore } from '#storage/connect.ts';
import type { Engine } from '#storage/dialect.ts';
import { insertMany } from '#storage/insertMany.ts';
import { migrate } from '#storage/migrate.ts';
import type { PersonItemTable, PersonTable, TieTable } from '#storage/relate/relateTables.ts';
import { NOT_TOLD } from '#storage/relate/toldPosition.ts';
import { ownDatabase } from './ownDatabase.ts';
import { madeUpNetwork } from './socialNetwork.ts';

const [TODAY, AT] = ['2026-03-31', '2026-03-31T08:00:00.000Z'];
const NOTED = { recorded_by: null, recorded_at: AT, withdrawn_at: null, withdrawn_by: null };
/** People at one place; thirty with a time each make as many inferred pairs as ties are told. */
const AT_ONE_PLACE = 30;

async function measure(engine: Engine, count: number): Promise<void> {
  const [dataDir, database, random] = [mkdtempSync(join(tmpdir(), 'vitalfew-bench-')), await ownDatabase(engine), randomOf(20260401)];
  const store = await openStore({ dataDir, databaseUrl: database.url });
  await migrate(store);
  const day = () => addDays(TODAY, -Math.floor(2500 * random()));
  const places = Math.ceil(count / AT_ONE_PLACE);
  const { a, b } = madeUpNetwork(count, 5, random);
  await store.transaction(async (tx) => {
    await insertMany(tx, 'person', Array.from({ length: count }, (_, n): PersonTable => ({
      id: n + 1, kind: 'contact', name: `P${n}`, name_norm: `p${n}`, name_latin: null, user_id: null, account_id: null, organisation: '', organisation_norm: n % 3 === 0 ? '' : `firm ${n % places}`, title: '', ...NOT_TOLD, placeholder: 0, purpose: '', basis: 'legitimate_interest',
      collected_on: day(), source: 'test', notice_on: null, retain_until: null, restricted_on: null, owner_id: null, private_to: null, import_id: null, merged_into: null, erased_at: null, ...NOTED,
    })));
    await insertMany(tx, 'person_item', Array.from({ length: count }, (_, n): PersonItemTable => ({
      id: n + 1, person_id: n + 1, kind: n % 2 === 0 ? 'education' : 'career', value: '', value_norm: '', place: '', place_norm: `place ${Math.floor(random() * places)}`, from_on: String(1995 + Math.floor(15 * random())), to_on: String(2010 + Math.floor(10 * random())),
      sensitivity: 'normal', source: 'test', basis: 'legitimate_interest', collected_on: TODAY, retain_until: null, import_id: null, ...NOTED,
    })));
    await insertMany(tx, 'tie', Array.from(a, (one, n): TieTable => ({
      id: n + 1, person_a: Math.min(one, b[n]!) + 1, person_b: Math.max(one, b[n]!) + 1, kind: TIE_KINDS[Math.floor(TIE_KINDS.length * random())]!, how: 'told', evidence: '', place: '', last_contact_on: random() < 0.8 ? day() : null, last_contact_span: null, from_on: random() < 0.3 ? '2015-09' : null, to_on: null,
      strength: random() < 0.1 ? 0.5 : null, corrected_by: null, corrected_at: random() < 0.1 ? AT : null, corrected_why: null, private_to: null, import_id: null, ...NOTED,
    })));
  });
  await store.write.executeQuery({ sql: 'analyze', parameters: [], query: { kind: 'RawNode' } } as never);
  try {
    for (let round = 0; round < 2; round++) {
      const [cpu, start] = [process.cpuUsage(), performance.now()];
      const read = await readNetwork(store.read, TODAY, null);
      const used = process.cpuUsage(cpu);
      if (round === 1) process.stdout.write(`${engine}, ${count.toLocaleString('en')} people, ${read.network.graph.ties.toLocaleString('en')} pairs: ${((used.user + used.system) / 1e6).toFixed(2)} s of processor time, ${((performance.now() - start) / 1000).toFixed(2)} s\n`);
    }
  } finally {
    await store.close();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const which = process.argv[2] ?? 'both';
for (const engine of which === 'both' ? (['sqlite', 'postgres'] as const) : [which as Engine]) await measure(engine, Number(process.argv[3] ?? 100_000));
