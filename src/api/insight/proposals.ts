import { askModel } from '#actions/insight/proposals/askModel.ts';
import { proposeFacts } from '#actions/insight/proposals/proposeFacts.ts';
import { changeLanguageModel, keyState } from '#actions/trust/changeLanguageModel.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { hostOf } from '#domain/trust/languageModel.ts';
import { readLanguageModel } from '#storage/trust/languageModel.ts';
import { serve, type Api } from '../endpoint.ts';

/** The optional language model: set up by an administrator, proposes facts, records none. Its key goes out in no answer. */
export function registerProposals(api: Api): void {
  serve(api, 'GET /api/language-model', async ({ context, viewer, app }) => {
    const stored = await readLanguageModel(context.store.read);
    const { base, model, timeoutSeconds } = stored;
    const change = scopeOf(viewer.role, 'changeSettings') !== 'none';
    return { host: base === '' ? null : hostOf(base), model: base === '' ? null : model, settings: change ? { base, model, timeoutSeconds, key: keyState(stored, app.config.authSecret) } : null };
  });
  serve(api, 'PUT /api/language-model', ({ context, app, body }) => changeLanguageModel(context, app.config.authSecret, body));
  serve(api, 'POST /api/language-model/test', async ({ context, viewer, app }) => {
    await app.limits.propose(viewer.id);
    const stored = await readLanguageModel(context.store.read);
    const began = performance.now();
    await askModel(stored, app.config.authSecret, [{ role: 'user', content: 'Answer with the JSON {"facts":[]} and nothing else.' }], app.closing);
    return { host: hostOf(stored.base), milliseconds: Math.round(performance.now() - began) };
  });
  serve(api, 'POST /api/sources/{id}/proposals', async ({ context, viewer, app, params, body }) => {
    await app.limits.propose(viewer.id);
    const { host, pages, letters, proposals, notThere, known, unusable } = await proposeFacts(context, app.config.authSecret, params.id, body, app.closing);
    return { host, pages, letters, notThere, known, unusable, proposals: proposals.map(({ statement, kind, anchor }) => ({ statement, kind, anchor: { ...anchor } })) };
  });
}
