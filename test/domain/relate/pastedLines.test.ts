import { describe, expect, test } from 'vitest';
import { looksLikePosition, matchLines, readPastedLines, type MapName } from '#domain/relate/map/pastedLines.ts';

const PEOPLE: MapName[] = [
  { id: 1, names: ['張偉', 'Zhang Wei'], onMap: true }, { id: 2, names: ['Doe, John'], onMap: true }, { id: 3, names: ['质量总监', '质量总监 二厂'], onMap: true }, { id: 4, names: ['王芳'], onMap: false },
  { id: 5, names: ['李娜'], onMap: true }, { id: 6, names: ['李娜'], onMap: false }, { id: 7, names: ['质量总监', '质量总监 三厂'], onMap: true },
];
const matched = (text: string, reading: 'asks' | 'influences' = 'influences') => matchLines(readPastedLines(text).lines, PEOPLE, reading);

describe('reading', () => {
  test('tabs, commas or arrows; a header may change the order and speaks of a reading; rows keep their numbers', () => {
    expect(readPastedLines('A\tB\t2\r\n\r\nC\tD')).toEqual({ header: null, suggests: null, lines: [{ row: 1, first: 'A', second: 'B', weight: '2', kind: '' }, { row: 3, first: 'C', second: 'D', weight: '', kind: '' }] });
    expect(readPastedLines('A → B\nC，D，3，冲突').lines).toEqual([{ row: 1, first: 'A', second: 'B', weight: '', kind: '' }, { row: 2, first: 'C', second: 'D', weight: '3', kind: '冲突' }]);
    expect(readPastedLines('Asks whom\tWho\nB\tA')).toMatchObject({ suggests: 'asks', lines: [{ row: 2, first: 'A', second: 'B' }] });
    expect(readPastedLines('影響者\t被影響者\t強度\nA\tB\t1')).toMatchObject({ header: ['影響者', '被影響者', '強度'], suggests: 'influences', lines: [{ row: 2, first: 'A', weight: '1' }] });
    expect(readPastedLines('Manager\tWhom\nA\tB')).toMatchObject({ lines: [{ row: 2, first: 'A', second: 'B' }] });
    expect(readPastedLines('"Doe, John"\tB').lines[0]!.first).toBe('Doe, John');
    expect(readPastedLines('').lines).toEqual([]);
  });
});

describe('matching', () => {
  test('names in any width, script and order; known people who are not on the map join it', () => {
    expect(matched('张伟\tＪｏｈｎ ＤＯＥ\nZHANG WEI\t王　芳')).toEqual({
      lines: [{ row: 1, from: { id: 1 }, to: { id: 2 }, kind: 'influence', weight: 1, sign: 1 }, { row: 2, from: { id: 1 }, to: { id: 4 }, kind: 'influence', weight: 1, sign: 1 }], unknown: [], joining: [4], faults: [],
    });
  });
  test('“A asks B” is an influence of B on A; a conflict is the same either way', () => {
    expect(matched('张伟\tJohn Doe\t3', 'asks').lines).toMatchObject([{ from: { id: 2 }, to: { id: 1 }, weight: 3 }]);
    expect(matched('张伟\tJohn Doe\t3\t冲突', 'asks').lines).toMatchObject([{ from: { id: 1 }, to: { id: 2 }, kind: 'conflict' }]);
  });
  test('weights: figures, words, below zero against', () => {
    expect(matched('张伟\tJohn Doe\t很强\n王芳\tJohn Doe\t-2\n李娜\tJohn Doe\t−1\n王芳\t张伟\t２').lines.map(({ weight, sign }) => weight * sign)).toEqual([3, -2, -1, 2]);
  });
  test('of two of one name the one on the map is meant; two on the map are told apart by their unit', () => {
    expect(matched('李娜\t质量总监，二厂').faults).toEqual([]);
    expect(matched('李娜\t质量总监 二厂').lines).toMatchObject([{ from: { id: 5 }, to: { id: 3 } }]);
    expect(matched('李娜\t质量总监').faults).toEqual([{ row: 1, reason: 'paste_several', value: '质量总监' }]);
  });
  test('names that nobody has, once each with their rows', () => {
    expect(matched('陈 工\t张伟\nJohn Doe\t陈工\n李娜\t顾问').unknown).toEqual([{ name: '陈工', rows: [1, 2] }, { name: '顾问', rows: [3] }]);
    expect(matched('陈工\t张伟').lines).toMatchObject([{ from: { unknown: 0 }, to: { id: 1 } }]);
  });
  test('every row that cannot be taken, with its number', () => {
    expect(matched('张伟\t\n张伟\t张偉\n张伟\tJohn Doe\t4\n张伟\tJohn Doe\t1\tfriends\n张伟\tJohn Doe\nJohn Doe\t张伟\nZhang Wei\tJohn Doe\n张伟\tJohn Doe\t\t冲突\nJohn Doe\t张伟\t\t冲突').faults.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'paste_name'], [2, 'paste_self'], [3, 'paste_weight'], [4, 'paste_kind'], [7, 'paste_twice'], [9, 'paste_twice'],
    ]);
  });
});

test('what is more likely a position than a person', () => {
  expect(['质量总监', '總經理', '采购部经理', 'Head of quality', 'the CFO', 'Line engineer'].map(looksLikePosition)).toEqual([true, true, true, true, true, true]);
  expect(['王经理', '王芳', 'John Smith', 'Manager 07', 'Ceolia Ofori'].map(looksLikePosition)).toEqual([false, false, false, false, false]);
});
