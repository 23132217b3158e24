import { expect, test } from 'vitest';
import { contactsOfTable } from '#domain/relate/contact/contactTable.ts';

const names = (rows: string[][]) => contactsOfTable(rows)?.contacts.map((one) => one.name);

test('Google, new header', () => {
  const read = contactsOfTable([['First Name', 'Last Name', 'Organization Name', 'Organization Title', 'E-mail 1 - Label', 'E-mail 1 - Value', 'Phone 1 - Value'], ['伟', '张', '示例光伏', '采购总监', '* Work', 'a@x.cn ::: b@x.cn', '138 0013 8000']]);
  expect(read).toMatchObject({ layout: 'google', contacts: [{ name: '张伟', organisation: '示例光伏', title: '采购总监', emails: ['a@x.cn', 'b@x.cn'], phones: ['138 0013 8000'] }] });
});

test('Outlook in Chinese; an Exchange name is no address; 0/0/00 is no day', () => {
  const read = contactsOfTable([['名', '姓', '公司', '职务', '移动电话', '电子邮件地址', '电子邮件类型', '电子邮件显示名称'], ['娜', '李', '示例科技', '经理', '138', '/o=ex/cn=ln', 'EX', '李娜']]);
  expect(read).toMatchObject({ layout: 'outlook', contacts: [{ name: '李娜', emails: [], phones: ['138'] }] });
});

test("a colleague's own list below a title, several numbers in a cell, a school and a home town", () => {
  const read = contactsOfTable([['我的通讯录'], [], ['姓名', '单位', '职务', '手机', '微信', '毕业院校', '籍贯'], ['欧阳 静', '设计院', '总工', '13800138000、010-88886666', 'oyj', '清华大学', '长沙'], ['', '', '', '', '', '', '']]);
  expect(read).toMatchObject({ layout: 'table', leftOut: [], contacts: [{ at: 4, name: '欧阳静', phones: ['13800138000', '010-88886666'], wechat: ['oyj'], school: '清华大学', homeTown: '长沙' }] });
});

test('days are read in the forms of exports, and else left empty while the row stays', () => {
  const day = (text: string) => contactsOfTable([['First Name', 'Last Name', 'Connected On'], ['A', 'B', text]])!.contacts[0]!.since;
  expect(['05 Mar 2024', '5 March 2024', '2024/3/5', '2024年3月5日', '31 Feb 2024', 'bad date', '0/0/00'].map(day)).toEqual(['2024-03-05', '2024-03-05', '2024-03-05', '2024-03-05', null, null, null]);
});

test('a list of companies, a text and an empty sheet name nobody', () => {
  expect([names([['Company name', 'Company owner'], ['X', 'Y']]), names([['Name'], ['x']]), names([])]).toEqual([undefined, undefined, undefined]);
});

test('families and birthdays in an export are not read', () => {
  const read = contactsOfTable([['Name', 'E-mail Address', 'Spouse', 'Children', 'Birthday', 'Government ID Number', 'Notes'], ['A B', 'a@x.cn', 'Eve', 'Kim', '1.1.1980', '4711', 'secret']]);
  expect(JSON.stringify(read)).not.toMatch(/Eve|Kim|1980|4711|secret/);
});
