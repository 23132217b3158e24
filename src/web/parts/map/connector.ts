import { CARD, type Place } from '#domain/relate/map/layout.ts';

/** Connection sites of a rectangle as DrawingML counts them, each in the middle of a side: above, left, below, right; and where it looks. */
const SITES = [{ x: 0, y: -1 }, { x: -1, y: 0 }, { x: 0, y: 1 }, { x: 1, y: 0 }] as const;
/** How far a curve goes out around what stands in its way, in points of the canvas; the shortest that helps is taken. */
const REACHES = [32, 56, 88, 128, 176, 232];
/** Room between a line and a card that it passes: the ring of the vital few and half of the heaviest line. */
const ROOM = 9;
const STEPS = 32;
/** What a point behind a card, and two lines of the same pair on the same sites, cost; in points of length. */
const [HIDDEN, SAME] = [10_000, 400];
/** A curve costs so many points: it is taken where it saves a line behind a card. A straight line costs the more, the more it grazes the side it touches. */
const [CURVED, GRAZED] = [150, 2];

/** A connector of a slide (ECMA-376, DrawingML): glued to a site of each of two cards, so that it follows the one that is moved. */
export interface Connector {
  readonly preset: 'straightConnector1' | 'curvedConnector2' | 'curvedConnector3';
  readonly from: number;
  readonly to: number;
  /** Where the middle of a `curvedConnector3` lies on its main axis, as a coordinate of the canvas; else null. */
  readonly turn: number | null;
  /** Whether it leaves a side of the card upwards or downwards: its main axis is the vertical one. */
  readonly upright: boolean;
  /** Its course, for what must not be covered. */
  readonly points: readonly Place[];
}

/** Connection sites of a card. */
export function sitesOf({ x, y }: Place): readonly Place[] {
  return SITES.map((look) => ({ x: x + (CARD.width * (1 + look.x)) / 2, y: y + (CARD.height * (1 + look.y)) / 2 }));
}

/**
 * The connector between two cards that passes behind no third one, the shortest; straight where that does. `cards`: places of all cards. `taken`:
 * sites of lines between the same two, as `from-to`: another line there would hide one of them. Where nothing is clear, what is hidden least.
 */
export function connectorOf(a: Place, b: Place, cards: readonly Place[], taken: ReadonlySet<string>): Connector {
  const near = cards.filter((card) => !same(card, a) && !same(card, b));
  let best: Connector | null = null;
  let least = Infinity;
  for (const one of candidates(a, b)) {
    const length = (one.preset === 'straightConnector1' ? lengthOf(one.points) * (1 + GRAZED * (grazing(one.points, one.from) + grazing(one.points.toReversed(), one.to))) : lengthOf(one.points) + CURVED) + (taken.has(`${one.from}-${one.to}`) ? SAME : 0);
    if (length >= least) continue;
    const cost = length + HIDDEN * (hidden(one.points, near, ROOM) + hidden(one.points.slice(1, -1), [a, b], -1));
    if (cost >= least) continue;
    least = cost;
    best = one;
  }
  return best!;
}

function* candidates(a: Place, b: Place): Generator<Connector> {
  const [starts, ends] = [sitesOf(a), sitesOf(b)];
  for (const [from, out] of SITES.entries()) {
    for (const [to, back] of SITES.entries()) {
      const [s, e] = [starts[from]!, ends[to]!];
      const [leaves, arrives] = [(e.x - s.x) * out.x + (e.y - s.y) * out.y > 0, (s.x - e.x) * back.x + (s.y - e.y) * back.y > 0];
      const upright = out.x === 0;
      if (leaves && arrives) yield { preset: 'straightConnector1', from, to, turn: null, upright, points: [s, e] };
      if (upright !== (back.x === 0)) {
        if (leaves && arrives) yield { preset: 'curvedConnector2', from, to, turn: null, upright, points: quarter(s, e, upright) };
      } else if (out.x + out.y !== back.x + back.y) {
        if (leaves) yield curve(from, to, upright, s, e, (along(s, upright) + along(e, upright)) / 2);
      } else {
        const side = out.x + out.y;
        for (const reach of REACHES) yield curve(from, to, upright, s, e, side * (Math.max(side * along(s, upright), side * along(e, upright)) + reach));
      }
    }
  }
}

