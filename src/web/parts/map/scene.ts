import { ASIDE, bowOf, handleOf } from '#domain/relate/map/bow.ts';
import { CARD, layoutOf, type Place } from '#domain/relate/map/layout.ts';
import type { MapReading } from '#domain/relate/map/readMap.ts';
import { CLOSENESS_POINTS, type Stance } from '#domain/relate/map/scales.ts';

/** What a card shows; the same on the screen, on paper, in a picture and on a slide. */
export interface CardView {
  readonly person: number;
  readonly place: Place;
  readonly name: string;
  readonly sub: string;
  readonly stance: Stance | 'unknown';
  readonly stanceWord: string;
  /** `stale` also where a stance there was has faded. */
  readonly state: 'proven' | 'assumed' | 'stale' | 'unknown';
  /** 0–3 dots; null: not known. */
  readonly closeness: number | null;
  /** Initials of the one of us who holds the contact. */
  readonly owner: string;
  /** Place among the vital few, from 1. */
  readonly vital: number | null;
  readonly placeholder: boolean;
}
export interface LineView { readonly id: number; readonly from: number; readonly to: number; readonly kind: 'influence' | 'conflict'; readonly weight: number; readonly sign: 1 | -1; readonly state: 'proven' | 'assumed' | 'stale' | 'unknown'; /** How far its middle is pushed aside, around the cards in its way (`bowOf`). */ readonly bow: number }
export interface Scene { readonly cards: readonly CardView[]; readonly lines: readonly LineView[] }

/** Words the scene needs, in the reader's language. */
export interface SceneWords {
  readonly nameOf: (person: number) => string;
  readonly subOf: (person: number, roles: readonly string[] | null) => string;
  readonly stanceOf: (stance: Stance | 'unknown') => string;
  readonly initialsOf: (user: string) => string;
  readonly isPlaceholder: (person: number) => boolean;
}

/** Shape of a stance, for who sees no colours. */
export const STANCE_SIGN: Readonly<Record<Stance | 'unknown', string>> = { champion: '▲▲', supporter: '▲', neutral: '●', doubtful: '▽', opposed: '■', unknown: '?' };

export function sceneOf(reading: MapReading, placed: ReadonlyMap<number, Place>, words: SceneWords): Scene {
  const laid = layoutOf(reading.map);
  const vital = new Map(reading.vital.map(({ person }, n) => [person, n + 1]));
  const placeOf = new Map(reading.map.people.map(({ person }) => [person, placed.get(person) ?? laid.get(person)!]));
  const places = [...placeOf.values()];
  return {
    cards: reading.map.people.map(({ person, stance, closeness, roles, heldBy }): CardView => ({
      person, place: placeOf.get(person)!, name: words.nameOf(person), sub: words.subOf(person, roles.said), stance: stance.value ?? 'unknown', stanceWord: words.stanceOf(stance.value ?? 'unknown'), state: stance.state,
      closeness: closeness.value === null ? null : CLOSENESS_POINTS[closeness.value], owner: heldBy.value === null ? '' : words.initialsOf(heldBy.value), vital: vital.get(person) ?? null, placeholder: words.isPlaceholder(person),
    })),
    lines: reading.map.lines.map(({ id, from, to, kind, weight, sign, state }) => ({ id, from, to, kind, weight, sign, state, bow: bowOf(placeOf.get(from)!, placeOf.get(to)!, places) })),
  };
}

/** Where a line starts and ends, its handle and its middle. */
export interface Ends { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly hx: number; readonly hy: number; readonly mx: number; readonly my: number }

