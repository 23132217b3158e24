import { sql, type Kysely, type Transaction } from 'kysely';
import { BLOCK_OF_KIND, type Block } from '#domain/blocks.ts';
import { FACT_KINDS } from '#domain/factKinds.ts';
import type { Fact, NewFact } from '#domain/select/fact.ts';
import { containing } from '../containing.ts';
import { takeIds } from '../ids.ts';
import { inChunks } from '../inChunks.ts';
import { insertMany } from '../insertMany.ts';
import type { FactTable } from './teamTables.ts';
import type { Schema } from '../schema.ts';

export interface FactFilter {
  /** Part of the statement or source. */
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  /** A block of the full view: facts placed there, and those without a place whose kind belongs there; null: those that belong nowhere. */
  readonly block?: Block | null | undefined;
  readonly withdrawn?: boolean;
  /** Only facts with a smaller id: the page after. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Facts of an account, newest first, each with the indicators whose marks cite it. */
export async function listFacts(db: Kysely<Schema>, accountId: number, filter: FactFilter): Promise<(Fact & { readonly citedBy: readonly string[] })[]> {
  let query = facts(db).where('f.account_id', '=', accountId).where('f.withdrawn_at', filter.withdrawn ? 'is not' : 'is', null).orderBy('f.id', 'desc').limit(filter.limit);
  if (filter.before !== undefined) query = query.where('f.id', '<', filter.before);
  if (filter.kind !== undefined) query = query.where('f.kind', '=', filter.kind);
  if (filter.block !== undefined) {
    const kinds = FACT_KINDS.filter((kind) => BLOCK_OF_KIND[kind] === filter.block);
    const byKind = sql<boolean>`(f.block is null and f.kind in (${sql.join(kinds)}))`;
    query = query.where(filter.block === null || kinds.length === 0 ? (filter.block === null ? byKind : sql<boolean>`f.block = ${filter.block}`) : sql<boolean>`(f.block = ${filter.block} or ${byKind})`);
  }
  const { q } = filter;
  if (q) query = query.where((eb) => containing(eb, ['f.statement', 'f.source'], q));
  const rows = (await query.execute()).map(present);
  const cited = await citedBy(db, rows.map((fact) => fact.id));
  return rows.map((fact) => ({ ...fact, citedBy: cited.get(fact.id) ?? [] }));
}

/** Facts by id, withdrawn ones too. */
export async function factsById(db: Kysely<Schema>, ids: readonly number[]): Promise<Fact[]> {
  const found: Fact[] = [];
  for (const some of inChunks(ids.toSorted((a, b) => a - b))) found.push(...(await facts(db).where('f.id', 'in', some).orderBy('f.id').execute()).map(present));
  return found;
}

/** Facts that were read in a source, in the order in which they stand there; at most 500. */
export async function factsInSource(db: Kysely<Schema>, sourceId: number): Promise<Fact[]> {
  const found = (await facts(db).where('f.source_id', '=', sourceId).where('f.withdrawn_at', 'is', null).orderBy('f.id').limit(500).execute()).map(present);
  return found.toSorted((a, b) => (a.anchor?.page ?? 0) - (b.anchor?.page ?? 0) || (a.anchor?.from ?? 0) - (b.anchor?.from ?? 0));
}

/** What the facts of an account say that count, the newest 5,000. */
export async function statementsOf(db: Kysely<Schema>, accountId: number): Promise<string[]> {
  const rows = await db.selectFrom('fact').select('statement').where('account_id', '=', accountId).where('withdrawn_at', 'is', null).orderBy('id', 'desc').limit(5000).execute();
  return rows.map((row) => row.statement);
}

/** How many facts of an account count, and how many were withdrawn. */
export async function countFacts(db: Kysely<Schema>, accountId: number): Promise<{ readonly counting: number; readonly withdrawn: number }> {
  const row = await db.selectFrom('fact').where('account_id', '=', accountId)
    .select((f) => [f.fn.countAll<number>().as('all'), f.fn.count<number>('withdrawn_at').as('withdrawn')]).executeTakeFirstOrThrow();
  return { counting: Number(row.all) - Number(row.withdrawn), withdrawn: Number(row.withdrawn) };
}

/** Those of the imports that are taken and have brought something about the account. */
export async function importsAbout(db: Kysely<Schema>, accountId: number, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('import as i').select('i.id').where('i.id', 'in', ids).where('i.state', '=', 'committed').where(({ or, exists, selectFrom }) => or([
    exists(selectFrom('invoice_line as l').select('l.id').whereRef('l.import_id', '=', 'i.id').where('l.account_id', '=', accountId)),
    exists(selectFrom('import_account as a').select('a.account_id').whereRef('a.import_id', '=', 'i.id').where('a.account_id', '=', accountId)),
  ])).execute();
  return new Set(rows.map((row) => row.id));
}

/** Indicators whose marks (not withdrawn) cite each fact. */
async function citedBy(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, string[]>> {
  const cited = new Map<number, string[]>();
  if (ids.length === 0) return cited;
  // Of each indicator only the newest mark counts.
  const rows = await db.selectFrom('mark_fact as c').innerJoin('mark as m', 'm.id', 'c.mark_id').where('c.fact_id', 'in', ids).where('m.withdrawn_at', 'is', null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('mark as n').select('n.id').whereRef('n.account_id', '=', 'm.account_id').whereRef('n.indicator', '=', 'm.indicator').whereRef('n.id', '>', 'm.id').where('n.withdrawn_at', 'is', null))))
    .orderBy('m.id').select(['c.fact_id', 'm.indicator']).execute();
  for (const row of rows) cited.set(row.fact_id, [...(cited.get(row.fact_id) ?? []), row.indicator]);
  return cited;
}

