import { addKpi, changeKpi, hideKpi, resetKpi } from '#actions/insight/kpi/library.ts';
import type { KpiEntry } from '#domain/insight/kpi/kpi.ts';
import { ownKey } from '#domain/insight/kpi/mergeLibrary.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { readLibrary } from '#storage/insight/kpiRows.ts';
import { serve, type Api } from '../endpoint.ts';

/** The KPI library: what people in the trade are measured by, in the company's words. */
export function registerKpis(api: Api): void {
  serve(api, 'GET /api/kpis', async ({ context, viewer, query }) => {
    const all = await readLibrary(context.store.read);
    const shown = all.filter((kpi) => kpi.hidden === (query.hidden === 'only') && (query.function === undefined || kpi.function === query.function) && says(kpi, query.q ?? ''));
    return { rows: shown.map(presentKpi), total: all.filter((kpi) => !kpi.hidden).length, hidden: all.filter((kpi) => kpi.hidden).length, can: { keep: scopeOf(viewer.role, 'keepCatalogue') !== 'none' } };
  });
  serve(api, 'POST /api/kpis', async ({ context, body }) => {
    const { ids, event } = await addKpi(context, body);
    return { key: ownKey(ids[0]!), event };
  });
  serve(api, 'PUT /api/kpis/{key}', ({ context, params, body }) => changeKpi(context, params.key, body).then(eventOnly));
  serve(api, 'POST /api/kpis/{key}/hide', ({ context, params, body }) => hideKpi(context, params.key, body.hidden).then(eventOnly));
  serve(api, 'POST /api/kpis/{key}/reset', ({ context, params }) => resetKpi(context, params.key).then(eventOnly));
}

const eventOnly = ({ event }: { readonly event: number }) => ({ event });

/** Whether an entry has all the words somewhere, in either language. */
function says(kpi: KpiEntry, q: string): boolean {
  const all = [kpi.name, kpi.measure, kpi.needs, ...kpi.topics].flatMap((two) => [two.en, two.zh]).join('\n').toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => all.includes(word));
}

/** An entry as it crosses the wire: without the words by which statements are matched. */
export const presentKpi = ({ key, function: of, name, measure, unit, direction, needs, topics, origin, hidden }: KpiEntry) => ({ key, function: of, name, measure, unit, direction, needs, topics: [...topics], origin, hidden });
