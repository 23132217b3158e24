import type { Kysely } from 'kysely';
import { activateModel } from '#actions/select/activateModel.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { publishModel } from '#actions/select/publishModel.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ScoreModel, Words } from '#domain/select/model.ts';
import { modelFileName, modelFileText } from '#domain/select/modelFile.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { indicatorsOf } from '#domain/select/weights.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import type { Schema } from '#storage/schema.ts';
import { activeModelId, listModelVersions, nextVersion, readModel, type ModelVersionRow } from '#storage/select/models.ts';
import { API_HEADERS } from '../answer.ts';
import { serve, type Api } from '../endpoint.ts';
import { modelFileSchema, readDraft } from './modelFile.ts';
import type { Mutable } from './mutable.ts';

/** Score models and their versions. */
export function registerModels(api: Api): void {
  serve(api, 'GET /api/models', async ({ context, viewer }) => {
    const { store } = context;
    const { id: active } = await ensureTemplate(store, context.now());
    const versions = await listModelVersions(store.read);
    return { versions: versions.map((row) => versionOf(row, active)), can: { publish: scopeOf(viewer.role, 'publishModel') !== 'none' } };
  });

  serve(api, 'GET /api/models/{id}', async ({ context, params }) => {
    const db = context.store.read;
    const [row] = await listModelVersions(db, params.id);
    const stored = await readModel(db, params.id);
    if (!row || !stored) throw new Refusal('not_found', 'There is no such version of a score model.', { reason: 'model' });
    // The contract's arrays are mutable, the domain's are not; the value is the one that was validated when it was published.
    return { version: await presentVersion(db, row), model: stored.model as Mutable<ScoreModel> };
  });

  serve(api, 'GET /api/models/templates', () => ({ templates: TEMPLATES.map(({ about, model }) => ({ about, indicators: indicatorsOf(model).length, model: model as Mutable<ScoreModel> })) }));

  serve(api, 'GET /api/models/{id}/file', async ({ context, params, c, app }) => {
    const stored = await readModel(context.store.read, params.id);
    if (!stored) throw new Refusal('not_found', 'There is no such version of a score model.', { reason: 'model' });
    const schema = `${app.config.publicUrl ?? new URL(c.req.url).origin}/api/schemas/score-model.json`;
    return new Response(modelFileText(stored.model, schema), { headers: {
      ...API_HEADERS, 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${modelFileName(stored.model, stored.version)}"`,
    } });
  });

  serve(api, 'GET /api/schemas/score-model.json', () => new Response(JSON.stringify(modelFileSchema(), null, 2), { headers: { ...API_HEADERS, 'content-type': 'application/schema+json; charset=utf-8', 'cache-control': 'no-cache' } }));

  serve(api, 'POST /api/models/check', async ({ context, body }) => {
    const model = readDraft(body);
    return { model: model as Mutable<ScoreModel>, nextVersion: await nextVersion(context.store.read, model.key) };
  });

  serve(api, 'POST /api/models', ({ context, body }) => publishModel(context, body.model, body.note, body.activate));
  serve(api, 'POST /api/models/{id}/activate', ({ context, params }) => activateModel(context, params.id));
}

/** A version as it crosses the wire. */
export async function presentVersion(db: Kysely<Schema>, row: ModelVersionRow) {
  return versionOf(row, await activeModelId(db));
}

function versionOf(row: ModelVersionRow, active: number | null) {
  return {
    id: row.id, key: row.model_key, version: row.version, name: JSON.parse(row.name) as Words, note: row.note,
    by: row.created_by === null ? null : { id: row.created_by, name: row.creator ?? '' }, createdAt: row.created_at, publishedAt: row.published_at, active: row.id === active,
  };
}
