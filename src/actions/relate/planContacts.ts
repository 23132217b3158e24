import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import { oneContact, type Contact } from '#domain/relate/contact/contact.ts';
import { matchContacts, sought, type KnownPerson } from '#domain/relate/contact/match.ts';
import { normaliseItem } from '#domain/relate/person/itemValue.ts';
import { isOpen, type NewItem } from '#domain/relate/person/person.ts';
import { normalisePersonName } from '#domain/relate/person/personName.ts';
import { normalisePlace } from '#domain/relate/person/placeName.ts';
import type { Schema } from '#storage/schema.ts';
import { accountsByName, peopleLike, tiesOf } from '#storage/relate/contactImports.ts';
import { colleagueRow, itemsOf, peopleSeen, type PersonRow } from '#storage/relate/people.ts';
import { viewerOf, type Actor } from '../act.ts';
import { mayWith } from './personFor.ts';

/** What importing a contact does: `new`, `known` (a person is there: a tie is made), `changed` (own contact, something is added), `unchanged`, `repeated` (same person as an earlier row). */
export type ContactState = 'new' | 'known' | 'changed' | 'unchanged' | 'repeated';
export interface PlannedContact { /** With what later rows say of the same person. */ readonly contact: Contact; readonly state: ContactState; readonly person: { readonly id: number; readonly name: string } | null; readonly account: { readonly id: number; readonly name: string } | null }
export interface ContactPlan { readonly rows: readonly PlannedContact[]; readonly ties: ReadonlySet<number>; readonly items: ReadonlyMap<number, ReadonlySet<string>> }

/** What an import of these contacts by the actor would do; changes nothing. Only people who can be one of them are read: of 50,000 the thousand that share something with a file. */
export async function planContacts(db: Kysely<Schema>, actor: Actor, contacts: readonly Contact[]): Promise<ContactPlan> {
  const { values, names } = sought(contacts);
  const people = await peopleSeen(db, viewerOf(actor, 'readPeople'), await peopleLike(db, values, names));
  const byId = new Map(people.map((person) => [person.id, person]));
  const open = await mayWith(db, actor, 'recordPerson', people);
  // A guarded number must not answer to whoever tries numbers out: who may not see it is not found by it.
  const items = Map.groupBy((await itemsOf(db, [...byId.keys()])).filter((item) => isOpen(item, open.has(item.person_id))), (item) => item.person_id);
  const known = people.map((person): KnownPerson => ({
    id: person.id, nameNorm: person.name_norm, nameLatinNorm: normalisePersonName(person.name_latin ?? ''), accountId: person.account_id, organisationNorm: person.organisation_norm, placeholder: person.placeholder === 1,
    items: (items.get(person.id) ?? []).map((item) => ({ kind: item.kind, valueNorm: item.value_norm })), mine: person.owner_id === actor.id, byName: person.owner_id === actor.id || (!open.has(person.id) && person.organisation_norm !== ''),
  }));
  const me = actor.id === null ? undefined : await colleagueRow(db, actor.id);
  const ties = me ? await tiesOf(db, me.id) : new Set<number>();
  const accounts = await accountsByName(db, viewerOf(actor, 'recordPerson'), [...new Set(contacts.map((one) => normalisePlace(one.organisation)).filter((name) => name !== ''))]);
  const itemKeys = new Map([...items].map(([id, some]) => [id, new Set(some.map((item) => `${item.kind} ${item.value_norm} ${item.place_norm}`))]));
  const matches = matchContacts(contacts, known);
  const again = Map.groupBy(matches.flatMap(({ sameAs }, n) => (sameAs === null ? [] : [{ first: sameAs, contact: contacts[n]! }])), ({ first }) => first);
  const rows = contacts.map((row, n): PlannedContact => {
    const contact = oneContact([row, ...(again.get(n) ?? []).map((other) => other.contact)]);
    const { person, sameAs } = matches[n]!;
    const found = person === null ? undefined : byId.get(person);
    const account = accounts.get(normalisePlace(contact.organisation)) ?? null;
    if (sameAs !== null) return { contact, state: 'repeated', person: null, account };
    if (!found) return { contact, state: 'new', person: null, account };
    const fresh = itemsFrom(contact, '', '').some((item) => !itemKeys.get(found.id)?.has(keyOf(item)));
    const own = found.owner_id === actor.id && found.import_id !== null;
    const state = own ? (fresh || changes(found, contact) ? 'changed' : 'unchanged') : ties.has(found.id) ? 'unchanged' : 'known';
    return { contact, state, person: { id: found.id, name: found.name }, account };
  });
  return { rows, ties, items: itemKeys };
}

export const keyOf = (item: NewItem): string => `${item.kind} ${normaliseItem(item.kind, item.value)} ${normalisePlace(item.kind === 'home_town' && item.place === '' ? item.value : item.place)}`;
/** Position with its department, as it stands with a person. */
export const titleOf = (contact: Contact): string => [contact.department, contact.title].filter((part) => part !== '').join(' · ').slice(0, 200);
const changes = (person: PersonRow, contact: Contact): boolean => (titleOf(contact) !== '' && titleOf(contact) !== person.title) || (contact.organisation !== '' && contact.organisation !== person.organisation);

/** What of a contact becomes items of the person. */
export function itemsFrom(contact: Contact, today: Day, source: string): NewItem[] {
  const item = (kind: NewItem['kind'], value: string, place = ''): NewItem => ({ kind, value: value.slice(0, 300), place: place.slice(0, 300), fromOn: null, toOn: null, source, basis: 'legitimate_interest', collectedOn: today, retainUntil: null });
  return [
    ...contact.phones.map((phone) => item('phone', phone)), ...contact.emails.map((email) => item('email', email)), ...contact.wechat.map((id) => item('wechat', id)),
    ...(contact.school ? [item('education', '', contact.school)] : []), ...(contact.homeTown ? [item('home_town', contact.homeTown)] : []), ...(contact.organisation ? [item('career', titleOf(contact), contact.organisation)] : []),
  ];
}
