import { Readable } from 'node:stream';
import { viewerOf, type Context } from '#actions/act.ts';
import { csvOf, xlsxOf } from '#actions/files/writeTable.ts';
import type { Sheet, Value } from '#actions/files/writtenSheet.ts';
import type { AccountRow } from '#contract/select/accounts.ts';
import { utcDay } from '#domain/day.ts';
import { CLASS_WORDS, EXPORT_COLUMNS, EXPORT_TITLE, ROBUST_COLUMNS, VERDICT_WORDS, type ExportColumn, type ExportLocale } from '#domain/select/exportColumns.ts';
import type { Verdict } from '#domain/select/robust/verdict.ts';
import { countAccountRows, listAccountRows } from '#storage/select/accountList.ts';
import { API_HEADERS } from '../answer.ts';
import { serve, type Api } from '../endpoint.ts';
import { listRequest, present } from './accounts.ts';
import type { RobustnessQuestion } from './robustReport.ts';
import { analyse } from './robustness.ts';

/** Rows read at a time: enough to keep the engine busy, little enough to stay unnoticed in memory. */
const PAGE = 1000;
const COUNTED = 10_000;

/** Registers the export of the ranked list: the rows the list would show under the same filter, all of them, as a stream. */
export function registerExport(api: Api): void {
  serve(api, 'GET /api/accounts/export', async ({ context, viewer, query }) => {
    const { format, locale: asked, chance, top, draws, seed, within, ...filter } = query;
    const locale = asked ?? (viewer.locale as ExportLocale);
    const { store, actor } = context;
    // A manager exports what a manager lists: own customers and those of the team.
    const scope = viewerOf(actor, 'exportAccounts');
    const request = { ...listRequest(filter), limit: PAGE };
    const robust = chance === 'yes' ? await chances(context, { top, draws, seed, within }) : null;
    const counted = await countAccountRows(store.read, store.engine, scope, request, COUNTED);
    async function* rows(): AsyncGenerator<Value[][], void> {
      for (let after: string | null | undefined; after !== null;) {
        const page = await listAccountRows(store.read, store.engine, scope, after === undefined ? request : { ...request, after }, counted);
        yield page.rows.map((row) => [...valuesOf(present(row), locale), ...(robust ? robustValues(robust.get(row.id), locale) : [])]);
        after = page.next;
      }
    }
    const sheet: Sheet = { name: EXPORT_TITLE[locale], columns: [...EXPORT_COLUMNS, ...(robust ? ROBUST_COLUMNS : [])].map(({ kind, width, header }) => ({ kind, width, header: header[locale] })), rows: rows() };
    const name = `${EXPORT_TITLE[locale]} ${utcDay(context.now())}.${format}`;
    return new Response(Readable.toWeb(Readable.from(format === 'csv' ? csvOf(sheet) : xlsxOf(sheet))) as ReadableStream, {
      headers: {
        ...API_HEADERS,
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="customers.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
    });
  });
}

function valuesOf(row: AccountRow, locale: ExportLocale): Value[] {
  const money = (minor: number | null) => (minor === null ? null : { minor, currency: row.currency });
  const values: Record<ExportColumn, Value> = {
    rank: row.rank, key: row.key, name: row.name, country: row.country, industry: row.industry, owner: row.owner?.name ?? null,
    keyAccountSince: row.keyAccountSince, class: row.class && CLASS_WORDS[locale][row.class], grade: row.grade, total: row.total, past: row.past, present: row.present, future: row.future,
    confidence: row.confidence, valueToday: row.valueToday, potential: row.potential, currency: row.currency, revenue: money(row.revenue),
    revenueBefore: money(row.revenueBefore), margin: money(row.margin), contribution: money(row.contribution), invoices: row.invoices, firstDay: row.firstDay, lastDay: row.lastDay,
  };
  return EXPORT_COLUMNS.map(({ name }) => values[name]);
}

type Chance = { readonly chance: number; readonly verdict: Verdict };

/** Chance and verdict of each customer that has a score. */
async function chances(context: Context, question: RobustnessQuestion): Promise<ReadonlyMap<number, Chance>> {
  const found = await analyse(context, question);
  return new Map(found.state === 'done' ? found.customers.map(({ id, chance, verdict }) => [id, { chance, verdict }]) : []);
}

const robustValues = (found: Chance | undefined, locale: ExportLocale): Value[] => (found ? [found.chance, VERDICT_WORDS[locale][found.verdict] || null] : [null, null]);
