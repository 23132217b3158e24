import type { Kysely } from 'kysely';
import type { Goal } from '#domain/insight/sand/goal.ts';
import type { Move, Source } from '#domain/insight/sand/move.ts';
import type { Holder, Share, WalletLine } from '#domain/insight/sand/wallet.ts';
import { proofOf } from '#domain/select/fact.ts';
import type { Proof } from '#domain/select/evidence.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import { factsById } from '../select/facts.ts';
import { citationsOf } from './notes.ts';
import type { SandMoveTable, ScenarioTable, WalletShareTable } from './noteTables.ts';

/** A wallet line as it is kept, with the facts it rests on. */
export interface KeptLine extends WalletLine {
  readonly currency: string;
  readonly note: string;
  readonly facts: readonly { readonly id: number; readonly statement: string; readonly proof: Proof }[];
}
export interface KeptGoal extends Goal { readonly id: number; readonly currency: string | null }
export interface KeptMove extends Move { readonly scenarioId: number; readonly opportunityId: number | null; readonly text: string }

/** Lines of the wallet of a period that hold, oldest first. */
export async function walletOf(db: Kysely<Schema>, accountId: number, period: string): Promise<KeptLine[]> {
  const rows = await db.selectFrom('wallet_line').selectAll().where('account_id', '=', accountId).where('period', '=', period).where('withdrawn_at', 'is', null).orderBy('id').execute();
  const shares = await shareRowsOf(db, rows.map((row) => row.id));
  const cited = await citationsOf(db, 'wallet_line', rows.map((row) => row.id));
  const facts = new Map((await factsById(db, [...new Set([...cited.values()].flat())])).map((fact) => [fact.id, { id: fact.id, statement: fact.statement, proof: proofOf(fact) }]));
  return rows.map((row) => ({
    id: row.id, category: row.category, unit: row.unit, size: row.size, currency: row.currency, note: row.note,
    shares: (shares.get(row.id) ?? []).map(shareOf), facts: (cited.get(row.id) ?? []).flatMap((id) => facts.get(id) ?? []),
  }));
}

/** Shares of lines that hold, by line, oldest first. */
export async function shareRowsOf(db: Kysely<Schema>, lineIds: readonly number[]): Promise<Map<number, WalletShareTable[]>> {
  const found = new Map<number, WalletShareTable[]>();
  for (const some of inChunks(lineIds)) {
    for (const row of await db.selectFrom('wallet_share').selectAll().where('line_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute()) found.set(row.line_id, [...(found.get(row.line_id) ?? []), row]);
  }
  return found;
}

/** Periods of an account in which anything stands, the latest first. */
export async function sandPeriods(db: Kysely<Schema>, accountId: number): Promise<string[]> {
  const found = new Set<string>();
  for (const table of ['wallet_line', 'sand_goal', 'scenario'] as const) {
    for (const row of await db.selectFrom(table).select('period').distinct().where('account_id', '=', accountId).where('withdrawn_at', 'is', null).execute()) found.add(row.period);
  }
  return [...found].sort().reverse();
}

export async function goalsOf(db: Kysely<Schema>, accountId: number, period: string): Promise<KeptGoal[]> {
  const rows = await db.selectFrom('sand_goal').selectAll().where('account_id', '=', accountId).where('period', '=', period).where('withdrawn_at', 'is', null).orderBy('id').execute();
  return rows.map(({ id, kind, text, amount, currency, rival, percent }) => ({ id, kind, text, amount, currency, rival, percent }));
}

export async function scenariosOf(db: Kysely<Schema>, accountId: number, period: string): Promise<ScenarioTable[]> {
  return await db.selectFrom('scenario').selectAll().where('account_id', '=', accountId).where('period', '=', period).where('withdrawn_at', 'is', null).orderBy('id').execute();
}

/** Moves of scenarios that hold, oldest first. */
export async function movesOf(db: Kysely<Schema>, scenarioIds: readonly number[]): Promise<KeptMove[]> {
  const rows: SandMoveTable[] = [];
  for (const some of inChunks(scenarioIds)) rows.push(...await db.selectFrom('sand_move').selectAll().where('scenario_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute());
  return rows.map((row) => ({
    id: row.id, scenarioId: row.scenario_id, lineId: row.line_id, ...sourceOf(row.from_supplier), low: row.low, likely: row.likely, high: row.high, chance: row.chance, opportunityId: row.opportunity_id, text: row.text,
  }));
}

/** Moves on a line, in whatever scenario. */
export async function movesOnLines(db: Kysely<Schema>, lineIds: readonly number[]): Promise<number[]> {
  const ids: number[] = [];
  for (const some of inChunks(lineIds)) ids.push(...(await db.selectFrom('sand_move').select('id').where('line_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute()).map((row) => row.id));
  return ids;
}

/** Currency in which a period of an account is kept, by lines and goals but for these; null while nothing has one. */
export async function sandCurrency(db: Kysely<Schema>, accountId: number, period: string, except: { readonly lines?: readonly number[]; readonly goal?: number | undefined } = {}): Promise<string | null> {
  const lines = await db.selectFrom('wallet_line').select(['id', 'currency']).where('account_id', '=', accountId).where('period', '=', period).where('withdrawn_at', 'is', null).execute();
  const goals = await db.selectFrom('sand_goal').select(['id', 'currency']).where('account_id', '=', accountId).where('period', '=', period).where('withdrawn_at', 'is', null).where('currency', 'is not', null).execute();
  return lines.find((line) => !except.lines?.includes(line.id))?.currency ?? goals.find((goal) => goal.id !== except.goal)?.currency ?? null;
}

/** In a table of shares nobody's part has an empty name, and ours none. */
const shareOf = ({ supplier, percent }: WalletShareTable): Share => ({ holder: holderOf(supplier), supplier: supplier === '' ? null : supplier, percent });
const holderOf = (supplier: string | null): Holder => (supplier === null ? 'ours' : supplier === '' ? 'open' : 'rival');
export const supplierColumn = ({ holder, supplier }: Pick<Share, 'holder' | 'supplier'>): string | null => (holder === 'ours' ? null : holder === 'open' ? '' : (supplier ?? '').trim());

/** In a table of moves what nobody knows has no name, and what is nobody's an empty one. */
const sourceOf = (from: string | null): { from: Source; supplier: string | null } => ({ from: from === null ? 'unknown' : from === '' ? 'open' : 'rival', supplier: from || null });
export const sourceColumn = ({ from, supplier }: Pick<Move, 'from' | 'supplier'>): string | null => (from === 'unknown' ? null : from === 'open' ? '' : (supplier ?? '').trim());
