import type { Kysely } from 'kysely';
import { CONTACT_KINDS } from '#domain/relate/person/person.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import { entriesOf } from './peopleRows.ts';
import type { PersonChangeTable, PersonTable } from './relateTables.ts';

/** What tells who people are: every name an entry ever had, and every number and address, taken back ones too. */
export async function wordsOf(db: Kysely<Schema>, ids: readonly number[]): Promise<{ words: string[]; phones: string[] }> {
  const all = await entriesOf(db, ids);
  const words = await namesOfEntries(db, all);
  const phones: string[] = [];
  for (const some of inChunks(all)) for (const { kind, value } of await db.selectFrom('person_item').select(['kind', 'value']).where('person_id', 'in', some).where('kind', 'in', [...CONTACT_KINDS] as never).execute()) (kind === 'phone' ? phones : words).push(value);
  return { words: words.filter((word) => word !== ''), phones };
}

/** Every name a person ever had here, those of entries merged into theirs too. */
export async function namesOf(db: Kysely<Schema>, id: number): Promise<string[]> {
  return await namesOfEntries(db, await entriesOf(db, [id]));
}

async function namesOfEntries(db: Kysely<Schema>, entries: readonly number[]): Promise<string[]> {
  const names: string[] = [];
  for (const some of inChunks(entries)) {
    const changes = Map.groupBy(await db.selectFrom('person_change').selectAll().where('noun', '=', 'person').where('noun_id', 'in', some).where('column_name', 'in', ['name', 'name_latin', 'placeholder']).orderBy('id').execute(), (change) => change.noun_id);
    for (const person of await db.selectFrom('person').selectAll().where('id', 'in', some).execute()) names.push(...namesOfOne(person as PersonTable, changes.get(person.id) ?? []));
  }
  return names;
}

/** From the newest change back: names that were given while it was known who it is. The name of somebody unknown is a position, which is no personal data. */
function namesOfOne(person: PersonTable, changes: readonly PersonChangeTable[]): string[] {
  const names = person.placeholder === 1 ? [] : [person.name, person.name_latin ?? ''];
  let unknown = person.placeholder === 1;
  for (const set of [...Map.groupBy(changes, (change) => change.change_id).values()].toReversed()) {
    const turned = set.find((change) => change.column_name === 'placeholder');
    if (turned) unknown = turned.value_before === '1';
    if (!unknown) names.push(...set.filter((change) => change.column_name !== 'placeholder').map((change) => JSON.parse(change.value_before ?? '""') as string | null ?? ''));
  }
  return names;
}
