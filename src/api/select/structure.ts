import { viewerOf } from '#actions/act.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { serve, type Api } from '../endpoint.ts';
import { makeReport } from './makeReport.ts';

/** Portfolio for our stage: target against actual, coverage, load. */
export function registerStructure(api: Api): void {
  serve(api, 'GET /api/portfolio/structure', async ({ context, viewer }) => {
    const report = await makeReport(context.store, context.live, { what: 'structure', viewer: viewerOf(context.actor) });
    return { ...report, can: { change: scopeOf(viewer.role, 'changeSettings') !== 'none' } };
  });
}
