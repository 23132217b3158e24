import { sql, type Kysely, type Transaction } from 'kysely';
import { pageWords } from '#domain/insight/fullText.ts';
import { tracesOf, type Trace } from '#domain/relate/person/traces.ts';
import { indexPages, ownTables, settlePageIndex, unindexPages } from '../dialect.ts';
import { inChunks } from '../inChunks.ts';
import { cutWords } from '../insight/cut.ts';
import { PAGES_PER_SOURCE } from '../insight/sources.ts';
import type { Schema } from '../schema.ts';
import { indexPeople } from './people.ts';
import { deleteRows, entriesOf } from './peopleRows.ts';
import { removeWhatHangs } from './removePeople.ts';
import { rememberErased } from './erasureRegister.ts';
import { wordsOf } from './personWords.ts';
import { textsFinder } from './namedTexts.ts';
import { NOT_TOLD } from './toldPosition.ts';

/** Tables in which no free text of a colleague stands, or which are made anew from others. */
const LEFT_ALONE = new Set(['person_term', 'search_term', 'trade_month', 'standing', 'sequence', 'migration', 'erasure', 'invoice_line', 'import_account', 'import_month', 'model_version', 'score_run', 'auth_user', 'auth_account', 'auth_session', 'auth_verification']);
/** Columns that name somebody or something else: a namesake, a company, a number that two share. */
const OTHERS: Readonly<Record<string, readonly string[]>> = { person: ['name', 'name_norm', 'name_latin', 'organisation', 'organisation_norm'], account: ['key', 'key_norm', 'name', 'name_norm'] };
/** Rows whose text is another person's own number or address. */
const OTHERS_ROWS: Readonly<Record<string, string>> = { person_item: "kind in ('phone', 'email', 'wechat')" };

export interface Place { readonly table: string; readonly column: string; readonly rows: number }
/** What was blackened where, and which sources name them (their files on the disk are not changed). */
export interface Blackened { readonly places: readonly Place[]; readonly sources: readonly number[] }

/** Erases people for good: their rows, what `words` says in free texts, and a line each in the register. */
export async function erasePeople(tx: Transaction<Schema>, ids: readonly number[], { at, words }: { readonly at: string; readonly words: boolean }): Promise<Blackened> {
  const traces = words ? await tracesOfPeople(tx, ids) : [];
  await emptyRows(tx, ids, at, words);
  return await blacken(tx, traces, false);
}

/** What erasing a person would blacken. */
export async function tracesOfPeople(tx: Kysely<Schema>, ids: readonly number[]): Promise<Trace[]> {
  const { words, phones } = await wordsOf(tx, ids);
  return tracesOf(words, phones);
}

/** Deletes every row that is about people, and the entries merged into theirs. */
async function emptyRows(tx: Transaction<Schema>, ids: readonly number[], at: string, words: boolean): Promise<void> {
  const all = await entriesOf(tx, ids);
  await rememberErased(tx, all, at, words);
  await removeWhatHangs(tx, all);
  const asked = new Set(ids);
  await deleteRows(tx, 'person', 'id', all.filter((id) => !asked.has(id)));
  // The empty row stays: an event that names the number still means somebody who was erased.
  for (const some of inChunks(ids)) {
    await tx.updateTable('person').set({
      kind: 'contact', name: '', name_norm: '', name_latin: null, user_id: null, account_id: null, organisation: '', organisation_norm: '', title: '', ...NOT_TOLD, purpose: '', source: '', notice_on: null, retain_until: null, restricted_on: null,
      owner_id: null, private_to: null, import_id: null, merged_into: null, erased_at: at,
    }).where('id', 'in', some).execute();
  }
}

/** Blackens traces in every free text of the store. `dry`: only counts. */
export async function blacken(tx: Kysely<Schema>, traces: readonly Trace[], dry: boolean): Promise<Blackened> {
  const found: Place[] = [];
  const sources = new Set<number>();
  if (traces.length === 0) return { places: [], sources: [] };
  const find = textsFinder(tx, traces);
  for (const { name, columns } of await ownTables(tx)) {
    if (LEFT_ALONE.has(name) || (await sql`select 1 from ${sql.table(name)} limit 1`.execute(tx)).rows.length === 0) continue;
    const free = columns.filter((one) => !/(?:^|_)(?:id|at|on|by|hash)$/.test(one) && !OTHERS[name]?.includes(one));
    const apart = sql.raw(OTHERS_ROWS[name] ? ` and not (${OTHERS_ROWS[name]})` : '');
    for (const [column, named] of await find({ table: name, columns: free, all: columns, apart })) {
      if (named.size === 0) continue;
      found.push({ table: name, column, rows: named.size });
      for (const [text, black] of named) await blackText(tx, { table: name, column, apart }, text, black, sources, dry);
    }
  }
  if (sources.size > 0 && !dry) await settlePageIndex(tx as Transaction<Schema>);
  return { places: found, sources: [...sources] };
}

async function blackText(tx: Kysely<Schema>, { table, column, apart }: { table: string; column: string; apart: ReturnType<typeof sql.raw> }, text: string, black: string, sources: Set<number>, dry: boolean): Promise<void> {
  if (table === 'source_page') for (const row of await tx.selectFrom('source_page').select(['source_id', 'page']).where('text', '=', text).execute()) await blackPage(tx, row, black, sources, dry);
  if (dry) return;
  const people = table === 'person' ? (await sql<{ id: number }>`select id from person where ${sql.ref(column)} = ${text}`.execute(tx)).rows.map((row) => Number(row.id)) : [];
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${black} where ${sql.ref(column)} = ${text}${apart}`.execute(tx);
  // A secretary is found by her position, which named her director.
  await indexPeople(tx as Transaction<Schema>, people);
}

/** The index of words must forget them too. */
async function blackPage(tx: Kysely<Schema>, page: { source_id: number; page: number }, text: string, sources: Set<number>, dry: boolean): Promise<void> {
  sources.add(page.source_id);
  if (dry) return;
  const id = page.source_id * PAGES_PER_SOURCE + page.page;
  await unindexPages(tx as Transaction<Schema>, id, id);
  await indexPages(tx as Transaction<Schema>, [{ id, ...pageWords(text, cutWords) }]);
}
