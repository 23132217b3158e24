import { utcDay } from '#domain/day.ts';
import { measuringOf, readMeasuring, type Measuring } from '#storage/select/accountInputs.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import type { Context } from '../../act.ts';

/** Under what facts weigh: as in the score beside them, or before the first scoring today. */
export async function measuringNow(context: Context): Promise<Measuring> {
  const db = context.store.read;
  const run = await readScoreRun(db);
  return run ? await measuringOf(db, run) : await readMeasuring(db, utcDay(context.now()));
}
