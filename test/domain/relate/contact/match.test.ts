import { expect, test } from 'vitest';
import { contactFaults, NO_CONTACT, oneContact, tidyContact, type Contact } from '#domain/relate/contact/contact.ts';
import { matchContacts, type KnownPerson } from '#domain/relate/contact/match.ts';
import { hasLetters, mayBeOne } from '#domain/relate/person/personName.ts';

const contact = (name: string, more: Partial<Contact> = {}): Contact => ({ ...NO_CONTACT, at: 1, name, ...more });
const known = (id: number, nameNorm: string, kind: string, valueNorm: string, more: Partial<KnownPerson> = {}): KnownPerson => ({ id, nameNorm, nameLatinNorm: '', accountId: null, organisationNorm: '', placeholder: false, items: [{ kind, valueNorm }], mine: false, byName: false, ...more });
const rows = (...contacts: Contact[]) => matchContacts(contacts, []).map(({ sameAs }) => sameAs);

test('two behind one switchboard are two; a mobile number is one person, whatever they are called', () => {
  const [landline, mobile] = [{ phones: ['+86 21 5555 1234'] }, { phones: ['+86 139 0000 0001'] }];
  expect(rows(contact('Anna One', landline), contact('Bob Two', landline), contact('One, Anna', landline))).toEqual([null, null, 0]);
  expect(rows(contact('张伟', { emails: ['info@maker.example'] }), contact('李娜', { emails: ['info@maker.example'] }), contact('Zhang Wei', { emails: ['info@maker.example'] }))).toEqual([null, null, 0]);
  expect(rows(contact('Anna One', mobile), contact('Boss', mobile))).toEqual([null, 0]);
  const there = [known(7, 'anna one', 'phone', '2155551234'), known(8, 'anna one', 'phone', '2155551234', { mine: true }), known(9, '张伟', 'wechat', 'wei')];
  expect(matchContacts([contact('Bob Two', landline), contact('Anna One', landline), contact('Somebody', { wechat: ['WEI'] })], there).map(({ person }) => person)).toEqual([null, 8, 9]);
});

test('what is empty makes nobody the same: no address, no name in letters', () => {
  expect(rows(contact('Anna One', { emails: [''], phones: [' '], wechat: [''] }), contact('Berta Two', { emails: [''], phones: [' '], wechat: [''] }), contact('...'), contact('('))).toEqual([null, null, null, null]);
});

test('an office of thousands behind one number is gone through quickly, and nobody is lost in it', () => {
  const office = Array.from({ length: 20_000 }, (_, n) => contact(`A${n} B${n}`, { phones: ['+86 21 5555 1234'] }));
  expect(rows(...office).filter((row) => row !== null)).toEqual([]);
});

test('names that can be of one person', () => {
  for (const [one, other, may] of [['张伟', '张总', true], ['张伟', '李娜', false], ['张伟', 'wei zhang', true], ['anna one', 'bob two', false], ['a one', 'anna one', true], ['anna@x example', 'bob two', true], ['', 'bob', true]] as const) expect([one, other, mayBeOne(one, other)]).toEqual([one, other, may]);
  for (const [name, seen] of [['\u200b', false], ['\u200f\u202e', false], ['\u0301', false], ['  ', false], ['😀', true], ['.', true], ['张', true], ['e\u0301', true]] as const) expect([name, hasLetters(name)]).toEqual([name, seen]);
});

test('a contact as it is taken in: tidied, with every fault by its path, and joined with what later rows say', () => {
  expect(tidyContact(contact('  Anna \n One ', { emails: ['', ' a@x.example '], phones: [' '], organisation: '   ' }))).toMatchObject({ name: 'Anna One', emails: ['a@x.example'], phones: [], organisation: '' });
  expect(contactFaults(contact('\u200b', { emails: ['a@x.example', 'no'], since: '2026-02-30' }), '2026-04-01', 'c').map((fault) => `${fault.path} ${fault.reason}`)).toEqual(['c.name required', 'c.emails.1 no_email', 'c.since no_past_day']);
  for (const [since, faults] of [['0000-01-01', 1], ['9999-12-31', 1], ['2026-04-02', 1], ['2026-04-01', 0], ['1900-01-01', 0]] as const) expect([since, contactFaults(contact('A', { since }), '2026-04-01', 'c').length]).toEqual([since, faults]);
  expect(oneContact([contact('Anna', { emails: ['a@x.example'], title: 'CFO' }), contact('Anna O.', { emails: ['b@x.example', 'a@x.example'], phones: ['1'], title: 'CEO', school: 'Uni', since: '2024-01-01' })])).toMatchObject({ name: 'Anna', title: 'CFO', school: 'Uni', emails: ['a@x.example', 'b@x.example'], phones: ['1'], since: '2024-01-01' });
});
