import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContacts } from '#actions/relate/readContacts.ts';
import { sharedData } from '../../sharedData.ts';

const folder = sharedData('08_contact_imports');
const reference = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')).expected as Record<string, never>;
const read = (name: string) => readContacts(`${folder}/${name}`, name);

test.skipIf(folder === null)('every card of the reference files is read as the reference says', async () => {
  const expected = reference('vcard_expected.json') as Record<string, { cards: Record<string, unknown>[] }>;
  const found = Object.fromEntries(await Promise.all(Object.keys(expected).map(async (name) => [name, (await read(name)).contacts.map((one) => ({
    display_name: one.name, family: one.family, given: one.given, company: one.organisation, department: one.department, title: one.title, emails: one.emails, phones: one.phones,
  }))] as const)));
  expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([name, { cards }]) => [name, cards])));
});

test.skipIf(folder === null)('tables of LinkedIn, Google and Outlook are read as the reference says', async () => {
  const expected = reference('csv_expected.json') as Record<string, { contacts: number; names: string[]; emails_of_first: string[] }>;
  const [linkedin, google, outlook] = [await read('linkedin_Connections_new.csv'), await read('google_contacts_old_header.csv'), await read('outlook_contacts_92_columns_utf8.csv')];
  expect([linkedin.layout, google.layout, outlook.layout]).toEqual(['linkedin', 'google', 'outlook']);
  expect(linkedin.contacts.map((one) => one.name)).toEqual(expected['linkedin_Connections_new.csv']!.names);
  expect(linkedin.contacts.find((one) => one.name === 'Sam O"Neil')).toMatchObject({ since: null, title: 'Recruiter' });
  expect(linkedin.leftOut).toEqual([{ at: 9, reason: 'empty' }]);
  expect(google.contacts).toHaveLength(expected['google_contacts_old_header.csv']!.contacts);
  expect(google.contacts[0]).toMatchObject({ name: '张伟', emails: expected['google_contacts_old_header.csv']!.emails_of_first, organisation: '示例光伏股份有限公司', title: '采购总监' });
  expect(outlook.contacts).toHaveLength(expected['outlook_contacts_92_columns_utf8.csv']!.contacts);
  expect(outlook.contacts.map((one) => [one.name, one.emails, one.since])).toEqual([['John A Doe', ['john@example.com'], null], ['张伟', [], null]]);
});

test.skipIf(folder === null)('a jCard says the same as the card it was made from', async () => {
  const [card, json] = [(await read('rfc6350-example.vcf')).contacts, (await read('jcard-example.json')).contacts];
  expect(json).toEqual(card);
});

test.skipIf(folder === null)('lists of companies are no contacts', async () => {
  for (const name of ['salesforce_report_with_footer.csv', 'hubspot_companies.csv']) await expect(read(name)).rejects.toMatchObject({ reason: 'contacts_none' });
});
