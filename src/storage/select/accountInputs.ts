import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { HalfLives } from '#domain/factKinds.ts';
import { weighMark } from '#domain/select/evidence.ts';
import { measureTrade, type OverdueItem, type TradeContext } from '#domain/select/measures.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import type { AccountInputs } from '#domain/select/points.ts';
import type { ScoreReference } from '#domain/select/reference.ts';
import type { TradeMonth } from '#domain/select/trade.ts';
import type { Settings } from '#domain/trust/settings.ts';
import type { Schema } from '../schema.ts';
import { readSettings } from '../trust/settings.ts';
import { marksBetween } from './marks.ts';
import { readActiveModel } from './models.ts';
import { importsWithPayments, overdueBetween, tradeBetween, tradeSpan } from './scoringInputs.ts';
import { readScoreRun, type ScoreRun } from './standings.ts';

/** Under what trade is measured, and the imports whose open lines count as overdue. */
export interface Measuring {
  readonly context: TradeContext;
  readonly imports: readonly number[];
  readonly halfLives: HalfLives;
}

/**
 * What a new scoring of everybody measures under. The as-of day is the setting's: the last invoice day, a fixed day, or today;
 * without any trade, today.
 */
export async function readMeasuring(db: Kysely<Schema>, today: Day): Promise<Measuring> {
  const settings = await readSettings(db);
  const span = await tradeSpan(db);
  const imports = await importsWithPayments(db);
  const { mode, day } = settings.asOf;
  const asOf = (mode === 'fixed' ? day : mode === 'lastInvoice' ? span.to : null) ?? today;
  return { context: { ...moneyOf(settings), asOf, dataFrom: span.from, paymentsKnown: imports.length > 0 }, imports, halfLives: settings.halfLives };
}

/** The same as the last scoring measured under, so that one account shows what its rank was made of. */
export async function measuringOf(db: Kysely<Schema>, run: ScoreRun): Promise<Measuring> {
  const settings = await readSettings(db);
  return { context: { ...moneyOf(settings), asOf: run.asOf, dataFrom: run.dataFrom, paymentsKnown: run.paymentImports.length > 0 }, imports: run.paymentImports, halfLives: settings.halfLives };
}

/** What a fact is weighed under today, so that it weighs in a list what it weighs in the score beside it: the last scoring, or before the first one the settings. */
export async function measuringNow(db: Kysely<Schema>, today: Day): Promise<Measuring> {
  const run = await readScoreRun(db);
  return run ? await measuringOf(db, run) : await readMeasuring(db, today);
}

/** Measured trade and current marks of these accounts; `ids` ascending, from one stretch of ids. */
export async function inputsOf(db: Kysely<Schema>, ids: readonly number[], { context, imports, halfLives }: Measuring): Promise<AccountInputs[]> {
  const first = ids[0];
  const last = ids.at(-1);
  if (first === undefined || last === undefined) return [];
  const [trade, overdue, marks] = [await tradeBetween(db, first, last), await overdueBetween(db, first, last, context.asOf, imports), await marksBetween(db, first, last)];
  return ids.map((id) => ({ id, trade: measureTrade(trade.get(id) ?? [], overdue.get(id) ?? [], context), marks: (marks.get(id) ?? []).map((mark) => ({ indicator: mark.indicator, value: mark.value, ...weighMark(mark, context.asOf, halfLives) })) }));
}

function moneyOf({ reportingCurrency, rates, costToServe }: Settings): Pick<TradeContext, 'reportingCurrency' | 'rates' | 'costToServe'> {
  return { reportingCurrency, rates, costToServe };
}

/** What `explain` needs of one account, under the last scoring; undefined before the first scoring or without the account. */
export async function explanationInputs(db: Kysely<Schema>, id: number): Promise<ExplanationInputs | undefined> {
  const run = await readScoreRun(db);
  const stored = await readActiveModel(db);
  if (!run || !stored) return undefined;
  const measuring = await measuringOf(db, run);
  const [facts] = await inputsOf(db, [id], measuring);
  return facts && { model: stored.model, facts, context: measuring.context, imports: measuring.imports, halfLives: measuring.halfLives, under: { modelVersionId: stored.id, asOf: run.asOf, reference: run.reference } };
}

export interface ExplanationInputs {
  readonly model: ScoreModel;
  readonly facts: AccountInputs;
  readonly context: TradeContext;
  readonly imports: readonly number[];
  readonly halfLives: HalfLives;
  readonly under: { readonly modelVersionId: number; readonly asOf: Day; readonly reference: ScoreReference };
}

/** One account's trade by month, in every currency, and its unpaid lines past due. */
export async function readAccountTrade(db: Kysely<Schema>, id: number, context: TradeContext, imports: readonly number[]): Promise<{ months: TradeMonth[]; overdue: OverdueItem[] }> {
  return { months: (await tradeBetween(db, id, id)).get(id) ?? [], overdue: (await overdueBetween(db, id, id, context.asOf, imports)).get(id) ?? [] };
}
