import { normaliseItem } from '../person/itemValue.ts';
import { normalisePersonName } from '../person/personName.ts';
import { normalisePlace } from '../person/placeName.ts';
import type { Known } from '../person/duplicates.ts';
import type { Contact } from './contact.ts';

/**
 * A person who is there already, with what the colleague who imports may see of them; `byName`: their own contact, or one whose numbers are not shown to them, so that name and
 * organisation are all there is to tell by.
 */
export interface KnownPerson extends Known { readonly mine: boolean; readonly byName: boolean }
/** Who a contact is: somebody there already, or a row before it in the file, or nobody yet. */
export interface Match { readonly person: number | null; readonly sameAs: number | null }

/**
 * Finds whom contacts are among people the colleague may see: by a number or an address they share, else, among their own and those whose numbers are guarded, by name and organisation.
 * Two rows of one person in a file are one.
 */
export function matchContacts(contacts: readonly Contact[], known: readonly KnownPerson[]): Match[] {
  const byKey = new Map<string, number>();
  // Own contacts win over others with the same number.
  for (const person of known.toSorted((a, b) => Number(a.mine) - Number(b.mine))) for (const key of keysOf(person)) byKey.set(key, person.id);
  const inFile = new Map<string, number>();
  return contacts.map((contact, n) => {
    const keys = contactKeys(contact);
    const person = keys.map((key) => byKey.get(key)).find((id) => id !== undefined) ?? null;
    const sameAs = keys.map((key) => inFile.get(key)).find((row) => row !== undefined) ?? null;
    for (const key of keys) if (!inFile.has(key)) inFile.set(key, sameAs ?? n);
    return { person, sameAs };
  });
}

/** What people must have to be matched with these contacts: a number or an address, or, of the colleague's own, a name. Whoever has none of it need not be read. */
export function sought(contacts: readonly Contact[]): { readonly values: ReadonlyMap<'email' | 'phone' | 'wechat', readonly string[]>; readonly names: readonly string[] } {
  const keys = [...new Set(contacts.flatMap(contactKeys))];
  const of = (kind: string) => keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  return { values: new Map((['email', 'phone', 'wechat'] as const).map((kind) => [kind, of(kind)])), names: [...new Set(contacts.map((contact) => normalisePersonName(contact.name)))] };
}

function keysOf(person: KnownPerson): string[] {
  const keys = person.items.filter((item) => ['email', 'phone', 'wechat'].includes(item.kind) && item.valueNorm !== '').map((item) => `${item.kind} ${item.valueNorm}`);
  if (person.byName && !person.placeholder) keys.push(nameKey(person.nameNorm, person.organisationNorm));
  return keys;
}

function contactKeys(contact: Contact): string[] {
  return [
    ...contact.emails.map((value) => `email ${normaliseItem('email', value)}`), ...contact.wechat.map((value) => `wechat ${normaliseItem('wechat', value)}`),
    ...contact.phones.map((value) => normaliseItem('phone', value)).filter((digits) => digits.length >= 7).map((digits) => `phone ${digits}`),
    nameKey(normalisePersonName(contact.name), normalisePlace(contact.organisation)),
  ];
}

const nameKey = (name: string, organisation: string): string => `name ${name} at ${organisation}`;
