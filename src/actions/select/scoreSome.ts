import type { Transaction } from 'kysely';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { standingOf, type Standing } from '#domain/select/standing.ts';
import type { Schema } from '#storage/schema.ts';
import { inputsOf, measuringOf } from '#storage/select/accountInputs.ts';
import { readActiveModel } from '#storage/select/models.ts';
import { archivedAmong } from '#storage/select/scoringInputs.ts';
import { countBetween, placeOf, readScoreRun, replaceStandings, setRank, shiftRanks, standingsBetween } from '#storage/select/standings.ts';

/** Ranks moved at once within the change itself; more are moved right after it, off the request. */
const MOVED_AT_ONCE = 2000;

/**
 * Scores some accounts inside a transaction, compared with all others as in the last full scoring, and moves the ranks they pass.
 * @returns 'exact' when all ranks are right, 'rerank' when too many others must move for one request, 'never' when nobody was ever scored
 */
export async function scoreSome(tx: Transaction<Schema>, ids: readonly number[]): Promise<'exact' | 'rerank' | 'never'> {
  const run = await readScoreRun(tx);
  const stored = await readActiveModel(tx);
  if (!run || !stored) return 'never';
  const measuring = await measuringOf(tx, run);
  const archived = await archivedAmong(tx, ids);
  let outcome: 'exact' | 'rerank' = 'exact';
  for (const stretch of stretches(ids.filter((id) => archived.has(id)))) {
    const facts = await inputsOf(tx, stretch, measuring);
    const sheet = buildSheet(stored.model, facts, { asOf: run.asOf, modelVersionId: stored.id, reference: run.reference });
    const scores = scoreAll(sheet);
    const before = await standingsBetween(tx, stretch[0]!, stretch.at(-1)!);
    const standings = facts.map((one, at): Standing => {
      const standing = standingOf(at, one.id, scores, sheet.veto[at] === 1, one.trade, { ...run, modelVersionId: stored.id });
      return { ...standing, rank: before.get(one.id)?.rank ?? null };
    });
    const jumps = standings.map((standing) => {
      const old = before.get(standing.account_id);
      return { standing, from: old?.rank == null ? null : old.total, to: archived.get(standing.account_id) ? null : standing.total };
    });
    const moving = jumps.filter((jump) => jump.from !== jump.to);
    await replaceStandings(tx, standings.map((standing) => (moving.some((jump) => jump.standing === standing && jump.to === null) ? { ...standing, rank: null } : standing)));
    if (moving.length === 1) outcome = (await jump(tx, moving[0]!)) === 'exact' ? outcome : 'rerank';
    else if (moving.length > 1) outcome = 'rerank';
  }
  return outcome;
}

/** One account passes others: they move by one place, and it takes its own. */
async function jump(tx: Transaction<Schema>, { standing, from, to }: { standing: Standing; from: number | null; to: number | null }): Promise<'exact' | 'rerank'> {
  const id = standing.account_id;
  if (to !== null) {
    const place = await placeOf(tx, to);
    await setRank(tx, id, place);
  }
  // From nothing it enters at the end, to nothing it leaves from there: everybody below it moves.
  const low = Math.min(from ?? -1, to ?? -1);
  const high = Math.max(from ?? -1, to ?? -1);
  if ((await countBetween(tx, low, high, MOVED_AT_ONCE + 1)) > MOVED_AT_ONCE) return 'rerank';
  await shiftRanks(tx, low, high, (to ?? -1) > (from ?? -1) ? 1 : -1, id);
  return 'exact';
}

/** Ids in ascending groups that are close together: each is read as one stretch. */
function stretches(ids: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && id - group.at(-1)! <= 100 && group.length < 2000) group.push(id);
    else groups.push([id]);
  }
  return groups;
}
