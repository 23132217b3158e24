import { CompiledQuery, type Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import { engineOf } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { addScope, Where, type Viewer } from '../select/accountFilter.ts';
import { KEY_ACCOUNTS } from '../select/keyAccounts.ts';

/** A question with its customer and the names of its people. */
export interface QuestionRow {
  readonly id: number;
  readonly account_id: number;
  readonly account_name: string;
  /** 1: its customer is a key account. */
  readonly key_account: number;
  readonly block: string;
  readonly topic: string | null;
  readonly text: string;
  readonly owner_id: string | null;
  readonly owner: string | null;
  readonly due_on: Day | null;
  readonly recorded_by: string | null;
  readonly recorder: string | null;
  readonly recorded_at: string;
  readonly answer: string | null;
  readonly answered_at: string | null;
  readonly answered_by: string | null;
  readonly answerer: string | null;
  readonly withdrawn_at: string | null;
}

export interface QuestionFilter {
  readonly state: 'open' | 'answered' | 'all';
  readonly accountId?: number | undefined;
  readonly block?: string | undefined;
  readonly ownerId?: string | undefined;
  /** Only those due before this day. */
  readonly dueBefore?: Day | undefined;
  /** `research`: key accounts first, then the oldest first; `newest`: the newest first. */
  readonly order: 'research' | 'newest';
  /** Where the page before ended. */
  readonly after?: { readonly key: boolean; readonly id: number } | undefined;
  readonly limit: number;
}

/** 0 for a key account, 1 for the others: what the research list is ordered by. */
const LATER = 'case when k.account_id is null then 1 else 0 end';

/** Questions that were not withdrawn, about customers in the viewer's reach; those about archived customers only where the customer is named. */
export async function listQuestions(db: Kysely<Schema>, viewer: Viewer, filter: QuestionFilter): Promise<QuestionRow[]> {
  const w = new Where(engineOf(db));
  limitTo(w, viewer, filter);
  if (filter.after) w.and(filter.order === 'newest' ? `q.id < ${w.value(filter.after.id)}` : `(${LATER}, q.id) > (${w.value(filter.after.key ? 0 : 1)}, ${w.value(filter.after.id)})`);
  const text = `select q.id, q.account_id, a.name as account_name, case when k.account_id is null then 0 else 1 end as key_account, q.block, q.topic, q.text, q.owner_id, o.name as owner, q.due_on,
      q.recorded_by, r.name as recorder, q.recorded_at, q.answer, q.answered_at, q.answered_by, b.name as answerer, q.withdrawn_at
    from question q join account a on a.id = q.account_id left join ${KEY_ACCOUNTS} k on k.account_id = q.account_id
      left join auth_user o on o.id = q.owner_id left join auth_user r on r.id = q.recorded_by left join auth_user b on b.id = q.answered_by
    where ${w.text} order by ${filter.order === 'newest' ? 'q.id desc' : `${LATER}, q.id`} limit ${w.value(filter.limit)}`;
  return (await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<QuestionRow>)).rows;
}

/** How many questions are open in the viewer's reach: in all, the viewer's own, and those due before a day. */
export async function countQuestions(db: Kysely<Schema>, viewer: Viewer, dueBefore: Day): Promise<{ all: number; mine: number; overdue: number }> {
  const w = new Where(engineOf(db));
  // Values in the order in which the statement names them.
  const [mine, late] = [w.value(viewer.userId ?? ''), w.value(dueBefore)];
  limitTo(w, viewer, { state: 'open' });
  const text = `select count(*) as "all", sum(case when q.owner_id = ${mine} then 1 else 0 end) as mine, sum(case when q.due_on < ${late} then 1 else 0 end) as overdue
    from question q join account a on a.id = q.account_id where ${w.text}`;
  const { rows: [row] } = await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<{ all: number; mine: number | null; overdue: number | null }>);
  return { all: Number(row!.all), mine: Number(row!.mine ?? 0), overdue: Number(row!.overdue ?? 0) };
}

function limitTo(w: Where, viewer: Viewer, filter: Pick<QuestionFilter, 'state' | 'accountId' | 'block' | 'ownerId' | 'dueBefore'>): void {
  w.and('q.withdrawn_at is null');
  if (filter.state !== 'all') w.and(`q.answered_at is ${filter.state === 'open' ? '' : 'not '}null`);
  if (filter.accountId === undefined) w.and('a.archived_at is null');
  else w.and(`q.account_id = ${w.value(filter.accountId)}`);
  if (filter.block !== undefined) w.and(`q.block = ${w.value(filter.block)}`);
  if (filter.ownerId !== undefined) w.and(`q.owner_id = ${w.value(filter.ownerId)}`);
  if (filter.dueBefore !== undefined) w.and(`q.due_on < ${w.value(filter.dueBefore)}`);
  addScope(w, viewer, 'q.account_id');
}