/** A line between the edges of two cards, a little to its right so that the two directions lie apart; bowed lines leave and arrive in the direction of their handle. */
export function lineBetween(from: Place, to: Place, bow = 0): Ends {
  const [a, b] = [from, to].map(({ x, y }) => ({ x: x + CARD.width / 2, y: y + CARD.height / 2 })) as [Place, Place];
  const handle = handleOf(a, b, bow);
  const [out, back] = [bow === 0 ? toward(a, b) : toward(a, handle), bow === 0 ? toward(b, a) : toward(b, handle)];
  const whole = toward(a, b);
  const [ox, oy] = [-whole.y * ASIDE, whole.x * ASIDE];
  /** From beside a card's middle, where the line begins, to the card's edge in a direction: the head of an arrow must not end behind it. */
  const reach = ({ x, y }: Place): number => Math.min(x === 0 ? Infinity : (CARD.width / 2 - Math.sign(x) * ox) / Math.abs(x), y === 0 ? Infinity : (CARD.height / 2 - Math.sign(y) * oy) / Math.abs(y));
  const [reachA, reachB] = [reach(out), reach(back) + 3];
  const [x1, y1, x2, y2] = [a.x + out.x * reachA + ox, a.y + out.y * reachA + oy, b.x + back.x * reachB + ox, b.y + back.y * reachB + oy];
  const [hx, hy] = bow === 0 ? [(x1 + x2) / 2, (y1 + y2) / 2] : [handle.x + ox, handle.y + oy];
  return { x1, y1, x2, y2, hx, hy, mx: (x1 + 2 * hx + x2) / 4, my: (y1 + 2 * hy + y2) / 4 };
}

function toward(from: Place, to: Place): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** A line as a path of SVG. */
export const pathOf = ({ x1, y1, x2, y2, hx, hy }: Ends): string => `M${x1} ${y1}Q${hx} ${hy} ${x2} ${y2}`;

/** The rectangle around cards, and around the points of lines that are bowed out beyond them. */
export function boundsOf(places: Iterable<Place>, points: readonly Place[] = []): { x: number; y: number; width: number; height: number } {
  const cards = [...places];
  if (cards.length === 0) return { x: 0, y: 0, width: CARD.width, height: CARD.height };
  const all = [...points, ...cards.flatMap(({ x, y }) => [{ x, y }, { x: x + CARD.width, y: y + CARD.height }])];
  const [x, y] = [Math.min(...all.map((one) => one.x)), Math.min(...all.map((one) => one.y))];
  return { x, y, width: Math.max(...all.map((one) => one.x)) - x, height: Math.max(...all.map((one) => one.y)) - y };
}

/** The rectangle around everything that is drawn of a map. */
export function extentOf({ cards, lines }: Scene): ReturnType<typeof boundsOf> {
  const places = new Map(cards.map(({ person, place }) => [person, place]));
  return boundsOf(places.values(), lines.filter(({ bow }) => bow !== 0).flatMap(({ from, to, bow }) => courseOf(lineBetween(places.get(from)!, places.get(to)!, bow))));
}

/** Points of a line, its ends among them. */
function courseOf({ x1, y1, x2, y2, hx, hy }: Ends): Place[] {
  return Array.from({ length: 13 }, (_, n) => n / 12).map((share) => ({ x: (1 - share) ** 2 * x1 + 2 * share * (1 - share) * hx + share ** 2 * x2, y: (1 - share) ** 2 * y1 + 2 * share * (1 - share) * hy + share ** 2 * y2 }));
}

/** The nearest card in a direction from one, for the arrow keys: what lies more that way than aside. */
export function neighbour(cards: readonly CardView[], from: number, key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'): number | null {
  const here = cards.find(({ person }) => person === from);
  if (!here) return null;
  const [dx, dy] = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key] as [number, number];
  let best: { person: number; far: number } | null = null;
  for (const { person, place } of cards) {
    const [x, y] = [place.x - here.place.x, place.y - here.place.y];
    const along = x * dx + y * dy;
    if (person === from || along <= 0) continue;
    const far = along + 2 * Math.abs(x * dy + y * dx);
    if (!best || far < best.far) best = { person, far };
  }
  return best?.person ?? null;
}
