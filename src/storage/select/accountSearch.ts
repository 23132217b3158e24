import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Query, Word } from '#domain/find/searchQuery.ts';
import { searchTerms } from '#domain/find/searchTerms.ts';
import { engineOf, orderedJoin, type Engine } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { insertMany } from '../insertMany.ts';
import { addQueryOfEach, addScope, addWordsOfEach, meantBy, Where, type Viewer } from './accountFilter.ts';
import { RANK } from './accountList.ts';

export interface FoundAccount {
  id: number; key: string; name: string; grade: string | null; class: string | null; rank: number | null;
}

/**
 * Matches of the rarest word up to which all are gathered and ranked; where there are more, the best ranked accounts are walked
 * through. Several words leave few of the rarest one's matches to rank, so more of these may be looked at.
 */
const GATHERED = 1000;
const GATHERED_OF_SEVERAL = 4000;
/** Accounts walked through in the order of their rank, and matches then taken at most, when every word is common. */
const WALKED = 5000;
const TAKEN = 300;

const COLUMNS = 'a.id, a.key, a.name, s.grade, s.class, s.rank';

async function ask<R>(db: Kysely<Schema>, text: string, w: Where): Promise<R[]> {
  return (await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<R>)).rows;
}

/** How many terms are meant by a word, up to `most`. */
async function commonness(db: Kysely<Schema>, engine: Engine, word: Word, most: number): Promise<number> {
  const w = new Where(engine);
  const each = word.map((sought) => `select * from (select 1 as one from search_term where ${meantBy(w, [sought], 'term')} limit ${most}) c`).join(' union all ');
  const [row] = await ask<{ n: number }>(db, `select count(*) as n from (${each}) counted`, w);
  return Number(row!.n);
}

/** What the rarest word of each way finds (at most `take` of them that match everything), ranked. */
async function gather(db: Kysely<Schema>, engine: Engine, viewer: Viewer, ways: Query, take: number, limit: number): Promise<FoundAccount[]> {
  const w = new Where(engine);
  const found = ways.map(([rarest, ...others]) => {
    const each = new Where(engine, w.parameters);
    each.and(meantBy(each, rarest!, 'c.term'));
    addScope(each, viewer, 'c.account_id');
    addWordsOfEach(each, others, 'c.account_id');
    return `select account_id from (select c.account_id from search_term c where ${each.text} limit ${each.value(take)}) f`;
  });
  return await ask(db, `select ${COLUMNS} from account a left join standing s on s.account_id = a.id
    where a.archived_at is null and a.id in (${found.join(' union all ')}) order by ${RANK}, a.id limit ${w.value(limit)}`, w);
}

/** The first matches among the best ranked accounts. */
async function walk(db: Kysely<Schema>, engine: Engine, query: Query, limit: number): Promise<FoundAccount[]> {
  const w = new Where(engine);
  w.and(`${RANK} <= ${w.value(WALKED)} and a.archived_at is null`);
  addQueryOfEach(w, query, 's.account_id');
  return await ask(db, `select ${COLUMNS} from standing s ${orderedJoin(engine)} account a on a.id = s.account_id where ${w.text} order by ${RANK}, s.account_id limit ${w.value(limit)}`, w);
}

/** What a person's own accounts hold: a team is small enough to look at each. */
async function ofTeam(db: Kysely<Schema>, engine: Engine, userId: string, query: Query, limit: number): Promise<FoundAccount[]> {
  const w = new Where(engine);
  w.and(`m.user_id = ${w.value(userId)} and a.archived_at is null`);
  addQueryOfEach(w, query, 'm.account_id');
  return await ask(db, `select ${COLUMNS} from account_team m ${orderedJoin(engine)} account a on a.id = m.account_id left join standing s on s.account_id = a.id
    where ${w.text} order by ${RANK}, a.id limit ${w.value(limit)}`, w);
}

/**
 * Accounts whose names or codes answer the query, the best ranked first. Where every word of a way is very common the best are
 * looked for among the best ranked; the time stays bounded at any size.
 */
export async function findAccounts(db: Kysely<Schema>, viewer: Viewer, query: Query, limit: number): Promise<FoundAccount[]> {
  if (query.length === 0 || viewer.scope === 'none') return [];
  const engine = engineOf(db);
  if (viewer.scope === 'team') return viewer.userId === null ? [] : await ofTeam(db, engine, viewer.userId, query, limit);
  const ways: Word[][] = [];
  let common = false;
  for (const words of query) {
    const most = words.length === 1 ? GATHERED : GATHERED_OF_SEVERAL;
    const counted: { word: Word; n: number }[] = [];
    for (const word of words) counted.push({ word, n: await commonness(db, engine, word, most) });
    counted.sort((a, b) => a.n - b.n);
    if (counted[0]!.n === 0) continue;
    common ||= counted[0]!.n >= most;
    ways.push(counted.map(({ word }) => word));
  }
  if (ways.length === 0) return [];
  if (!common) return await gather(db, engine, viewer, ways, GATHERED, limit);
  const best = await walk(db, engine, ways, limit);
  if (best.length === limit) return best;
  const known = new Set(best.map((account) => account.id));
  const more = await gather(db, engine, viewer, ways, TAKEN, limit);
  return [...best, ...more.filter((account) => !known.has(account.id))].slice(0, limit);
}

/** Writes the search terms of accounts anew (after creating or renaming them). */
export async function indexAccounts(tx: Transaction<Schema>, accounts: readonly { id: number; key: string; name: string }[], fresh = false): Promise<void> {
  if (!fresh) {
    for (let start = 0; start < accounts.length; start += 500) {
      await tx.deleteFrom('search_term').where('account_id', 'in', accounts.slice(start, start + 500).map((account) => account.id)).execute();
    }
  }
  const rows = accounts.flatMap(({ id, key, name }) => searchTerms(name, key).map((term) => ({ term, account_id: id })));
  // In the order of the table, so that neighbours go into the same page: a large set goes in twice as fast.
  rows.sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
  await insertMany(tx, 'search_term', rows);
}
