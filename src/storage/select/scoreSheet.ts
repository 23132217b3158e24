import type { Kysely } from 'kysely';
import { buildSheet, type ScoreSheet } from '#domain/select/sheet.ts';
import type { AccountInputs } from '#domain/select/points.ts';
import type { Schema } from '../schema.ts';
import { inputsOf, measuringOf } from './accountInputs.ts';
import type { Viewer } from './accountFilter.ts';
import { readActiveModel } from './models.ts';
import { visibleIds } from './portfolio.ts';
import { readScoreRun } from './standings.ts';

const BATCH = 2000;

/** The score sheet of the accounts a viewer may see, under the last scoring; undefined before the first. */
export async function readSheet(db: Kysely<Schema>, viewer: Viewer): Promise<ScoreSheet | undefined> {
  const run = await readScoreRun(db);
  const stored = await readActiveModel(db);
  if (!run || !stored) return undefined;
  const measuring = await measuringOf(db, run);
  const ids = await visibleIds(db, viewer);
  const facts: AccountInputs[] = [];
  for (let start = 0; start < ids.length; start += BATCH) facts.push(...await inputsOf(db, ids.slice(start, start + BATCH), measuring));
  return buildSheet(stored.model, facts, { asOf: run.asOf, modelVersionId: stored.id, reference: run.reference });
}
