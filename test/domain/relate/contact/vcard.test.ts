import { expect, test } from 'vitest';
import { contactsOfJcard, contactsOfVcards } from '#domain/relate/contact/vcard.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const only = (bytes: Uint8Array, encoding = 'utf-8') => contactsOfVcards(bytes, encoding).contacts[0]!;

test('quoted-printable with a soft break inside a name, in the middle of a character', () => {
  expect(only(utf8(card('VERSION:2.1', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=AC=A7=E9=98=B3=E5=BB=BA=', '=E5=9B=BD', 'TEL;CELL:13800130000'))))
    .toMatchObject({ name: '欧阳建国', phones: ['13800130000'] });
});

test('a bare QUOTED-PRINTABLE in GB18030, and plain bytes in the same character set', () => {
  // 张伟 is D5 C5 CE B0 and 经理 is BE AD C0 ED in GB18030.
  expect(only(bytesOf(card('VERSION:2.1', 'N;CHARSET=GB18030;QUOTED-PRINTABLE:=D5=C5;=CE=B0', 'TITLE;CHARSET=GBK:\xbe\xad\xc0\xed')))).toMatchObject({ name: '张伟', family: '张', given: '伟', title: '经理' });
  expect(only(bytesOf(card('VERSION:2.1', 'N:\xd5\xc5;\xce\xb0')), 'gb18030').name).toBe('张伟');
});

test('UTF-16 with LF alone, folded lines, groups and quoted parameters', () => {
  const text = '\ufeffBEGIN:VCARD\nVERSION:3.0\nFN:Anna Muster\n mann\nitem1.TEL;TYPE="cell,voice";X="a:b":tel:+49-30-1\nORG:Muster\\; Sohn;Einkauf;Ost\nEND:VCARD\n';
  const bytes = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
  expect(only(bytes, 'utf-16le')).toMatchObject({ name: 'Anna Mustermann', phones: ['+49-30-1'], organisation: 'Muster; Sohn', department: 'Einkauf / Ost' });
});

test('an unescaped comma in a name stays, an escaped one too', () => {
  expect(only(utf8(card('VERSION:3.0', 'FN:Doe, Jane'))).name).toBe('Doe, Jane');
  expect(only(utf8(card('VERSION:4.0', 'FN:Doe\\, Jane'))).name).toBe('Doe, Jane');
});

test('without a formatted name the parts make it, then the nickname, then the address; without any the card is left out', () => {
  const read = contactsOfVcards(utf8([card('N:李;娜;;;'), card('N:Doe;Jane;Q;Dr;'), card('NICKNAME:Ace'), card('EMAIL:who@example.com'), card('TEL:1')].join('')), 'utf-8');
  expect(read.contacts.map((one) => one.name)).toEqual(['李娜', 'Jane Q Doe', 'Ace', 'who@example.com']);
  expect(read.leftOut).toEqual([{ at: 5, reason: 'empty' }]);
});

test('a Chinese name that was formatted the western way is turned round', () => {
  expect(only(utf8(card('FN:伟 张', 'N:张;伟;;;'))).name).toBe('张伟');
});

test('birthdays, addresses, photographs and notes are not read', () => {
  const contact = only(utf8(card('FN:A B', 'BDAY:1980-01-01', 'NOTE:his wife is ill', 'ADR:;;Street 1;Town;;;', 'PHOTO;ENCODING=b:AAAA', ' BBBB')));
  expect(JSON.stringify(contact)).not.toMatch(/1980|wife|Street|BBBB/);
});

test('WeChat ids and addresses that are none', () => {
  expect(only(utf8(card('FN:王芳', 'X-WECHAT:wf_88', 'EMAIL:/o=Org/cn=wf', 'EMAIL;PREF:wf@example.cn')))).toMatchObject({ wechat: ['wf_88'], emails: ['wf@example.cn'] });
});

test('broken files end no process: cards that never end, garbage, an unknown character set', () => {
  expect(contactsOfVcards(utf8('BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n'), 'utf-8').contacts.map((one) => one.name)).toEqual(['B']);
  expect(contactsOfVcards(utf8(':::\n;;;\n=\nEND:VCARD'), 'utf-8').contacts).toEqual([]);
  expect(only(utf8(card('FN;CHARSET=KLINGON:Worf'))).name).toBe('Worf');
  for (const none of [null, 3, 'x', {}, [], ['vcard'], ['vcard', [[1]]]]) expect(contactsOfJcard(none).contacts).toEqual([]);
});
