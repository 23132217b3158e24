import { viewerOf } from '#actions/act.ts';
import { addCapabilities, addProofs, editCapability, editProof, withdrawCapability, withdrawProof } from '#actions/insight/keepCapabilities.ts';
import { utcDay } from '#domain/day.ts';
import type { Aspect } from '#domain/insight/aspects.ts';
import { OPEN_STAGES } from '#domain/insight/opportunity.ts';
import { likelyOf } from '#domain/insight/priority.ts';
import { rollUp } from '#domain/insight/toBuild.ts';
import { conversionFactor } from '#domain/select/conversion.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { capabilitiesById, listCapabilities, matchCounts } from '#storage/insight/capabilities.ts';
import { needsToBuild } from '#storage/insight/needs.ts';
import { opportunitiesOfNeeds } from '#storage/insight/opportunities.ts';
import type { OpportunityTable } from '#storage/insight/noteTables.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { serve, type Api } from '../endpoint.ts';
import { presentCapability } from './presentOpportunities.ts';

/** Needs that the roll-up reads; the newest. */
const NEEDS_ROLLED_UP = 5000;

/** The company's catalogue of capabilities, and what it should build. */
export function registerCapabilities(api: Api): void {
  serve(api, 'GET /api/capabilities', async ({ context, query }) => {
    const today = utcDay(context.now());
    const rows = await listCapabilities(context.store.read, { q: query.q, aspect: query.aspect, withdrawn: query.withdrawn === 'only' });
    const matched = await matchCounts(context.store.read, viewerOf(context.actor));
    return { rows: rows.map((row) => ({ ...presentCapability(row, today), matched: matched.get(row.id) ?? 0 })), can: { keep: scopeOf(context.actor.role, 'keepCatalogue') !== 'none' } };
  });
  serve(api, 'POST /api/capabilities', ({ context, body }) => addCapabilities(context, body.capabilities));
  serve(api, 'PATCH /api/capabilities/{id}', ({ context, params, body }) => editCapability(context, params.id, body));
  serve(api, 'POST /api/capabilities/{id}/withdraw', ({ context, params, body }) => withdrawCapability(context, params.id, body.withdrawn));
  serve(api, 'POST /api/capabilities/{id}/proofs', ({ context, params, body }) => addProofs(context, params.id, body.proofs));
  serve(api, 'PATCH /api/proofs/{id}', ({ context, params, body }) => editProof(context, params.id, body));
  serve(api, 'POST /api/proofs/{id}/withdraw', ({ context, params, body }) => withdrawProof(context, params.id, body.withdrawn));

  serve(api, 'GET /api/capabilities/to-build', async ({ context }) => {
    const db = context.store.read;
    const today = utcDay(context.now());
    const settings = await readSettings(db);
    const needs = await needsToBuild(db, viewerOf(context.actor), NEEDS_ROLLED_UP);
    const points = await opportunitiesOfNeeds(db, needs.map((need) => need.id), OPEN_STAGES);
    const values = new Map(needs.map((need) => [need.id, sumOf(points.get(need.id) ?? [], settings)]));
    const byId = new Map(needs.map((need) => [need.id, need]));
    const capabilities = await capabilitiesById(db, needs.flatMap((need) => need.capabilityId ?? []));
    // A capability that has left the catalogue is no longer named.
    const lines = rollUp(needs.map((need) => ({ id: need.id, accountId: need.account.id, capabilityId: need.capabilityId !== null && capabilities.has(need.capabilityId) ? need.capabilityId : null, aspect: need.aspect, importance: need.importance, value: values.get(need.id) ?? null })));
    return {
      currency: settings.reportingCurrency,
      lines: lines.map((line) => ({
        capability: line.capabilityId === null ? null : presentCapability(capabilities.get(line.capabilityId)!, today), aspect: (line.capabilityId === null ? line.aspect : capabilities.get(line.capabilityId)!.aspect) as Aspect,
        accounts: line.accounts, value: line.value, unknown: line.unknown,
        needs: line.needs.map((id) => byId.get(id)!).map(({ id, text, importance, note, account }) => ({ id, text, importance, note, account, value: values.get(id) ?? null })),
      })),
    };
  });
}

/** Known values in minor units of the reporting currency; null when none is known. */
function sumOf(rows: readonly OpportunityTable[], settings: { readonly reportingCurrency: string; readonly rates: Readonly<Record<string, number>> }): number | null {
  const known = rows.flatMap((row) => {
    const value = likelyOf({ valueLow: row.value_low, valueLikely: row.value_likely, valueHigh: row.value_high });
    const factor = row.currency === null ? null : conversionFactor(row.currency, settings);
    return value === null || factor === null ? [] : [Math.round(value * factor)];
  });
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
