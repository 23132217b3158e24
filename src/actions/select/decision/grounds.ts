import type { Kysely } from 'kysely';
import type { Grounds } from '#domain/select/decision/freeze.ts';
import { explain } from '#domain/select/explain.ts';
import { indicatorsOf } from '#domain/select/weights.ts';
import type { Schema } from '#storage/schema.ts';
import { explanationInputs } from '#storage/select/accountInputs.ts';
import { citedFacts, figuresOf } from '#storage/select/decisionGrounds.ts';
import { readActiveModel } from '#storage/select/models.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import type { Context } from '../../act.ts';
import { scorePortfolio } from '../scorePortfolio.ts';

/** What a decision on an account rests on today; undefined before it was scored. */
export async function readGrounds(db: Kysely<Schema>, account: { id: number; key: string; name: string }): Promise<Omit<Grounds, 'alternatives' | 'reviewId'> | undefined> {
  const inputs = await explanationInputs(db, account.id);
  const figures = await figuresOf(db, account.id);
  const stored = await readActiveModel(db);
  if (!inputs || !figures || !stored) return undefined;
  const { model, facts, under, halfLives } = inputs;
  // Marks on what the model does not know any more say nothing about this score.
  const known = new Set([...indicatorsOf(model).map(({ indicator }) => indicator.key), ...model.deductions.map((one) => one.key), ...model.vetoes.map((one) => one.key)]);
  return { account, model, version: stored.version, explanation: explain(model, facts, under), figures, facts: await citedFacts(db, account.id, known), halfLives };
}

/** Scores everybody where this account never was: nobody decides on a customer that has not been looked at. */
export async function scoredOnce(context: Context, accountId: number): Promise<void> {
  const db = context.store.read;
  if ((await figuresOf(db, accountId)) === undefined || (await readScoreRun(db)) === undefined) await scorePortfolio(context);
}
