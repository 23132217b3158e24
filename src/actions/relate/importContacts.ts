import { utcDay, type Day } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Contact, ContactLayout } from '#domain/relate/contact/contact.ts';
import { matchContacts, type KnownPerson } from '#domain/relate/contact/match.ts';
import { normaliseItem } from '#domain/relate/person/itemValue.ts';
import { normalisePersonName } from '#domain/relate/person/personName.ts';
import { normalisePlace } from '#domain/relate/person/placeName.ts';
import type { NewItem, NewPerson } from '#domain/relate/person/person.ts';
import type { Kysely } from 'kysely';
import type { Schema } from '#storage/schema.ts';
import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import { accountsByName, tiesOf } from '#storage/relate/contactImports.ts';
import { colleagueRow, itemsOf, listPeople, type PersonRow } from '#storage/relate/people.ts';
import { viewerOf, type Actor, type Context } from '../act.ts';
import { addItemRows, addRows } from './addPeople.ts';
import { writePeople, type PeoplePen } from './writePeople.ts';

/** What importing a contact does: `new`, `known` (a person is there: a tie is made), `changed` (own contact, something is added), `unchanged`, `repeated` (same person as an earlier row). */
export type ContactState = 'new' | 'known' | 'changed' | 'unchanged' | 'repeated';
export interface PlannedContact { readonly contact: Contact; readonly state: ContactState; readonly person: { readonly id: number; readonly name: string } | null; readonly account: { readonly id: number; readonly name: string } | null }
interface Plan { readonly rows: readonly PlannedContact[]; readonly ties: ReadonlySet<number>; readonly items: ReadonlyMap<number, ReadonlySet<string>>; readonly own: ReadonlyMap<number, PersonRow> }

/** How much of the network is compared with a file. */
const COMPARED = 200_000;

