import { utcDay } from '#domain/day.ts';
import { readMeasuring } from '#storage/select/accountInputs.ts';
import { readScoreRun, writeScoreRun } from '#storage/select/standings.ts';
import { activeModelId } from '#storage/select/models.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import type { Context } from '../act.ts';
import { scorePortfolio, scoresSettled } from './scorePortfolio.ts';

const HOUR = 3_600_000;

type Place = Pick<Context, 'store' | 'live' | 'now'>;

/**
 * Keeps scores right without anybody asking: everybody at the start, unless the last stop left word that all of it was done
 * (a process that was killed between a change and its scoring leaves none), then whenever the as-of day has moved on ("today" at
 * midnight). Gives the function that ends it and leaves that word; `release` is the version whose scores they are.
 */
export function keepScored(context: Place, release: string, failed: (error: unknown) => void): () => Promise<void> {
  let sure = true;
  const doubt = (error: unknown): void => {
    sure = false;
    failed(error);
  };
  let busy = areScored(context, release).then((done) => (done ? undefined : scorePortfolio(context))).catch(doubt);
  const timer = setInterval(() => {
    busy = busy.then(async () => void (await scoreIfDayMoved(context))).catch(doubt);
  }, HOUR);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await busy;
    if (sure) await leaveWord(context, release).catch(failed);
  };
}

/** Scores everybody when the as-of day of the settings is another than that of the last scoring. True when it did. */
export async function scoreIfDayMoved(context: Place): Promise<boolean> {
  const run = await readScoreRun(context.store.read);
  if (run?.asOf === await asOfNow(context)) return false;
  await scorePortfolio(context);
  return true;
}

/** Whether the last stop left word that everything up to the newest event was scored, and nothing else has moved since. */
export async function areScored(context: Place, release: string): Promise<boolean> {
  const db = context.store.read;
  const run = await readScoreRun(db);
  return run !== undefined && run.release === release && run.through === await lastEventId(db) && run.modelVersionId === await activeModelId(db) && run.asOf === await asOfNow(context);
}

/** Says in the store that all standings know of the newest event. Nothing may be changing it any more. */
export async function leaveWord({ store, now }: Place, release: string): Promise<void> {
  if (!(await scoresSettled(store))) return;
  const through = await lastEventId(store.read);
  await store.transaction(async (tx) => {
    const run = await readScoreRun(tx);
    if (run) await writeScoreRun(tx, { ...run, through, release }, now().toISOString());
  });
}

async function asOfNow({ store, now }: Place): Promise<string> {
  return (await readMeasuring(store.read, utcDay(now()))).context.asOf;
}