/** Keeps facts about one account; gives the id of the first, the others follow. */
export async function insertFacts(tx: Transaction<Schema>, accountId: number, rows: readonly NewFact[], by: { userId: string | null; at: string }): Promise<number> {
  return await insertFactsOf(tx, rows.map((fact) => ({ accountId, fact })), by);
}

/** The same about many accounts. */
export async function insertFactsOf(tx: Transaction<Schema>, rows: readonly { readonly accountId: number; readonly fact: NewFact }[], by: { userId: string | null; at: string }): Promise<number> {
  const first = await takeIds(tx, 'fact', rows.length);
  await insertMany(tx, 'fact', rows.map(({ accountId, fact }, n): FactTable => ({
    id: first + n, account_id: accountId, ...columns(fact), recorded_by: by.userId, recorded_at: by.at, withdrawn_at: null, withdrawn_by: null,
  })));
  return first;
}

export async function updateFact(tx: Transaction<Schema>, id: number, fact: NewFact): Promise<void> {
  await tx.updateTable('fact').set(columns(fact)).where('id', '=', id).execute();
}

export async function setFactsWithdrawn(tx: Transaction<Schema>, ids: readonly number[], by: { userId: string | null; at: string } | null): Promise<void> {
  for (const some of inChunks(ids)) await tx.updateTable('fact').set({ withdrawn_at: by?.at ?? null, withdrawn_by: by?.userId ?? null }).where('id', 'in', some).execute();
}

function facts(db: Kysely<Schema>) {
  return db.selectFrom('fact as f').leftJoin('auth_user as u', 'u.id', 'f.recorded_by').select([
    'f.id', 'f.account_id', 'f.kind', 'f.statement', 'f.evidence', 'f.source_type', 'f.source', 'f.url', 'f.import_id', 'f.source_id', 'f.anchor', 'f.block', 'f.topic', 'f.observed_on', 'f.expires_on', 'f.recorded_by', 'f.recorded_at', 'f.withdrawn_at', 'u.name',
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof facts>['execute']>>[number];

function present(row: Row): Fact {
  return {
    id: row.id, accountId: row.account_id, kind: row.kind as Fact['kind'], statement: row.statement, evidence: row.evidence as Fact['evidence'], sourceType: row.source_type, source: row.source, url: row.url,
    importId: row.import_id, sourceId: row.source_id, anchor: row.anchor === null ? null : JSON.parse(row.anchor) as Fact['anchor'], block: row.block as Block | null, topic: row.topic, observedOn: row.observed_on, expiresOn: row.expires_on, recordedBy: row.recorded_by === null ? null : { id: row.recorded_by, name: row.name ?? '' }, recordedAt: row.recorded_at, withdrawnAt: row.withdrawn_at,
  };
}

const columns = (fact: NewFact) => ({
  kind: fact.kind, statement: fact.statement, evidence: fact.evidence, source_type: fact.sourceType, source: fact.source, url: fact.url, import_id: fact.importId,
  source_id: fact.sourceId ?? null, anchor: fact.anchor ? JSON.stringify(fact.anchor) : null, observed_on: fact.observedOn, expires_on: fact.expiresOn,
  block: fact.block ?? null, topic: fact.topic ?? null,
});
