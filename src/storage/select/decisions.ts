import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { DecisionKind, Reasons } from '#domain/select/decision/conditions.ts';
import { readSnapshot, type DecisionSnapshot, type Figures } from '#domain/select/decision/snapshot.ts';
import { engineOf, jsonObject } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { addScope, Where, type Viewer } from './accountFilter.ts';
import { KEY_ACCOUNTS } from './keyAccounts.ts';

interface Person { readonly id: string; readonly name: string }

/** A decision on a key account (S12) without what it was made on. */
export interface StoredDecision {
  readonly id: number;
  readonly account: { readonly id: number; readonly key: string; readonly name: string; readonly archived: boolean };
  readonly kind: DecisionKind;
  readonly reasons: Reasons;
  /** Who decided, as they were called then. */
  readonly people: readonly Person[];
  readonly decidedOn: Day;
  readonly recordedBy: Person | null;
  readonly recordedAt: string;
  readonly withdrawn: { readonly at: string; readonly by: string | null } | null;
  /** The newest one of its account that was not withdrawn. */
  readonly standing: boolean;
  readonly figures: Figures;
  /** Reviews that were not withdrawn: how many, and the last one's day. */
  readonly reviews: number;
  readonly lastReviewedOn: Day | null;
}

export interface DecisionFilter {
  /** `standing`: of each account the newest that was not withdrawn; `due`: key accounts whose decision or last review is not after `dueBy`, the longest waiting first. */
  readonly show: 'all' | 'standing' | 'chosen' | 'dropped' | 'due';
  readonly dueBy?: Day | undefined;
  readonly accountId?: number | undefined;
  readonly id?: number | undefined;
  /** Where the page before ended: its last id, with the waiting day for `due`. */
  readonly after?: { readonly id: number; readonly day: Day } | undefined;
  readonly limit: number;
}

const STANDING = 'd.withdrawn_at is null and not exists (select 1 from decision n where n.account_id = d.account_id and n.id > d.id and n.withdrawn_at is null)';
const LAST_REVIEW = '(select max(r.reviewed_on) from decision_review r where r.decision_id = d.id and r.withdrawn_at is null)';
/** The day from which the year to the next review runs. */
const WAITING_SINCE = `coalesce(${LAST_REVIEW}, d.decided_on)`;

interface Row {
  id: number; account_id: number; account_key: string; account_name: string; archived_at: string | null; kind: DecisionKind; reasons: string; people: string; decided_on: Day; decided_by: string | null;
  decided_at: string; withdrawn_at: string | null; decider: string | null; withdrawer: string | null; figures: string; reviews: number; last_review: Day | null; standing: number;
}

/** Decisions on the viewer's accounts, newest first (`due`: the longest waiting first); withdrawn ones only where everything is asked for. */
export async function listDecisions(db: Kysely<Schema>, viewer: Viewer, filter: DecisionFilter): Promise<StoredDecision[]> {
  const engine = engineOf(db);
  const w = new Where(engine);
  addScope(w, viewer, 'd.account_id');
  if (filter.accountId !== undefined) w.and(`d.account_id = ${w.value(filter.accountId)}`);
  if (filter.id !== undefined) w.and(`d.id = ${w.value(filter.id)}`);
  if (filter.show === 'chosen' || filter.show === 'dropped') w.and(`d.kind = ${w.value(filter.show === 'chosen' ? 'choose' : 'drop')} and d.withdrawn_at is null`);
  if (filter.show === 'standing' || filter.show === 'due') w.and(STANDING);
  if (filter.show === 'due') w.and(`d.kind = 'choose' and a.archived_at is null and ${WAITING_SINCE} <= ${w.value(filter.dueBy ?? '')}`);
  if (filter.after && filter.show === 'due') w.and(`(${WAITING_SINCE}, d.id) > (${w.value(filter.after.day)}, ${w.value(filter.after.id)})`);
  else if (filter.after) w.and(`d.id < ${w.value(filter.after.id)}`);
  const text = `select d.id, d.account_id, a.key as account_key, a.name as account_name, a.archived_at, d.kind, d.reasons, d.people, d.decided_on, d.decided_by, d.decided_at, d.withdrawn_at,
      u.name as decider, v.name as withdrawer, ${jsonObject(engine, 'd.snapshot', 'figures')} as figures,
      (select count(*) from decision_review r where r.decision_id = d.id and r.withdrawn_at is null) as reviews, ${LAST_REVIEW} as last_review, case when ${STANDING} then 1 else 0 end as standing
    from decision d join account a on a.id = d.account_id left join auth_user u on u.id = d.decided_by left join auth_user v on v.id = d.withdrawn_by
    where ${w.text} order by ${filter.show === 'due' ? `${WAITING_SINCE}, d.id` : 'd.id desc'} limit ${w.value(filter.limit)}`;
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<Row>);
  return rows.map((row) => ({
    id: row.id, account: { id: row.account_id, key: row.account_key, name: row.account_name, archived: row.archived_at !== null }, kind: row.kind, reasons: JSON.parse(row.reasons) as Reasons,
    people: JSON.parse(row.people) as Person[], decidedOn: row.decided_on, recordedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decider ?? '' }, recordedAt: row.decided_at,
    withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: row.withdrawer }, standing: Number(row.standing) === 1, figures: JSON.parse(row.figures) as Figures,
    reviews: Number(row.reviews), lastReviewedOn: row.last_review,
  }));
}

