import { expect, test } from 'vitest';
import { minorOfText, textOfMinor } from '../../../src/web/parts/opportunity/moneyText.ts';
import { bodyOf, draftOf, firstClause, newDraft, type OpportunityView } from '../../../src/web/parts/opportunity/opportunityDraft.ts';
import { placeBubbles, placeWords, xOf, yOf, type Frame } from '../../../src/web/parts/opportunity/matrixLayout.ts';
import { changedSearch, readOpportunitySearch } from '../../../src/web/parts/opportunity/search.ts';

test('amounts are read as people type them; what is not known stays empty', () => {
  const read = (text: string, currency = 'CNY') => minorOfText(text, currency);
  expect([read(''), read('  '), read('1.2m'), read('350K'), read('1.5 bn'), read('120万'), read('1.2亿'), read('1,200,000'), read('¥ 99.5'), read('1200', 'JPY')]).toEqual([null, null, 120_000_000, 35_000_000, 150_000_000_000, 120_000_000, 12_000_000_000, 120_000_000, 9_950, 1_200]);
  for (const text of ['a lot', '1.2.3', 'm', '12 apples', '1-2']) expect(read(text)).toBeNaN();
  expect([textOfMinor(120_000_050, 'CNY'), textOfMinor(null, 'CNY'), textOfMinor(1200, 'JPY')]).toEqual(['1,200,000.5', '', '1,200']);
  for (const minor of [1, 99, 12_345_678, 1e12]) expect(minorOfText(textOfMinor(minor, 'CNY'), 'CNY')).toBe(minor);
});

test('the title begins as the first clause of the fact', () => {
  expect([firstClause('Builds a plant; machines from 2027'), firstClause('在合肥建二期工厂。2027年投产'), firstClause('Version 2.5 of the handbook'), firstClause('Two lines\nmore'), firstClause('A. B.')]).toEqual(['Builds a plant', '在合肥建二期工厂', 'Version 2.5 of the handbook', 'Two lines', 'A']);
  expect(firstClause('x'.repeat(200))).toHaveLength(80);
  expect(newDraft('CNY', 'mo', { facts: [{ id: 7, statement: 'Moves; soon' }] })).toMatchObject({ title: 'Moves', horizon: 'mid', stage: 'seen', ownerId: 'mo', facts: [{ id: 7 }] });
});

const one = (id: number, value: number | null, fit: number | null, evidence = 0.9, title = `Point ${id}`): OpportunityView => ({
  id, account: { id: 1, name: 'A' }, title, note: '', category: '', unit: '', need: null, valueLow: null, valueLikely: value, valueHigh: null, currency: value === null ? null : 'CNY', fit, expectedOn: null, horizon: 'mid', stage: 'seen', owner: null, facts: [], recordedAt: '',
  priority: { priority: 50, low: 50, high: 50, completeness: 1, unknown: [], parts: [], value, fit, fitFrom: null, months: null, evidence, state: 'proven' },
});

test('what is edited is sent back as it was; a value without an amount has no currency', () => {
  const sent = bodyOf(draftOf({ ...one(1, 123_456_78, 3), valueLow: 100_00, expectedOn: '2027-01-01' }, 'EUR'));
  expect(sent).toMatchObject({ title: 'Point 1', valueLow: 100_00, valueLikely: 123_456_78, valueHigh: null, currency: 'CNY', fit: 3, expectedOn: '2027-01-01', needId: null, facts: [] });
  expect(bodyOf(draftOf(one(1, null, null), 'EUR'))).toMatchObject({ valueLikely: null, currency: null, expectedOn: null });
});

test('bubbles stand at their value and fit, in the gutters where either is unknown, and rarely on each other', () => {
  const frame: Frame = { left: 64, right: 700, top: 10, bottom: 390, gutter: 36 };
  const rows = [...Array.from({ length: 12 }, (_, n) => one(n, 500_000_000, 3)), one(20, null, 4), one(21, 1_000_000, null)];
  const placed = placeBubbles(rows, frame);
  const band = (frame.bottom - frame.top) / 5;
  for (const bubble of placed.slice(0, 12)) expect(Math.abs(bubble.y - yOf(3, frame))).toBeLessThanOrEqual(band / 2 - bubble.r + 0.001);
  const close = placed.flatMap((a, n) => placed.slice(n + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < (a.r + b.r) * 0.9));
  expect(close).toEqual([]);
  expect([placed[12]!.x < frame.left, placed[13]!.y > frame.bottom, xOf(1, frame) < xOf(10_000_000, frame), yOf(4, frame) < yOf(0, frame)]).toEqual([true, true, true, true]);
});

test('names meet neither bubbles nor other names', () => {
  const frame: Frame = { left: 64, right: 700, top: 10, bottom: 390, gutter: 36 };
  const words = placeWords(placeBubbles([one(1, 1e9, 4), one(2, 1e9, 4), one(3, 1e8, 2, 0.2, '很长的名字'.repeat(9))], frame), frame);
  expect(words.map((word) => word.id)).toContain(3);
  expect(words.find((word) => word.id === 3)!.text).toBe('很长的名字很长的名字很长的名字很…');
});

test('the address says what is shown; what is unknown in it is passed over', () => {
  const search = readOpportunitySearch({ view: 'matrix', stage: 'open', horizon: 'soon', owner: 7, q: '  ' });
  expect(search).toEqual({ view: 'matrix', sort: 'priority', stage: 'open', horizon: undefined, owner: '7', q: undefined });
  expect(changedSearch(search, { view: 'board', owner: undefined, sort: 'value' })).toEqual({ stage: 'open', sort: 'value' });
});
