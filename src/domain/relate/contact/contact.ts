import { isDay, type Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { isEmail } from '../person/itemValue.ts';
import { hasLetters } from '../person/personName.ts';

/** A person as a file of contacts has them (联系人). Birthdays, addresses, families and notes are never read: nobody needs them for a way to a person. */
export interface Contact {
  /** Row or number of the card in the file, 1-based. */
  readonly at: number;
  readonly name: string;
  readonly family: string;
  readonly given: string;
  readonly organisation: string;
  readonly department: string;
  readonly title: string;
  readonly emails: readonly string[];
  /** As written. */
  readonly phones: readonly string[];
  readonly wechat: readonly string[];
  /** School, where a table has one. */
  readonly school: string;
  readonly homeTown: string;
  /** When both connected, where the network says so. */
  readonly since: Day | null;
}
/** `empty`: nobody is named there. */
export interface LeftOut { readonly at: number; readonly reason: 'empty' }
export type ContactLayout = 'vcard' | 'jcard' | 'linkedin' | 'google' | 'outlook' | 'table';
export interface ReadContacts { readonly layout: ContactLayout; readonly contacts: readonly Contact[]; readonly leftOut: readonly LeftOut[] }

export const NO_CONTACT: Omit<Contact, 'at'> = { name: '', family: '', given: '', organisation: '', department: '', title: '', emails: [], phones: [], wechat: [], school: '', homeTown: '', since: null };

/** Trimmed, blanks folded, empty and repeated ones left out. */
export function tidyList(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.replace(/\s+/g, ' ').trim()).filter((value) => value !== ''))];
}

/** A contact without blanks around its texts and without empty or repeated numbers and addresses. */
export function tidyContact(contact: Contact): Contact {
  const text = (value: string): string => value.replace(/\s+/g, ' ').trim();
  return {
    ...contact, name: text(contact.name), family: text(contact.family), given: text(contact.given), organisation: text(contact.organisation), department: text(contact.department), title: text(contact.title), school: text(contact.school), homeTown: text(contact.homeTown),
    emails: tidyList(contact.emails), phones: tidyList(contact.phones), wechat: tidyList(contact.wechat),
  };
}

/** Everything that is wrong with a tidy contact, each with its full path; `latest` is the last day that can be past anywhere. */
export function contactFaults({ name, emails, since }: Contact, latest: Day, path: string): InvalidField[] {
  return [
    ...(hasLetters(name) ? [] : [{ path: `${path}.name`, reason: 'required', message: 'Who is it?' }]),
    ...emails.flatMap((email, n) => (isEmail(email) ? [] : [{ path: `${path}.emails.${n}`, reason: 'no_email', message: 'This is no e-mail address.' }])),
    ...(since !== null && (!isDay(since) || since > latest) ? [{ path: `${path}.since`, reason: 'no_past_day', message: 'This must be a day up to today.' }] : []),
  ];
}

/** What two rows say of one person, together: the first text that is not empty, all numbers and addresses. */
export function oneContact([first, ...others]: readonly [Contact, ...Contact[]]): Contact {
  return others.reduce((one, other) => ({
    ...one, organisation: one.organisation || other.organisation, department: one.department || other.department, title: one.title || other.title, school: one.school || other.school, homeTown: one.homeTown || other.homeTown,
    emails: tidyList([...one.emails, ...other.emails]), phones: tidyList([...one.phones, ...other.phones]), wechat: tidyList([...one.wechat, ...other.wechat]), since: one.since ?? other.since,
  }), first);
}
