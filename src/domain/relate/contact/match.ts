import { normaliseItem } from '../person/itemValue.ts';
import { mayBeOne, normalisePersonName } from '../person/personName.ts';
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
 * Finds whom contacts are among people the colleague may see: by a number or an address they share, unless it may be an office's and their names tell them apart, else, among
 * their own and those whose numbers are guarded, by name and organisation. Two rows of one person in a file are one.
 */
export function matchContacts(contacts: readonly Contact[], known: readonly KnownPerson[]): Match[] {
  const [byKey, inFile] = [new Map<string, KnownPerson[]>(), new Map<string, { readonly row: number; readonly name: string }[]>()];
  // Own contacts win over others with the same number.
  for (const person of known.toSorted((a, b) => Number(b.mine) - Number(a.mine))) for (const key of keysOf(person)) put(byKey, key, person);
  return contacts.map((contact, n) => {
    const keys = contactKeys(contact);
    const name = normalisePersonName(contact.name);
    const fits = (key: string, ...names: readonly string[]) => isPersonal(key) || names.some((other) => mayBeOne(name, other));
    const person = keys.flatMap((key) => (byKey.get(key) ?? []).filter((one) => fits(key, one.nameNorm, ...(one.nameLatinNorm === '' ? [] : [one.nameLatinNorm]))))[0]?.id ?? null;
    const sameAs = keys.flatMap((key) => (inFile.get(key) ?? []).filter((one) => fits(key, one.name)))[0]?.row ?? null;
    for (const key of keys) put(inFile, key, { row: sameAs ?? n, name });
    return { person, sameAs };
  });
}

/** So many who share a number are compared by name; whoever comes later at a larger office is somebody of their own. */
const MOST_AT_ONE_NUMBER = 50;

function put<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else if (group.length < MOST_AT_ONE_NUMBER) group.push(one);
}

/** A mobile number (in China 1 and ten digits) and a WeChat id are one person's; a landline or info@ is often a whole office's. */
const isPersonal = (key: string): boolean => /^(?:wechat |name |phone 1[3-9]\d{9}$)/.test(key);

/** What people must have to be matched with these contacts: a number or an address, or, of the colleague's own, a name. Whoever has none of it need not be read. */
export function sought(contacts: readonly Contact[]): { readonly values: ReadonlyMap<'email' | 'phone' | 'wechat', readonly string[]>; readonly names: readonly string[] } {
  const keys = [...new Set(contacts.flatMap(contactKeys))];
  const of = (kind: string) => keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  return { values: new Map((['email', 'phone', 'wechat'] as const).map((kind) => [kind, of(kind)])), names: [...new Set(contacts.map((contact) => normalisePersonName(contact.name)))].filter((name) => name !== '') };
}

function keysOf(person: KnownPerson): string[] {
  const keys = person.items.filter((item) => ['email', 'phone', 'wechat'].includes(item.kind) && item.valueNorm !== '').map((item) => `${item.kind} ${item.valueNorm}`);
  if (person.byName && !person.placeholder && person.nameNorm !== '') keys.push(nameKey(person.nameNorm, person.organisationNorm));
  return keys;
}

function contactKeys(contact: Contact): string[] {
  return [
    ...contact.emails.map((value) => normaliseItem('email', value)).filter((email) => email !== '').map((email) => `email ${email}`),
    ...contact.wechat.map((value) => normaliseItem('wechat', value)).filter((id) => id !== '').map((id) => `wechat ${id}`),
    ...contact.phones.map((value) => normaliseItem('phone', value)).filter((digits) => digits.length >= 7).map((digits) => `phone ${digits}`),
    ...[normalisePersonName(contact.name)].filter((name) => name !== '').map((name) => nameKey(name, normalisePlace(contact.organisation))),
  ];
}

const nameKey = (name: string, organisation: string): string => `name ${name} at ${organisation}`;
