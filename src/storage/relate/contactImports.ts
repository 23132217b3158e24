import type { Kysely, Transaction } from 'kysely';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import type { ContactImportTable } from './relateTables.ts';

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

/** Whom a person is tied to by ties that hold. */
export async function tiesOf(db: Kysely<Schema>, personId: number): Promise<Set<number>> {
  const rows = await db.selectFrom('tie').select(['person_a', 'person_b']).where((eb) => eb.or([eb('person_a', '=', personId), eb('person_b', '=', personId)])).where('withdrawn_at', 'is', null).execute();
  return new Set(rows.map((row) => (row.person_a === personId ? row.person_b : row.person_a)));
}

/** A colleague's imports, newest first. */
export async function contactImportsOf(db: Kysely<Schema>, userId: string): Promise<ContactImportTable[]> {
  return await db.selectFrom('contact_import').selectAll().where('user_id', '=', userId).orderBy('id', 'desc').limit(100).execute();
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

/** Whether something that the import did not bring names one of its people: a tie that was told, an introduction, a map. */
export async function usedElsewhere(db: Kysely<Schema>, importId: number): Promise<boolean> {
  const theirs = db.selectFrom('person').select('id').where('import_id', '=', importId);
  const tie = await db.selectFrom('tie').select('id').where((eb) => eb.or([eb('person_a', 'in', theirs), eb('person_b', 'in', theirs)])).where((eb) => eb.or([eb('import_id', 'is', null), eb('import_id', '<>', importId)])).limit(1).executeTakeFirst();
  const item = await db.selectFrom('person_item').select('id').where('person_id', 'in', theirs).where((eb) => eb.or([eb('import_id', 'is', null), eb('import_id', '<>', importId)])).limit(1).executeTakeFirst();
  const asked = await db.selectFrom('introduction').select('id').where((eb) => eb.or([eb('target_id', 'in', theirs), eb('connector_id', 'in', theirs)])).limit(1).executeTakeFirst();
  const mapped = await db.selectFrom('map_member').select('id').where('person_id', 'in', theirs).limit(1).executeTakeFirst();
  return [tie, item, asked, mapped].some((row) => row !== undefined);
}
