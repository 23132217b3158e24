import type { Kysely, Transaction } from 'kysely';
import type { Proof } from '#domain/select/evidence.ts';
import type { Mark } from '#domain/select/model.ts';
import { takeIds } from '../ids.ts';
import { inChunks } from '../inChunks.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';

export interface StoredMark extends Mark {
  readonly id: number;
  /** Facts it cites that were not withdrawn. */
  readonly factIds: readonly number[];
  readonly recordedBy: { readonly id: string; readonly name: string } | null;
  readonly recordedAt: string;
}

/** A mark to be recorded, with the facts it cites. */
export type NewMarkRow = Omit<Mark, 'proofs'> & { readonly factIds: readonly number[] };

/** The marks of one account that count: the newest of each indicator that was not withdrawn. */
export async function currentMarks(db: Kysely<Schema>, accountId: number): Promise<StoredMark[]> {
  return (await currentMarksOf(db, [accountId])).get(accountId) ?? [];
}

/** The same of many accounts, by account; who has none is not in the answer. */
export async function currentMarksOf(db: Kysely<Schema>, accountIds: readonly number[]): Promise<Map<number, StoredMark[]>> {
  const found = new Map<number, Map<string, StoredMark>>();
  for (const ids of inChunks(accountIds)) {
    const rows = await db.selectFrom('mark as m').leftJoin('auth_user as u', 'u.id', 'm.recorded_by')
      .where('m.account_id', 'in', ids).where('m.withdrawn_at', 'is', null).orderBy('m.id', 'desc')
      .select(['m.id', 'm.account_id', 'm.indicator', 'm.value', 'm.note', 'm.observed_on', 'm.recorded_by', 'm.recorded_at', 'u.name']).execute();
    const cited = rows.length === 0 ? new Map<number, never[]>() : await citedWhere(db, (query) => query.where('f.account_id', 'in', ids));
    for (const row of rows) {
      const newest = found.get(row.account_id) ?? new Map<string, StoredMark>();
      found.set(row.account_id, newest);
      if (newest.has(row.indicator)) continue;
      const facts = cited.get(row.id) ?? [];
      newest.set(row.indicator, {
        id: row.id, indicator: row.indicator, value: JSON.parse(row.value) as Mark['value'], note: row.note, observedOn: row.observed_on, proofs: facts, factIds: facts.map((fact) => fact.id),
        recordedBy: row.recorded_by === null ? null : { id: row.recorded_by, name: row.name ?? '' }, recordedAt: row.recorded_at,
      });
    }
  }
  return new Map([...found].map(([account, marks]) => [account, [...marks.values()].reverse()]));
}

