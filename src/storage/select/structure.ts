import { CompiledQuery, sql, type Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { AccountClass } from '#domain/select/model.ts';
import { engineOf } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { addScope, Where, type Viewer } from './accountFilter.ts';
import { KEY_ACCOUNTS } from './keyAccounts.ts';

/** Accounts of one owner and class: how many, and how many of them are key accounts. Nobody's have a null owner. */
export interface OwnedCount {
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerClosed: boolean;
  readonly class: AccountClass | null;
  readonly accounts: number;
  readonly chosen: number;
}

/** An account with who looks after it. */
export interface CoverRow {
  readonly id: number;
  readonly name: string;
  readonly class: AccountClass | null;
  readonly rank: number | null;
  readonly since: Day | null;
  readonly owner: { readonly id: string; readonly name: string; readonly closed: boolean } | null;
  readonly people: number;
  readonly solution: boolean;
  readonly delivery: boolean;
}

async function ask<R>(db: Kysely<Schema>, text: string, w: Where): Promise<R[]> {
  return (await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<R>)).rows;
}

/** The viewer's accounts (archived ones left out) by owner and class: structure and loads are both sums of it. */
export async function countByOwner(db: Kysely<Schema>, viewer: Viewer): Promise<OwnedCount[]> {
  const w = new Where(engineOf(db));
  w.and('a.archived_at is null');
  addScope(w, viewer, 'a.id');
  interface Row { owner_id: string | null; name: string | null; closed: string | null; class: AccountClass | null; accounts: number; chosen: number }
  const rows = await ask<Row>(db, `select c.owner_id, u.name, u."disabledAt" as closed, c.class, c.accounts, c.chosen from (
      select a.owner_id, s.class, count(*) as accounts, count(k.account_id) as chosen from account a left join standing s on s.account_id = a.id left join ${KEY_ACCOUNTS} k on k.account_id = a.id
      where ${w.text} group by a.owner_id, s.class
    ) c left join auth_user u on u.id = c.owner_id order by u.name, c.owner_id`, w);
  return rows.map((row) => ({ ownerId: row.owner_id, ownerName: row.name, ownerClosed: row.closed !== null, class: row.class, accounts: Number(row.accounts), chosen: Number(row.chosen) }));
}

/** People who carry accounts: open accesses with the role manager, and whoever owns an account. */
export async function countManagers(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from auth_user u where u."disabledAt" is null
    and (u.role = 'manager' or u.id in (select a.owner_id from account a where a.owner_id is not null and a.archived_at is null))`.execute(db);
  return Number(rows[0]!.n);
}

/**
 * Accounts to look at for coverage, best ranked first. `high`: strategic, key and chosen ones; `low`: those to maintain or leave that more
 * than one person or one of the `busy` owners is on. What of it is too little or too much is the domain's to say.
 */
export async function coverRows(db: Kysely<Schema>, viewer: Viewer, which: { readonly need: 'high' } | { readonly need: 'low'; readonly busy: readonly string[] }): Promise<CoverRow[]> {
  const w = new Where(engineOf(db));
  w.and('a.archived_at is null');
  addScope(w, viewer, 'a.id');
  if (which.need === 'high') w.and("(s.class in ('strategic', 'key') or k.account_id is not null)");
  else {
    const busy = which.busy.length > 0 ? ` or a.owner_id in (${which.busy.map((id) => w.value(id)).join(', ')})` : '';
    w.and(`s.class in ('maintain', 'exit') and k.account_id is null and (t.people > 1${busy})`);
  }
  interface Row { id: number; name: string; class: AccountClass | null; rank: number | null; since: Day | null; owner_id: string | null; owner: string | null; closed: string | null; people: number | null; solution: number | null; delivery: number | null }
  const rows = await ask<Row>(db, `select a.id, a.name, s.class, s.rank, k.since, a.owner_id, u.name as owner, u."disabledAt" as closed, t.people, t.solution, t.delivery
    from account a left join standing s on s.account_id = a.id left join ${KEY_ACCOUNTS} k on k.account_id = a.id left join auth_user u on u.id = a.owner_id
      left join (select account_id, count(*) as people, max(case when role = 'solution' then 1 else 0 end) as solution, max(case when role = 'delivery' then 1 else 0 end) as delivery
        from account_team group by account_id) t on t.account_id = a.id
    where ${w.text} order by coalesce(s.rank, 2147483647), a.id`, w);
  return rows.map((row) => ({
    id: row.id, name: row.name, class: row.class, rank: row.rank, since: row.since, people: Number(row.people ?? 0), solution: Number(row.solution ?? 0) === 1, delivery: Number(row.delivery ?? 0) === 1,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner ?? '', closed: row.closed !== null },
  }));
}
