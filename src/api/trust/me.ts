import { viewerOf } from '#actions/act.ts';
import { changeMe } from '#actions/trust/changeMe.ts';
import { scopeOf, type Permission, type Role } from '#domain/trust/permissions.ts';
import { countWaiting } from '#storage/relate/introductions.ts';
import { activeModelId } from '#storage/select/models.ts';
import { readMember } from '#storage/trust/members.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import { readWorkspaceFacts } from '#storage/trust/workspace.ts';
import { Refusal } from '#domain/refusal.ts';
import { addressOf } from '../caller.ts';
import { serve, type Api } from '../endpoint.ts';

const SHOWN = ['importData', 'publishModel', 'changeSettings', 'manageMembers', 'readAudit', 'exportAccounts', 'createAccounts', 'recordPerson', 'loadDemo'] as const satisfies readonly Permission[];

/** The signed-in person: who they are, what they may do, what they work in. */
export function registerMe(api: Api): void {
  serve(api, 'GET /api/me', async ({ context, viewer }) => {
    const db = context.store.read;
    const [lastEvent, person, settings, facts, model, introductions] = await Promise.all([
      lastEventId(db), readMember(db, viewer.id), readSettings(db), readWorkspaceFacts(db, viewerOf(context.actor)), activeModelId(db), countWaiting(db, viewer.id),
    ]);
    if (!person) throw new Refusal('sign_in_required', 'Sign in first.');
    return {
      id: viewer.id, name: person.name, email: person.email, role: viewer.role, locale: viewer.locale, can: rightsOf(viewer.role),
      workspace: {
        name: settings.workspaceName, accounts: facts.accounts, demo: facts.demo, reportingCurrency: settings.reportingCurrency,
        asOf: facts.asOf, activeModelVersion: model,
      },
      waiting: { introductions }, lastEvent,
    };
  }, { keep: 'person' });

  serve(api, 'PATCH /api/me', async ({ context, viewer, body, app }) => {
    await changeMe(context, body);
    app.sessions.drop(viewer.id);
    return { ok: true };
  });

  serve(api, 'POST /api/me/password', async ({ context, viewer, body, c, app, setCookies }) => {
    const person = await readMember(context.store.read, viewer.id);
    const attempt = await app.limits.signIn(addressOf(c.req.raw, c.env, app.config.trustedProxies), person?.email ?? viewer.id);
    setCookies(await app.auth.changePassword(c.req.header('cookie') ?? '', body.current, body.next));
    await attempt.right();
    app.sessions.drop(viewer.id);
    return { ok: true };
  });
}

/** What the screens may offer to a role, straight from the permissions table. */
function rightsOf(role: Role) {
  return Object.fromEntries(SHOWN.map((permission) => [permission, scopeOf(role, permission) !== 'none'])) as Record<(typeof SHOWN)[number], boolean>;
}
