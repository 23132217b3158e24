import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { texts as enFirst } from '../../src/web/text/en.ts';
import { later as enLater } from '../../src/web/text/en/later.ts';
import { convertTexts, toTraditional } from '../../src/web/text/traditional.ts';
import { texts as zhFirst } from '../../src/web/text/zhHans.ts';
import { later as zhLater } from '../../src/web/text/zhHans/later.ts';

const en = { ...enFirst, ...enLater };
const zh = { ...zhFirst, ...zhLater };

const root = new URL('../../', import.meta.url).pathname;
const filesUnder = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => join(root, folder, name));

/** Every text by its path; functions are asked with something that fits all of them. */
function leaves(node: unknown, path: string[] = []): { path: string[]; text: string }[] {
  if (typeof node === 'string') return [{ path, text: node }];
  if (typeof node === 'function') return [{ path, text: sayIt(node as (...args: unknown[]) => unknown) }];
  if (Array.isArray(node)) return node.flatMap((item, i) => leaves(item, [...path, String(i)]));
  return Object.entries(node as object).flatMap(([key, value]) => leaves(value, [...path, key]));
}
/** An argument that is a number, a text and an object of texts at once, so that any text function can be asked. */
const anything = (): unknown => new Proxy(Object.assign(() => '7', { toLocaleString: () => '7', toString: () => '7', [Symbol.toPrimitive]: () => 7 }), { get: (target, key) => (key in target ? (target as never)[key] : '7') });
const sayIt = (say: (...args: unknown[]) => unknown): string => String(say(anything(), anything(), anything(), anything()));

const CHINESE = /\p{Script=Han}/u;
/** Texts that rightly read the same in both languages, or name something in the other. */
const SAME = [/^common\.grades\./, /^imports\.(encodings|decimals|units)\./, /^portfolio\.(hhi|abc)$/, /^audit\.nouns\.position_kpi$/, /^model\.new\w+\.(en|zh)$/];
const isSame = (path: string): boolean => SAME.some((pattern) => pattern.test(path));

describe('every text exists in both languages', () => {
  const english = new Map(leaves(en).map(({ path, text }) => [path.join('.'), text]));
  const chinese = new Map(leaves(zh).map(({ path, text }) => [path.join('.'), text]));

  test('with the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });
  test('Chinese is Chinese', () => {
    const untranslated = [...chinese].filter(([path, text]) => !isSame(path) && !CHINESE.test(text) && /\p{L}{3}/u.test(text.replaceAll('7', '')) && english.get(path) === text).map(([path]) => path);
    expect(untranslated).toEqual([]);
  });
  test('English has no Chinese', () => {
    expect([...english].filter(([path, text]) => !isSame(path) && CHINESE.test(text) && path !== 'shell.findStart').map(([path]) => path)).toEqual([]);
  });
  test('none is empty', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([]);
  });
});

test('every text is used', () => {
  const source = [...filesUnder('src/web/pages'), ...filesUnder('src/web/parts'), ...readdirSync(join(root, 'src/web')).filter((name) => /\.tsx?$/.test(name)).map((name) => join(root, 'src/web', name))].map((file) => readFileSync(file, 'utf8')).join('\n');
  const named = new Set([...source.matchAll(/\.(\w+)/g)].map((match) => match[1]));
  /** Objects read by a key that is only known at run time, or handed on whole: their children count as used. */
  const whole = new Set([...source.matchAll(/\.(\w+)(?:\[|\)|,|;| as |\s*\?\?|$)/gm)].map((match) => match[1]));
  const destructured = new Set([...source.matchAll(/\{([^{}]*)\}\s*=\s*(?:use\w+\(\)|\w+)/g)].flatMap((match) => (match[1] ?? '').split(',').map((part) => part.split(':')[0]!.trim())));
  const unused = leaves(en).filter(({ path }) => {
    const [, ...inner] = path;
    return !inner.every((key, depth) => named.has(key) || destructured.has(key) || inner.slice(0, depth).some((parent) => whole.has(parent)));
  });
  expect(unused.map(({ path }) => path.join('.'))).toEqual([]);
});

describe('traditional Chinese', () => {
  test('says the words of the glossary', () => {
    const pairs = [['客户组合', '客戶組合'], ['置信度、证据、事实、假设、已过期', '置信度、證據、事實、假設、已過期'], ['发票明细、红字发票、逾期', '發票明細、折讓單、逾期'], ['客户全视图', '客戶全視圖'], ['投资计划', '投資計畫'], ['决策者、批准者', '決策者、核准者'], ['力挺、支持', '力挺、支持'], ['信任台账', '信任台帳'], ['小批量、首单', '小批量、首單'], ['风险信号', '風險信號'], ['保存期限', '保存期限'], ['权力地图、项目', '權力地圖、專案'], ['发布评分模型', '發布評分模型'], ['每一列是什么？', '每一欄是什麼？']];
    expect(pairs.map(([simplified]) => toTraditional(simplified!))).toEqual(pairs.map(([, traditional]) => traditional));
  });
  test('leaves a customer’s own name as it is', () => {
    const converted = convertTexts({ one: (name: string) => `导入了 ${name}`, many: (p: { name: string; n: number }) => `${p.name}：${p.n} 行发票` });
    expect(converted.one('华为终端有限公司')).toBe('匯入了 华为终端有限公司');
    expect(converted.many({ name: '宁波远声', n: 3 })).toBe('宁波远声：3 行發票');
  });
});

describe('every reason of the server has words', () => {
  const server = ['src/actions', 'src/api', 'src/domain', 'src/storage'].flatMap(filesUnder).map((file) => readFileSync(file, 'utf8')).join('\n');
  /** Read only by those who use the API raw or the terminal, which have the English sentence. */
  const RAW = new Set(['archive_damaged', 'archive_newer', 'not_an_archive', 'unknown_cursor', 'not_ids']);
  const found = (pattern: RegExp): string[] => [...new Set([...server.matchAll(pattern)].map((match) => match[1]!))].filter((reason) => !RAW.has(reason));

  test('of a refusal', () => {
    const reasons = [...found(/refused\('(\w+)'/g), ...found(/new Refusal\([^\n]*?\{ reason: '(\w+)'/g)];
    expect(reasons.length).toBeGreaterThan(20);
    expect(reasons.filter((reason) => !(reason in en.errors.reasons))).toEqual([]);
  });
  test('of an invalid field', () => {
    const reasons = [...found(/fault\([^'\n]*(?:'[\w.]*'|`[^`]*`),\s*'(\w+)',\s*[`'"]/g), ...found(/path: [^,]+, reason: '(\w+)'/g)];
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => !(reason in en.errors.fields))).toEqual([]);
  });
  test('of a note on a file', () => {
    expect(found(/notes\.push\(\{ code: '(\w+)'/g).filter((code) => !(code in en.imports.notes))).toEqual([]);
  });
});