/** One decision on an account the viewer may see. */
export async function findDecision(db: Kysely<Schema>, viewer: Viewer, id: number): Promise<StoredDecision | undefined> {
  return (await listDecisions(db, viewer, { show: 'all', id, limit: 1 }))[0];
}

/** The decision on an account that stands: its newest that was not withdrawn. */
export async function standingDecision(db: Kysely<Schema>, viewer: Viewer, accountId: number): Promise<StoredDecision | undefined> {
  return (await listDecisions(db, viewer, { show: 'standing', accountId, limit: 1 }))[0];
}

/** What a decision was made on, frozen. */
export async function readDecisionSnapshot(db: Kysely<Schema>, id: number): Promise<DecisionSnapshot> {
  const { snapshot } = await db.selectFrom('decision').select('snapshot').where('id', '=', id).executeTakeFirstOrThrow();
  return readSnapshot<DecisionSnapshot>(snapshot);
}

/** How many of the viewer's accounts are key accounts, and how many of them are to be reviewed; archived ones left out. */
export async function countKeyAccounts(db: Kysely<Schema>, viewer: Viewer, dueBy: Day): Promise<{ chosen: number; due: number }> {
  const w = new Where(engineOf(db));
  const due = w.value(dueBy);
  w.and('d.kind = \'choose\' and a.archived_at is null');
  w.and(STANDING);
  addScope(w, viewer, 'd.account_id');
  const text = `select count(*) as chosen, sum(case when ${WAITING_SINCE} <= ${due} then 1 else 0 end) as due from decision d join account a on a.id = d.account_id where ${w.text}`;
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<{ chosen: number; due: number | null }>);
  return { chosen: Number(rows[0]!.chosen), due: Number(rows[0]!.due ?? 0) };
}

/** Customers near this rank that are no key accounts, the nearest of each side first: what else might be chosen. */
export async function neighboursOf(db: Kysely<Schema>, viewer: Viewer, account: { readonly id: number; readonly rank: number | null }, each: number): Promise<number[]> {
  const side = async (than: '<=' | '>', order: 'asc' | 'desc', rank: number): Promise<number[]> => {
    const w = new Where(engineOf(db));
    w.and(`coalesce(s.rank, 2147483647) ${than} ${w.value(rank)} and s.rank is not null and a.archived_at is null and s.account_id <> ${w.value(account.id)}`);
    w.and(`s.account_id not in (select account_id from ${KEY_ACCOUNTS} chosen)`);
    addScope(w, viewer, 's.account_id');
    const text = `select s.account_id as id from standing s join account a on a.id = s.account_id where ${w.text} order by coalesce(s.rank, 2147483647) ${order}, s.account_id limit ${w.value(each)}`;
    return (await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<{ id: number }>)).rows.map((row) => row.id);
  };
  // Who has no rank is compared with the best.
  if (account.rank === null) return await side('>', 'asc', 0);
  return [...(await side('<=', 'desc', account.rank)).reverse(), ...await side('>', 'asc', account.rank)];
}

export interface NewDecisionRow {
  readonly accountId: number;
  readonly kind: DecisionKind;
  readonly reasons: Reasons;
  readonly people: readonly Person[];
  readonly decidedOn: Day;
  readonly snapshot: DecisionSnapshot;
}

export async function insertDecision(tx: Transaction<Schema>, id: number, row: NewDecisionRow, by: { userId: string | null; at: string }): Promise<void> {
  await tx.insertInto('decision').values({
    id, account_id: row.accountId, kind: row.kind, model_version_id: row.snapshot.model.versionId, reasons: JSON.stringify(row.reasons), people: JSON.stringify(row.people), snapshot: JSON.stringify(row.snapshot),
    decided_on: row.decidedOn, decided_by: by.userId, decided_at: by.at, withdrawn_at: null, withdrawn_by: null,
  }).execute();
}

/** Withdraws a decision, or lets it stand again. */
export async function setDecisionWithdrawn(tx: Transaction<Schema>, id: number, by: { userId: string | null; at: string } | null): Promise<void> {
  await tx.updateTable('decision').set({ withdrawn_at: by?.at ?? null, withdrawn_by: by?.userId ?? null }).where('id', '=', id).execute();
}
