import { expect, test } from 'vitest';
import { bowOf, pointAt } from '#domain/relate/map/bow.ts';
import { CARD } from '#domain/relate/map/layout.ts';

const at = (column: number, row: number) => ({ x: column * (CARD.width + CARD.across), y: row * (CARD.height + CARD.down) });
/** Whether the line goes through the card, looked at much more closely than the bow itself does. */
const meets = (from: { x: number; y: number }, to: { x: number; y: number }, bow: number, card: { x: number; y: number }) => Array.from({ length: 1001 }, (_, n) => pointAt({ x: from.x + CARD.width / 2, y: from.y + CARD.height / 2 }, { x: to.x + CARD.width / 2, y: to.y + CARD.height / 2 }, bow, n / 1000))
  .some(({ x, y }) => x > card.x && x < card.x + CARD.width && y > card.y && y < card.y + CARD.height);

test('straight where nothing stands between', () => {
  expect(bowOf(at(0, 0), at(0, 2), [])).toBe(0);
  expect(bowOf(at(0, 0), at(0, 1), [at(1, 0), at(1, 1), at(0, 2)])).toBe(0);
});

test('around the card between two rows, to the side with less on it', () => {
  const [from, to, between] = [at(0, 2), at(0, 0), at(0, 1)];
  const bow = bowOf(from, to, [from, between, to]);
  expect(bow).not.toBe(0);
  expect(meets(from, to, bow, between)).toBe(false);
  const beside = at(bow > 0 ? 1 : -1, 1);
  const other = bowOf(from, to, [to, between, beside, from]);
  expect([meets(from, to, other, between), meets(from, to, other, beside)]).toEqual([false, false]);
});

test('where every way is barred it stays straight', () => {
  const wall = Array.from({ length: 9 }, (_, n) => ({ x: (n - 4) * 150, y: 140 }));
  expect(bowOf(at(0, 0), at(0, 2), wall)).toBe(0);
});

test('the middle of a bowed line is as far out as its bow says, to the right of its direction', () => {
  expect(pointAt({ x: 0, y: 0 }, { x: 100, y: 0 }, 30, 0.5)).toEqual({ x: 50, y: 30 });
  expect(pointAt({ x: 100, y: 0 }, { x: 0, y: 0 }, 30, 0.5)).toEqual({ x: 50, y: -30 });
  expect(pointAt({ x: 0, y: 0 }, { x: 100, y: 0 }, 30, 1)).toEqual({ x: 100, y: 0 });
});
