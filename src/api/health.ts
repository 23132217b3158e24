import type { Hono } from 'hono';
import { isReachable } from '#storage/reachable.ts';
import { json } from './answer.ts';
import type { Services } from './services.ts';

const PATIENCE_MS = 2000;

/** GET /healthz for whoever watches the server: 200 when the store answers too, else 503. */
export function mountHealth(hono: Hono, app: Services): void {
  hono.get('/healthz', async () => {
    const reachable = await isReachable(app.store, PATIENCE_MS);
    const state = { ok: reachable, version: app.config.version, store: app.store.engine, storeReachable: reachable };
    return json(state, undefined, reachable ? 200 : 503);
  });
}
