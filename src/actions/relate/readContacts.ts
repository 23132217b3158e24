import { readFile, stat } from 'node:fs/promises';
import { cellText } from '#domain/select/cell.ts';
import type { ReadContacts } from '#domain/relate/contact/contact.ts';
import { contactsOfTable } from '#domain/relate/contact/contactTable.ts';
import { contactsOfJcard, contactsOfVcards } from '#domain/relate/contact/vcard.ts';
import { openTable } from '../files/openTable.ts';
import { refused, sniffEncoding } from '../files/sniff.ts';

/** A year of business cards is a tenth of it; more is not one colleague's address book. */
export const CONTACT_LIMITS = { bytes: 30_000_000, people: 20_000 } as const;

/**
 * The people of a file of contacts, whatever its name: vCard, jCard, CSV (LinkedIn, Google, Outlook, plain lists) or XLSX.
 * Refuses with `file_refused` and the reason: what a table reader refuses, `contacts_none` (nobody is named), `contacts_many`.
 */
export async function readContacts(path: string, fileName: string): Promise<ReadContacts> {
  const { size } = await stat(path);
  if (size > CONTACT_LIMITS.bytes) throw tooMany();
  const read = cards(await readFile(path)) ?? contactsOfTable(await rowsOf(path, fileName));
  if (read === null || read.contacts.length === 0) throw refused('contacts_none', 'Nobody is named in this file: no card, and no column with names of people.');
  if (read.contacts.length > CONTACT_LIMITS.people) throw tooMany();
  return read;
}

const tooMany = () => refused('contacts_many', `More than ${CONTACT_LIMITS.people} people or ${CONTACT_LIMITS.bytes / 1_000_000} MB: bring your own contacts, not a directory.`, { limit: CONTACT_LIMITS.people });

/** Null: the file is neither vCard nor jCard. */
function cards(bytes: Buffer): ReadContacts | null {
  const encoding = sniffEncoding(bytes);
  // Photographs make cards long; the first line tells.
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 4000)).trimStart();
  if (/^(?:\S+\.)?BEGIN:VCARD/i.test(head)) return contactsOfVcards(bytes, encoding);
  if (!/^\[\s*\[?\s*"vcard"/.test(head)) return null;
  try {
    return contactsOfJcard(JSON.parse(new TextDecoder(encoding).decode(bytes)));
  } catch {
    throw refused('contacts_none', 'The file begins like a jCard but is not whole.');
  }
}

async function rowsOf(path: string, fileName: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of (await openTable(path, fileName)).rows()) {
    for (const { row, cells } of batch) {
      while (rows.length < row - 1) rows.push([]);
      rows.push(cells.map(cellText));
    }
    if (rows.length > CONTACT_LIMITS.people * 2) throw tooMany();
  }
  return rows;
}
