import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { mixedPinyin, SYLLABLES } from '#domain/find/mixedPinyin.ts';
import { readQuery, type Query } from '#domain/find/searchQuery.ts';
import { personTerms, searchTerms } from '#domain/find/searchTerms.ts';

/** What the store does: all words of one way are the beginning of a term. */
function answers(query: Query, terms: readonly string[]): boolean {
  return query.some((way) => way.every((word) => word.some(({ from, like }) => terms.some((term) => term >= from && term < `${from}\uffff` && (like === undefined || new RegExp(`^${like.replaceAll('%', '.*')}$`, 'u').test(term))))));
}
const finds = (query: string, ...names: string[]) => answers(readQuery(query), searchTerms(...names));
interface Who { name: string; latin?: string; organisation?: string; title?: string }
const findsPerson = (query: string, { name, latin = '', organisation = '', title = '' }: Who) => answers(readQuery(query, 'people'), personTerms([name, latin], [organisation, title]));

test.each([
  ['华声', '宁波华声电子有限公司'], ['电子', '宁波华声电子有限公司'], ['宁波华声电子有限公司', '宁波华声电子有限公司'],
  ['ningbo', '宁波华声电子有限公司'], ['huasheng', '宁波华声电子有限公司'], ['huashengdianzi', '宁波华声电子有限公司'], ['nbhs', '宁波华声电子有限公司'], ['HSDZ', '宁波华声电子有限公司'],
  ['宁波 hs', '宁波华声电子有限公司'], ['dianzi 宁波', '宁波华声电子有限公司'],
  ['nbhuasheng', '宁波华声电子有限公司'], ['ningbohs', '宁波华声电子有限公司'], ['huashdz', '宁波华声电子有限公司'], ['nbhuashengdz', '宁波华声电子有限公司'], ['ning bo hua sheng', '宁波华声电子有限公司'], ['宁波h', '宁波华声电子有限公司'],
  ['東山', '东山电子'], ['东山', '東山電子股份有限公司'], ['dongshan', '東山電子股份有限公司'],
  ['chongqing', '重庆长安'], ['changan', '重庆长安'], ["chang'an", '重庆长安'], ['cqca', '重庆长安'], ['yinhang', '招商银行'], ["xi'an", '西安飞机'], ['xi an', '西安飞机'],
  ['shan', '单氏食品'], ['danshi', '单氏食品'], ['zengji', '曾记饼家'], ['ouyang', '欧阳修'],
  ['lvyuan', '绿源集团'], ['luyuan', '绿源集团'], ['lyuyuan', '绿源集团'], ['lüyuan', '绿源集团'], ['lvy', '绿源集团'], ['celve', '策略公司'], ['celue', '策略公司'], ['celüe', '策略公司'],
  ['wind', 'Northwind Hearing Ltd'], ['HEARING north', 'Northwind Hearing Ltd'], ['northwindhear', 'Northwind Hearing Ltd'], ['ＮＯＲＴＨ', 'Northwind Hearing Ltd'], ['c0012', 'C001234'], ['1234', 'C001234'], ['c001234', 'C-001234'],
  ['müller', 'Müller & Söhne'], ['muller', 'Müller & Söhne'], ['mueller', 'Müller & Söhne'], ['Müller', 'Mueller GmbH'], ['loreal', 'L’Oréal'], ["l'oreal", 'L’Oréal'], ['strasse', 'Straße 7'], ['3m', '3M中国'], ['中国', '3M中国'], ['3m中国', '3M中国'],
  ['n', 'Northwind Hearing Ltd'], ['h', 'Northwind Hearing Ltd'], ['n', '宁波华声电子有限公司'],
])('%s finds the customer %s', (query, name) => {
  expect(finds(query, name)).toBe(true);
});

test.each([
  ['有限公司', '宁波华声电子有限公司'], ['gongsi', '宁波华声电子有限公司'], ['rth', 'Arbor Audio'], ['', 'Arbor'], ['!!!', 'Arbor'], ['u', 'Audio'], ['h', '宁波华声电子有限公司'],
  ['ningbosh', '宁波华声电子有限公司'], ['nbhuating', '宁波华声电子有限公司'], ['dr arbor', 'Arbor Audio'], ['华工', '华声电子'], ['か', 'が'],
])('%s does not find the customer %s', (query, name) => {
  expect(finds(query, name)).toBe(false);
});

