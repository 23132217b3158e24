import { viewerOf } from '#actions/act.ts';
import { markAccount } from '#actions/select/markAccount.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { explain } from '#domain/select/explain.ts';
import { uncountedCurrencies } from '#domain/select/measures.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { explanationInputs, readAccountTrade } from '#storage/select/accountInputs.ts';
import { listAccountRows } from '#storage/select/accountList.ts';
import { readTeam } from '#storage/select/accountTeam.ts';
import { standingDecision } from '#storage/select/decisions.ts';
import { serve, type Api } from '../endpoint.ts';
import { present } from './accounts.ts';
import { dueOf } from './presentDecision.ts';
import { presentTrade } from './accountTrade.ts';
import type { Mutable } from './mutable.ts';
import { presentMarks } from './presentMarks.ts';

/** One customer: its numbers and why it stands where it stands; and the marks people give it. */
export function registerAccount(api: Api): void {
  serve(api, 'GET /api/accounts/{id}', async ({ context, params }) => {
    const { store, actor } = context;
    const db = store.read;
    const account = await findAccount(db, viewerOf(actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    let inputs = await explanationInputs(db, account.id);
    const find = () => listAccountRows(db, store.engine, viewerOf(actor), { sort: 'rank', order: 'asc', ids: [account.id], archived: account.archived_at !== null, limit: 1 }, 1);
    let [row] = (await find()).rows;
    if (!inputs || !row) {
      await scorePortfolio(context);
      inputs = await explanationInputs(db, account.id);
      [row] = (await find()).rows;
    }
    const { months, overdue } = await readAccountTrade(db, account.id, inputs!.context, inputs!.imports);
    const reaches = async (permission: 'editAccount' | 'markAccount' | 'assignTeam' | 'recordFact' | 'chooseKeyAccount') => (await findAccount(db, viewerOf(actor, permission), account.id)) !== undefined;
    const decision = await standingDecision(db, viewerOf(actor), account.id);
    return {
      account: { ...present(row!), note: account.note, origin: account.origin, createdAt: account.created_at, archivedAt: account.archived_at },
      team: (await readTeam(db, account.id)).map((place) => ({ person: { id: place.user_id, name: place.name }, role: place.role })),
      trade: presentTrade(months, overdue, inputs!.context),
      uncounted: uncountedCurrencies(months, inputs!.context),
      explanation: explain(inputs!.model, inputs!.facts, inputs!.under) as Mutable<ReturnType<typeof explain>>,
      ...await presentMarks(db, account.id, inputs!),
      decision: decision ? { id: decision.id, kind: decision.kind, decidedOn: decision.decidedOn, ...dueOf(decision, utcDay(context.now())) } : null,
      can: { edit: await reaches('editAccount'), mark: await reaches('markAccount'), assign: await reaches('assignTeam'), record: await reaches('recordFact'), choose: await reaches('chooseKeyAccount') },
    };
  });

  serve(api, 'POST /api/accounts/{id}/marks', async ({ context, params, body }) => {
    const { event, explanation } = await markAccount(context, params.id, body.marks);
    const db = context.store.read;
    return { event, explanation: explanation as Mutable<typeof explanation>, ...await presentMarks(db, params.id, (await explanationInputs(db, params.id))!) };
  });
}
