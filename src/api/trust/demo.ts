import { loadDemo } from '#actions/demo/loadDemo.ts';
import { removeDemo } from '#actions/demo/removeDemo.ts';
import { serve, type Api } from '../endpoint.ts';

/** The demo company, in and out. */
export function registerDemo(api: Api): void {
  serve(api, 'POST /api/demo', ({ context, viewer }) => loadDemo(context, viewer.locale.startsWith('zh') ? 'zh' : 'en'));
  serve(api, 'DELETE /api/demo', async ({ context }) => {
    await removeDemo(context);
    return { ok: true };
  });
}
