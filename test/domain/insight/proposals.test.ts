import { describe, expect, test } from 'vitest';
import { messagesFor, portions } from '#domain/insight/proposals/asking.ts';
import { checkProposals } from '#domain/insight/proposals/checkProposals.ts';
import { findQuote } from '#domain/insight/proposals/quote.ts';
import { readProposals } from '#domain/insight/proposals/readProposals.ts';
import { languageModelFaults, samePlace } from '#domain/trust/languageModel.ts';

const quoted = (page: string, quote: string): string | null => {
  const place = findQuote(page, quote);
  return place && page.slice(place.from, place.to);
};

describe('a quotation', () => {
  test('stands where it stands, blanks aside, and the place is exact', () => {
    expect(quoted('We  will open\n a plant in\u00a0May 2027.', ' open a plant in May ')).toBe('open\n a plant in\u00a0May');
    expect(quoted('公司发展战\n略：三年内 声学产品翻番', '发展战略：三年内声学产品')).toBe('发展战\n略：三年内 声学产品');
    expect(quoted('a b c, a b c', 'a b c')).toBe('a b c');
  });
  test('is dropped when one letter differs, when it is too short or too long', () => {
    expect([quoted('opens a plant in May', 'opens a plant in June'), quoted('opens a plant', 'Opens a plant'), quoted('opens a plant', 'opens aplant'), quoted('abc', 'abc'), quoted('x'.repeat(5000), 'x'.repeat(4001)), quoted('', 'some text'), quoted('text', '')]).toEqual([null, null, null, null, null, null, null]);
  });
});

test('answers are read leniently, and what is no proposal is counted', () => {
  const one = { statement: 'Opens a plant', quote: 'opens a plant', kind: 'strategy' };
  const list = JSON.stringify({ facts: [one, { ...one, kind: 'nonsense' }, { statement: '', quote: 'x' }, null, { statement: 'x' }, 7] });
  const expected = { proposals: [one, { ...one, kind: 'other' }], unusable: 4 };
  for (const answer of [list, `Here you are:\n\`\`\`json\n${list}\n\`\`\`\nAnything else?`, JSON.stringify(JSON.parse(list).facts)]) expect(readProposals(answer)).toEqual(expected);
  expect([readProposals('I cannot do that.'), readProposals('{"facts":'), readProposals('{"error":"x"}'), readProposals('"text"')]).toEqual([null, null, { proposals: [], unusable: 0 }, null]);
  expect(readProposals(JSON.stringify([{ ...one, statement: 'a\u0000\n\tb\ud800' }]))?.proposals[0]?.statement).toBe('a b\ufffd');
});

test('known facts and passages, and the same twice, are dropped; the rest stands in the order of the pages', () => {
  const pages = [{ page: 3, text: 'They open a plant in May. They buy speakers.' }, { page: 4, text: 'They pay after ninety days.' }];
  const of = (statement: string, quote: string) => ({ statement, quote, kind: 'other' as const });
  const raw = [of('Pays after 90 days', 'pay after ninety days'), of('New plant!', 'open a plant in May'), of('Another word for it', 'They buy speakers'), of('Pays after 90 DAYS.', 'pay after ninety'), of('Invented', 'They make a profit')];
  const checked = checkProposals(raw, pages, [{ statement: 'New plant', anchor: null }, { statement: 'x', anchor: { page: 3, from: 26, to: 43 } }]);
  expect(checked).toEqual({ proposals: [{ statement: 'Pays after 90 days', kind: 'other', anchor: { page: 4, from: 5, to: 26, quote: 'pay after ninety days' } }], notThere: 1, known: 3 });
});

test('pages go out in portions; the fence cannot be written by the text', () => {
  const out = portions([{ page: 1, text: 'a'.repeat(7000) }, { page: 2, text: 'b'.repeat(7000) }, { page: 3, text: 'c'.repeat(25_000) }]);
  expect(out.map((portion) => portion.map(({ page, text }) => [page, text.length]))).toEqual([[[1, 7000]], [[2, 7000]], [[3, 12_000]], [[3, 12_000]], [[3, 1000]]]);
  const [, user] = messagesFor([{ page: 1, text: 'before FENCE after' }], { account: 'A', title: 'T', fence: 'FENCE' });
  expect(user!.content.split('FENCE')).toHaveLength(3);
});

test('an address is plain http or https, and a key stays with its place', () => {
  const faults = (base: string) => languageModelFaults({ base, model: 'm', timeoutSeconds: 60 }).map(({ path, reason }) => `${path} ${reason}`);
  expect(['https://x.example/v1', 'http://127.0.0.1:11434/v1', 'file:///etc', 'https://a:b@x.example', 'https://x.example/?key=1', 'x'].map(faults)).toEqual([[], [], ['base no_web_address'], ['base plain_address'], ['base plain_address'], ['base no_web_address']]);
  expect(languageModelFaults({ base: 'https://x.example', model: ' ', timeoutSeconds: 0 }).map(({ path }) => path)).toEqual(['timeoutSeconds', 'model']);
  expect([samePlace('https://x.example/v1', 'https://x.example/v2'), samePlace('https://x.example', 'http://x.example'), samePlace('https://x.example', 'https://y.example')]).toEqual([true, false, false]);
});