const same = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y;
const along = ({ x, y }: Place, upright: boolean): number => (upright ? y : x);
const across = ({ x, y }: Place, upright: boolean): number => (upright ? x : y);
const placed = (main: number, other: number, upright: boolean): Place => (upright ? { x: other, y: main } : { x: main, y: other });

/** Course of `curvedConnector2` (presetShapeDefinitions of ECMA-376): it leaves along the main axis and arrives across it. */
function quarter(s: Place, e: Place, upright: boolean): Place[] {
  const [u0, v0, u1, v1] = [along(s, upright), across(s, upright), along(e, upright), across(e, upright)];
  return bezier([[u0, v0], [(u0 + u1) / 2, v0], [u1, (v0 + v1) / 2], [u1, v1]], upright);
}

/** Course of `curvedConnector3`: along the main axis to `turn`, across, and along it again. */
function curve(from: number, to: number, upright: boolean, s: Place, e: Place, turn: number): Connector {
  const [u0, v0, u1, v1] = [along(s, upright), across(s, upright), along(e, upright), across(e, upright)];
  const middle = (v0 + v1) / 2;
  const first = bezier([[u0, v0], [(u0 + turn) / 2, v0], [turn, v0 + (v1 - v0) / 4], [turn, middle]], upright);
  const second = bezier([[turn, middle], [turn, v0 + ((v1 - v0) * 3) / 4], [(u1 + turn) / 2, v1], [u1, v1]], upright);
  return { preset: 'curvedConnector3', from, to, turn, upright, points: [...first, ...second.slice(1)] };
}

function bezier(handles: readonly (readonly [number, number])[], upright: boolean): Place[] {
  const at = (share: number, axis: 0 | 1): number => [1, 3, 3, 1].reduce((sum, count, n) => sum + count * share ** n * (1 - share) ** (3 - n) * handles[n]![axis], 0);
  return Array.from({ length: STEPS / 2 + 1 }, (_, n) => placed(at((n * 2) / STEPS, 0), at((n * 2) / STEPS, 1), upright));
}

/** How far a straight line is from standing upright on a side, 0–1. */
function grazing([s, e]: readonly Place[], site: number): number {
  const look = SITES[site]!;
  return (1 - ((e!.x - s!.x) * look.x + (e!.y - s!.y) * look.y) / Math.hypot(e!.x - s!.x, e!.y - s!.y)) ** 2;
}

const lengthOf = (points: readonly Place[]): number => points.slice(1).reduce((sum, { x, y }, n) => sum + Math.hypot(x - points[n]!.x, y - points[n]!.y), 0);

/** How many points of a course lie behind cards that are so much larger; also between the ends of a straight one. */
function hidden(points: readonly Place[], cards: readonly Place[], room: number): number {
  const all = points.length === 2 ? Array.from({ length: STEPS + 1 }, (_, n) => ({ x: points[0]!.x + ((points[1]!.x - points[0]!.x) * n) / STEPS, y: points[0]!.y + ((points[1]!.y - points[0]!.y) * n) / STEPS })) : points;
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs) - room - CARD.width, Math.max(...xs) + room, Math.min(...ys) - room - CARD.height, Math.max(...ys) + room];
  const near = cards.filter((card) => card.x > left && card.x < right && card.y > top && card.y < bottom);
  return near.length === 0 ? 0 : all.filter(({ x, y }) => near.some((card) => x > card.x - room && x < card.x + CARD.width + room && y > card.y - room && y < card.y + CARD.height + room)).length;
}
