import type { Kysely, Transaction } from 'kysely';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import { rowsById } from './peopleRows.ts';
import type { ContactImportTable, PersonItemTable } from './relateTables.ts';

/** Accounts in reach by their compared name; a name that two of them have is nobody's. */
export async function accountsByName(db: Kysely<Schema>, viewer: Viewer, names: readonly string[]): Promise<Map<string, { id: number; name: string }>> {
  const found = new Map<string, { id: number; name: string }[]>();
  if (viewer.scope === 'none') return new Map();
  for (const some of inChunks(names)) {
    const rows = await db.selectFrom('account').select(['id', 'name', 'name_norm']).where('name_norm', 'in', some).where('archived_at', 'is', null)
      .$if(viewer.scope === 'team', (query) => query.where('id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? ''))).execute();
    for (const { id, name, name_norm } of rows) found.set(name_norm, [...(found.get(name_norm) ?? []), { id, name }]);
  }
  return new Map([...found].flatMap(([name, some]) => (some.length === 1 ? [[name, some[0]!] as const] : [])));
}

/** Ids of people, whoever may see them, who have one of these numbers or addresses, or one of these names; in their order. */
export async function peopleLike(db: Kysely<Schema>, values: ReadonlyMap<PersonItemTable['kind'], readonly string[]>, names: readonly string[]): Promise<number[]> {
  const found = new Set<number>();
  for (const [kind, norms] of values) {
    for (const some of inChunks(norms)) for (const row of await db.selectFrom('person_item').select('person_id').where('kind', '=', kind).where('value_norm', 'in', some).where('withdrawn_at', 'is', null).execute()) found.add(row.person_id);
  }
  for (const some of inChunks(names)) for (const row of await db.selectFrom('person').select('id').where('name_norm', 'in', some).where('withdrawn_at', 'is', null).execute()) found.add(row.id);
  return [...found].sort((a, b) => a - b);
}

/** Whom a person is tied to by ties that hold. */
export async function tiesOf(db: Kysely<Schema>, personId: number): Promise<Set<number>> {
  const rows = await db.selectFrom('tie').select(['person_a', 'person_b']).where((eb) => eb.or([eb('person_a', '=', personId), eb('person_b', '=', personId)])).where('withdrawn_at', 'is', null).execute();
  return new Set(rows.map((row) => (row.person_a === personId ? row.person_b : row.person_a)));
}

/** A colleague's imports, newest first; at most `limit`. */
export async function contactImportsOf(db: Kysely<Schema>, userId: string, limit: number): Promise<ContactImportTable[]> {
  return await db.selectFrom('contact_import').selectAll().where('user_id', '=', userId).orderBy('id', 'desc').limit(limit).execute();
}

export async function findContactImport(db: Kysely<Schema>, id: number): Promise<ContactImportTable | undefined> {
  return await db.selectFrom('contact_import').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function setContactImportUndone(tx: Transaction<Schema>, id: number, at: string, by: string | null): Promise<void> {
  await tx.updateTable('contact_import').set({ undone_at: at, undone_by: by }).where('id', '=', id).execute();
}

/** Ids of rows that an import made. */
export async function madeBy(db: Kysely<Schema>, table: 'person' | 'person_item' | 'tie', importId: number): Promise<number[]> {
  return (await db.selectFrom(table).select('id').where('import_id', '=', importId).execute()).map((row) => row.id);
}

/** The set of changes that an import wrote. */
export async function changeOfImport(db: Kysely<Schema>, importId: number): Promise<{ event: number; payload: string } | undefined> {
  const person = await db.selectFrom('event').select(['id', 'payload']).where('verb', '=', 'peopleChanged').where('payload', 'like', `%"importId":${importId},%`).orderBy('id').executeTakeFirst();
  return person && { event: person.id, payload: person.payload };
}

/** What holds of the people of an import and did not come with it. Names are those of people of whom the colleague may know it. */
export interface ImportUses { readonly ties: number; readonly items: number; readonly introductions: number; readonly maps: number; readonly edits: number; readonly hidden: number; readonly names: readonly string[] }

/**
 * What others, or the colleague, have built on an import since, as it holds now: what was taken back counts no more. `hidden` are private ties of others, of which
 * the colleague must not learn. The ties that the import made are not looked at: what is said of them is the colleague's own and goes with them.
 */
export async function usesOfImport(db: Kysely<Schema>, importId: number, changeId: number, userId: string): Promise<ImportUses> {
  const theirs = db.selectFrom('person').select('id').where('import_id', '=', importId);
  const ties = await db.selectFrom('tie').select(['person_a', 'person_b', 'private_to']).where('withdrawn_at', 'is', null).where((eb) => eb.or([eb('person_a', 'in', theirs), eb('person_b', 'in', theirs)])).where((eb) => eb.or([eb('import_id', 'is', null), eb('import_id', '<>', importId)])).execute();
  const open = ties.filter((tie) => tie.private_to === null || tie.private_to === userId);
  const items = await db.selectFrom('person_item').select('person_id').where('withdrawn_at', 'is', null).where('person_id', 'in', theirs).where((eb) => eb.or([eb('import_id', 'is', null), eb('import_id', '<>', importId)])).execute();
  const asked = await db.selectFrom('introduction').select(['target_id', 'connector_id']).where('withdrawn_at', 'is', null).where((eb) => eb.or([eb('target_id', 'in', theirs), eb('connector_id', 'in', theirs)])).execute();
  const mapped = await db.selectFrom('map_member').select('person_id').where('withdrawn_at', 'is', null).where('person_id', 'in', theirs).execute();
  const edited = await editedSince(db, importId, changeId);
  const named = new Set([...open.flatMap((tie) => [tie.person_a, tie.person_b]), ...items.map((row) => row.person_id), ...asked.flatMap((row) => [row.target_id, row.connector_id ?? 0]), ...mapped.map((row) => row.person_id), ...edited]);
  const names = await db.selectFrom('person').select(['id', 'name']).where('import_id', '=', importId).orderBy('id').execute();
  return { ties: open.length, items: items.length, introductions: asked.length, maps: mapped.length, edits: edited.size, hidden: ties.length - open.length, names: names.filter((row) => named.has(row.id)).map((row) => row.name) };
}

/** People of an import who are not as it brought them: renamed, given to a customer, taken off the list, made one with another. Whether they are private is their colleague's affair. */
async function editedSince(db: Kysely<Schema>, importId: number, changeId: number): Promise<Set<number>> {
  const changes = await db.selectFrom('person_change as c').innerJoin('person as p', 'p.id', 'c.noun_id').select(['c.noun_id', 'c.column_name', 'c.value_before']).where('p.import_id', '=', importId)
    .where('c.noun', '=', 'person').where('c.change_id', '>', changeId).where('c.column_name', 'not in', ['id', 'private_to', 'withdrawn_at', 'withdrawn_by']).orderBy('c.id').execute();
  const before = new Map<string, (typeof changes)[number]>();
  for (const change of changes) if (!before.has(`${change.noun_id} ${change.column_name}`)) before.set(`${change.noun_id} ${change.column_name}`, change);
  const rows = new Map((await rowsById(db, 'person', [...new Set(changes.map((change) => change.noun_id))])).map((row) => [row.id, row]));
  const swallowed = await db.selectFrom('person as o').innerJoin('person as p', 'p.id', 'o.merged_into').select('p.id').where('p.import_id', '=', importId).where((eb) => eb.or([eb('o.import_id', 'is', null), eb('o.import_id', '<>', importId)])).execute();
  return new Set([...swallowed.map((row) => row.id), ...[...before.values()].filter((change) => JSON.stringify(rows.get(change.noun_id)?.[change.column_name] ?? null) !== change.value_before).map((change) => change.noun_id)]);
}
