import { expect, test } from 'vitest';
import { CARD, type Place } from '#domain/relate/map/layout.ts';
import { connectorOf, sitesOf } from '../../../src/web/parts/map/connector.ts';

const at = (column: number, row: number): Place => ({ x: column * (CARD.width + CARD.across), y: row * (CARD.height + CARD.down) });
const none: ReadonlySet<string> = new Set();
const [ABOVE, LEFT, BELOW, RIGHT] = [0, 1, 2, 3];
/** Whether the course goes behind a card; between its points it is straight. */
const hides = (points: readonly Place[], card: Place): boolean => points.slice(1).some((to, n) => {
  const from = points[n]!;
  return Array.from({ length: 21 }, (_, step) => step / 20).some((share) => {
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    return x > card.x && x < card.x + CARD.width && y > card.y && y < card.y + CARD.height;
  });
});

test('straight from side to side where nothing stands between', () => {
  expect(connectorOf(at(0, 1), at(0, 0), [at(0, 0), at(0, 1)], none)).toMatchObject({ preset: 'straightConnector1', from: ABOVE, to: BELOW });
  expect(connectorOf(at(0, 0), at(1, 0), [at(0, 0), at(1, 0)], none)).toMatchObject({ preset: 'straightConnector1', from: RIGHT, to: LEFT });
  // Half a column aside it still goes from row to row, not grazing a side.
  expect(connectorOf(at(0, 1), at(0.5, 0), [at(0.5, 0), at(0, 1)], none)).toMatchObject({ preset: 'straightConnector1', from: ABOVE, to: BELOW });
});

test('around a card between two rows or two columns, from and to the sites it names, and behind none', () => {
  const stages: readonly (readonly [Place, Place, readonly Place[]])[] = [
    [at(0, 2), at(0, 0), [at(0, 1)]],
    [at(0, 0), at(2, 0), [at(1, 0)]],
    [at(0, 2), at(1, 0), [at(0.5, 1)]],
    [at(0, 3), at(0, 0), [at(0, 1), at(0, 2), at(1, 1)]],
    [at(2, 0), at(0, 2), [at(1, 1), at(0, 1), at(2, 1)]],
  ];
  for (const [from, to, between] of stages) {
    const { preset, points, ...sites } = connectorOf(from, to, [from, ...between, to], none);
    expect(preset).not.toBe('straightConnector1');
    expect([...between, from, to].filter((card) => hides(points.slice(1, -1), card))).toEqual([]);
    const ends = [sitesOf(from)[sites.from]!, sitesOf(to)[sites.to]!];
    [points[0]!, points.at(-1)!].forEach(({ x, y }, n) => { expect(x).toBeCloseTo(ends[n]!.x, 9); expect(y).toBeCloseTo(ends[n]!.y, 9); });
  }
});

test('a second line between the same two takes other sites: neither hides the other', () => {
  const [a, b] = [at(0, 1), at(0, 0)];
  const first = connectorOf(a, b, [a, b], none);
  const second = connectorOf(a, b, [a, b], new Set([`${first.from}-${first.to}`]));
  expect([second.from, second.to]).not.toEqual([first.from, first.to]);
});

test('where everything is barred there is still a connector', () => {
  const wall = Array.from({ length: 12 }, (_, n) => ({ x: (n - 6) * 100, y: 140 }));
  expect(connectorOf(at(0, 0), at(0, 2), wall, none).points.length).toBeGreaterThan(1);
});
