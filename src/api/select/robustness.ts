import { viewerOf, type Context } from '#actions/act.ts';
import { Refusal } from '#domain/refusal.ts';
import { MOST_SERVED } from '#domain/select/robust/tally.ts';
import { accountsAmong } from '#storage/select/accounts.ts';
import { serve, type Api } from '../endpoint.ts';
import { makeReport } from './makeReport.ts';
import type { RobustnessAnswer, RobustnessQuestion } from './robustReport.ts';

/** Robustness of the ranking: computed in a thread of its own, kept until the data change. */
export function registerRobustness(api: Api): void {
  serve(api, 'GET /api/portfolio/robustness', async ({ context, query }) => {
    const { after, limit, ...question } = query;
    const found = await analyse(context, { ...question, within: question.within });
    const head = { method: 'SMAA-2' as const, draws: question.draws, seed: question.seed, top: question.top, within: question.within ?? null };
    if (found.state === 'unscored') return { asOf: null, modelVersionId: null, ...head, places: 0, ranked: 0, verdicts: NOBODY, worlds: 0, rows: [], next: null };
    const { asOf, modelVersionId, report } = found;
    const from = Number(after ?? 0);
    const page = found.customers.slice(from, from + limit);
    const names = await accountsAmong(context.store.read, viewerOf(context.actor), page.map(({ id }) => id));
    return {
      asOf, modelVersionId, ...head, places: report.top, ranked: report.ranked, verdicts: { ...report.verdicts }, worlds: report.worlds,
      rows: page.flatMap((row) => (names.has(row.id) ? [{ ...row, ...names.get(row.id)! }] : [])),
      next: from + limit < found.customers.length ? String(from + limit) : null,
    };
  });
}

/** The analysis for whoever asks; refuses portfolios that would keep the server busy for too long. */
export async function analyse(context: Context, question: RobustnessQuestion): Promise<Exclude<RobustnessAnswer, { state: 'tooMany' }>> {
  const found = await makeReport(context.store, context.live, { what: 'robustness', viewer: viewerOf(context.actor), question });
  if (found.state !== 'tooMany') return found;
  throw new Refusal('too_large', `The server analyses at most ${MOST_SERVED} customers; there are ${found.accounts}. The portfolio page and the terminal take more.`, { reason: 'many_accounts', params: { accounts: found.accounts, most: MOST_SERVED } });
}

const NOBODY = { solid: 0, open: 0, fragile: 0, barred: 0, overlooked: 0, outside: 0, picks: 0 };