const QIN = { name: '秦建国', title: '采购总监', organisation: '宁波华声电子有限公司' };
test.each<[string, Who]>([
  ...['秦建国', '建国', 'qinjianguo', 'qin jian guo', "qin'jian'guo", 'qin jianguo', 'jianguo qin', 'jian guo qin', 'qjg', 'QJG', 'qinjg', 'qjianguo', 'qjiang', 'qinjguo', 'qjianguo', 'qinjiang', 'qin jg', 'q jianguo', 'ｑｉｎｊｇ', '秦jg', '秦j', '秦jianguo', 'q', 'jg',
    '秦总', '秦总监', '秦先生', '秦建国总监', '秦總', '秦总 华声', 'qin caigou', '采购'].map((query): [string, Who] => [query, QIN]),
  ['zhangsf', { name: '张三丰' }], ['zhsf', { name: '张三丰' }], ['zsanf', { name: '张三丰' }], ['zhangsanf', { name: '張三豐' }], ['张三丰', { name: '張三豐' }], ['張三豐', { name: '张三丰' }],
  ['wang li', { name: '王力' }], ['li wang', { name: '王力' }], ['wang l', { name: '王力' }], ['wli', { name: '王力' }], ['fang an', { name: '方安' }], ["fang'an", { name: '方安' }], ['fangan', { name: '方安' }],
  ['lv', { name: '吕布' }], ['lubu', { name: '吕布' }], ['lyubu', { name: '吕布' }], ['lübu', { name: '吕布' }], ['lvb', { name: '吕布' }], ['lbu', { name: '吕布' }], ['zhanglue', { name: '张略' }], ['zhanglve', { name: '张略' }], ['zhanglüe', { name: '张略' }], ['zlue', { name: '张略' }],
  ['shanxm', { name: '单雪梅' }], ['sxuemei', { name: '单雪梅' }], ['danxuemei', { name: '单雪梅' }], ['qiuying', { name: '仇英' }], ['xiexd', { name: '解晓东' }], ['zenggf', { name: '曾国藩' }], ['chongyang', { name: '重阳' }], ['zhangle', { name: '张乐' }], ['zhangyue', { name: '张乐' }],
  ['yuchi', { name: '尉迟恭' }], ['moqi', { name: '万俟卨' }], ['zhangsunwj', { name: '长孙无忌' }], ['piaozx', { name: '朴智星' }], ['oyjg', { name: '欧阳建国' }], ['ouyjg', { name: '欧阳建国' }], ['ouyangjg', { name: '欧阳建国' }], ['欧阳总', { name: '欧阳建国', title: '副总经理' }],
  ['Li Wei', { name: 'Li Wei' }], ['Wei Li', { name: 'Li Wei' }], ['liwei', { name: 'Li Wei' }], ['weili', { name: 'Li Wei' }], ['li, wei', { name: '李伟' }], ['Wei Li', { name: '李伟' }], ['Li Wei Ming', { name: 'Li Weiming' }], ['weiming li', { name: '李伟明' }],
  ['jose', { name: 'José García' }], ['José', { name: 'Jose Garcia' }], ['garcia jose', { name: 'José García' }], ['obrien', { name: "Pat O'Brien" }], ["o'brien", { name: 'Pat OBrien' }], ['brien', { name: 'Pat O’Brien' }], ['nguyen', { name: 'Nguyễn Văn A' }],
  ['Mr Smith', { name: 'John Smith' }], ['Dr. José', { name: 'Jose Garcia' }], ['smith', { name: 'Dr John Smith' }], ['dr', { name: 'Dr John Smith' }], ['j smith', { name: 'John Smith' }],
])('%s finds the person %j', (query, who) => {
  expect(findsPerson(query, who)).toBe(true);
});

test.each<[string, Who]>([
  ...['qinjh', 'qjianghua', 'qingjg', 'j', 'g', 'c', '国总', '建总', '秦经理', '秦工', 'qing', 'jianqin', 'zhangjg', '建先生'].map((query): [string, Who] => [query, QIN]),
  ['zhangsf', { name: '张思远' }], ['zhangsf', { name: '郑三丰' }], ['wli', { name: '王龙' }], ['li', { name: '王伟', title: '经理' }], ['a', { name: '王伟', organisation: 'Audio' }],
])('%s does not find the person %j', (query, who) => {
  expect(findsPerson(query, who)).toBe(false);
});

test('every way to mix the syllables and initials of a name finds it, finished or not', () => {
  const plain = { toneType: 'none', type: 'array', v: true } as const;
  for (const name of ['秦建国', '张三丰', '欧阳修文', '吴昂', '何艾', '陈恩山', '宁安安', '郝西安', '石冠男', '宗庚', '尔冬升']) {
    const ways = pinyin(name, plain).map((syllable) => [...new Set([syllable, syllable.charAt(0), /^[zcs]h/.exec(syllable)?.[0] ?? syllable])]);
    const mixes = ways.reduce<string[]>((begun, next) => begun.flatMap((start) => next.map((one) => start + one)), ['']);
    for (const mix of mixes) for (let typed = 1; typed <= mix.length; typed++) expect([name, mix.slice(0, typed), findsPerson(mix.slice(0, typed), { name })]).toEqual([name, mix.slice(0, typed), true]);
  }
});

test('all syllables of the characters in use are known', () => {
  const unknown = new Set<string>();
  for (let code = 0x4e00; code < 0x9fa5; code++) {
    const [syllable] = pinyin(String.fromCharCode(code), { toneType: 'none', type: 'array', v: true });
    if (/^[a-z]+$/.test(syllable!) && !SYLLABLES.has(syllable!)) unknown.add(syllable!);
  }
  // Interjections (呣, 嗯): nobody is called so.
  expect([...unknown].sort()).toEqual(['m', 'ng']);
});

test('what is no mix is not looked up as one, and few ways to split are', () => {
  for (const word of ['qjg', 'ku', 'q1n', '']) expect([word, mixedPinyin(word)]).toEqual([word, []]);
  // 秦建国 before 齐宁建国: the fewest characters first.
  expect(mixedPinyin('qinjg')).toEqual([{ from: 'qjg', like: 'qjg% 1qin2j%3g%' }, { from: 'qnjg', like: 'qnjg% 1qi2n%3j%4g%' }]);
  expect(mixedPinyin('angangangangangangan').length).toBeLessThanOrEqual(12);
});

test('a company that is called nothing but a legal form is found by it', () => {
  expect(finds('有限公司', '有限公司')).toBe(true);
});

test('terms are few and short: the store keeps a row for each', () => {
  expect(searchTerms('宁波华声电子有限公司').length).toBeLessThanOrEqual(20);
  expect(personTerms(['吕重乐长'], []).length).toBeLessThanOrEqual(60);
  expect(personTerms(['秦建国'], []).length).toBeLessThanOrEqual(11);
  expect(Math.max(...searchTerms('很长的名字'.repeat(20)).map((term) => term.length))).toBeLessThanOrEqual(60);
});
