import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '#actions/act.ts';
import { csvOf } from '#actions/files/writeTable.ts';
import type { Value } from '#actions/files/writtenSheet.ts';
import { cancelImport } from '#actions/select/importing/cancelImport.ts';
import { checkImport } from '#actions/select/importing/checkImport.ts';
import { commitImport } from '#actions/select/importing/commitImport.ts';
import { importFor } from '#actions/select/importing/importFor.ts';
import { previewImport } from '#actions/select/importing/previewImport.ts';
import { receiveFile } from '#actions/select/importing/receiveFile.ts';
import { jobOf, shownState } from '#actions/select/importing/running.ts';
import { Stopped } from '#actions/select/importing/stage.ts';
import { undoImport } from '#actions/select/importing/undoImport.ts';
import { wording } from '#actions/wording.ts';
import type { Answer } from '../endpoint.ts';
import type { Endpoints } from '#contract/endpoints.ts';
import { Refusal } from '#domain/refusal.ts';
import { FAULT_HEADERS, faultSentence } from '#domain/select/faultWords.ts';
import type { ImportPlan } from '#domain/select/importPlan.ts';
import { listFaults, listImports, readNamedImport, type ImportRow } from '#storage/select/imports.ts';
import { API_HEADERS } from '../answer.ts';
import { serve, type Api } from '../endpoint.ts';

type View = Exclude<Answer<Endpoints['GET /api/imports/{id}']>, Response>;

/** What is done within this time is in the answer; what takes longer goes on, and the answer says how far it is. */
const WAIT_MS = 1500;
const FAULTS_AT_ONCE = 1000;

/** Registers the endpoints of imports: bring a file, look, check, take, stop, undo, faults. */
export function registerImports(api: Api): void {
  serve(api, 'POST /api/imports', async ({ context, viewer, app, query, upload }) => {
    await app.limits.upload(viewer.id);
    const id = await receiveFile(context, { fileName: query.fileName, kind: query.kind, content: upload() });
    return await viewOf(context, id);
  });

  serve(api, 'GET /api/imports', async ({ context, query }) => {
    const before = query.after === undefined ? null : marker(query.after);
    const rows = await listImports(context.store.read, before, query.limit);
    const page = rows.slice(0, query.limit);
    // A page of imports tells what became of each; what was found in the files is asked for one by one.
    return { rows: page.map((row) => present(context, { ...row, findings: null, plan: null, report: row.report && { ...row.report, traps: [] } })), next: rows.length > query.limit ? String(page.at(-1)!.id) : null };
  });

  serve(api, 'GET /api/imports/{id}', async ({ context, params }) => await viewOf(context, params.id));
  serve(api, 'POST /api/imports/{id}/preview', async ({ context, params, body }) => await previewImport(context, params.id, body as Parameters<typeof previewImport>[2]));

  serve(api, 'POST /api/imports/{id}/check', async ({ context, params, body, app }) => {
    await orLater((await checkImport(context, params.id, body as ImportPlan)).ended, app.log);
    return await viewOf(context, params.id);
  });
  serve(api, 'POST /api/imports/{id}/commit', async ({ context, params, app }) => {
    await orLater((await commitImport(context, params.id)).ended, app.log);
    return await viewOf(context, params.id);
  });
  serve(api, 'POST /api/imports/{id}/undo', async ({ context, params, app }) => {
    await orLater((await undoImport(context, params.id)).ended, app.log);
    return await viewOf(context, params.id);
  });
  serve(api, 'POST /api/imports/{id}/cancel', async ({ context, params }) => {
    await cancelImport(context, params.id);
    return { ok: true as const };
  });

  serve(api, 'GET /api/imports/{id}/faults', async ({ context, params, query }) => {
    await importFor(context, params.id);
    const rows = await listFaults(context.store.read, params.id, query.after === undefined ? 0 : marker(query.after), query.limit);
    const page = rows.slice(0, query.limit);
    return { rows: page, next: rows.length > query.limit ? String(page.at(-1)!.seq) : null };
  });

  serve(api, 'GET /api/imports/{id}/faults.csv', async ({ context, params, query, viewer }) => {
    const row = await importFor(context, params.id);
    const say = await wording(query.locale ?? viewer.locale);
    async function* rows(): AsyncGenerator<Value[][], void> {
      for (let after = 0; ;) {
        const faults = (await listFaults(context.store.read, params.id, after, FAULTS_AT_ONCE)).slice(0, FAULTS_AT_ONCE);
        if (faults.length === 0) return;
        yield faults.map((fault) => [fault.row, fault.column, fault.value, say({ en: faultSentence(fault.code, fault.params, 'en'), zh: faultSentence(fault.code, fault.params, 'zh') })]);
        after = faults.at(-1)!.seq;
      }
    }
    const columns = FAULT_HEADERS.map((header, n) => ({ header: say(header), kind: n === 0 ? 'whole' as const : 'text' as const }));
    return new Response(Readable.toWeb(Readable.from(csvOf({ name: 'faults', columns, rows: rows() }))) as ReadableStream, {
      headers: {
        ...API_HEADERS, 'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="faults.csv"; filename*=UTF-8''${encodeURIComponent(`${row.file_name.replace(/\.\w+$/, '')} faults.csv`)}`,
      },
    });
  });
}

async function viewOf(context: Context, id: number): Promise<View> {
  await importFor(context, id);
  return present(context, (await readNamedImport(context.store.read, id))!);
}

function present(context: Context, row: ImportRow & { by_name: string | null }): View {
  const job = jobOf(context.store, row.id);
  const state = shownState(row.state, job);
  return {
    id: row.id, kind: row.kind, fileName: row.file_name, fileSize: row.file_size, state, findings: row.findings as View['findings'], plan: row.plan as View['plan'], report: row.report,
    progress: job?.progress ?? null, error: row.error, by: row.created_by === null ? null : { id: row.created_by, name: row.by_name ?? '' },
    createdAt: row.created_at, committedAt: row.committed_at, undoneAt: row.undone_at, can: { undo: state === 'committed' && job === undefined },
  };
}

/** Waits a moment for the end. A fault that comes later has nobody to hear it but the log; a refusal is kept with the import. */
async function orLater(ended: Promise<unknown>, log: { error(details: object, message: string): void }): Promise<void> {
  let waiting = true;
  const heard = ended.then(() => {}, (error: unknown) => {
    if (error instanceof Stopped) return;
    if (waiting) throw error;
    if (!(error instanceof Refusal)) log.error({ err: error }, 'fault');
  });
  await Promise.race([heard, pause(WAIT_MS, undefined, { ref: false })]);
  waiting = false;
}

function marker(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Refusal('invalid', 'The page marker is not one of ours.', { fields: [{ path: 'after', reason: 'unknown_cursor', message: 'Use the `next` of the previous page.' }] });
  return value;
}
