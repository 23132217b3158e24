import type { Kysely } from 'kysely';
import { isEmail, normaliseItem } from '#domain/relate/person/itemValue.ts';
import { CONTACT_KINDS } from '#domain/relate/person/person.ts';
import { normalisePersonName } from '#domain/relate/person/personName.ts';
import type { Schema } from '../schema.ts';
import { namesOf } from './personWords.ts';
import type { PersonTable } from './relateTables.ts';

/**
 * Every entry of a person who gives a name and numbers or addresses, whoever sees it: private ones, ones taken off a list. Both must fit, for namesakes are many and a
 * switchboard is shared; a number that was taken back counts too, and so does a name that was changed, or that of an entry which was merged into this one.
 */
export async function entriesByContact(db: Kysely<Schema>, name: string, contacts: readonly string[]): Promise<PersonTable[]> {
  const wanted = normalisePersonName(name);
  const values = [...new Set(contacts.flatMap((contact) => (isEmail(contact.trim()) ? [normaliseItem('email', contact)] : [normaliseItem('phone', contact), normaliseItem('wechat', contact)])))].filter((value) => value !== '');
  if (wanted === '' || values.length === 0) return [];
  const rows = await db.selectFrom('person').selectAll().where('erased_at', 'is', null)
    .where('id', 'in', db.selectFrom('person_item').select('person_id').where('kind', 'in', [...CONTACT_KINDS] as never).where('value_norm', 'in', values)).orderBy('id').execute() as PersonTable[];
  const entries = new Map<number, PersonTable>();
  for (const row of rows) {
    const entry = await keptEntry(db, row);
    if (!entries.has(entry.id) && (await namesOf(db, entry.id)).some((one) => normalisePersonName(one) === wanted)) entries.set(entry.id, entry);
  }
  return [...entries.values()];
}

/** The entry into which this one was merged, over any number of steps; itself when it was not. */
async function keptEntry(db: Kysely<Schema>, row: PersonTable): Promise<PersonTable> {
  let entry = row;
  const met = new Set<number>();
  // In a store of an earlier version two entries may have been merged into each other at the same time.
  while (entry.merged_into !== null && !met.has(entry.id) && met.add(entry.id)) entry = await db.selectFrom('person').selectAll().where('id', '=', entry.merged_into).executeTakeFirstOrThrow() as PersonTable;
  return entry;
}
