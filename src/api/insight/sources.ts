import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { viewerOf, type Context } from '#actions/act.ts';
import { addAddress, addFile, addText, type AddedSource } from '#actions/insight/addSource.ts';
import { withdrawSource } from '#actions/insight/withdrawSource.ts';
import { LARGEST_SOURCE } from '#actions/insight/sourceFiles.ts';
import { findPlaces, queryParts, snippetOf } from '#domain/insight/fullText.ts';
import { Refusal } from '#domain/refusal.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { factsInSource } from '#storage/select/facts.ts';
import { cutWords } from '#storage/insight/cut.ts';
import { searchPages } from '#storage/insight/searchPages.ts';
import { findSource, listSources, readPages, type SourceRow } from '#storage/insight/sources.ts';
import { sourceFile } from '#storage/insight/sourceFolder.ts';
import { serve, type Api } from '../endpoint.ts';

/** Small documents are read within this time, and the answer shows them ready. */
const WAIT_MS = 1500;

/** Sources about customers: bring, list, read page by page, find, put away. */
export function registerSources(api: Api): void {
  serve(api, 'GET /api/accounts/{id}/sources', async ({ context, app, params }) => {
    const account = await accountOf(context, params.id);
    return { rows: (await listSources(context.store.read, account.id)).map(present), largestFile: Math.min(LARGEST_SOURCE, app.config.uploadLimitBytes), can: { add: await mayRecord(context, account.id) } };
  });

  serve(api, 'POST /api/accounts/{id}/sources', async ({ context, viewer, app, params, query, upload }) => {
    await app.limits.upload(viewer.id);
    const source = { title: query.title, publishedOn: query.publishedOn ?? null, url: query.url ?? null, fileName: query.fileName };
    const added = await addFile(context, params.id, source, upload());
    added.read.catch((error: unknown) => app.log.error({ err: error }, 'fault'));
    return await answerOf(context, added);
  });
  serve(api, 'POST /api/accounts/{id}/sources/text', async ({ context, params, body }) => answerOf(context, await addText(context, params.id, body, body.text)));
  serve(api, 'POST /api/accounts/{id}/sources/address', async ({ context, params, body }) => answerOf(context, await addAddress(context, params.id, body)));

  serve(api, 'GET /api/sources/{id}', async ({ context, params }) => {
    const source = await sourceOf(context, params.id);
    const account = await accountOf(context, source.account_id);
    return { source: present(source), account: { id: account.id, name: account.name }, facts: (await factsInSource(context.store.read, source.id)).map((fact) => ({ id: fact.id, statement: fact.statement, anchor: fact.anchor && { ...fact.anchor }, by: fact.recordedBy })), can: { record: await mayRecord(context, account.id) } };
  });
  serve(api, 'GET /api/sources/{id}/pages', async ({ context, params, query }) => {
    const source = await sourceOf(context, params.id);
    const pages = await readPages(context.store.read, source.id, query.from, query.from + query.count - 1);
    const parts = queryParts(query.q ?? '');
    return { pages: pages.map(({ page, label, text }) => ({ page, label, text, marks: parts.length === 0 ? [] : findPlaces(text, parts, cutWords) })), known: source.pages };
  });
  serve(api, 'GET /api/sources/{id}/file', async ({ context, params }) => {
    const source = await sourceOf(context, params.id);
    const path = source.content_hash === null ? null : sourceFile(context.dataDir, source.content_hash);
    const size = path === null ? null : await stat(path).then((file) => file.size, () => null);
    if (path === null || size === null) throw new Refusal('not_found', 'There is no file of this source.', { reason: 'source_file' });
    const name = encodeURIComponent(source.file_name ?? 'source').replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
    // Whatever it is, a browser saves it: it is never opened as a page of ours, and nothing in it runs.
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
      headers: {
        'content-type': 'application/octet-stream', 'content-length': String(size), 'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      },
    });
  });
  serve(api, 'POST /api/sources/{id}/withdraw', ({ context, params, body }) => withdrawSource(context, params.id, body.withdrawn));

  serve(api, 'GET /api/pages', async ({ context, query }) => {
    const before = query.after === undefined ? undefined : Number(query.after);
    const parts = queryParts(query.q);
    const { rows, next } = await searchPages(context.store.read, viewerOf(context.actor), parts, { accountId: query.accountId, sourceId: query.sourceId, before, limit: query.limit });
    return {
      rows: rows.map(({ sourceId, title, page, label, text, accountId, accountName }) => {
        const { text: snippet, marks } = snippetOf(text, findPlaces(text, parts, cutWords));
        return { sourceId, title, page, label, account: { id: accountId, name: accountName }, snippet, marks: marks.map(([from, to]): [number, number] => [from, to]) };
      }),
      next: next === null ? null : String(next),
    };
  });
}

async function answerOf(context: Context, { id, event, read }: AddedSource) {
  await Promise.race([read, new Promise((resolve) => setTimeout(resolve, WAIT_MS).unref())]);
  return { source: present(await sourceOf(context, id)), event };
}

async function accountOf(context: Context, id: number) {
  const account = await findAccount(context.store.read, viewerOf(context.actor), id);
  if (!account) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
  return account;
}

async function sourceOf(context: Context, id: number): Promise<SourceRow> {
  const source = await findSource(context.store.read, viewerOf(context.actor), id);
  if (!source) throw new Refusal('not_found', 'There is no such source of a customer that you may see.', { reason: 'source' });
  return source;
}

const mayRecord = async (context: Context, accountId: number) => (await findAccount(context.store.read, viewerOf(context.actor, 'recordFact'), accountId)) !== undefined;

function present(row: SourceRow) {
  return {
    id: row.id, accountId: row.account_id, kind: row.kind, title: row.title, url: row.url, fileName: row.file_name, format: row.format, size: row.size, language: row.language, pages: row.pages,
    pageCount: row.page_count, letters: row.letters, state: row.state, error: row.error === null ? null : JSON.parse(row.error) as { reason: string; message: string; params: Record<string, string | number> },
    publishedOn: row.published_on, addedBy: row.added_by === null ? null : { id: row.added_by, name: row.by ?? '' }, addedAt: row.added_at, withdrawnAt: row.withdrawn_at, facts: Number(row.facts),
  };
}
