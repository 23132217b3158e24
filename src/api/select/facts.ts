import { viewerOf } from '#actions/act.ts';
import { editFact } from '#actions/select/editFact.ts';
import { recordFacts } from '#actions/select/recordFacts.ts';
import { withdrawFacts } from '#actions/select/withdrawFacts.ts';
import { utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { measuringNow } from '#storage/select/accountInputs.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { notesCiting } from '#storage/insight/notes.ts';
import { countFacts, listFacts } from '#storage/select/facts.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentFact } from './presentMarks.ts';

/** Facts about customers: what marks cite. */
export function registerFacts(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/facts', async ({ context, params, query }) => {
    const db = context.store.read;
    const account = await findAccount(db, viewerOf(context.actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    // A fact weighs here what it weighs in the score beside it.
    const measuring = await measuringNow(db, utcDay(context.now()));
    const before = query.after === undefined ? undefined : Number(query.after);
    const rows = await listFacts(db, account.id, { q: query.q, kind: query.kind, block: query.block === 'none' ? null : query.block, withdrawn: query.withdrawn === 'only', before, limit: query.limit + 1 });
    const page = rows.slice(0, query.limit);
    const notes = await notesCiting(db, page.map((fact) => fact.id));
    const { counting, withdrawn } = await countFacts(db, account.id);
    return {
      rows: page.map((fact) => ({ ...presentFact(fact, fact.citedBy, measuring), notes: notes.get(fact.id) ?? 0 })), next: rows.length > page.length ? String(page.at(-1)!.id) : null, total: counting, withdrawn,
      can: { record: (await findAccount(db, viewerOf(context.actor, 'recordFact'), account.id)) !== undefined },
    };
  });

  serve(api, 'POST /api/accounts/{id}/facts', ({ context, params, body }) => recordFacts(context, params.id, body.facts));
  serve(api, 'PATCH /api/facts/{id}', ({ context, params, body }) => editFact(context, params.id, body));
  serve(api, 'POST /api/facts/{id}/withdraw', ({ context, params, body }) => withdrawFacts(context, [params.id], body.withdrawn));
}
