import { Refusal } from '#domain/refusal.ts';

/** So many may wait for the one that runs. */
const MOST_WAITING = 8;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Runs work that keeps a processor busy for seconds, one piece after the other; refuses with `busy` when too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw new Refusal('busy', 'Several analyses are waiting already. Try again in a moment.');
  waiting += 1;
  const mine = last.then(work, work);
  last = mine;
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}
