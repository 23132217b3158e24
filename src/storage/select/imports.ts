import { sql, type Kysely, type Transaction } from 'kysely';
import type { Fault, FileFindings, ImportPlan, ImportReport, Parameters } from '#domain/select/importPlan.ts';
import type { Verb } from '#domain/trust/events.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { ImportState, ImportTable } from './importTables.ts';
import { hasLines } from './invoiceLines.ts';

/** An import with its structured parts read. */
export interface ImportRow extends Omit<ImportTable, 'plan' | 'findings' | 'report' | 'error'> {
  plan: ImportPlan | null;
  findings: FileFindings | null;
  report: ImportReport | null;
  error: { code: string; params: Parameters } | null;
}

const parsed = <T>(text: string | null): T | null => (text === null ? null : JSON.parse(text) as T);
const asRow = (row: ImportTable): ImportRow => ({ ...row, plan: parsed(row.plan), findings: parsed(row.findings), report: parsed(row.report), error: parsed(row.error) });

/** Puts a new import in. */
export async function insertImport(tx: Transaction<Schema>, row: ImportTable): Promise<void> {
  await insertMany(tx, 'import', [row]);
}

/** One import; null when there is none. */
export async function readImport(db: Kysely<Schema>, id: number): Promise<ImportRow | null> {
  const row = await db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? asRow(row) : null;
}

/** Imports with the names of those who made them, newest first, with one more than the limit when there are more. */
export async function listImports(db: Kysely<Schema>, before: number | null, limit: number): Promise<(ImportRow & { by_name: string | null })[]> {
  const rows = await withNames(db).$if(before !== null, (query) => query.where('i.id', '<', before!)).orderBy('i.id', 'desc').limit(limit + 1).execute();
  return rows.map((row) => ({ ...asRow(row), by_name: row.by_name }));
}

/** One import with the name of who made it; null when there is none. */
export async function readNamedImport(db: Kysely<Schema>, id: number): Promise<(ImportRow & { by_name: string | null }) | null> {
  const row = await withNames(db).where('i.id', '=', id).executeTakeFirst();
  return row ? { ...asRow(row), by_name: row.by_name } : null;
}

function withNames(db: Kysely<Schema>) {
  return db.selectFrom('import as i').leftJoin('auth_user as u', 'u.id', 'i.created_by').selectAll('i').select('u.name as by_name');
}

export interface ImportChange {
  state?: ImportState;
  kind?: ImportTable['kind'];
  layoutHash?: string;
  plan?: ImportPlan;
  findings?: FileFindings;
  report?: ImportReport | null;
  error?: { code: string; params: Parameters } | null;
  reliedOn?: number | null;
  beatAt?: string;
  committedAt?: string;
  undoneAt?: string;
}

