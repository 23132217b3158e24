import type { Kysely } from 'kysely';
import { abc, concentration, curve } from '#domain/select/concentration.ts';
import { encodeSheet } from '#domain/select/sheetCodec.ts';
import type { Schema } from '#storage/schema.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { countKeyAccounts } from '#storage/select/decisions.ts';
import { countStandings } from '#storage/select/portfolio.ts';
import { readPortfolioValues, type PortfolioQuestion } from '#storage/select/portfolioValues.ts';
import { readSheet } from '#storage/select/scoreSheet.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { modelReport, type ModelReportTask } from './modelReport.ts';
import { structureReport } from './structureReport.ts';
import { robustnessReport, type RobustnessAnswer, type RobustnessQuestion } from './robustReport.ts';

/** Reports over all of a viewer's accounts: on a large portfolio too long for the thread that answers everybody. */
export type ReportTask =
  | { readonly what: 'portfolio'; readonly viewer: Viewer; readonly question: PortfolioQuestion }
  | { readonly what: 'stretch'; readonly viewer: Viewer; readonly question: PortfolioQuestion; readonly from: number; readonly to: number }
  | { readonly what: 'sheet'; readonly viewer: Viewer }
  | { readonly what: 'structure'; readonly viewer: Viewer }
  | { readonly what: 'robustness'; readonly viewer: Viewer; readonly question: RobustnessQuestion }
  | ModelReportTask;

/** Points of a curve as drawn. */
const CURVE_POINTS = 400;
/** Ids one answer gives, as many as a list filter takes. */
const MOST_IDS = 500;

/** 80/20 of the viewer's accounts, without what they may do. */
export async function portfolioReport(db: Kysely<Schema>, viewer: Viewer, question: PortfolioQuestion) {
  const run = await readScoreRun(db);
  const { accounts, grades, classes } = await countStandings(db, viewer);
  const { currency, currencies, customers } = run
    ? await readPortfolioValues(db, viewer, run, question)
    : { currency: (await readSettings(db)).reportingCurrency, currencies: [], customers: [] };
  const values = customers.map((customer) => customer.value);
  const counts = { A: 0, B: 0, C: 0, none: 0 };
  for (const letter of abc(values)) counts[letter ?? 'none'] += 1;
  return {
    asOf: run?.asOf ?? null, currency, currencies: [...currencies], accounts, concentration: { ...concentration(values) },
    curve: curve(customers, (customer) => customer.value, CURVE_POINTS).map(({ item, rank, value, cumulative, share }) => ({ rank, id: item.id, name: item.name, value, cumulative, share })),
    abc: counts, keyAccounts: (await countKeyAccounts(db, viewer, '')).chosen, grades: { S: 0, A: 0, B: 0, C: 0, D: 0, ...grades }, classes: { strategic: 0, key: 0, growth: 0, maintain: 0, exit: 0, ...classes },
    withoutTrade: accounts - customers.length,
  };
}

/** Ids of the customers between two ranks of the curve, at most 500. */
export async function stretchReport(db: Kysely<Schema>, viewer: Viewer, question: PortfolioQuestion, from: number, to: number): Promise<number[]> {
  const run = await readScoreRun(db);
  if (!run) return [];
  const { customers } = await readPortfolioValues(db, viewer, run, question);
  return customers.slice(from - 1, Math.min(to, from - 1 + MOST_IDS)).map((customer) => customer.id);
}

/** The score sheet of the viewer's accounts as bytes; undefined before the first scoring. */
export async function sheetReport(db: Kysely<Schema>, viewer: Viewer): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const sheet = await readSheet(db, viewer);
  return sheet && encodeSheet(sheet);
}

export interface ReportAnswers {
  portfolio: Awaited<ReturnType<typeof portfolioReport>>;
  stretch: number[];
  structure: Awaited<ReturnType<typeof structureReport>>;
  sheet: Uint8Array<ArrayBuffer> | undefined;
  models: Awaited<ReturnType<typeof modelReport>>;
  robustness: RobustnessAnswer;
}

/** Runs a task on a connection. */
export async function runReport(db: Kysely<Schema>, task: ReportTask): Promise<ReportAnswers[ReportTask['what']]> {
  if (task.what === 'portfolio') return await portfolioReport(db, task.viewer, task.question);
  if (task.what === 'stretch') return await stretchReport(db, task.viewer, task.question, task.from, task.to);
  if (task.what === 'models') return await modelReport(db, task);
  if (task.what === 'structure') return await structureReport(db, task.viewer);
  if (task.what === 'robustness') return await robustnessReport(db, task.viewer, task.question);
  return await sheetReport(db, task.viewer);
}
