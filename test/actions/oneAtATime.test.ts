import { expect, test } from 'vitest';
import { oneAtATime } from '#actions/oneAtATime.ts';

test('of many requests one runs and one waits, which covers all that came meanwhile', async () => {
  const queue = oneAtATime<object>();
  const key = {};
  let runs = 0;
  let open: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => { runs += 1; open.push(resolve); });
  const asked = [queue.run(key, work), queue.run(key, work), queue.run(key, work), queue.run(key, work)];
  expect(runs).toBe(1);
  open.shift()!();
  await asked[0];
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs).toBe(2);
  const late = queue.run(key, work);
  open.shift()!();
  await Promise.all(asked);
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs).toBe(3);
  open.shift()!();
  await late;
  await queue.settled(key);
});

test('a run that fails tells those who asked for it, and the next one runs', async () => {
  const queue = oneAtATime<object>();
  const key = {};
  const first = queue.run(key, async () => { throw new Error('no'); });
  const second = queue.run(key, async () => {});
  await expect(first).rejects.toThrow('no');
  await second;
});
