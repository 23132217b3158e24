import { describe, expect, test } from 'vitest';
import { openTable } from '#actions/files/openTable.ts';
import { sniffDelimiter } from '#actions/files/sniff.ts';
import { cellsOf, fileOf } from './packages.ts';

const bytes = (base64: string) => Buffer.from(base64, 'base64');
const chinese = '客户名称,开票日期,金额\n海浪声学科技有限公司,2024-01-05,1234.5\n';
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? buffer.swap16() : buffer;
};

describe('encodings are told by the bytes', () => {
  test.each<[string, Buffer, string, string]>([
    ['UTF-8', Buffer.from(chinese), 'utf-8', '海浪声学科技有限公司'],
    ['UTF-8 with mark', Buffer.from(`\ufeff${chinese}`), 'utf-8', '海浪声学科技有限公司'],
    ['UTF-16 as Excel saves it', utf16(chinese.replaceAll(',', '\t'), false, true), 'utf-16le', '海浪声学科技有限公司'],
    ['UTF-16, the other way round', utf16(chinese, true, true), 'utf-16be', '海浪声学科技有限公司'],
    ['UTF-16 without mark', utf16('customer,date,amount\nNorthwind Hearing,2024-01-05,5\n', false, false), 'utf-16le', 'Northwind Hearing'],
    ['GB18030 with rare characters', bytes('v827p8P7s8Ysv6rGscjVxtosvfC27gq6o8DLyfnRp7/GvLzT0M/euavLviwyMDI0LTAxLTA1LDEyMzQuNQr9k4E57jmBQLXn19MsMjAyNC0wMS0wNiwxMAo='), 'gb18030', '海浪声学科技有限公司'],
    ['GBK, hardly a word of it', bytes('v827pyzI1cbaLL3wtu4KvNcsMjAyNC0wMS0wNSwxCg=='), 'gb18030', '甲'],
    ['Big5', bytes('q8ik4aZXutkstn2yvKTptMEsqvfDQgqqRqRzuXGkbKrRpfems62tpL2lcSwyMDI0LTAxLTA1LDEyMzQuNQo='), 'big5', '東山電子股份有限公司'],
    ['Windows-1252', bytes('S+R1ZmVyO0RhdHVtO0JldHJhZwpN/GxsZXIgJiBT9mhuZSBHbWJIOzA1LjAxLjIwMjQ7MS4yMzQsNTAggApDYWbpIE5v62w7MDYuMDEuMjAyNDsxMAo='), 'windows-1252', 'Müller & Söhne GmbH'],
    ['capitals of the north', Buffer.from('K\xc5RE,date,amount\nSM\xc5LAND \xc5SE,1,2\n\xc4RLIG AB,3,4\n', 'latin1'), 'windows-1252', 'SMÅLAND ÅSE'],
    ['plain ASCII', Buffer.from('customer,date,amount\nAcme,2024-01-05,5\n'), 'utf-8', 'Acme'],
  ])('%s', async (_, file, encoding, name) => {
    const path = fileOf(file);
    expect((await openTable(path, path)).encoding).toBe(encoding);
    const rows = await cellsOf(path);
    expect(rows[1]![0]).toBe(name);
    expect(rows[0]!.length).toBe(3);
    expect(String(rows[0]![0]).charCodeAt(0)).not.toBe(0xfeff);
  });

  test('rare characters of GB18030 are not lost', async () => {
    expect((await cellsOf(fileOf(bytes('v827p8P7s8Ysv6rGscjVxtosvfC27gq6o8DLyfnRp7/GvLzT0M/euavLviwyMDI0LTAxLTA1LDEyMzQuNQr9k4E57jmBQLXn19MsMjAyNC0wMS0wNiwxMAo='))))[2]).toEqual(['龘㐀丂电子', '2024-01-06', '10']);
  });

  test('the first Chinese name may stand far down', async () => {
    const path = fileOf(Buffer.concat([Buffer.from('customer,date,amount\n' + 'Acme,2024-01-05,5\n'.repeat(60_000)), bytes('v827pyzI1cbaLL3wtu4KvNcsMjAyNC0wMS0wNSwxCg==')]));
    expect((await openTable(path, path)).encoding).toBe('gb18030');
    expect((await cellsOf(path)).at(-1)).toEqual(['甲', '2024-01-05', '1']);
  });

  test('a character cut by the sample or by a piece is whole', async () => {
    for (const shift of [0, 1, 2]) {
      const text = 'x'.repeat(shift) + '客,1\n'.repeat(300_000);
      const rows = await cellsOf(fileOf(text));
      expect(rows.length).toBe(300_000);
      expect(rows.every((row, n) => row[0] === (n === 0 ? `${'x'.repeat(shift)}客` : '客'))).toBe(true);
    }
  });

  test('what a person chose beats what was found', async () => {
    expect((await cellsOf(fileOf('a;b,c\n1;2,3\n'), { delimiter: ',' }))[0]).toEqual(['a;b', 'c']);
    expect((await cellsOf(fileOf(bytes('q8ik4aZXutkstn2yvKTptMEsqvfDQgqqRqRzuXGkbKrRpfems62tpL2lcSwyMDI0LTAxLTA1LDEyMzQuNQo=')), { encoding: 'gb18030' }))[0]![0]).not.toBe('客戶名稱');
  });
});

test.each([
  ['a,b;c\n1,2;3\n4,5;6\n', ','], ['a;b\n1,5;2\n2,5;3\n', ';'], ['a\tb\n1,5\t2\n', '\t'], ['a|b|c\n1|2|3\n', '|'], ['"a;b",c\n"1;2",3\n', ','], ['one\ntwo\n', ','], ['sep=|\na,b|c\n', '|'],
  ['Report; of sales\n\nCustomer,Date,Amount\nAcme,2024-01-05,5\n', ','], ['Name;Betrag\nMüller, Söhne;1.234,50\nMaier, Kurz;99,00\n', ';'],
])('delimiter of %j', (text, delimiter) => {
  expect(sniffDelimiter(text).delimiter).toBe(delimiter);
});
