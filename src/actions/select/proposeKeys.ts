import type { Kysely } from 'kysely';
import { normaliseKey } from '#domain/select/name.ts';
import { nthKey, proposeKey } from '#domain/select/proposeKey.ts';
import type { Schema } from '#storage/schema.ts';
import { takenKeys } from '#storage/select/accounts.ts';

/** So many more ways to write a code are looked at together than customers want it. */
const SPARE = 20;

/** A free code for each of these that has none; those given are kept as they are, and none is proposed twice. */
export async function proposeKeys(db: Kysely<Schema>, accounts: readonly { readonly key?: string | undefined; readonly name: string }[]): Promise<string[]> {
  const keys = accounts.map(({ key }) => key ?? '');
  const used = new Set(keys.map(normaliseKey));
  const bare = keys.flatMap((key, n) => (key === '' ? [n] : []));
  const waiting = Map.groupBy(bare, (n) => proposeKey(accounts[n]!.name));
  for (let first = 1; waiting.size > 0;) {
    const most = Math.max(...[...waiting.values()].map((list) => list.length)) + SPARE;
    const ways = [...waiting].map(([base, list]) => ({ base, list, ways: Array.from({ length: list.length + SPARE }, (_, i) => nthKey(base, first + i)) }));
    const taken = new Set((await takenKeys(db, ways.flatMap((one) => one.ways.map(normaliseKey)))).map((row) => row.key_norm));
    for (const { base, list, ways: written } of ways) {
      const free = written.filter((way) => !taken.has(normaliseKey(way)) && !used.has(normaliseKey(way)));
      for (const [i, n] of list.slice(0, free.length).entries()) {
        keys[n] = free[i]!;
        used.add(normaliseKey(free[i]!));
      }
      if (list.length <= free.length) waiting.delete(base);
      else waiting.set(base, list.slice(free.length));
    }
    first += most;
  }
  return keys;
}
