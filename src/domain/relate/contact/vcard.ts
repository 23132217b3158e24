import { isEmail } from '../person/itemValue.ts';
import { composeName, hasLetters, tidyName } from '../person/personName.ts';
import { NO_CONTACT, tidyList, type Contact, type LeftOut, type ReadContacts } from './contact.ts';
import { readVcards, type VcardProperty } from './vcardLines.ts';

/** The people of a vCard file (名片). See `readVcards` for what is read; `encoding` is the file's. */
export function contactsOfVcards(bytes: Uint8Array, encoding: string): ReadContacts {
  return gathered('vcard', readVcards(bytes, encoding));
}

/** The people of a jCard (RFC 7095): one card, or a list of cards. Anything else gives nobody. */
export function contactsOfJcard(value: unknown): ReadContacts {
  const cards = isCard(value) ? [value] : Array.isArray(value) ? value.filter(isCard) : [];
  return gathered('jcard', cards.map(([, properties]) => properties.flatMap((property): VcardProperty[] => {
    if (!Array.isArray(property) || property.length < 4) return [];
    const [name, parameters, , ...values] = property as [unknown, { type?: unknown } | null, unknown, ...unknown[]];
    const types = ([parameters?.type ?? []] as unknown[]).flat().map(String);
    return values.slice(0, 1).map((first) => {
      const parts = (Array.isArray(first) ? first : [first]).map((part) => (Array.isArray(part) ? part.join(' ') : String(part ?? '')));
      return { name: String(name).toUpperCase(), types, parts, text: parts.join(';') };
    });
  })));
}

const isCard = (value: unknown): value is ['vcard', unknown[]] => Array.isArray(value) && value[0] === 'vcard' && Array.isArray(value[1]);

function gathered(layout: 'vcard' | 'jcard', cards: readonly (readonly VcardProperty[])[]): ReadContacts {
  const contacts: Contact[] = [];
  const leftOut: LeftOut[] = [];
  for (const [n, card] of cards.entries()) {
    const contact = contactOf(card, n + 1);
    if (!hasLetters(contact.name)) leftOut.push({ at: n + 1, reason: 'empty' });
    else contacts.push(contact);
  }
  return { layout, contacts, leftOut };
}

/** Name: as formatted, else from its parts, else a nickname, else the first address; a card without any of them has none. */
function contactOf(card: readonly VcardProperty[], at: number): Contact {
  const all = (name: string) => card.filter((property) => property.name === name);
  const [family = '', given = '', middle = ''] = all('N')[0]?.parts ?? [];
  const formatted = tidyName(all('FN').find((property) => property.text !== '')?.text ?? '');
  const composed = composeName(family, given, middle);
  const emails = tidyList(all('EMAIL').map((property) => property.text.replace(/^mailto:/i, ''))).filter(isEmail);
  const [organisation = '', ...departments] = all('ORG')[0]?.parts ?? [];
  const chat = [...all('X-WECHAT'), ...all('X-WEIXIN'), ...all('IMPP').filter((property) => /^(?:weixin|wechat):/i.test(property.text))];
  return {
    ...NO_CONTACT, at, family, given, organisation: organisation.trim(), department: tidyList(departments).join(' / '), title: all('TITLE')[0]?.text ?? '',
    // 张 伟 or 伟 张 as formatted by a western address book is the Chinese name that its parts make.
    name: (sameLetters(formatted, composed) ? composed : formatted) || composed || tidyName(all('NICKNAME')[0]?.text ?? '') || (emails[0] ?? ''),
    emails, phones: tidyList(all('TEL').map((property) => property.text.replace(/^tel:/i, ''))), wechat: tidyList(chat.map((property) => property.text.replace(/^(?:weixin|wechat):/i, ''))),
  };
}

const sameLetters = (one: string, other: string): boolean => /\p{Script=Han}/u.test(other) && [...one.replace(/\s/g, '')].toSorted().join('') === [...other].toSorted().join('');