/** Changes an import that is in one of the given states; false when it is not (any more): who comes second learns it here. */
export async function changeImport(db: Kysely<Schema>, id: number, from: readonly ImportState[], change: ImportChange): Promise<boolean> {
  const text = (value: unknown) => (value === undefined ? undefined : value === null ? null : JSON.stringify(value));
  const set = {
    state: change.state, kind: change.kind, layout_hash: change.layoutHash, plan: text(change.plan), findings: text(change.findings), report: text(change.report),
    error: text(change.error), relied_on: change.reliedOn, beat_at: change.beatAt, committed_at: change.committedAt, undone_at: change.undoneAt,
  };
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Partial<ImportTable>;
  const result = await db.updateTable('import').set(given).where('id', '=', id).where('state', 'in', from).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Imports in one of the states, oldest first. */
export async function importsIn(db: Kysely<Schema>, states: readonly ImportState[]): Promise<ImportTable[]> {
  return await db.selectFrom('import').selectAll().where('state', 'in', states).orderBy('id').execute();
}

/** The committed import of the very same file, newest first; null when there is none. */
export async function sameFile(db: Kysely<Schema>, sha256: string, except: number): Promise<{ id: number; file_name: string; committed_at: string | null } | null> {
  return await db.selectFrom('import').select(['id', 'file_name', 'committed_at']).where('file_sha256', '=', sha256).where('state', '=', 'committed').where('id', '<>', except)
    .orderBy('id', 'desc').limit(1).executeTakeFirst() ?? null;
}

/** Verbs after which a dry run may no longer be right: they change which customers and lines are known. */
const RELIED_ON = ['accountsCreated', 'accountEdited', 'importCommitted', 'importUndone', 'demoLoaded', 'demoRemoved'] as const satisfies readonly Verb[];

/** Id of the newest event. */
export async function newestEvent(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('event').select((eb) => eb.fn.max('id').as('id')).executeTakeFirst();
  return row?.id ?? 0;
}

/** Waits until no other transaction is about to write an event, and keeps it so to the end of this one. */
export async function holdEvents(tx: Transaction<Schema>): Promise<void> {
  await tx.insertInto('sequence').values({ name: 'event', next: 1 }).onConflict((conflict) => conflict.column('name').doUpdateSet({ next: sql<number>`sequence.next` })).execute();
}

/** Whether customers or lines have changed since the event. */
export async function changedSince(tx: Kysely<Schema>, event: number): Promise<boolean> {
  return (await tx.selectFrom('event').select('id').where('id', '>', event).where('verb', 'in', RELIED_ON).limit(1).executeTakeFirst()) !== undefined;
}

/** Remembers how files of this layout are read. */
export async function rememberLayout(tx: Transaction<Schema>, layoutHash: string, plan: ImportPlan, by: { userId: string | null; at: string }): Promise<void> {
  const row = { layout_hash: layoutHash, plan: JSON.stringify(plan), updated_at: by.at, updated_by: by.userId };
  await tx.insertInto('import_layout').values(row).onConflict((conflict) => conflict.column('layout_hash').doUpdateSet({ plan: row.plan, updated_at: row.updated_at, updated_by: row.updated_by })).execute();
}

/** How files of this layout were read last; null when none came yet. */
export async function rememberedPlan(db: Kysely<Schema>, layoutHash: string): Promise<ImportPlan | null> {
  const row = await db.selectFrom('import_layout').select('plan').where('layout_hash', '=', layoutHash).executeTakeFirst();
  return parsed<ImportPlan>(row?.plan ?? null);
}

/** Writes faults, numbered on from `seq`. */
export async function stageFaults(tx: Transaction<Schema>, importId: number, seq: number, faults: readonly Fault[]): Promise<void> {
  await insertMany(tx, 'import_fault', faults.map((fault, n) => ({
    import_id: importId, seq: seq + n, row: fault.row, column_name: fault.column, value: fault.value, code: fault.code, params: JSON.stringify(fault.params),
  })));
}

/** Faults after `after`, in the order of the file, up to `limit` + 1. */
export async function listFaults(db: Kysely<Schema>, importId: number, after: number, limit: number): Promise<(Fault & { seq: number })[]> {
  const rows = await db.selectFrom('import_fault').selectAll().where('import_id', '=', importId).where('seq', '>', after).orderBy('seq').limit(limit + 1).execute();
  return rows.map((row) => ({ seq: row.seq, row: row.row, column: row.column_name, value: row.value, code: row.code as Fault['code'], params: JSON.parse(row.params) as Parameters }));
}

/** Notes the customers whose lines an import brings or replaces. */
export async function stageTouched(tx: Transaction<Schema>, importId: number, accountIds: readonly number[]): Promise<void> {
  await insertMany(tx, 'import_touched', accountIds.map((account_id) => ({ import_id: importId, account_id })));
}

/** Removes the notes of an import that are needed no more; `all`: also those that an undo needs. Set by set, to keep transactions short. */
export async function purgeNotes(tx: Transaction<Schema>, importId: number, what: 'prepared' | 'all'): Promise<void> {
  for (const table of ['import_month', 'import_superseded'] as const) await tx.deleteFrom(table).where('import_id', '=', importId).execute();
  if (what === 'all') for (const table of ['import_touched', 'import_fault'] as const) await tx.deleteFrom(table).where('import_id', '=', importId).execute();
}

/** State of an import; null when there is none. */
export async function importState(db: Kysely<Schema>, id: number): Promise<ImportState | null> {
  return (await db.selectFrom('import').select('state').where('id', '=', id).executeTakeFirst())?.state ?? null;
}

/** Whether an import has written lines or customers that are still there. */
export async function hasRows(db: Kysely<Schema>, id: number): Promise<boolean> {
  const account = await db.selectFrom('import_account').select('account_id').where('import_id', '=', id).limit(1).executeTakeFirst();
  return account !== undefined || await hasLines(db, id);
}
