import { CARD, type Place } from './layout.ts';

/** How far the middle of a line may be pushed aside, in points of the canvas; the least that helps is taken, straight first. */
const BOWS = [0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 3, -3, 4, -4, 5, -5].map((step) => step * 48);
/** Points of a curve that are looked at; cards are 76 points high, and lines between neighbouring rows about 140 long. */
const STEPS = 24;
/** A line is drawn so far to its right, in points: the two directions lie apart. */
export const ASIDE = 6;
/** Room between a line and a card it passes: the ring of the vital few (5.5 points), half of the heaviest line (2.5) and a gap. */
const ROOM = 10;

/** The point of a bowed line (quadratic Bézier curve, its middle pushed aside by `bow`) at `share` of it, 0–1. */
export function pointAt(from: Place, to: Place, bow: number, share: number): Place {
  const handle = handleOf(from, to, bow);
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * from.x + b * handle.x + c * to.x, y: a * from.y + b * handle.y + c * to.y };
}

/** The handle of a bowed line: twice as far out as its middle is. */
export function handleOf(from: Place, to: Place, bow: number): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * 2 * bow, y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * 2 * bow };
}

/**
 * How far a line between two cards is bowed so that it passes behind no third card, and nobody reads it as two lines from that card to both:
 * points at its middle, to the right of its direction above 0. 0: straight, also where no bow of 240 points helps. `cards`: places of all
 * cards, those two included.
 */
export function bowOf(from: Place, to: Place, cards: readonly Place[]): number {
  const [start, end] = [middleOf(from), middleOf(to)];
  const most = BOWS.at(-2)!;
  const [left, right, top, bottom] = [Math.min(start.x, end.x) - most - CARD.width, Math.max(start.x, end.x) + most, Math.min(start.y, end.y) - most - CARD.height, Math.max(start.y, end.y) + most];
  const near = cards.filter((card) => card.x < right && card.x > left && card.y < bottom && card.y > top && !same(card, from) && !same(card, to));
  return near.length === 0 ? 0 : BOWS.find((bow) => isClear(start, end, bow, near)) ?? 0;
}

const same = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y;
const middleOf = ({ x, y }: Place): Place => ({ x: x + CARD.width / 2, y: y + CARD.height / 2 });

function isClear(start: Place, end: Place, bow: number, cards: readonly Place[]): boolean {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const [asideX, asideY] = [(-(end.y - start.y) / length) * ASIDE, ((end.x - start.x) / length) * ASIDE];
  for (let step = 1; step < STEPS; step++) {
    const point = pointAt(start, end, bow, step / STEPS);
    const [x, y] = [point.x + asideX, point.y + asideY];
    for (const card of cards) if (x > card.x - ROOM && x < card.x + CARD.width + ROOM && y > card.y - ROOM && y < card.y + CARD.height + ROOM) return false;
  }
  return true;
}
