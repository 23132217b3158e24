import { activateModel } from '#actions/select/activateModel.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { publishModel } from '#actions/select/publishModel.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ScoreModel, Words } from '#domain/select/model.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { activeModelId, listModelVersions, readModel, type ModelVersionRow } from '#storage/select/models.ts';
import { serve, type Api } from '../endpoint.ts';
import type { Mutable } from './mutable.ts';

/** Score models and their versions. */
export function registerModels(api: Api): void {
  serve(api, 'GET /api/models', async ({ context, viewer }) => {
    const { store } = context;
    const { id: active } = await ensureTemplate(store, context.now());
    const versions = await listModelVersions(store.read);
    return { versions: versions.map((row) => present(row, active)), can: { publish: scopeOf(viewer.role, 'publishModel') !== 'none' } };
  });

  serve(api, 'GET /api/models/{id}', async ({ context, params }) => {
    const db = context.store.read;
    const [row] = await listModelVersions(db, params.id);
    const stored = await readModel(db, params.id);
    if (!row || !stored) throw new Refusal('not_found', 'There is no such version of a score model.', { reason: 'model' });
    // The contract's arrays are mutable, the domain's are not; the value is the one that was validated when it was published.
    return { version: present(row, await activeModelId(db)), model: stored.model as Mutable<ScoreModel> };
  });

  serve(api, 'POST /api/models', ({ context, body }) => publishModel(context, body.model, body.note, body.activate));
  serve(api, 'POST /api/models/{id}/activate', ({ context, params }) => activateModel(context, params.id));
}

function present(row: ModelVersionRow, active: number | null) {
  return {
    id: row.id, key: row.model_key, version: row.version, name: JSON.parse(row.name) as Words, note: row.note,
    by: row.created_by === null ? null : { id: row.created_by, name: row.creator ?? '' }, createdAt: row.created_at, publishedAt: row.published_at, active: row.id === active,
  };
}
