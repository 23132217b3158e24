import { latestDay, utcDay, type Day } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { contactFaults, tidyContact, type Contact, type ContactLayout } from '#domain/relate/contact/contact.ts';
import { normalisePersonName } from '#domain/relate/person/personName.ts';
import { normalisePlace } from '#domain/relate/person/placeName.ts';
import type { NewPerson } from '#domain/relate/person/person.ts';
import { afterSaying, saidFaults, type SaidOfTie } from '#domain/relate/spoke.ts';
import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import { colleagueRow } from '#storage/relate/people.ts';
import { NOT_TOLD } from '#storage/relate/toldPosition.ts';
import { readMember } from '#storage/trust/members.ts';
import type { Context } from '../act.ts';
import { addItemRows, addRows } from './addPeople.ts';
import { itemsFrom, keyOf, planContacts, titleOf, type PlannedContact } from './planContacts.ts';
import { sayableColumns } from './sayableTie.ts';
import { writePeople, type PeoplePen } from './writePeople.ts';

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
  /** What the colleague says of the ties that this makes, by place in `contacts`: when they last spoke, how they know each other. */
  readonly said?: readonly (SaidOfTie & { readonly row: number })[];
}
export interface ContactsDone { readonly id: number; readonly event: number; readonly created: number; readonly changed: number; readonly unchanged: number; readonly private: number }

/**
 * Takes a colleague's own contacts in, all or none: people who are not there yet, what is new of those they brought before, and a tie from them to each. Importing the same
 * again changes nothing and leaves no event (id 0). Undo takes everything out.
 */
export async function importContacts(context: Context, set: ContactSet): Promise<ContactsDone> {
  const userId = context.actor.id;
  if (userId === null) throw new Refusal('forbidden', 'Contacts belong to a colleague.', { reason: 'role' });
  const fields = setFaults(set, latestDay(context.now()));
  if (fields.length > 0) throw new Refusal('invalid', 'Some contacts cannot be noted.', { fields });
  const today = utcDay(context.now());
  const said = new Map((set.said ?? []).map((one) => [one.row, one]));
  const apart = new Set(set.private);
  const out = new Set(set.leftOut);
  let done: Omit<ContactsDone, 'event'> = { id: 0, created: 0, changed: 0, unchanged: 0, private: 0 };
  const { event } = await writePeople(context, { act: 'imported', importId: () => done.id }, async (pen) => {
    // What is left out is no reason to leave out another row of the same person.
    const taken = set.contacts.flatMap((contact, n) => (out.has(n) ? [] : [{ contact: tidyContact(contact), n }]));
    const plan = await planContacts(pen.tx, context.actor, taken.map(({ contact }) => contact));
    const self = (await colleagueRow(pen.tx, userId))?.id;
    const rows = plan.rows.map((row, at) => ({ ...row, n: taken[at]!.n, alone: apart.has(taken[at]!.n) ? userId : null })).filter(({ person, state }) => state !== 'repeated' && (person === null || person.id !== self));
    const made = rows.filter((row) => row.state === 'new');
    const known = rows.filter((row) => row.state === 'known');
    const changed = rows.filter((row) => row.state === 'changed');
    done = { id: 0, created: made.length, changed: changed.length + known.length, unchanged: taken.length - made.length - changed.length - known.length, private: made.filter((row) => row.alone !== null).length };
    if (made.length + known.length + changed.length === 0) return [];
    const id = await takeIds(pen.tx, 'contact_import', 1);
    done = { ...done, id };
    await insertMany(pen.tx, 'contact_import', [{ id, user_id: userId, file_name: set.fileName, layout: set.layout, content_hash: set.contentHash, rows: set.contacts.length, created: made.length, changed: done.changed, unchanged: done.unchanged, left_out: out.size, private: done.private, at: context.now().toISOString(), undone_at: null, undone_by: null }]);
    const source = `contacts:${set.layout}`;
    const ids = await addRows(pen, made.map((row) => ({ person: personFrom(row, today, source, 'introductions'), items: itemsFrom(row.contact, today, source) })), { ownerId: userId, privateTo: (n) => made[n]!.alone, importId: id, at: context.now().toISOString() });
    const freshOf = (row: PlannedContact) => itemsFrom(row.contact, today, source).filter((item) => !plan.items.get(row.person!.id)?.has(keyOf(item)));
    await addItemRows(pen, changed.flatMap((row) => freshOf(row).map((item) => ({ personId: row.person!.id, item }))), id);
    for (const row of changed) {
      const { organisation, title } = personFrom(row, today, source, '');
      await pen.change('person', row.person!.id, { ...(title === '' ? {} : { title }), ...(organisation === '' ? {} : { organisation, organisation_norm: normalisePlace(organisation) }) });
    }
    const me = await ensureColleague(pen, context, userId);
    const ends = [...made.map((row, n) => ({ row, end: ids[n]! })), ...[...known, ...changed].map((row) => ({ row, end: row.person!.id }))].filter(({ end }) => !plan.ties.has(end));
    // A tie kept private is told of its owner alone: under the other end it would show in that customer's timeline.
    await pen.add('tie', ends.map(({ row, end }) => {
      const card = { kind: 'card', lastContactOn: null, span: null, fromOn: row.contact.since, toOn: null, toldOn: today } as const;
      const tie = afterSaying(card, said.get(row.n) ?? { spoke: null, kind: null }, today);
      return {
        person_a: Math.min(me, end), person_b: Math.max(me, end), ...sayableColumns(tie), how: tie.kind === 'card' ? 'imported' as const : 'told' as const, evidence: source, place: '', strength: null,
        corrected_by: null, corrected_at: null, corrected_why: null, private_to: row.alone, import_id: id,
      };
    }), (n) => (ends[n]!.row.alone === null ? ends[n]!.end : me));
    return ids;
  });
  return { ...done, event };
}

