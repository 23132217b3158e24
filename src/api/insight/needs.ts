import { viewerOf } from '#actions/act.ts';
import { answerGap, matchNeed } from '#actions/insight/matchNeed.ts';
import { editNeed, noteNeeds, withdrawNeed } from '#actions/insight/noteNeeds.ts';
import type { Aspect } from '#domain/insight/aspects.ts';
import { gapsFirst, needFit } from '#domain/insight/needs.ts';
import { OPPORTUNITY_STAGES } from '#domain/insight/opportunity.ts';
import { Refusal } from '#domain/refusal.ts';
import { proofOf } from '#domain/select/fact.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { listCapabilities } from '#storage/insight/capabilities.ts';
import { matchesOf } from '#storage/insight/needs.ts';
import { citationsOf, notesOf } from '#storage/insight/notes.ts';
import { opportunitiesOfNeeds } from '#storage/insight/opportunities.ts';
import { readPriorityUnder } from '#storage/insight/priorityUnder.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { factsById } from '#storage/select/facts.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentCapability, presentCited } from './presentOpportunities.ts';

/** Needs of a customer, matched with what we can do. */
export function registerNeeds(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/needs', async ({ context, params }) => {
    const db = context.store.read;
    const account = await findAccount(db, viewerOf(context.actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const under = await readPriorityUnder(db, context.now());
    const rows = await notesOf(db, 'need', account.id);
    const ids = rows.map((row) => row.id);
    const [catalogue, matches, cited, points] = [await listCapabilities(db), await matchesOf(db, account.id), await citationsOf(db, 'need', ids), await opportunitiesOfNeeds(db, ids, OPPORTUNITY_STAGES)];
    const facts = new Map((await factsById(db, [...new Set([...cited.values()].flat())])).map((fact) => [fact.id, presentCited(fact.id, fact.statement, proofOf(fact), under)]));
    const capabilities = new Map(catalogue.map((one) => [one.id, one]));
    const needs = new Map(rows.map((row) => {
      const own = matches.filter((match) => match.need_id === row.id && capabilities.has(match.capability_id));
      const known = (cited.get(row.id) ?? []).flatMap((id) => facts.get(id) ?? []);
      return [row.id, {
        id: row.id, aspect: row.aspect as Aspect, text: row.text, importance: row.importance, facts: known,
        evidence: known.toSorted((a, b) => b.confidence - a.confidence)[0]?.state ?? 'assumed',
        fit: needFit(own.map((match) => ({ capabilityId: match.capability_id, fit: match.fit })), capabilities, under.today),
        // Whose only point was withdrawn stands open again.
        answer: row.answer === 'opportunity' && !points.has(row.id) ? null : row.answer, answerNote: row.answer_note, capabilityId: row.capability_id,
        matches: own.map((match) => ({ id: match.id, capabilityId: match.capability_id, fit: match.fit, note: match.note })),
        opportunities: (points.get(row.id) ?? []).map(({ id, title, stage }) => ({ id, title, stage })),
      }];
    }));
    const describe = (await findAccount(db, viewerOf(context.actor, 'describeAccount'), account.id)) !== undefined;
    return { needs: gapsFirst([...needs.values()]).map((id) => needs.get(id)!), capabilities: catalogue.map((one) => presentCapability(one, under.today)), can: { describe, keep: scopeOf(context.actor.role, 'keepCatalogue') !== 'none' } };
  });
  serve(api, 'POST /api/accounts/{id}/needs', ({ context, params, body }) => noteNeeds(context, params.id, body.needs));
  serve(api, 'PATCH /api/needs/{id}', ({ context, params, body }) => editNeed(context, params.id, body));
  serve(api, 'POST /api/needs/{id}/withdraw', ({ context, params, body }) => withdrawNeed(context, params.id, body.withdrawn));
  serve(api, 'PUT /api/needs/{id}/matches', ({ context, params, body }) => matchNeed(context, params.id, body.matches));
  serve(api, 'POST /api/needs/{id}/answer', ({ context, params, body }) => answerGap(context, params.id, body));
}
