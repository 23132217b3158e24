import { createAdministrator } from '#actions/trust/createAdministrator.ts';
import { hasMembers } from '#storage/trust/members.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { addressOf } from '../caller.ts';
import { serve, type Api } from '../endpoint.ts';

/** First set-up, signing in and out. */
export function registerSignIn(api: Api): void {
  serve(api, 'GET /api/setup', async ({ context: { store } }) => {
    const [members, settings] = await Promise.all([hasMembers(store.read), readSettings(store.read)]);
    return { needsAdministrator: !members, workspace: settings.workspaceName };
  });

  serve(api, 'POST /api/setup/administrator', async ({ context, body, c, app, setCookies }) => {
    await app.limits.setup(addressOf(c.req.raw, c.env, app.config.trustedProxies));
    const id = await createAdministrator(context, body);
    setCookies(await app.auth.openSession(id));
    return { ok: true };
  });

  serve(api, 'POST /api/sign-in', async ({ body, c, app, setCookies }) => {
    const attempt = await app.limits.signIn(addressOf(c.req.raw, c.env, app.config.trustedProxies), body.email);
    const { cookies } = await app.auth.signIn(body.email.trim(), body.password);
    await attempt.right();
    setCookies(cookies);
    return { ok: true };
  });

  serve(api, 'POST /api/sign-out', async ({ viewer, c, app, setCookies }) => {
    setCookies(await app.auth.signOut(c.req.header('cookie') ?? ''));
    app.sessions.drop(viewer.id);
    return { ok: true };
  });
}
