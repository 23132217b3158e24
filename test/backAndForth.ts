import { expect } from 'vitest';
import type { Random } from '#domain/random.ts';
import type { Client } from './api.ts';

/** Something a person does; gives its event or events, or null where there was nothing to do it with. */
export type Act = () => Promise<number | readonly number[] | null>;

/** What the history of a session does: acts, Ctrl+Z and Ctrl+Y in any order. Everything seen must be as it was, to the letter, after each. */
export async function backAndForth(client: Client, acts: Readonly<Record<string, Act>>, seen: () => Promise<string>, { random, steps }: { readonly random: Random; readonly steps: number }): Promise<string[]> {
  /** What was seen before each act in force, and how each is taken back; beyond `at` those taken back. */
  const states = [await seen()];
  let ways: { readonly name: string; events: readonly number[] }[] = [];
  let at = 0;
  const told: string[] = [];
  const below = (n: number): number => Math.floor(random() * n);
  const turn = async (events: readonly number[], what: string): Promise<number[]> => {
    const back: number[] = [];
    for (const id of events) {
      const { status, body } = await client.call('POST /api/events/{id}/undo', { params: { id } });
      if (status !== 200) throw new Error(`${what} was refused: ${JSON.stringify(body)}\nafter ${told.join(', ')}`);
      back.unshift(...body.redo);
    }
    expect(back.length, `${what} can be turned again`).toBeGreaterThan(0);
    return back;
  };
  const same = async (what: string): Promise<void> => {
    const [now, then] = [(await seen()).split('\n'), states[at]!.split('\n')];
    const line = now.findIndex((text, n) => text !== then[n]);
    // The first lines that differ: all of both is more than anybody reads.
    expect(line === -1 ? '' : now.slice(Math.max(0, line - 6), line + 4).join('\n'), `${what} after ${told.join(', ')}`).toBe(line === -1 ? '' : then.slice(Math.max(0, line - 6), line + 4).join('\n'));
    expect(now.length).toBe(then.length);
  };
  const undo = async (): Promise<void> => {
    const way = ways[at - 1]!;
    way.events = await turn(way.events, `undo of ${way.name}`);
    at -= 1;
    told.push(`undo ${way.name}`);
    await same(`undo of ${way.name}`);
  };
  const redo = async (): Promise<void> => {
    const way = ways[at]!;
    way.events = await turn(way.events, `redo of ${way.name}`);
    at += 1;
    told.push(`redo ${way.name}`);
    await same(`redo of ${way.name}`);
  };
  const names = Object.keys(acts);
  for (let step = 0; step < steps; step += 1) {
    const dice = random();
    if (dice < 0.3 && at > 0) await undo();
    else if (dice < 0.5 && at < ways.length) await redo();
    else {
      const name = names[below(names.length)]!;
      const done = await acts[name]!();
      const events = done === null ? [] : [done].flat().filter((id) => id > 0).toReversed();
      if (events.length === 0) continue;
      told.push(name);
      ways = [...ways.slice(0, at), { name, events }];
      states.length = at += 1;
      states.push(await seen());
    }
  }
  while (at > 0) await undo();
  while (at < ways.length) await redo();
  while (at > 0) await undo();
  return told;
}
