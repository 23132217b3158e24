import { viewerOf, type Context } from '#actions/act.ts';
import { agreeInPanel } from '#actions/select/panel/agreeInPanel.ts';
import { closeEntry } from '#actions/select/panel/closeEntry.ts';
import { cancelPanel, closePanel } from '#actions/select/panel/closePanel.ts';
import { declinePanel } from '#actions/select/panel/declinePanel.ts';
import { dissentInPanel } from '#actions/select/panel/dissentInPanel.ts';
import { givePanelReason } from '#actions/select/panel/givePanelReason.ts';
import { keepPanelMarks } from '#actions/select/panel/keepPanelMarks.ts';
import { openPanel } from '#actions/select/panel/openPanel.ts';
import { submitPanelMarks } from '#actions/select/panel/submitPanelMarks.ts';
import { Refusal } from '#domain/refusal.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { findPanel, hasOpenPanel, listPanels } from '#storage/select/panels.ts';
import { serve, type Api } from '../endpoint.ts';
import { accountRows, invitable, panelRows, panelView } from './panelViews.ts';

/** Panels looked through for what waits for one person: nobody sits on more at once. */
const OWN_PANELS = 500;

/** Panels that assess a customer blind. Who is shown which marks is decided in one place (domain/select/panel/visible.ts). */
export function registerPanels(api: Api): void {
  serve(api, 'POST /api/accounts/{id}/panels', ({ context, params, body }) => openPanel(context, params.id, body));

  serve(api, 'GET /api/accounts/{id}/panels', async ({ context, params, query }) => {
    const db = context.store.read;
    const account = await findAccount(db, viewerOf(context.actor), params.id);
    if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const opens = (await findAccount(db, viewerOf(context.actor, 'openPanel'), account.id)) !== undefined;
    const { shown, next } = pageOf(await listPanels(db, viewerOf(context.actor), { accountId: account.id, state: 'any', before: cursor(query.after), limit: query.limit + 1 }), query.limit);
    return {
      rows: await accountRows(context, account.id, shown), next, people: opens ? await invitable(context, account.id) : [],
      can: { opens, open: opens && !(await hasOpenPanel(db, account.id)) },
    };
  });

  serve(api, 'GET /api/panels', async ({ context, query }) => {
    const waiting = await waitingRows(context);
    if (query.state === 'waiting') {
      const before = cursor(query.after);
      const { shown, next } = pageOf(waiting.filter((row) => before === undefined || row.id < before), query.limit);
      return { rows: shown, next, waiting: waiting.length };
    }
    const { shown, next } = pageOf(await listPanels(context.store.read, viewerOf(context.actor), { state: query.state, before: cursor(query.after), limit: query.limit + 1 }), query.limit);
    return { rows: await panelRows(context, shown), next, waiting: waiting.length };
  });

  serve(api, 'GET /api/panels/{id}', async ({ context, params }) => {
    const panel = await findPanel(context.store.read, viewerOf(context.actor), params.id);
    if (!panel) throw new Refusal('not_found', 'There is no such panel on a customer that you may see.', { reason: 'panel' });
    return panelView(context, panel);
  });

  serve(api, 'PUT /api/panels/{id}/marks', async ({ context, params, body }) => {
    await keepPanelMarks(context, params.id, body.marks);
    return { ok: true };
  });
  serve(api, 'POST /api/panels/{id}/submit', ({ context, params }) => submitPanelMarks(context, params.id));
  serve(api, 'POST /api/panels/{id}/decline', ({ context, params, body }) => declinePanel(context, params.id, body.declined));
  serve(api, 'POST /api/panels/{id}/reason', ({ context, params, body }) => givePanelReason(context, params.id, body.indicator, body.reason));
  serve(api, 'POST /api/panels/{id}/close-entry', ({ context, params }) => closeEntry(context, params.id));
  serve(api, 'POST /api/panels/{id}/agree', ({ context, params, body }) => agreeInPanel(context, params.id, body.agreements));
  serve(api, 'POST /api/panels/{id}/dissent', ({ context, params, body }) => dissentInPanel(context, params.id, body.indicator, body.reason));
  serve(api, 'POST /api/panels/{id}/close', ({ context, params }) => closePanel(context, params.id, true));
  serve(api, 'POST /api/panels/{id}/cancel', ({ context, params }) => cancelPanel(context, params.id, true));
}

async function waitingRows(context: Context) {
  const own = await listPanels(context.store.read, viewerOf(context.actor), { state: 'open', with: context.actor.id, limit: OWN_PANELS });
  return (await panelRows(context, own)).filter((row) => row.waiting !== null);
}

function pageOf<R extends { readonly id: number }>(rows: readonly R[], limit: number): { shown: R[]; next: string | null } {
  const shown = rows.slice(0, limit);
  return { shown, next: rows.length > limit ? String(shown.at(-1)!.id) : null };
}

function cursor(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  const id = Number(after);
  if (!Number.isSafeInteger(id) || id < 0) throw new Refusal('invalid', 'This page mark is not one of ours.', { fields: [{ path: 'after', reason: 'unknown_cursor', message: 'This page mark is not one of ours.' }] });
  return id;
}