/** What an import of these contacts by the actor would do; changes nothing. */
export async function planContacts(db: Kysely<Schema>, actor: Actor, contacts: readonly Contact[]): Promise<Plan> {
  const people = await listPeople(db, viewerOf(actor, 'readPeople'), { limit: COMPARED });
  const items = Map.groupBy(await itemsOf(db, people.map(({ id }) => id)), (item) => item.person_id);
  const known = people.map((person): KnownPerson => ({
    id: person.id, nameNorm: person.name_norm, nameLatinNorm: normalisePersonName(person.name_latin ?? ''), accountId: person.account_id, organisationNorm: person.organisation_norm, placeholder: person.placeholder === 1,
    items: (items.get(person.id) ?? []).map((item) => ({ kind: item.kind, valueNorm: item.value_norm })), mine: person.owner_id === actor.id,
  }));
  const byId = new Map(people.map((person) => [person.id, person]));
  const me = actor.id === null ? undefined : await colleagueRow(db, actor.id);
  const ties = me ? await tiesOf(db, me.id) : new Set<number>();
  const accounts = await accountsByName(db, viewerOf(actor, 'recordPerson'), [...new Set(contacts.map((one) => normalisePlace(one.organisation)).filter((name) => name !== ''))]);
  const itemKeys = new Map([...items].map(([id, some]) => [id, new Set(some.map((item) => `${item.kind} ${item.value_norm} ${item.place_norm}`))]));
  const matches = matchContacts(contacts, known);
  const rows = contacts.map((contact, n): PlannedContact => {
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
  return { rows, ties, items: itemKeys, own: byId };
}

const keyOf = (item: NewItem): string => `${item.kind} ${normaliseItem(item.kind, item.value)} ${normalisePlace(item.kind === 'home_town' && item.place === '' ? item.value : item.place)}`;
const titleOf = (contact: Contact): string => [contact.department, contact.title].filter((part) => part !== '').join(' · ').slice(0, 200);
const changes = (person: PersonRow, contact: Contact): boolean => (titleOf(contact) !== '' && titleOf(contact) !== person.title) || (contact.organisation !== '' && contact.organisation !== person.organisation);

function itemsFrom(contact: Contact, today: Day, source: string): NewItem[] {
  const item = (kind: NewItem['kind'], value: string, place = ''): NewItem => ({ kind, value: value.slice(0, 300), place: place.slice(0, 300), fromOn: null, toOn: null, source, basis: 'legitimate_interest', collectedOn: today, retainUntil: null });
  return [
    ...contact.phones.map((phone) => item('phone', phone)), ...contact.emails.map((email) => item('email', email)), ...contact.wechat.map((id) => item('wechat', id)),
    ...(contact.school ? [item('education', '', contact.school)] : []), ...(contact.homeTown ? [item('home_town', contact.homeTown)] : []), ...(contact.organisation ? [item('career', titleOf(contact), contact.organisation)] : []),
  ];
}

function personFrom({ contact, account }: PlannedContact, today: Day, source: string, purpose: string): NewPerson {
  return {
    kind: account ? 'customer' : 'contact', name: contact.name.slice(0, 200), nameLatin: null, accountId: account?.id ?? null, organisation: contact.organisation.slice(0, 300), title: titleOf(contact), placeholder: false,
    purpose, basis: 'legitimate_interest', collectedOn: today, source, noticeOn: null, retainUntil: null, restrictedOn: null,
  };
}

export interface ContactSet {
  readonly fileName: string;
  readonly layout: ContactLayout;
  readonly contentHash: string;
  readonly contacts: readonly Contact[];
  /** Places in `contacts` of those that stay the colleague's alone. */
  readonly private: readonly number[];
  readonly leftOut: readonly number[];
}
export interface ContactsDone { readonly id: number; readonly event: number; readonly created: number; readonly changed: number; readonly unchanged: number; readonly private: number }

/**
 * Takes a colleague's own contacts in, all or none: people who are not there yet, what is new of those they brought before, and a tie from them to each. Importing the same
 * again changes nothing and leaves no event (id 0). Undo takes everything out.
 */
export async function importContacts(context: Context, set: ContactSet): Promise<ContactsDone> {
  const userId = context.actor.id;
  if (userId === null) throw new Refusal('forbidden', 'Contacts belong to a colleague.', { reason: 'role' });
  const today = utcDay(context.now());
  const apart = new Set(set.private);
  const out = new Set(set.leftOut);
  let done: Omit<ContactsDone, 'event'> = { id: 0, created: 0, changed: 0, unchanged: 0, private: 0 };
  const { event } = await writePeople(context, { act: 'imported', importId: () => done.id }, async (pen) => {
    const plan = await planContacts(pen.tx, context.actor, set.contacts);
    const rows = plan.rows.map((row, n) => ({ ...row, n, alone: apart.has(n) ? userId : null })).filter(({ n, state }) => !out.has(n) && state !== 'repeated');
    const made = rows.filter((row) => row.state === 'new');
    const known = rows.filter((row) => row.state === 'known');
    const changed = rows.filter((row) => row.state === 'changed');
    done = { id: 0, created: made.length, changed: changed.length + known.length, unchanged: set.contacts.length - out.size - made.length - changed.length - known.length, private: made.filter((row) => row.alone !== null).length };
    if (made.length + known.length + changed.length === 0) return [];
    const id = await takeIds(pen.tx, 'contact_import', 1);
    done = { ...done, id };
    await insertMany(pen.tx, 'contact_import', [{ id, user_id: userId, file_name: set.fileName, layout: set.layout, content_hash: set.contentHash, rows: set.contacts.length, created: made.length, changed: done.changed, unchanged: done.unchanged, left_out: out.size, private: done.private, at: context.now().toISOString(), undone_at: null, undone_by: null }]);
    const source = `contacts:${set.layout}`;
    const ids = await addRows(pen, made.map((row) => ({ person: personFrom(row, today, source, 'introductions'), items: itemsFrom(row.contact, today, source) })), { ownerId: userId, privateTo: (n) => made[n]!.alone, importId: id });
    for (const row of changed) {
      const person = plan.own.get(row.person!.id)!;
      const news = itemsFrom(row.contact, today, source).filter((item) => !plan.items.get(person.id)?.has(keyOf(item)));
      await addItemRows(pen, news.map((item) => ({ personId: person.id, item })), id);
      const { organisation, title } = personFrom(row, today, source, '');
      await pen.change('person', person.id, { ...(title === '' ? {} : { title }), ...(organisation === '' ? {} : { organisation, organisation_norm: normalisePlace(organisation) }) });
    }
    const me = await ensureColleague(pen, context, userId);
    const ends = [...made.map((row, n) => ({ row, end: ids[n]! })), ...[...known, ...changed].map((row) => ({ row, end: row.person!.id }))].filter(({ end }) => end !== me && !plan.ties.has(end));
    // A tie kept private is told of its owner alone: under the other end it would show in that customer's timeline.
    await pen.add('tie', ends.map(({ row, end }) => ({
      person_a: Math.min(me, end), person_b: Math.max(me, end), kind: 'card', how: 'imported', evidence: source, place: '', last_contact_on: null, from_on: row.contact.since, to_on: null, strength: null,
      corrected_by: null, corrected_at: null, corrected_why: null, private_to: row.alone, import_id: id,
    })), (n) => (ends[n]!.row.alone === null ? ends[n]!.end : me));
    return ids;
  });
  return { ...done, event };
}

/** The entry of a colleague in the network; made when they first bring contacts. */
export async function ensureColleague(pen: PeoplePen, context: Context, userId: string): Promise<number> {
  const there = await colleagueRow(pen.tx, userId);
  if (there) return there.id;
  const today = utcDay(context.now());
  const [id] = await pen.add('person', [{
    kind: 'colleague', name: context.actor.name, name_norm: normalisePersonName(context.actor.name), name_latin: null, user_id: userId, account_id: null, organisation: '', organisation_norm: '', title: '', placeholder: 0, purpose: 'work', basis: 'contract',
    collected_on: today, source: 'membership', notice_on: today, retain_until: null, restricted_on: null, owner_id: userId, private_to: null, import_id: null, merged_into: null, erased_at: null,
  }]);
  return id!;
}
