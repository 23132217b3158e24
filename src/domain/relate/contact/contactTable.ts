import { isDay, type Day } from '#domain/day.ts';
import { isEmail } from '../person/itemValue.ts';
import { composeName, hasLetters, tidyName } from '../person/personName.ts';
import { contactField, layoutOf, type ContactField } from './columns.ts';
import { NO_CONTACT, tidyList, type Contact, type LeftOut, type ReadContacts } from './contact.ts';

/** Rows before the header that are looked through: LinkedIn puts a notice there, colleagues a title. */
const SEARCHED = 30;
type Row = readonly string[];

/**
 * The people of a table: LinkedIn, Google (old and new), Outlook, or any list whose header names its columns. `rows` are all rows of the
 * sheet, empty ones too. Null when no row is a header that names people: a list of companies is none.
 */
export function contactsOfTable(rows: readonly Row[]): ReadContacts | null {
  const header = rows.slice(0, SEARCHED).findIndex(namesPeople);
  if (header < 0) return null;
  const columns = rows[header]!.map(contactField);
  const contacts: Contact[] = [];
  const leftOut: LeftOut[] = [];
  for (let n = header + 1; n < rows.length; n++) {
    const row = rows[n]!;
    if (row.every((cell) => cell.trim() === '')) continue;
    const contact = contactOf(row, columns, n + 1);
    if (!hasLetters(contact.name)) leftOut.push({ at: n + 1, reason: 'empty' });
    else contacts.push(contact);
  }
  return { layout: layoutOf(rows[header]!), contacts, leftOut };
}

/** A header names people, and something else about them: a single word at the top of a column of text is a title. */
function namesPeople(row: Row): boolean {
  const fields = new Set(row.map(contactField).filter((field) => field !== null));
  return (fields.has('name') || fields.has('family') || fields.has('given')) && fields.size >= 2;
}

/** Several values in one cell: Google separates them by " ::: ", people by semicolons, slashes or 、. */
const several = (cell: string): string[] => cell.split(/ ::: |[;；、\n]/);

function contactOf(row: Row, columns: readonly (ContactField | null)[], at: number): Contact {
  const all = (field: ContactField): string[] => columns.flatMap((one, n) => (one === field ? [(row[n] ?? '').trim()] : [])).filter((cell) => cell !== '');
  const first = (field: ContactField): string => all(field)[0] ?? '';
  const [family, given] = [first('family'), first('given')];
  const emails = tidyList(all('email').flatMap(several)).filter(isEmail);
  return {
    ...NO_CONTACT, at, family, given, organisation: first('organisation'), department: first('department'), title: first('title'), school: first('school'), homeTown: first('homeTown'),
    name: composedOr(first('name'), composeName(family, given, first('middle'))) || (emails[0] ?? ''),
    emails, phones: tidyList(all('phone').flatMap(several)), wechat: tidyList(all('wechat').flatMap(several)), since: readDate(first('since')),
  };
}

/** A Chinese name is made of its parts, because exports turn it round; any other as it is written. */
const composedOr = (written: string, composed: string): string => (/\p{Script=Han}/u.test(composed) || written === '' ? composed || tidyName(written) : tidyName(written));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "05 Mar 2024", 2024-03-05, 2024/3/5, 2024年3月5日; null for what is no day (Outlook's 0/0/00). */
function readDate(text: string): Day | null {
  const named = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(text);
  const month = named ? MONTHS.indexOf(named[2]!.toLowerCase()) + 1 : 0;
  const parts = named ? [named[3]!, String(month), named[1]!] : /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text)?.slice(1, 4);
  if (!parts) return null;
  const day = `${parts[0]}-${parts[1]!.padStart(2, '0')}-${parts[2]!.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
