import { describe, expect, test } from 'vitest';
import { findPlaces, folded, pageWords, queryParts, snippetOf } from '#domain/insight/fullText.ts';
import { plainCharacters } from '#domain/insight/plainCharacters.ts';
import { languageOf } from '#domain/insight/language.ts';

/** Two characters a word: enough to see where the dictionary is asked. */
const cut = (run: string) => run.match(/../gu) ?? [];
const shown = (text: string, query: string) => findPlaces(text, queryParts(query), cut).map(([from, to]) => text.slice(from, to));

describe('words of a page', () => {
  test('Chinese in pairs, between gaps; other words as they are, in small letters', () => {
    expect(pageWords('发展战略，Revenue 2025', cut).words).toEqual(['〇gap', '发展', '展战', '战略', '略', '〇gap', 'revenue', '2025']);
  });
  test('sounds: pinyin and initials of each word', () => {
    expect(pageWords('发展战略', cut).sounds.toSorted()).toEqual(['fazhan', 'fz', 'zhanlue', 'zhanlve', 'zl']);
  });
  test('traditional and full-width writing is found by simplified and half-width', () => {
    expect(folded('發展戰略 ＡＢＣ')).toBe('发展战略 abc');
    expect(folded('發展戰略 ＡＢＣ')).toHaveLength('發展戰略 ＡＢＣ'.length);
  });
});

describe('a query', () => {
  test('asks for phrases of pairs and beginnings of words', () => {
    expect(queryParts('发展战略 rev 略')).toEqual([{ kind: 'phrase', text: '发展战略', pairs: ['发展', '展战', '战略'] }, { kind: 'start', text: 'rev' }, { kind: 'start', text: '略' }]);
    expect(queryParts('，。 !')).toEqual([]);
  });
  test('its places are shown where they stand in the text', () => {
    expect(shown('公司的發展戰略：Growth', '战略')).toEqual(['戰略']);
    expect(shown('Growing revenue, grown margins', 'grow')).toEqual(['Grow', 'grow']);
    expect(shown('公司发展计划', 'fz')).toEqual(['发展']);
    expect(shown('公司发展计划', 'fazhan')).toEqual(['发展']);
    expect(shown('nothing here', '战略')).toEqual([]);
  });
  test('a snippet keeps its marks on the finds', () => {
    const text = `${'前言。'.repeat(80)}这里是战略。${'后记。'.repeat(80)}`;
    const { text: snippet, marks } = snippetOf(text, findPlaces(text, queryParts('战略'), cut));
    expect(snippet.length).toBeLessThan(220);
    expect(marks.map(([from, to]) => snippet.slice(from, to))).toEqual(['战略']);
  });
});

test('radicals of printed PDFs become the characters they stand for', () => {
  expect(plainCharacters('⻚⾯⻓⻢：⼈⼯智能')).toBe('页面长马：人工智能');
  expect(plainCharacters('ＡＢＣ ①')).toBe('ＡＢＣ ①');
});

test('the language of a text', () => {
  expect(languageOf('本公司主要从事声学元器件的研发、生产与销售，主要客户为消费电子企业。')).toBe('zh');
  expect(languageOf('The company designs and makes acoustic parts for the makers of consumer devices.')).toBe('en');
  expect(languageOf('当社は音響部品の研究開発、製造及び販売を行っております。主要な顧客は電機メーカーです。')).toBe('ja');
  expect(languageOf('12 345')).toBeNull();
});
