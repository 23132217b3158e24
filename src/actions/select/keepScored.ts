import { readMeasuring } from '#storage/select/accountFacts.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import type { Context } from '../act.ts';
import { scorePortfolio } from './scorePortfolio.ts';

const HOUR = 3_600_000;

/**
 * Keeps scores right without anybody asking: everybody once at the start (a process that was killed between a change and its
 * scoring left them behind), then whenever the as-of day has moved on ("today" at midnight). Gives the function that ends it.
 */
export function keepScored(context: Pick<Context, 'store' | 'live' | 'now'>, failed: (error: unknown) => void): () => void {
  let busy = scorePortfolio(context).catch(failed);
  const timer = setInterval(() => {
    busy = busy.then(async () => void (await scoreIfDayMoved(context))).catch(failed);
  }, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}

/** Scores everybody when the as-of day of the settings is another than that of the last scoring. True when it did. */
export async function scoreIfDayMoved(context: Pick<Context, 'store' | 'live' | 'now'>): Promise<boolean> {
  const run = await readScoreRun(context.store.read);
  const { context: { asOf } } = await readMeasuring(context.store.read, context.now().toISOString().slice(0, 10));
  if (run?.asOf === asOf) return false;
  await scorePortfolio(context);
  return true;
}
