import { viewerOf } from '#actions/act.ts';
import { briefDocx } from '#actions/insight/kpi/briefDocx.ts';
import { contentOf, editBrief, makeBrief, remakeBrief } from '#actions/insight/kpi/briefs.ts';
import { noteFor, withdrawNote } from '#actions/insight/writeNotes.ts';
import type { ExportLocale } from '#domain/select/exportColumns.ts';
import type { BriefTable } from '#storage/insight/noteTables.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { makerOf } from '#storage/insight/positions.ts';
import { API_HEADERS } from '../answer.ts';
import { serve, type Api } from '../endpoint.ts';
import type { Mutable } from '../select/mutable.ts';

/** Conversation briefs (拜访简报): made, read, changed, made anew, as a Word file. */
export function registerBriefs(api: Api): void {
  serve(api, 'POST /api/positions/{id}/briefs', async ({ context, params, body }) => {
    const { ids, event } = await makeBrief(context, params.id, body);
    return { id: ids[0]!, event };
  });
  serve(api, 'GET /api/briefs/{id}', async ({ context, params }) => {
    const row = await noteFor(context, 'brief', params.id);
    const content = contentOf(row.content);
    const may = await findAccount(context.store.read, viewerOf(context.actor, 'describeAccount'), row.account_id);
    return {
      id: row.id, account: content.account, positionId: row.position_id, meetingOn: row.meeting_on, purpose: row.purpose, content: content as Mutable<typeof content>,
      madeBy: await makerOf(context.store.read, row.id), madeAt: row.recorded_at, withdrawnAt: row.withdrawn_at, can: { describe: may !== undefined && row.withdrawn_at === null },
    };
  });
  serve(api, 'PATCH /api/briefs/{id}', ({ context, params, body }) => editBrief(context, params.id, body));
  serve(api, 'POST /api/briefs/{id}/remake', ({ context, params }) => remakeBrief(context, params.id));
  serve(api, 'POST /api/briefs/{id}/withdraw', ({ context, params, body }) => withdrawNote(context, 'brief', params.id, body.withdrawn, (row: BriefTable) => contentOf(row.content).position.title));
  serve(api, 'GET /api/briefs/{id}/file', async ({ context, viewer, params, query }) => {
    const row = await noteFor(context, 'brief', params.id);
    const { name, bytes } = await briefDocx({ content: contentOf(row.content), meetingOn: row.meeting_on, purpose: row.purpose }, query.language ?? (viewer.locale as ExportLocale));
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { ...API_HEADERS, 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'content-disposition': `attachment; filename="brief.docx"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}` },
    });
  });
}
