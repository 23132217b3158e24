import type { Kysely } from 'kysely';
import { utcDay } from '#domain/day.ts';
import type { PriorityUnder } from '#domain/insight/priority.ts';
import type { Schema } from '../schema.ts';
import { measuringOf, readMeasuring } from '../select/accountInputs.ts';
import { readScoreRun } from '../select/standings.ts';

/** Under what opportunity points are ranked: the calendar day, the workspace's currency and rates, and facts as they weigh in the score. */
export async function readPriorityUnder(db: Kysely<Schema>, now: Date): Promise<PriorityUnder> {
  const today = utcDay(now);
  const run = await readScoreRun(db);
  const { context, halfLives } = run ? await measuringOf(db, run) : await readMeasuring(db, today);
  return { today, asOf: context.asOf, halfLives, reportingCurrency: context.reportingCurrency, rates: context.rates };
}
