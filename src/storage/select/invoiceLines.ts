import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely';
import { engineOf, insertValues, placeholder } from '../dialect.ts';
import { insertMany } from '../insertMany.ts';
import type { InvoiceLineTable, Schema } from '../schema.ts';

/** An import's lines are numbered import id × 2^24 + n: one id range each. */
export const LINES_PER_IMPORT = 16_777_216;

/** Ids of the lines of an import: `from` ≤ id < `to`. */
export function lineIds(importId: number): { from: number; to: number } {
  return { from: importId * LINES_PER_IMPORT, to: (importId + 1) * LINES_PER_IMPORT };
}

/** Columns of a staged line, in the order of its values. */
const STAGED = [
  'id', 'import_id', 'account_id', 'line_hash', 'content_hash', 'row', 'invoice_no', 'day', 'currency', 'amount', 'cost', 'quantity', 'product', 'line_no', 'kind', 'due_day', 'paid_day', 'superseded_by',
] as const;
type Values<T extends readonly (keyof InvoiceLineTable)[]> = { -readonly [N in keyof T]: InvoiceLineTable[T[N]] };
export type StagedLine = Values<typeof STAGED>;

/** Writes lines under their import's number; nobody reads them before that import is committed. The same array may come again with other values. */
export async function stageLines(tx: Transaction<Schema>, rows: Iterable<StagedLine>): Promise<void> {
  await insertValues(tx, 'invoice_line', STAGED, rows);
}

/** A live line that has the same customer and identity as one of a file. */
export interface KnownLine { id: number; account_id: number; line_hash: number; content_hash: number }

const PAIRS = 500;

/**
 * Live lines with one of the given (account, identity hash) pairs, in sets of 500 pairs a statement (one index seek a pair).
 * Pairs come interleaved: account, hash, account, hash …
 */
export async function knownLines(db: Kysely<Schema>, pairs: readonly number[]): Promise<KnownLine[]> {
  const engine = engineOf(db);
  const found: KnownLine[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS * 2) {
    const given = pairs.slice(start, start + PAIRS * 2);
    // The last set is filled up, so that there is one statement to prepare.
    while (given.length < PAIRS * 2) given.push(0, -1);
    const { rows } = await db.executeQuery<KnownLine>(CompiledQuery.raw(knownLinesStatement(engine), given));
    found.push(...rows);
  }
  return found;
}

const statements = new Map<string, string>();

function knownLinesStatement(engine: 'sqlite' | 'postgres'): string {
  const known = statements.get(engine);
  if (known) return known;
  const cast = engine === 'postgres' ? '::bigint' : '';
  const values = Array.from({ length: PAIRS }, (_, n) => `(${placeholder(engine, n * 2 + 1)}${cast}, ${placeholder(engine, n * 2 + 2)}${cast})`).join(', ');
  const statement = `with asked(account_id, line_hash) as (values ${values})
    select l.id, l.account_id, l.line_hash, l.content_hash from asked a
    join invoice_line l on l.account_id = a.account_id and l.line_hash = a.line_hash
    join import i on i.id = l.import_id
    where i.state = 'committed' and l.superseded_by is null`;
  statements.set(engine, statement);
  return statement;
}

/** Notes live lines that the import has newer versions of. */
export async function stageSuperseded(tx: Transaction<Schema>, importId: number, lineIds: readonly number[]): Promise<void> {
  await insertMany(tx, 'import_superseded', lineIds.map((line_id) => ({ import_id: importId, line_id })));
}

/** Replaces the noted lines by the import's newer versions. */
export async function supersede(tx: Transaction<Schema>, importId: number): Promise<void> {
  await tx.updateTable('invoice_line').set({ superseded_by: importId })
    .where('id', 'in', tx.selectFrom('import_superseded').select('line_id').where('import_id', '=', importId)).execute();
}

/**
 * Brings back the lines that an import replaced. Where a later import has replaced the import's own version again, the line
 * stays replaced, now by that later import.
 */
export async function unsupersede(tx: Transaction<Schema>, importId: number): Promise<void> {
  const { from, to } = lineIds(importId);
  await sql`update invoice_line set superseded_by = (
    select n.superseded_by from invoice_line n where n.account_id = invoice_line.account_id and n.line_hash = invoice_line.line_hash
      and n.id >= ${from} and n.id < ${to} limit 1
  ) where superseded_by = ${importId}`.execute(tx);
}

/** Whether any line of the import is left in the store. */
export async function hasLines(db: Kysely<Schema>, importId: number): Promise<boolean> {
  const { from, to } = lineIds(importId);
  return (await db.selectFrom('invoice_line').select('id').where('id', '>=', from).where('id', '<', to).limit(1).executeTakeFirst()) !== undefined;
}

/** Removes up to `count` lines of an import; false when none is left. */
export async function purgeLines(tx: Transaction<Schema>, importId: number, count: number): Promise<boolean> {
  const { from, to } = lineIds(importId);
  const first = await tx.selectFrom('invoice_line').select('id').where('id', '>=', from).where('id', '<', to).orderBy('id').limit(1).executeTakeFirst();
  if (!first) return false;
  await tx.deleteFrom('invoice_line').where('id', '>=', first.id).where('id', '<', Math.min(to, first.id + count)).execute();
  return true;
}
