import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normaliseName } from '#domain/select/name.ts';
import { openStore, type Store } from '#storage/connect.ts';
import type { Engine } from '#storage/dialect.ts';
import { insertMany } from '#storage/insertMany.ts';
import { migrate } from '#storage/migrate.ts';
import type { AccountTable, StandingTable } from '#storage/schema.ts';
import { insertAccounts } from '#storage/select/accounts.ts';
import { ownDatabase } from './ownDatabase.ts';

const AT = '2026-03-31T08:00:00.000Z';
/** Accounts in the team of `mo`, the account manager of the scoped requests. */
export const TEAM = 600;

/** The same stream of numbers every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const random = seeded(20260331);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const PLACES = ['宁波', '深圳', '东莞', '苏州', '杭州', '厦门', '青岛', '成都', '武汉', '佛山', '无锡', '珠海', '惠州', '中山', '常州', '合肥'];
const WORDS = ['华声', '立讯', '瑞声', '歌尔', '恒音', '天籁', '中科', '远景', '博远', '启明', '宏达', '金鼎', '海容', '云帆', '盛和', '光远', '东方', '创维', '安达', '信维'];
const TRADES = ['电子', '科技', '声学', '精密', '通讯', '汽车零部件', '医疗器械', '智能', '实业', '贸易'];
const LATIN = ['Northwind', 'Arbor', 'Cobalt', 'Harbour', 'Meridian', 'Vantage', 'Kestrel', 'Solace', 'Juniper', 'Larkfield', 'Oriel', 'Pinnacle', 'Quarry', 'Ravel', 'Tundra', 'Umbra'];
const KINDS = ['Audio', 'Hearing', 'Acoustics', 'Systems', 'Motors', 'Medical', 'Devices', 'Trading'];
const COUNTRIES = ['中国', '中国', '中国', '中国', 'Deutschland', 'United Kingdom', 'United States', 'Việt Nam', '日本', 'France', 'Italia', 'Polska'];

function name(n: number): string {
  return random() < 0.6 ? `${pick(PLACES)}${pick(WORDS)}${pick(TRADES)}${n % 97 === 0 ? '股份' : ''}有限公司` : `${pick(LATIN)} ${pick(KINDS)} ${n} ${pick(['Ltd', 'GmbH', 'Inc', 'BV'])}`;
}

function accountsOf(from: number, count: number): AccountTable[] {
  return Array.from({ length: count }, (_, i) => {
    const id = from + i;
    const called = name(id);
    return {
      id, key: `C${String(id).padStart(6, '0')}`, key_norm: `C${String(id).padStart(6, '0')}`, name: called, name_norm: normaliseName(called), country: random() < 0.0003 ? 'Ísland' : pick(COUNTRIES),
      industry: pick(TRADES), owner_id: id % 7 === 0 ? 'mo' : 'ada', note: '', origin: 'import', import_id: null, created_at: AT, created_by: null, archived_at: id % 500 === 0 ? AT : null,
    };
  });
}

function standingOf({ id }: AccountTable, rank: number): StandingTable {
  const revenue = Math.round(1e9 / (1 + random() * 5000));
  const total = Math.max(0, 100 - rank / 1000);
  return {
    account_id: id, model_version_id: 1, as_of: '2026-03-31', currency: 'CNY', total, past: random() * 100, present: random() < 0.3 ? null : random() * 100, future: random() < 0.5 ? null : random() * 100,
    confidence: Math.round(random() * 1e4) / 1e4, grade: pick(['S', 'A', 'A', 'B', 'B', 'B', 'C', 'C', 'D']), class: pick(['strategic', 'key', 'growth', 'maintain', 'maintain', 'exit']), rank,
    value_today: random() * 100, potential: random() * 100, veto: 0, revenue, revenue_before: Math.round(revenue * (0.5 + random())), margin: Math.round(revenue * 0.3),
    contribution: Math.round(revenue * (random() * 0.4 - 0.05)), invoices: Math.ceil(random() * 60), months: JSON.stringify(Array.from({ length: 12 }, () => Math.round((revenue / 12) * random() * 2))),
    first_day: '2023-04-01', last_day: `2026-0${1 + Math.floor(random() * 3)}-${10 + Math.floor(random() * 18)}`,
  };
}

async function fill(store: Store, count: number): Promise<void> {
  for (const [id, role] of [['ada', 'administrator'], ['mo', 'manager']] as const) {
    await store.write.insertInto('auth_user').values({ id, name: id, email: `${id}@maker.example`, role, locale: 'en', disabledAt: null, lastSeenAt: null, createdAt: AT, updatedAt: AT }).execute();
  }
  const ranks = Uint32Array.from({ length: count }, (_, n) => n + 1);
  for (let n = count - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [ranks[n], ranks[other]] = [ranks[other]!, ranks[n]!];
  }
  for (let from = 1; from <= count; from += 5000) {
    await store.transaction(async (tx) => {
      const accounts = accountsOf(from, Math.min(5000, count - from + 1));
      await insertAccounts(tx, accounts);
      await insertMany(tx, 'standing', accounts.map((account) => standingOf(account, ranks[account.id - 1]!)));
      const team = accounts.filter(({ id }) => id % Math.floor(count / TEAM) === 0);
      // One in 300 is a key account: more than a company of that size looks after.
      const chosen = accounts.filter(({ id }) => id % 300 === 7);
      await insertMany(tx, 'decision', chosen.map(({ id }) => ({ id, account_id: id, kind: 'choose' as const, model_version_id: 1, reasons: '{}', people: '[]', snapshot: '{}', decided_on: '2026-01-15', decided_by: 'ada', decided_at: AT, withdrawn_at: null, withdrawn_by: null })));
      await insertMany(tx, 'account_team', team.map(({ id }) => ({ account_id: id, user_id: 'mo', role: 'member' as const, since: AT, added_by: null })));
    });
  }
}

/** A store of its own with that many accounts, scored and searchable; `stop` throws it away. */
export async function manyAccounts(engine: Engine, count: number): Promise<{ store: Store; seconds: number; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vitalfew-bench-'));
  const database = await ownDatabase(engine);
  const store = await openStore({ dataDir, databaseUrl: database.url });
  await migrate(store);
  const started = performance.now();
  await fill(store, count);
  await store.write.executeQuery({ sql: 'analyze', parameters: [], query: { kind: 'RawNode' } } as never);
  return {
    store, seconds: (performance.now() - started) / 1000,
    stop: async () => {
      await store.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
}