/** Everything that is wrong with what is to be taken in, each with its full path. */
function setFaults({ contacts, private: apart, leftOut, said = [] }: ContactSet, latest: Day): InvalidField[] {
  const rows = (path: string, numbers: readonly number[]) => numbers.flatMap((row, n): InvalidField[] => (row < contacts.length ? [] : [{ path: path.replace('*', String(n)), reason: 'unknown_contact', message: `There is no contact ${row}, counted from 0.` }]));
  const first = new Set<number>();
  return [
    ...contacts.flatMap((contact, n) => contactFaults(tidyContact(contact), latest, `contacts.${n}`)), ...rows('private.*', apart), ...rows('leaveOut.*', leftOut), ...rows('said.*.row', said.map(({ row }) => row)),
    ...said.flatMap((one, n) => [...saidFaults(one, latest, `said.${n}`), ...(first.size === first.add(one.row).size ? [{ path: `said.${n}.row`, reason: 'twice', message: 'This contact stands here twice.' }] : [])]),
  ];
}

/** The entry of a colleague in the network; made when they first bring contacts, tell a tie, or are told their place. */
export async function ensureColleague(pen: PeoplePen, context: Context, userId: string): Promise<number> {
  const there = await colleagueRow(pen.tx, userId);
  if (there) return there.id;
  const today = utcDay(context.now());
  const name = userId === context.actor.id ? context.actor.name : (await readMember(pen.tx, userId))?.name;
  if (name === undefined) throw new Refusal('not_found', 'There is no such person.');
  const [id] = await pen.add('person', [{
    kind: 'colleague', name, name_norm: normalisePersonName(name), name_latin: null, user_id: userId, account_id: null, organisation: '', organisation_norm: '', title: '', ...NOT_TOLD, placeholder: 0, purpose: 'work', basis: 'contract',
    collected_on: today, source: 'membership', notice_on: today, retain_until: null, restricted_on: null, owner_id: userId, private_to: null, import_id: null, merged_into: null, erased_at: null,
  }]);
  return id!;
}
