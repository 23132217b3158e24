import { type Day, utcDay } from '#domain/day.ts';
import type { AccountInputs } from '#domain/select/points.ts';
import { referenceOf } from '#domain/select/reference.ts';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { sameStanding, standingOf, type Standing } from '#domain/select/standing.ts';
import type { Store } from '#storage/connect.ts';
import { inputsOf, readMeasuring } from '#storage/select/accountInputs.ts';
import { accountsAfter } from '#storage/select/scoringInputs.ts';
import { accountsChangedSince, lastEventId } from '#storage/trust/watermark.ts';
import { dropOrphanStandings, replaceStandings, rerank, standingsBetween, writeScoreRun, type ScoreRun } from '#storage/select/standings.ts';
import { ensureTemplate } from './ensureTemplate.ts';

/** Accounts read at a time: bounds the memory of one query's rows. */
const BATCH = 2000;

export interface Scoring {
  readonly asOf: Day;
  /** Accounts whose row was written. */
  readonly changed: number;
  /** Accounts that somebody changed meanwhile: left alone, to be scored again by themselves. */
  readonly later: readonly number[];
}

/**
 * Scores and ranks all accounts under the active model and the settings, and writes the standings that differ in one transaction.
 * Reading and computing happen before it, so that writers wait only for the rows. Runs in whatever thread calls it.
 */
export async function scoreEverybody(store: Store, now: Date): Promise<Scoring> {
  const stored = await ensureTemplate(store, now);
  const since = await lastEventId(store.read);
  const measuring = await readMeasuring(store.read, utcDay(now));
  const { asOf, dataFrom, reportingCurrency } = measuring.context;
  const active: AccountInputs[] = [];
  const archived: AccountInputs[] = [];
  for (let after = 0; ; ) {
    const accounts = await accountsAfter(store.read, after, BATCH);
    if (accounts.length === 0) break;
    const facts = await inputsOf(store.read, accounts.map((account) => account.id), measuring);
    facts.forEach((one, i) => (accounts[i]!.archived ? archived : active).push(one));
    after = accounts.at(-1)!.id;
  }
  const run: ScoreRun = {
    modelVersionId: stored.id, asOf, dataFrom, reportingCurrency, paymentImports: measuring.imports, through: 0, release: '',
    reference: referenceOf(stored.model, active.map((facts) => facts.trade)),
  };
  const standings = [...standingsOf(active, true), ...standingsOf(archived, false)].sort((a, b) => a.account_id - b.account_id);
  const changed = await differing(store, standings);
  const later = await store.transaction(async (tx) => {
    const moved = new Set(await accountsChangedSince(tx, since));
    await replaceStandings(tx, changed.filter((row) => !moved.has(row.account_id)));
    await dropOrphanStandings(tx);
    if (moved.size > 0) await rerank(tx);
    await writeScoreRun(tx, run, now.toISOString());
    return [...moved];
  });
  return { asOf, changed: changed.length, later };

  function standingsOf(facts: readonly AccountInputs[], ranked: boolean): Standing[] {
    const sheet = buildSheet(stored.model, facts, { asOf, modelVersionId: stored.id, reference: run.reference });
    const scores = scoreAll(sheet);
    if (!ranked) scores.rank.fill(0);
    return facts.map((one, at) => standingOf(at, one.id, scores, sheet.veto[at] === 1, one.trade, run));
  }
}

/** The standings that are not stored like this already. */
async function differing(store: Store, standings: readonly Standing[]): Promise<Standing[]> {
  const changed: Standing[] = [];
  for (let start = 0; start < standings.length; start += BATCH) {
    const batch = standings.slice(start, start + BATCH);
    const before = await standingsBetween(store.read, batch[0]!.account_id, batch.at(-1)!.account_id);
    for (const standing of batch) {
      const old = before.get(standing.account_id);
      if (!old || !sameStanding(standing, old)) changed.push(standing);
    }
  }
  return changed;
}
