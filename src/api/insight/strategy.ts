import { viewerOf, type Context } from '#actions/act.ts';
import { addStrategyItems } from '#actions/insight/strategy/addStrategyItems.ts';
import { editStrategyItem, itemOf, withdrawStrategyItem } from '#actions/insight/strategy/editStrategyItem.ts';
import { stateBusiness, withdrawBusiness } from '#actions/insight/strategy/stateBusiness.ts';
import { utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { proofOf } from '#domain/select/fact.ts';
import { restsOn } from '#domain/insight/restsOn.ts';
import { businessStatementsOf } from '#storage/insight/businessStatements.ts';
import { citationsOf, notesOf } from '#storage/insight/notes.ts';
import { organisationsOf } from '#storage/insight/organisations.ts';
import { measuringOf, readMeasuring } from '#storage/select/accountInputs.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { factsById } from '#storage/select/facts.ts';
import { readScoreRun } from '#storage/select/standings.ts';
import { namesOf } from '#storage/trust/members.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentFact } from '../select/presentMarks.ts';

/** Strategy of a customer (发展战略, I3): what business it is really in, goals, investment areas, scope. */
export function registerStrategy(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/strategy', async ({ context, params }) => {
    const db = context.store.read;
    const account = await accountSeen(context, params.id);
    const run = await readScoreRun(db);
    const measuring = run ? await measuringOf(db, run) : await readMeasuring(db, utcDay(context.now()));
    const [items, business, organisations] = await Promise.all([notesOf(db, 'strategy_item', account.id), businessStatementsOf(db, account.id), organisationsOf(db, account.id)]);
    const cited = {
      items: await citationsOf(db, 'strategy_item', items.map((row) => row.id)), business: await citationsOf(db, 'business_statement', business.map((row) => row.id)),
      organisations: await citationsOf(db, 'org_version', organisations.map((row) => row.id)),
    };
    const facts = await factsById(db, [...new Set([...cited.items.values(), ...cited.business.values(), ...cited.organisations.values()].flat())]);
    const proofs = new Map(facts.map((fact) => [fact.id, proofOf(fact)]));
    const resting = (from: ReadonlyMap<number, number[]>, id: number) => {
      const ids = from.get(id) ?? [];
      return { facts: ids, state: restsOn(ids.map((one) => proofs.get(one)!), measuring.context.asOf, measuring.halfLives).state };
    };
    const people = await namesOf(db, items.flatMap((row) => row.recorded_by ?? []));
    return {
      asOf: measuring.context.asOf,
      business: business.map((row) => ({ ...row, ...resting(cited.business, row.id) })),
      items: items.map((row) => ({ id: row.id, ...itemOf(row), ...resting(cited.items, row.id), by: row.recorded_by === null ? null : { id: row.recorded_by, name: people.get(row.recorded_by) ?? '' }, at: row.recorded_at })),
      organisations: organisations.map((row) => ({ ...row, ...resting(cited.organisations, row.id) })),
      facts: facts.map((fact) => presentFact(fact, [], measuring)),
      can: { describe: (await findAccount(db, viewerOf(context.actor, 'describeAccount'), account.id)) !== undefined },
    };
  });
  serve(api, 'POST /api/accounts/{id}/strategy', ({ context, params, body }) => addStrategyItems(context, params.id, body.items));
  serve(api, 'PATCH /api/strategy/{id}', ({ context, params, body }) => editStrategyItem(context, params.id, body));
  serve(api, 'POST /api/strategy/{id}/withdraw', ({ context, params, body }) => withdrawStrategyItem(context, params.id, body.withdrawn));
  serve(api, 'POST /api/accounts/{id}/business', ({ context, params, body }) => stateBusiness(context, params.id, body));
  serve(api, 'POST /api/business/{id}/withdraw', ({ context, params, body }) => withdrawBusiness(context, params.id, body.withdrawn));
}

/** The account, if the viewer may see it. */
export async function accountSeen(context: Context, id: number) {
  const account = await findAccount(context.store.read, viewerOf(context.actor), id);
  if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
  return account;
}