/** Who withdrew these marks, and when; those that still count are not in the answer. */
export async function withdrawalsOf(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, { readonly by: { readonly id: string; readonly name: string } | null; readonly at: string }>> {
  const found = new Map<number, { by: { id: string; name: string } | null; at: string }>();
  for (const some of inChunks(ids)) {
    const rows = await db.selectFrom('mark as m').leftJoin('auth_user as u', 'u.id', 'm.withdrawn_by').where('m.id', 'in', some).where('m.withdrawn_at', 'is not', null)
      .select(['m.id', 'm.withdrawn_at', 'm.withdrawn_by', 'u.name']).execute();
    for (const row of rows) found.set(row.id, { by: row.withdrawn_by === null ? null : { id: row.withdrawn_by, name: row.name ?? '' }, at: row.withdrawn_at! });
  }
  return found;
}

/** The marks that count of accounts with ids in from–to, by account, without notes: what scoring needs. */
export async function marksBetween(db: Kysely<Schema>, from: number, to: number): Promise<Map<number, Mark[]>> {
  const rows = await db.selectFrom('mark').where('account_id', '>=', from).where('account_id', '<=', to).where('withdrawn_at', 'is', null)
    .orderBy('id').select(['id', 'account_id', 'indicator', 'value', 'observed_on']).execute();
  const cited = rows.length === 0 ? new Map<number, never[]>() : await citedWhere(db, (query) => query.where('f.account_id', '>=', from).where('f.account_id', '<=', to));
  const byAccount = new Map<number, Map<string, Mark>>();
  for (const row of rows) {
    const marks = byAccount.get(row.account_id) ?? new Map<string, Mark>();
    marks.set(row.indicator, { indicator: row.indicator, value: JSON.parse(row.value) as Mark['value'], note: '', observedOn: row.observed_on, proofs: cited.get(row.id) ?? [] });
    byAccount.set(row.account_id, marks);
  }
  return new Map([...byAccount].map(([account, marks]) => [account, [...marks.values()]]));
}

const factsCited = (db: Kysely<Schema>) => db.selectFrom('fact as f').innerJoin('mark_fact as c', 'c.fact_id', 'f.id').where('f.withdrawn_at', 'is', null)
  .orderBy('f.id').select(['c.mark_id', 'f.id', 'f.kind', 'f.evidence', 'f.observed_on', 'f.expires_on']);

/** Facts that marks of some accounts cite, by mark, those left out that were withdrawn. */
async function citedWhere(db: Kysely<Schema>, some: (query: ReturnType<typeof factsCited>) => ReturnType<typeof factsCited>): Promise<Map<number, (Proof & { readonly id: number })[]>> {
  const rows = await some(factsCited(db)).execute();
  const byMark = new Map<number, (Proof & { id: number })[]>();
  for (const row of rows) {
    const fact = { id: row.id, kind: row.kind as Proof['kind'], evidence: row.evidence as Proof['evidence'], observedOn: row.observed_on, expiresOn: row.expires_on };
    const facts = byMark.get(row.mark_id);
    if (facts) facts.push(fact);
    else byMark.set(row.mark_id, [fact]);
  }
  return byMark;
}

/** Records marks with their citations on one account; gives the id of the first, the others follow. */
export async function insertMarks(tx: Transaction<Schema>, accountId: number, marks: readonly NewMarkRow[], by: { userId: string | null; at: string }): Promise<number> {
  return await insertMarksOf(tx, marks.map((mark) => ({ accountId, ...mark })), by);
}

/** The same on many accounts. */
export async function insertMarksOf(tx: Transaction<Schema>, marks: readonly (NewMarkRow & { readonly accountId: number })[], by: { userId: string | null; at: string }): Promise<number> {
  const first = await takeIds(tx, 'mark', marks.length);
  await insertMany(tx, 'mark', marks.map((mark, n) => ({
    id: first + n, account_id: mark.accountId, indicator: mark.indicator, value: JSON.stringify(mark.value), note: mark.note, observed_on: mark.observedOn,
    recorded_by: by.userId, recorded_at: by.at, withdrawn_at: null, withdrawn_by: null,
  })));
  await insertMany(tx, 'mark_fact', marks.flatMap((mark, n) => [...new Set(mark.factIds)].map((fact_id) => ({ mark_id: first + n, fact_id }))));
  return first;
}

/** Withdraws every mark on these indicators; they stay as history. */
export async function withdrawMarks(tx: Transaction<Schema>, accountId: number, indicators: readonly string[], by: { userId: string | null; at: string }): Promise<void> {
  if (indicators.length === 0) return;
  await tx.updateTable('mark').set({ withdrawn_at: by.at, withdrawn_by: by.userId })
    .where('account_id', '=', accountId).where('indicator', 'in', indicators).where('withdrawn_at', 'is', null).execute();
}

/** Withdraws these marks; the ones before them count again. */
export async function withdrawMarksById(tx: Transaction<Schema>, ids: readonly number[], by: { userId: string | null; at: string }): Promise<void> {
  for (const some of inChunks(ids)) await tx.updateTable('mark').set({ withdrawn_at: by.at, withdrawn_by: by.userId }).where('id', 'in', some).execute();
}

/** Lets withdrawn marks count again. */
export async function restoreMarks(tx: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  for (const some of inChunks(ids)) await tx.updateTable('mark').set({ withdrawn_at: null, withdrawn_by: null }).where('id', 'in', some).execute();
}
