import { sql, type Kysely, type Transaction } from 'kysely';
import { searchTerms } from '#domain/searchTerms.ts';
import type { Schema } from '../schema.ts';
import { insertMany } from '../insertMany.ts';
import type { Viewer } from './accountList.ts';

export interface FoundAccount {
  id: number; key: string; name: string; grade: string | null; class: string | null; rank: number | null;
}

/** Rows read of the first word's index range: what a person can still look through, and bounded at any size. */
const CANDIDATES = 400;

/**
 * Accounts whose names or codes have words beginning with each of the terms (queryTerms), the best known first.
 * Reads at most CANDIDATES index entries of the longest term; the shortest matching terms come first in that range.
 */
export async function findAccounts(db: Kysely<Schema>, viewer: Viewer, terms: readonly string[], limit: number): Promise<FoundAccount[]> {
  const [first, ...others] = terms;
  if (first === undefined || viewer.scope === 'none') return [];
  const candidates = db.selectFrom('search_term').select('account_id').where('term', '>=', first).where('term', '<', `${first}\uffff`)
    .$if(viewer.scope === 'team', (query) => query.where('account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? '')))
    .$if(others.length > 0, (query) => query.where((eb) => eb.and(others.map((term) => eb.exists(
      db.selectFrom('search_term as other').select(sql`1`.as('one')).where('other.account_id', '=', eb.ref('search_term.account_id')).where('other.term', '>=', term).where('other.term', '<', `${term}\uffff`),
    )))))
    .limit(CANDIDATES);
  return await db.selectFrom('account as a').leftJoin('standing as s', 's.account_id', 'a.id')
    .where('a.id', 'in', candidates).where('a.archived_at', 'is', null)
    .select(['a.id', 'a.key', 'a.name', 's.grade', 's.class', 's.rank'])
    .orderBy(sql`coalesce(s.rank, 2147483647)`).orderBy('a.id').limit(limit).execute();
}

/** Writes the search terms of accounts anew (after creating or renaming them). */
export async function indexAccounts(tx: Transaction<Schema>, accounts: readonly { id: number; key: string; name: string }[], fresh = false): Promise<void> {
  if (!fresh) {
    for (let start = 0; start < accounts.length; start += 500) {
      await tx.deleteFrom('search_term').where('account_id', 'in', accounts.slice(start, start + 500).map((account) => account.id)).execute();
    }
  }
  const rows = accounts.flatMap(({ id, key, name }) => searchTerms(name, key).map((term) => ({ term, account_id: id })));
  await insertMany(tx, 'search_term', rows);
}
