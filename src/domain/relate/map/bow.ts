import { CARD, type Place } from './layout.ts';

/** How far the middle of a line may be pushed aside, in points of the canvas; the least that helps is taken, straight first. */
const BOWS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((step) => step * 48);
/** Points of a curve that are looked at; cards are 76 points high, and lines between neighbouring rows about 140 long. */
const STEPS = 24;
/** Room between a line and a card it passes. */
const ROOM = 6;

/** The point of a bowed line (quadratic Bézier curve, its middle pushed aside by `bow`) at `share` of it, 0–1. */
export function pointAt(from: Place, to: Place, bow: number, share: number): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // A curve's middle is half as far out as its handle.
  const [hx, hy] = [(from.x + to.x) / 2 - ((to.y - from.y) / length) * 2 * bow, (from.y + to.y) / 2 + ((to.x - from.x) / length) * 2 * bow];
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * from.x + b * hx + c * to.x, y: a * from.y + b * hy + c * to.y };
}

/**
 * How far a line between two cards is bowed so that it passes behind no third card, and nobody reads it as two lines from that card to both:
 * points at its middle, to the right of its direction above 0. 0: straight, also where no bow of 240 points helps. `others`: places of all other cards.
 */
export function bowOf(from: Place, to: Place, others: readonly Place[]): number {
  const [start, end] = [middleOf(from), middleOf(to)];
  const most = BOWS.at(-2)!;
  const near = others.filter(({ x, y }) => x < Math.max(start.x, end.x) + most && x + CARD.width > Math.min(start.x, end.x) - most && y < Math.max(start.y, end.y) + most && y + CARD.height > Math.min(start.y, end.y) - most);
  return near.length === 0 ? 0 : BOWS.find((bow) => isClear(start, end, bow, near)) ?? 0;
}

const middleOf = ({ x, y }: Place): Place => ({ x: x + CARD.width / 2, y: y + CARD.height / 2 });

function isClear(start: Place, end: Place, bow: number, cards: readonly Place[]): boolean {
  for (let step = 1; step < STEPS; step++) {
    const { x, y } = pointAt(start, end, bow, step / STEPS);
    for (const card of cards) if (x > card.x - ROOM && x < card.x + CARD.width + ROOM && y > card.y - ROOM && y < card.y + CARD.height + ROOM) return false;
  }
  return true;
}
