import type { z } from 'zod';
import { viewerOf } from '#actions/act.ts';
import { editOpportunity, moveOpportunity, proposeOpportunities, withdrawOpportunity } from '#actions/insight/proposeOpportunities.ts';
import type { OpportunityView } from '#contract/insight/opportunities.ts';
import { OPEN_STAGES, OPPORTUNITY_STAGES, type OpportunityStage } from '#domain/insight/opportunity.ts';
import { dayNumber } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { listOpportunities, opportunitiesInReach, OPPORTUNITIES_LISTED, ownersInReach } from '#storage/insight/opportunities.ts';
import { readPriorityUnder } from '#storage/insight/priorityUnder.ts';
import { accountsAmong, findAccount } from '#storage/select/accounts.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentOpportunities } from './presentOpportunities.ts';

type View = z.output<typeof OpportunityView>;
/** What each order compares, the highest first: what is not known comes last, and the soonest expected first. */
const KEYS: Record<'priority' | 'value' | 'expected', (row: View) => number> = {
  priority: (row) => row.priority.priority, value: (row) => row.priority.value ?? -1, expected: (row) => (row.expectedOn === null ? -1e9 : -dayNumber(row.expectedOn)),
};

/** Opportunity points, of one customer and of all. */
export function registerOpportunities(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/opportunities', async ({ context, params }) => {
    const db = context.store.read;
    const account = await findAccount(db, viewerOf(context.actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const under = await readPriorityUnder(db, context.now());
    const rows = presentOpportunities(await listOpportunities(db, account.id), () => ({ id: account.id, name: account.name }), under);
    return { rows, currency: under.reportingCurrency, can: { describe: (await findAccount(db, viewerOf(context.actor, 'describeAccount'), account.id)) !== undefined } };
  });
  serve(api, 'POST /api/accounts/{id}/opportunities', ({ context, params, body }) => proposeOpportunities(context, params.id, body.opportunities));

  serve(api, 'GET /api/opportunities', async ({ context, query }) => {
    const db = context.store.read;
    const under = await readPriorityUnder(db, context.now());
    const found = await opportunitiesInReach(db, viewerOf(context.actor), { stages: stagesOf(query.stage), horizon: query.horizon, owner: query.owner, q: query.q?.trim() || undefined }, OPPORTUNITIES_LISTED + 1);
    const counted = found.slice(0, OPPORTUNITIES_LISTED);
    const key = KEYS[query.sort];
    const all = presentOpportunities(counted, (one) => one.account, under).toSorted((a, b) => key(b) - key(a) || a.id - b.id);
    const after = cursorOf(query.after);
    const rest = after === null ? all : all.filter((row) => key(row) < after.key || (key(row) === after.key && row.id > after.id));
    const rows = rest.slice(0, query.limit);
    const changeable = await accountsAmong(db, viewerOf(context.actor, 'describeAccount'), [...new Set(rows.map((row) => row.account.id))]);
    const last = rows.at(-1);
    return {
      rows: rows.map((row) => ({ ...row, can: { describe: changeable.has(row.account.id) } })), next: rest.length > rows.length && last ? `${key(last)}_${last.id}` : null, total: all.length, totalIsCapped: found.length > counted.length, currency: under.reportingCurrency,
      owners: await ownersInReach(db, viewerOf(context.actor)),
    };
  });
  serve(api, 'PATCH /api/opportunities/{id}', ({ context, params, body }) => editOpportunity(context, params.id, body));
  serve(api, 'POST /api/opportunities/{id}/stage', ({ context, params, body }) => moveOpportunity(context, params.id, body.stage, body.expects));
  serve(api, 'POST /api/opportunities/{id}/withdraw', ({ context, params, body }) => withdrawOpportunity(context, params.id, body.withdrawn));
}

function stagesOf(text: string | undefined): OpportunityStage[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').flatMap((name) => (name === 'open' ? OPEN_STAGES : [name]));
  const wrong = names.find((name) => !(OPPORTUNITY_STAGES as readonly string[]).includes(name));
  if (wrong !== undefined) throw new Refusal('invalid', 'There is no such stage.', { fields: [{ path: 'stage', reason: 'invalid_value', message: `There is no stage ${wrong}.` }] });
  return names as OpportunityStage[];
}

function cursorOf(text: string | undefined): { key: number; id: number } | null {
  if (text === undefined) return null;
  const [key, id] = text.split('_').map(Number);
  if (!/^-?\d+(\.\d+)?(e[-+]?\d+)?_\d{1,15}$/.test(text) || !Number.isFinite(key)) throw new Refusal('invalid', 'The page marker is not one of ours.', { fields: [{ path: 'after', reason: 'unknown_cursor', message: 'Use the `next` of the previous page.' }] });
  return { key: key!, id: id! };
}
