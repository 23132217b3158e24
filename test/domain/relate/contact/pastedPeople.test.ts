import { expect, test } from 'vitest';
import { readPeople } from '#domain/relate/contact/pastedPeople.ts';

test('lines of name, position, number and address in any order; a question mark is somebody unknown', () => {
  expect(readPeople('张 伟，采购总监，138 0013 8000，zw@x.cn\n? CFO\n？财务总监, 集团\n\nJane Doe; jd@x.com')).toMatchObject([
    { name: '张伟', title: '采购总监', phones: ['138 0013 8000'], emails: ['zw@x.cn'], placeholder: false }, { name: 'CFO', title: 'CFO', placeholder: true }, { name: '财务总监', title: '集团', placeholder: true }, { name: 'Jane Doe', title: '', emails: ['jd@x.com'] },
  ]);
});

test('rows of a spreadsheet with a header, and without one', () => {
  expect(readPeople('姓名\t部门\t职务\t手机\t毕业院校\n李娜\t财务部\t经理\t13900000000\t清华大学')).toMatchObject([{ name: '李娜', title: '财务部 · 经理', phones: ['13900000000'], school: '清华大学' }]);
  expect(readPeople('李娜\t经理\n王芳\t总监')).toMatchObject([{ name: '李娜', title: '经理' }, { name: '王芳', title: '总监' }]);
  expect(readPeople('  \n')).toEqual([]);
});
