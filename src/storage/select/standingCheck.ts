import type { Kysely } from 'kysely';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { standingOf, type Standing } from '#domain/select/standing.ts';
import type { Schema } from '../schema.ts';
import { inputsOf, measuringOf } from './accountInputs.ts';
import { readActiveModel } from './models.ts';
import { accountsAfter } from './scoringInputs.ts';
import { readScoreRun, standingsBetween } from './standings.ts';

const ACCOUNTS_AT_ONCE = 1000;

/** A standing that is not what its customer's trade and marks make it. */
export interface WrongStanding { readonly id: number; readonly text: string }

/**
 * Scores everybody anew under the last scoring (its day, its reference, the active model) and compares with what is kept: totals, grades,
 * classes, money, ranks. `except` are customers whose inputs are known to be wrong. Up to `most`; nothing before the first scoring.
 */
export async function wrongStandings(db: Kysely<Schema>, most: number, except: ReadonlySet<number>): Promise<WrongStanding[]> {
  const run = await readScoreRun(db);
  const stored = await readActiveModel(db);
  if (!run || !stored) return [];
  const measuring = await measuringOf(db, run);
  const wrong: WrongStanding[] = [];
  const ranked: { readonly id: number; readonly total: number | null; readonly rank: number | null }[] = [];
  for (let after = 0; ;) {
    const accounts = await accountsAfter(db, after, ACCOUNTS_AT_ONCE);
    const last = accounts.at(-1);
    if (!last) break;
    const kept = await standingsBetween(db, accounts[0]!.id, last.id);
    const inputs = await inputsOf(db, accounts.map((account) => account.id), measuring);
    const sheet = buildSheet(stored.model, inputs, { asOf: run.asOf, modelVersionId: stored.id, reference: run.reference });
    const scores = scoreAll(sheet);
    accounts.forEach(({ id, archived }, at) => {
      const standing = kept.get(id);
      // Who has none at all is found elsewhere.
      if (!standing) return;
      const right = standingOf(at, id, scores, sheet.veto[at] === 1, inputs[at]!.trade, { ...run, modelVersionId: stored.id });
      const counts = !except.has(id);
      if (!archived) ranked.push({ id, total: counts ? right.total : standing.total, rank: standing.rank });
      const differing = counts ? (Object.keys(right) as (keyof Standing)[]).filter((name) => name !== 'rank' && right[name] !== standing[name]) : [];
      if (differing.length > 0) wrong.push({ id, text: `customer ${id}: ${differing.slice(0, 3).map((name) => `${name} ${String(standing[name])}, computed ${String(right[name])}`).join('; ')}` });
      else if (archived && standing.rank !== null) wrong.push({ id, text: `customer ${id}: rank ${standing.rank}, but put away` });
    });
    if (wrong.length >= most) return wrong.slice(0, most);
    after = last.id;
  }
  const known = new Set(wrong.map(({ id }) => id));
  const places = placesOf(ranked.map(({ total }) => total));
  for (const { id, total, rank } of ranked) {
    const place = total === null ? null : places.get(total)!;
    if (rank !== place && !known.has(id) && wrong.length < most) wrong.push({ id, text: `customer ${id}: rank ${String(rank)}, computed ${String(place)}` });
  }
  return wrong;
}

/** Place of each total: one more than those above it; equal ones share it. */
function placesOf(totals: readonly (number | null)[]): Map<number, number> {
  const places = new Map<number, number>();
  totals.filter((total) => total !== null).toSorted((a, b) => b - a).forEach((total, n) => { if (!places.has(total)) places.set(total, n + 1); });
  return places;
}
