import type { Kysely } from 'kysely';
import { isEmail } from '#domain/relate/contact/contact.ts';
import { normaliseItem } from '#domain/relate/person/itemValue.ts';
import { CONTACT_KINDS } from '#domain/relate/person/person.ts';
import { normalisePersonName } from '#domain/relate/person/personName.ts';
import type { Schema } from '../schema.ts';
import type { PersonTable } from './relateTables.ts';

/**
 * Every entry of a person who gives a name and numbers or addresses, whoever sees it: private ones, ones taken off a list, ones that were merged away. Both must fit, for
 * namesakes are many and a switchboard is shared; a number that was taken back counts too.
 */
export async function entriesByContact(db: Kysely<Schema>, name: string, contacts: readonly string[]): Promise<PersonTable[]> {
  const wanted = normalisePersonName(name);
  const values = [...new Set(contacts.flatMap((contact) => (isEmail(contact.trim()) ? [normaliseItem('email', contact)] : [normaliseItem('phone', contact), normaliseItem('wechat', contact)])))].filter((value) => value !== '');
  if (wanted === '' || values.length === 0) return [];
  const rows = await db.selectFrom('person').selectAll().where('erased_at', 'is', null).where('placeholder', '=', 0)
    .where('id', 'in', db.selectFrom('person_item').select('person_id').where('kind', 'in', [...CONTACT_KINDS] as never).where('value_norm', 'in', values)).orderBy('id').execute() as PersonTable[];
  return rows.filter((row) => row.name_norm === wanted || (row.name_latin !== null && normalisePersonName(row.name_latin) === wanted));
}
