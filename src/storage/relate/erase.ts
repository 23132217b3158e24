import { sql, type Kysely, type Transaction } from 'kysely';
import { ownTables } from '../dialect.ts';
import { PAGES_PER_SOURCE } from '../insight/sources.ts';
import { indexPages, unindexPages } from '../dialect.ts';
import { cutWords } from '../insight/cut.ts';
import { pageWords } from '#domain/insight/fullText.ts';
import type { Schema } from '../schema.ts';
import { deleteRows, rowsNaming } from './peopleRows.ts';
import { NOT_TOLD } from './toldPosition.ts';

/** Tables in which no free text of a colleague stands, or which are made anew from others. A namesake's own entry stays. */
const LEFT_ALONE = new Set(['person', 'person_term', 'search_term', 'account', 'trade_month', 'standing', 'sequence', 'migration', 'invoice_line', 'import_account', 'import_month', 'model_version', 'score_run', 'auth_user', 'auth_account', 'auth_session', 'auth_verification']);

/** Deletes every row that is about the person: items, ties, reveals, changes, introductions, places on maps, and the entries merged into this one. */
export async function deletePerson(tx: Transaction<Schema>, id: number, at: string): Promise<void> {
  const ids = [id, ...await rowsNaming(tx, 'person', ['merged_into'], id)];
  for (const one of ids) {
    const introductions = await rowsNaming(tx, 'introduction', ['target_id', 'connector_id'], one);
    await deleteRows(tx, 'introduction_step', 'introduction_id', introductions);
    await deleteRows(tx, 'introduction', 'id', introductions);
    for (const column of ['person_a', 'person_b']) await deleteRows(tx, 'tie', column, [one]);
    for (const column of ['from_id', 'to_id']) await deleteRows(tx, 'map_line', column, [one]);
    for (const table of ['map_member', 'map_mark', 'map_place', 'person_item', 'person_reveal', 'person_change', 'person_term'] as const) await deleteRows(tx, table, 'person_id', [one]);
  }
  await deleteRows(tx, 'person', 'id', ids.slice(1));
  // The empty row stays: an event that names the number still means somebody who was erased.
  await tx.updateTable('person').set({
    kind: 'contact', name: '', name_norm: '', name_latin: null, user_id: null, account_id: null, organisation: '', organisation_norm: '', title: '', ...NOT_TOLD, purpose: '', source: '', notice_on: null, retain_until: null, restricted_on: null,
    owner_id: null, private_to: null, import_id: null, merged_into: null, erased_at: at,
  }).where('id', '=', id).execute();
}

export interface Place { readonly table: string; readonly column: string; readonly rows: number }

/**
 * Blackens words in every free text of the store, signs kept in number so that places in sources still fit; a word inside of a longer one (Ann in Annual)
 * stays. `dry`: only counts. Gives the places, and which sources named them (their files on the disk are not changed).
 */
export async function blacken(tx: Kysely<Schema>, words: readonly string[], dry: boolean): Promise<{ places: Place[]; sources: number[] }> {
  const found: Place[] = [];
  const sources = new Set<number>();
  const patterns = [...new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))].filter((word) => word.length > 1);
  if (patterns.length === 0) return { places: found, sources: [] };
  const black = (text: string) => patterns.reduce((now, word) => now.replace(wordPattern(word), '█'.repeat(word.length)), text);
  for (const { name, columns } of await ownTables(tx)) {
    if (LEFT_ALONE.has(name)) continue;
    for (const column of columns.filter((one) => !/(?:^|_)(?:id|at|on|by|hash)$/.test(one))) {
      const near = sql.join(patterns.map((word) => sql`cast(${sql.ref(column)} as text) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`), sql` or `);
      const { rows } = await sql<{ text: string | null }>`select distinct cast(${sql.ref(column)} as text) as text from ${sql.table(name)} where ${near}`.execute(tx);
      const named = rows.flatMap(({ text }) => (text !== null && black(text) !== text ? [text] : []));
      if (named.length === 0) continue;
      found.push({ table: name, column, rows: named.length });
      for (const text of named) {
        if (name === 'source_page') for (const row of await tx.selectFrom('source_page').select(['source_id', 'page']).where('text', '=', text).execute()) await blackPage(tx, row, black(text), sources, dry);
        if (!dry) await sql`update ${sql.table(name)} set ${sql.ref(column)} = ${black(text)} where ${sql.ref(column)} = ${text}`.execute(tx);
      }
    }
  }
  return { places: found, sources: [...sources] };
}

/** The index of words must forget them too. */
async function blackPage(tx: Kysely<Schema>, page: { source_id: number; page: number }, text: string, sources: Set<number>, dry: boolean): Promise<void> {
  sources.add(page.source_id);
  if (dry) return;
  const id = page.source_id * PAGES_PER_SOURCE + page.page;
  await unindexPages(tx as Transaction<Schema>, id, id);
  await indexPages(tx as Transaction<Schema>, [{ id, ...pageWords(text, cutWords) }]);
}

/** Chinese has no blanks between words; elsewhere a name is a whole word. */
function wordPattern(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /\p{Script=Han}/u.test(word) ? new RegExp(literal, 'gu') : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}
