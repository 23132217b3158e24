import { cellsOf } from '#domain/select/pastedRows.ts';
import { isEmail } from '../person/itemValue.ts';
import { tidyName } from '../person/personName.ts';
import { contactsOfTable } from './contactTable.ts';

/** A person as typed or copied from a spreadsheet, before their source is said. */
export interface PastedPerson {
  readonly name: string;
  readonly title: string;
  /** "? CFO": somebody whose name is not known. */
  readonly placeholder: boolean;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly wechat: readonly string[];
  readonly school: string;
  readonly homeTown: string;
}

const BLANK = { title: '', placeholder: false, phones: [], emails: [], wechat: [], school: '', homeTown: '' } as const;

/**
 * People in a text: rows of a spreadsheet under a header that names its columns, or lines of "name, position, number, address" (commas, tabs or semicolons).
 * A line that begins with a question mark is a position whose holder is not known.
 */
export function readPeople(text: string): PastedPerson[] {
  const table = text.includes('\t') ? contactsOfTable(cellsOf(text)) : null;
  if (table) return table.contacts.map((one) => ({ ...BLANK, name: one.name, title: [one.department, one.title].filter((part) => part !== '').join(' · '), phones: one.phones, emails: one.emails, wechat: one.wechat, school: one.school, homeTown: one.homeTown }));
  return text.split(/\r?\n/).flatMap((line) => {
    const [name = '', ...rest] = line.split(/[,，;；\t]/).map((cell) => cell.trim());
    const unknown = /^[?？]\s*/.test(name);
    const plain = tidyName(unknown ? name.replace(/^[?？]\s*/, '') : name);
    if (plain === '') return [];
    const phones = rest.filter((cell) => /^\+?[\d\s()/-]{5,}$/.test(cell));
    const emails = rest.filter(isEmail);
    const title = rest.find((cell) => cell !== '' && !phones.includes(cell) && !emails.includes(cell)) ?? '';
    return [{ ...BLANK, name: plain.slice(0, 200), title: (unknown && title === '' ? plain : title).slice(0, 200), placeholder: unknown, phones, emails }];
  });
}
