import { recordWeighing } from '#actions/select/recordWeighing.ts';
import { withdrawWeighing } from '#actions/select/withdrawWeighing.ts';
import { Refusal } from '#domain/refusal.ts';
import type { StoredWeighing } from '#domain/select/weigh/weighing.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { listModelVersions } from '#storage/select/models.ts';
import { listWeighings } from '#storage/select/weighings.ts';
import { serve, type Api } from '../endpoint.ts';
import type { Mutable } from './mutable.ts';

/** How the weights of score models were found. */
export function registerWeighings(api: Api): void {
  serve(api, 'GET /api/models/{id}/weighings', async ({ context, params, query, viewer }) => {
    const db = context.store.read;
    const [version] = await listModelVersions(db, params.id);
    if (!version) throw new Refusal('not_found', 'There is no such version of a score model.', { reason: 'model' });
    const before = query.after === undefined ? undefined : Number(query.after);
    if (before !== undefined && !Number.isSafeInteger(before)) throw new Refusal('invalid', 'This page mark is not one of ours.', { fields: [{ path: 'after', reason: 'unknown_cursor', message: 'This page mark is not one of ours.' }] });
    const rows = await listWeighings(db, version.model_key, { level: query.level, before, limit: query.limit + 1 });
    const page = rows.slice(0, query.limit);
    return { rows: page.map(view), next: rows.length > page.length ? String(page.at(-1)!.id) : null, can: { weigh: scopeOf(viewer.role, 'publishModel') !== 'none' } };
  });

  serve(api, 'POST /api/models/{id}/weighings', async ({ context, params, body }) => {
    const { level, note, ...input } = body;
    const { id, event, result } = await recordWeighing(context, params.id, { level, note, input });
    return { id, event, result: result as Mutable<typeof result> };
  });
  serve(api, 'POST /api/weighings/{id}/withdraw', ({ context, params, body }) => withdrawWeighing(context, params.id, body.withdrawn));
}

function view(weighing: StoredWeighing) {
  const { modelKey: _key, withdrawnAt: _withdrawn, input, result, by, ...rest } = weighing;
  return { ...rest, by: by && { ...by }, input: input as Mutable<typeof input>, result: result as Mutable<typeof result> };
}
