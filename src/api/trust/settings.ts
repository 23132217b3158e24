import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { changeSettings } from '#actions/trust/changeSettings.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { serve, type Api } from '../endpoint.ts';

/** Company settings. */
export function registerSettings(api: Api): void {
  serve(api, 'GET /api/settings', async ({ context, viewer }) => {
    const settings = await readSettings(context.store.read);
    return { settings: { ...settings, rates: { ...settings.rates } }, can: { change: scopeOf(viewer.role, 'changeSettings') !== 'none' } };
  });
  serve(api, 'PATCH /api/settings', async ({ context, body }) => {
    const { event, rescore } = await changeSettings(context, body);
    if (rescore) await scorePortfolio(context);
    return { event };
  });
}
