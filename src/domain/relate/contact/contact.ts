import type { Day } from '#domain/day.ts';

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

/** An address one can write to; an Exchange name (/o=…/cn=…) is none. */
export const isEmail = (text: string): boolean => /^[^\s@/<>"]+@[^\s@<>"]+$/.test(text);
