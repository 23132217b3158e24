import { expect, test } from 'vitest';
import { SharedPairs } from '#actions/relate/network/sharedPairs.ts';
import { dayFromNumber } from '#domain/day.ts';
import { randomOf } from '#domain/random.ts';
import { SHARED_KINDS } from '#domain/relate/sharedTimes.ts';

test('pairs come in their order, each once, with the latest day of each kind', () => {
  const random = randomOf(3);
  const whole = (below: number): number => Math.floor(random() * below);
  for (let round = 0; round < 60; round++) {
    const pairs = new SharedPairs();
    const people = 2 + whole(12);
    const expected = new Map<string, Map<number, number>>();
    for (let n = whole(60); n > 0; n--) {
      const [a, b] = [1 + whole(people), 1 + whole(people)];
      if (a === b) continue;
      const kind = whole(4);
      const until = kind === 3 ? NaN : 1 + whole(3) + (n % 5 === 0 ? -25_000 : 18_000);
      pairs.add(a, b, kind, until);
      const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
      const kinds = expected.get(key) ?? new Map<number, number>();
      expected.set(key, kinds.set(kind, Math.max(until, kinds.get(kind) ?? -Infinity)));
    }
    pairs.settle(people);
    const seen: [string, unknown][] = [];
    while (pairs.a < Infinity) {
      const key = `${pairs.a} ${pairs.b}`;
      seen.push([key, pairs.take().map(({ kind, to }) => [kind, to])]);
    }
    const byPair = ([one]: [string, unknown], [other]: [string, unknown]): number => { const [a, b, c, d] = [...one.split(' '), ...other.split(' ')].map(Number) as [number, number, number, number]; return a - c || b - d; };
    expect(seen).toEqual([...expected].map(([key, kinds]): [string, unknown] => [key, [...kinds].sort(([a], [b]) => a - b).map(([kind, until]) => [SHARED_KINDS[kind], Number.isNaN(until) ? null : dayFromNumber(until)])]).sort(byPair));
  }
});
