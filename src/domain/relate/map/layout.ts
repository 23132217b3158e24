import type { MapOn } from './mapOn.ts';

/** Size of a card and the room around it, in points of the canvas. */
export const CARD = { width: 184, height: 76, across: 28, down: 64 } as const;
/** More cards side by side and nobody can read them projected. */
const MOST_ACROSS = 12;
const ROUNDS = 4;

export interface Place { readonly x: number; readonly y: number }

/**
 * Where people stand who were not placed by hand: the higher the authority the higher up, unknown lowest; within a row each near those he has
 * lines with (barycentres, Sugiyama, Tagawa and Toda, 1981), rows centred on 0. Same map, same places.
 */
export function layoutOf({ people, lines }: MapOn): Map<number, Place> {
  const rows = [5, 4, 3, 2, 1, null].flatMap((level) => {
    const row = people.filter(({ authority }) => (authority.said ?? null) === level).map(({ person }) => person);
    const pieces = Math.ceil(row.length / MOST_ACROSS);
    return Array.from({ length: pieces }, (_, n) => row.slice(Math.floor((n * row.length) / pieces), Math.floor(((n + 1) * row.length) / pieces)));
  });
  const tied = new Map<number, number[]>();
  for (const { from, to } of lines) {
    tied.set(from, [...(tied.get(from) ?? []), to]);
    tied.set(to, [...(tied.get(to) ?? []), from]);
  }
  const across = new Map<number, number>();
  const spread = (row: readonly number[]): void => row.forEach((person, n) => across.set(person, n - (row.length - 1) / 2));
  rows.forEach(spread);
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of round % 2 === 0 ? rows : rows.toReversed()) {
      const middle = new Map(row.map((person) => {
        const others = (tied.get(person) ?? []).filter((other) => !row.includes(other));
        return [person, others.length === 0 ? across.get(person)! : others.reduce((sum, other) => sum + across.get(other)!, 0) / others.length];
      }));
      row.sort((a, b) => middle.get(a)! - middle.get(b)! || a - b);
      spread(row);
    }
  }
  return new Map(rows.flatMap((row, n) => row.map((person) => [person, { x: across.get(person)! * (CARD.width + CARD.across), y: n * (CARD.height + CARD.down) }] as const)));
}
