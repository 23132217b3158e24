import { sql, type Kysely, type RawBuilder } from 'kysely';
import { blackened, nearFinder, type Trace } from '#domain/relate/person/traces.ts';
import { engineOf, hasText } from '../dialect.ts';
import type { Schema } from '../schema.ts';

/** Free texts of a table; `apart` leaves rows out. */
interface Texts { readonly table: string; readonly columns: readonly string[]; readonly all: readonly string[]; readonly apart: RawBuilder<unknown> }
/** By column: each text that names somebody, and what it is once blackened. */
type Named = Map<string, Map<string, string>>;

/** Up to so many words the store looks for them itself. More are looked for here, in one reading of each table: a restore may erase thousands of people again. */
const FEW = 40;
const ROWS_AT_ONCE = 500;
/** Pages of sources are long. */
const PAGES_AT_ONCE = 50;

/** Finds the texts that name somebody, in the way that suits the number of traces; both find the same. */
export function textsFinder(db: Kysely<Schema>, traces: readonly Trace[]): (texts: Texts) => Promise<Named> {
  const near = [...new Set(traces.flatMap((trace) => trace.near))];
  if (near.length <= FEW) return async (texts) => await byStore(db, texts, traces, near);
  const finder = nearFinder(traces);
  return async (texts) => await byReading(db, texts, finder);
}

async function byStore(db: Kysely<Schema>, { table, columns, apart }: Texts, traces: readonly Trace[], near: readonly string[]): Promise<Named> {
  const named: Named = new Map();
  for (const column of columns) {
    const any = sql.join(near.map((text) => hasText(engineOf(db), column, text)), sql` or `);
    const { rows } = await sql<{ text: string | null }>`select distinct cast(${sql.ref(column)} as text) as text from ${sql.table(table)} where (${any})${apart}`.execute(db);
    for (const { text } of rows) if (text !== null) note(named, column, text, traces);
  }
  return named;
}

async function byReading(db: Kysely<Schema>, texts: Texts, finder: (text: string) => Trace[]): Promise<Named> {
  const named: Named = new Map();
  const seen = new Map(texts.columns.map((column) => [column, '']));
  for await (const rows of readAll(db, texts)) {
    for (const row of rows) {
      for (const [column, before] of seen) {
        const text = row[column] as string | null;
        // The same word stands in row after row: kinds, states, currencies.
        if (text === null || text === before) continue;
        seen.set(column, text);
        if (!named.get(column)?.has(text)) note(named, column, text, finder(text));
      }
    }
  }
  return named;
}

function note(named: Named, column: string, text: string, traces: readonly Trace[]): void {
  const black = blackened(text, traces);
  if (black === text) return;
  const texts = named.get(column) ?? new Map<string, string>();
  named.set(column, texts.set(text, black));
}

/** All rows of a table in portions; what has no number of its own is small, but for the pages of sources. */
async function* readAll(db: Kysely<Schema>, { table, columns, all, apart }: Texts): AsyncGenerator<Record<string, unknown>[]> {
  if (columns.length === 0) return;
  const key = table === 'source_page' ? ['source_id', 'page'] : all.includes('id') ? ['id'] : [];
  const chosen = sql.join([...columns.map((column) => sql`cast(${sql.ref(column)} as text) as ${sql.id(column)}`), ...key.map((column, n) => sql`${sql.ref(column)} as ${sql.id(`key_${n}`)}`)]);
  const from = (after: RawBuilder<unknown>, end: RawBuilder<unknown>) => sql<Record<string, unknown>>`select ${chosen} from ${sql.table(table)} where 1 = 1${apart}${after}${end}`.execute(db);
  if (key.length === 0) return yield (await from(sql``, sql``)).rows;
  const most = table === 'source_page' ? PAGES_AT_ONCE : ROWS_AT_ONCE;
  const order = sql` order by ${sql.join(key.map((column) => sql.ref(column)))} limit ${sql.lit(most)}`;
  let after: RawBuilder<unknown> = sql``;
  for (;;) {
    const { rows } = await from(after, order);
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < most) return;
    after = sql` and (${sql.join(key.map((column) => sql.ref(column)))}) > (${sql.join(key.map((_, n) => sql`${last[`key_${n}`]}`))})`;
  }
}
