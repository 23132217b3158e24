import { readAssessment } from '#actions/select/assessing/readAssessment.ts';
import { recordAssessment } from '#actions/select/assessing/recordAssessment.ts';
import { writeAssessment } from '#actions/select/assessing/writeAssessment.ts';
import { utcDay } from '#domain/day.ts';
import { assessSentence, ASSESS_FAULTS, ASSESS_NOTES } from '#domain/select/assess/faultWords.ts';
import type { ExportLocale } from '#domain/select/exportColumns.ts';
import { API_HEADERS } from '../answer.ts';
import { serve, type Api } from '../endpoint.ts';
import { listRequest } from './accounts.ts';
import type { Mutable } from './mutable.ts';

const FAULTS = 1000;

/** Many customers assessed in a spreadsheet: the workbook out, what a filled-in one would change, and recording it. */
export function registerAssessments(api: Api): void {
  serve(api, 'GET /api/assessments/export', async ({ context, viewer, query }) => {
    const { language, ...filter } = query;
    const book = await writeAssessment(context, listRequest(filter), language ?? (viewer.locale as ExportLocale));
    const name = `${book.title} ${utcDay(context.now())}.xlsx`;
    return new Response(book.bytes, {
      headers: {
        ...API_HEADERS, 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="assessment.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'x-accounts': String(book.shown), 'x-accounts-matching': String(book.all),
      },
    });
  });

  serve(api, 'POST /api/assessments/read', async ({ context, viewer, app, query, upload }) => {
    await app.limits.upload(viewer.id);
    const read = await readAssessment(context, { fileName: query.fileName, content: upload() }, query.language ?? (viewer.locale as ExportLocale));
    const { changes, rows, faults, unchanged, already, exported, active, notes } = read;
    return {
      fileName: query.fileName, exportedAt: read.exportedAt, today: utcDay(context.now()),
      model: { exported: { id: exported.id, version: exported.version }, active: { id: active.id, version: active.version } },
      rows: read.rowsRead, unchanged, already, changes: changes as Mutable<typeof changes>,
      accounts: rows.map(({ accountId, key, name, row, note, citation }) => ({ id: accountId, key, name, row, note, citation })),
      faults: faults.slice(0, FAULTS).map(({ code, params, ...where }) => ({ ...where, reason: code, params: { ...params }, message: assessSentence(ASSESS_FAULTS, code, params, 'en') })), faultCount: faults.length,
      notes: notes.map(({ code, params }) => ({ code, params: { ...params }, message: assessSentence(ASSESS_NOTES, code, params, 'en') })),
    };
  });

  serve(api, 'POST /api/assessments', ({ context, body }) => recordAssessment(context, body.sets, body.fileName));
}
