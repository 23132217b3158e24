import type { Kysely } from 'kysely';
import { coversModel, referenceCollector, referenceOf, type ScoreReference } from '#domain/select/reference.ts';
import { buildSheet, type ScoreSheet } from '#domain/select/sheet.ts';
import type { AccountInputs } from '#domain/select/points.ts';
import type { Schema } from '../schema.ts';
import { inputsOf, measuringOf, type Measuring } from './accountInputs.ts';
import type { Viewer } from './accountFilter.ts';
import { readActiveModel, type StoredModel } from './models.ts';
import { visibleIds } from './portfolio.ts';
import { accountsAfter } from './scoringInputs.ts';
import { readScoreRun } from './standings.ts';

const BATCH = 2000;

/** The score sheet of the accounts a viewer may see, under the last scoring; undefined before the first. */
export async function readSheet(db: Kysely<Schema>, viewer: Viewer): Promise<ScoreSheet | undefined> {
  const run = await readScoreRun(db);
  const stored = await readActiveModel(db);
  if (!run || !stored) return undefined;
  const facts = await visibleInputs(db, viewer, await measuringOf(db, run));
  return buildSheet(stored.model, facts, { asOf: run.asOf, modelVersionId: stored.id, reference: run.reference });
}

/**
 * The sheets of the same accounts under several models, measured as in the last scoring; undefined before the first. What a model compares
 * with, and the last scoring did not need, is taken from all accounts, whoever asks.
 */
export async function readSheets(db: Kysely<Schema>, viewer: Viewer, models: readonly StoredModel[]): Promise<ScoreSheet[] | undefined> {
  const run = await readScoreRun(db);
  if (!run) return undefined;
  const measuring = await measuringOf(db, run);
  const facts = await visibleInputs(db, viewer, measuring);
  const sheets: ScoreSheet[] = [];
  for (const { id, model } of models) {
    const reference = coversModel(run.reference, model) ? run.reference : viewer.scope === 'all' ? referenceOf(model, facts.map((one) => one.trade)) : await referenceOfAll(db, model, measuring);
    sheets.push(buildSheet(model, facts, { asOf: run.asOf, modelVersionId: id, reference }));
  }
  return sheets;
}

async function visibleInputs(db: Kysely<Schema>, viewer: Viewer, measuring: Measuring): Promise<AccountInputs[]> {
  const ids = await visibleIds(db, viewer);
  const facts: AccountInputs[] = [];
  for (let start = 0; start < ids.length; start += BATCH) facts.push(...await inputsOf(db, ids.slice(start, start + BATCH), measuring));
  return facts;
}

/** The same reference that a scoring under the model would take: over all accounts that are not archived. */
async function referenceOfAll(db: Kysely<Schema>, model: StoredModel['model'], measuring: Measuring): Promise<ScoreReference> {
  const collect = referenceCollector(model);
  for (let after = 0; ; ) {
    const accounts = await accountsAfter(db, after, BATCH);
    if (accounts.length === 0) return collect.reference();
    const facts = await inputsOf(db, accounts.map((account) => account.id), measuring);
    facts.forEach((one, i) => accounts[i]!.archived || collect.add(one.trade));
    after = accounts.at(-1)!.id;
  }
}
