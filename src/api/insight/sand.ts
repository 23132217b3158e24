import { viewerOf, type Context } from '#actions/act.ts';
import { editMove, editScenario, openScenario, planMove, withdrawMove, withdrawScenario } from '#actions/insight/playScenarios.ts';
import { editSandGoal, setSandGoal, withdrawSandGoal } from '#actions/insight/setSandGoals.ts';
import { setWallet, withdrawWalletLines } from '#actions/insight/setWallet.ts';
import { noteFor } from '#actions/insight/writeNotes.ts';
import { planOf } from '#domain/insight/sand/goal.ts';
import { simulateSand } from '#domain/insight/sand/simulate.ts';
import { Refusal } from '#domain/refusal.ts';
import { listOpportunities } from '#storage/insight/opportunities.ts';
import { readPriorityUnder } from '#storage/insight/priorityUnder.ts';
import { goalsOf, movesOf, sandCurrency, sandPeriods, scenariosOf, walletOf } from '#storage/insight/sand.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentCited, presentOpportunities } from './presentOpportunities.ts';

/** The sand table (作战沙盘): wallets, goals, scenarios, moves, and what may come of them. */
export function registerSand(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/sand', async ({ context, params, query }) => {
    const db = context.store.read;
    const account = await findAccount(db, viewerOf(context.actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const periods = await sandPeriods(db, account.id);
    const period = query.period ?? periods[0] ?? String(context.now().getUTCFullYear());
    const under = await readPriorityUnder(db, context.now());
    const points = new Map(presentOpportunities(await listOpportunities(db, account.id), () => ({ id: account.id, name: account.name }), under).map((point) => [point.id, point]));
    const [lines, goals, scenarios] = [await walletOf(db, account.id, period), await goalsOf(db, account.id, period), await scenariosOf(db, account.id, period)];
    const moves = await movesOf(db, scenarios.map((scenario) => scenario.id));
    return {
      period, periods, currency: await currencyOf(context, account.id, period),
      lines: lines.map(({ currency: _, facts, shares, ...line }) => {
        const cited = facts.map(({ id, statement, proof }) => presentCited(id, statement, proof, under));
        return { ...line, shares: shares.map((share) => ({ ...share })), facts: cited, evidence: cited.toSorted((a, b) => b.confidence - a.confidence)[0]?.state ?? 'assumed' };
      }),
      goals: goals.map((goal) => ({ ...goal })),
      scenarios: scenarios.map(({ id, name, note, seed }) => ({
        id, name, note, seed,
        moves: moves.filter((move) => move.scenarioId === id).map(({ scenarioId: _, ...move }) => {
          const point = move.opportunityId === null ? undefined : points.get(move.opportunityId);
          return { ...move, opportunity: point ? { id: point.id, title: point.title, stage: point.stage, priority: point.priority.priority, evidence: point.priority.state } : null };
        }),
      })),
      can: { describe: (await findAccount(db, viewerOf(context.actor, 'describeAccount'), account.id)) !== undefined },
    };
  });
  serve(api, 'PUT /api/accounts/{id}/sand/wallet', ({ context, params, body }) => setWallet(context, params.id, body));
  serve(api, 'POST /api/accounts/{id}/sand/wallet/withdraw', ({ context, params, body }) => withdrawWalletLines(context, params.id, body.ids));
  serve(api, 'POST /api/accounts/{id}/sand/goals', ({ context, params, body: { period, ...goal } }) => setSandGoal(context, params.id, period, goal));
  serve(api, 'PATCH /api/sand-goals/{id}', ({ context, params, body }) => editSandGoal(context, params.id, body));
  serve(api, 'POST /api/sand-goals/{id}/withdraw', ({ context, params, body }) => withdrawSandGoal(context, params.id, body.withdrawn));
  serve(api, 'POST /api/accounts/{id}/sand/scenarios', ({ context, params, body }) => openScenario(context, params.id, body));
  serve(api, 'PATCH /api/scenarios/{id}', ({ context, params, body }) => editScenario(context, params.id, body));
  serve(api, 'POST /api/scenarios/{id}/withdraw', ({ context, params, body }) => withdrawScenario(context, params.id, body.withdrawn));
  serve(api, 'POST /api/scenarios/{id}/moves', ({ context, params, body }) => planMove(context, params.id, body));
  serve(api, 'PATCH /api/sand-moves/{id}', ({ context, params, body }) => editMove(context, params.id, body));
  serve(api, 'POST /api/sand-moves/{id}/withdraw', ({ context, params, body }) => withdrawMove(context, params.id, body.withdrawn));

  serve(api, 'GET /api/scenarios/{id}/simulation', async ({ context, params, query }) => {
    const db = context.store.read;
    const scenario = await noteFor(context, 'scenario', params.id);
    if (scenario.withdrawn_at !== null) throw new Refusal('not_found', 'There is no such note about a customer that you may see.', { reason: 'note' });
    const { account_id: accountId, period } = scenario;
    const plan = planOf(await walletOf(db, accountId, period), await movesOf(db, [scenario.id]), await goalsOf(db, accountId, period));
    const result = simulateSand(plan, query.runs, query.seed ?? scenario.seed);
    return {
      scenario: { id: scenario.id, name: scenario.name, period }, currency: await currencyOf(context, accountId, period), goal: plan.salesGoal,
      ...result, histogram: [...result.histogram], moves: [...result.moves], rivals: [...result.rivals],
    };
  });
}

/** The currency of the table; while nothing stands on it, that of the workspace. */
async function currencyOf(context: Context, accountId: number, period: string): Promise<string> {
  return await sandCurrency(context.store.read, accountId, period) ?? (await readSettings(context.store.read)).reportingCurrency;
}
