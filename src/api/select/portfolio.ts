import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { viewerOf } from '#actions/act.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { scopeOf, type Permission, type Role } from '#domain/trust/permissions.ts';
import type { AccountRow } from '#contract/select/accounts.ts';
import { listBubbles } from '#storage/select/portfolio.ts';
import { API_HEADERS } from '../answer.ts';
import { serve, type Api } from '../endpoint.ts';
import { makeReport } from './makeReport.ts';

const BUBBLES = 2000;

/** The portfolio as a whole: 80/20, the matrix, and the sheet behind the sliders. */
export function registerPortfolio(api: Api): void {
  serve(api, 'GET /api/portfolio', async ({ context, viewer, query }) => {
    const report = await makeReport(context.store, context.live, { what: 'portfolio', viewer: viewerOf(context.actor), question: query });
    return { ...report, can: { import: may(viewer.role, 'importData'), export: may(viewer.role, 'exportAccounts'), publishModel: may(viewer.role, 'publishModel'), create: may(viewer.role, 'createAccounts'), assess: may(viewer.role, 'markAccount') } };
  });

  serve(api, 'GET /api/portfolio/stretch', async ({ context, query }) => {
    const { from, to, ...question } = query;
    return { ids: await makeReport(context.store, context.live, { what: 'stretch', viewer: viewerOf(context.actor), question, from, to }) };
  });

  serve(api, 'GET /api/portfolio/bubbles', async ({ context }) => {
    const { rows, total } = await listBubbles(context.store.read, viewerOf(context.actor), BUBBLES);
    const points = rows.map((row) => ({
      id: row.id, name: row.name, valueToday: row.value_today, potential: row.potential, revenue: row.revenue, class: row.class as AccountRow['class'], grade: row.grade as AccountRow['grade'], confidence: row.confidence,
    }));
    return { points, more: total - rows.length };
  });

  serve(api, 'GET /api/portfolio/sheet', async ({ context, c }) => {
    const task = { what: 'sheet', viewer: viewerOf(context.actor) } as const;
    let bytes = await makeReport(context.store, context.live, task);
    if (!bytes) {
      // Nobody has been scored yet: the first look at the sliders of an empty workspace.
      await ensureTemplate(context.store, context.now());
      await scorePortfolio(context);
      bytes = await makeReport(context.store, context.live, task);
    }
    const headers = { ...API_HEADERS, 'content-type': 'application/octet-stream', vary: 'accept-encoding' };
    if (!c.req.header('accept-encoding')?.includes('gzip')) return new Response(bytes!, { headers });
    return new Response(await smaller(bytes!), { headers: { ...headers, 'content-encoding': 'gzip' } });
  });
}

const gzipped = promisify(gzip);
const compressed = new WeakMap<Uint8Array, Promise<Uint8Array<ArrayBuffer>>>();

/** The sheet compressed, once for as long as it is kept: 9 MB of 100,000 accounts are a quarter of that. */
function smaller(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const made = compressed.get(bytes) ?? gzipped(bytes, { level: constants.Z_BEST_SPEED });
  compressed.set(bytes, made);
  return made;
}

const may = (role: Role, permission: Permission): boolean => scopeOf(role, permission) !== 'none';
