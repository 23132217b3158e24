import { sql, type Kysely, type Transaction } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { ScoreReference } from '#domain/select/reference.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema, StandingTable } from '../schema.ts';

/** What the standings were last computed under. */
export interface ScoreRun {
  readonly modelVersionId: number;
  readonly asOf: Day;
  readonly dataFrom: Day | null;
  readonly reportingCurrency: string;
  /** Imports whose files tell of payments: finding them reads whole imports, so single accounts take them from here. */
  readonly paymentImports: readonly number[];
  readonly reference: ScoreReference;
  /** The last event (id) that all standings know of, and the release that computed them; 0 and '' while that is not sure. */
  readonly through: number;
  readonly release: string;
}

/** More ids in one statement than this make it slow to prepare. */
const IDS_PER_STATEMENT = 500;

export async function readScoreRun(db: Kysely<Schema>): Promise<ScoreRun | undefined> {
  const row = await db.selectFrom('score_run').selectAll().where('id', '=', 1).executeTakeFirst();
  if (!row) return undefined;
  const { paymentImports = [], through = 0, release = '', ...reference } = JSON.parse(row.reference) as ScoreReference & { paymentImports?: number[]; through?: number; release?: string };
  return { modelVersionId: row.model_version_id, asOf: row.as_of, dataFrom: row.data_from, reportingCurrency: row.reporting_currency, paymentImports, reference, through, release };
}

export async function writeScoreRun(tx: Transaction<Schema>, run: ScoreRun, at: string): Promise<void> {
  const row = {
    id: 1, model_version_id: run.modelVersionId, as_of: run.asOf, data_from: run.dataFrom, reporting_currency: run.reportingCurrency,
    payments_known: run.paymentImports.length > 0 ? 1 : 0, reference: JSON.stringify({ ...run.reference, paymentImports: run.paymentImports, through: run.through, release: run.release }), at,
  };
  await tx.insertInto('score_run').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute();
}

/** Standings of accounts with ids in from–to. */
export async function standingsBetween(db: Kysely<Schema>, from: number, to: number): Promise<Map<number, StandingTable>> {
  const rows = await db.selectFrom('standing').selectAll().where('account_id', '>=', from).where('account_id', '<=', to).execute();
  return new Map(rows.map((row) => [row.account_id, row]));
}

/** Puts these standings in the place of the earlier ones. */
export async function replaceStandings(tx: Transaction<Schema>, rows: readonly StandingTable[]): Promise<void> {
  for (let start = 0; start < rows.length; start += IDS_PER_STATEMENT) {
    const ids = rows.slice(start, start + IDS_PER_STATEMENT).map((row) => row.account_id);
    await tx.deleteFrom('standing').where('account_id', 'in', ids).execute();
  }
  await insertMany(tx, 'standing', rows);
}

/** Drops standings whose account is gone (an import taken back out). */
export async function dropOrphanStandings(tx: Transaction<Schema>): Promise<void> {
  await tx.deleteFrom('standing').where('account_id', 'not in', tx.selectFrom('account').select('id')).execute();
}

/** Place of a total among all ranked accounts: one more than those above it. */
export async function placeOf(db: Kysely<Schema>, total: number): Promise<number> {
  const row = await db.selectFrom('standing').where('total', '>', total).where('rank', 'is not', null).select((s) => s.fn.countAll<number>().as('above')).executeTakeFirstOrThrow();
  return Number(row.above) + 1;
}

/** Gives one account its place; the others stay where they are. */
export async function setRank(tx: Transaction<Schema>, accountId: number, rank: number): Promise<void> {
  await tx.updateTable('standing').set({ rank }).where('account_id', '=', accountId).execute();
}

/** How many ranked accounts lie between two totals (the higher one not included), counted up to `limit`. */
export async function countBetween(db: Kysely<Schema>, low: number, high: number, limit: number): Promise<number> {
  const row = await db.selectFrom((eb) => eb.selectFrom('standing').where('total', '>=', low).where('total', '<', high).where('rank', 'is not', null).select('account_id').limit(limit).as('s'))
    .select((s) => s.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Moves everybody whose total lies in [low, high) by one place, except the account that jumped over them. */
export async function shiftRanks(tx: Transaction<Schema>, low: number, high: number, by: 1 | -1, except: number): Promise<void> {
  await tx.updateTable('standing').set({ rank: sql<number>`rank + ${by}` })
    .where('total', '>=', low).where('total', '<', high).where('rank', 'is not', null).where('account_id', '<>', except).execute();
}

/** Ranks all accounts that are not archived anew from their totals, writing only the ranks that differ. */
export async function rerank(tx: Transaction<Schema>): Promise<void> {
  await sql`update standing set rank = r.place from (
      select s.account_id, case when s.total is null or a.archived_at is not null then null
        else rank() over (order by case when a.archived_at is null then s.total end desc nulls last) end as place
      from standing s join account a on a.id = s.account_id
    ) r where r.account_id = standing.account_id and standing.rank is distinct from r.place`.execute(tx);
}
