import { importOrganisation, withdrawOrganisation } from '#actions/insight/strategy/importOrganisation.ts';
import { readOrganisationFile } from '#actions/insight/strategy/readOrganisationFile.ts';
import { compareOrganisations } from '#domain/insight/organisation/compareOrganisations.ts';
import { versionInForce } from '#domain/insight/organisation/versionInForce.ts';
import { latestDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { organisationsOf, unitsOf } from '#storage/insight/organisations.ts';
import { serve, type Api } from '../endpoint.ts';
import { accountSeen } from './strategy.ts';

const FAULTS = 500;

/** The organisation of a customer (组织架构): read a table, keep it as of a day, look at it on any day, compare two versions. */
export function registerOrganisations(api: Api): void {
  serve(api, 'POST /api/accounts/{id}/organisation/read', async ({ context, viewer, app, params, query, upload }) => {
    await app.limits.upload(viewer.id);
    const read = await readOrganisationFile(context, params.id, { fileName: query.fileName, content: upload() });
    return {
      form: read.form, units: read.units.map((unit) => ({ ...unit })), tops: read.tops, depth: read.depth, persons: [...read.persons], unused: [...read.unused],
      faults: read.faults.slice(0, FAULTS).map(({ row, code, params: about }) => ({ row, reason: code, params: { ...about } })), faultCount: read.faults.length,
    };
  });
  serve(api, 'POST /api/accounts/{id}/organisation', ({ context, params, body }) => importOrganisation(context, params.id, body));
  serve(api, 'POST /api/organisations/{id}/withdraw', ({ context, params, body }) => withdrawOrganisation(context, params.id, body.withdrawn));
  serve(api, 'GET /api/accounts/{id}/organisation', async ({ context, params, query }) => {
    const db = context.store.read;
    const account = await accountSeen(context, params.id);
    const version = versionInForce(await organisationsOf(db, account.id), query.on ?? latestDay(context.now()));
    return { version: version ?? null, units: version ? await unitsOf(db, version.id) : [] };
  });
  serve(api, 'GET /api/accounts/{id}/organisation/compare', async ({ context, params, query }) => {
    const db = context.store.read;
    const account = await accountSeen(context, params.id);
    const versions = await organisationsOf(db, account.id);
    if (![query.before, query.after].every((id) => versions.some((version) => version.id === id))) throw new Refusal('not_found', 'This customer has no such version of its organisation.', { reason: 'organisation' });
    const changes = compareOrganisations(await unitsOf(db, query.before), await unitsOf(db, query.after));
    return { changes: changes.map((change) => ({ ...change, path: [...change.path] })) };
  });
}
