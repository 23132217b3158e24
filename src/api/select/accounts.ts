import { LRUCache } from 'lru-cache';
import { archiveAccount } from '#actions/select/archiveAccount.ts';
import { assignTeam } from '#actions/select/assignTeam.ts';
import { createAccounts } from '#actions/select/createAccounts.ts';
import { editAccount } from '#actions/select/editAccount.ts';
import { previewAccounts } from '#actions/select/previewAccounts.ts';
import { viewerOf } from '#actions/act.ts';
import { NewAccount, type AccountRow } from '#contract/select/accounts.ts';
import { Refusal } from '#domain/refusal.ts';
import { readQuery } from '#domain/find/searchQuery.ts';
import { countAccountRows, decodeCursor, listAccountRows, type AccountListRequest, type AccountListRow } from '#storage/select/accountList.ts';
import { findAccounts } from '#storage/select/accountSearch.ts';
import { duplicateGroups, findAccount, listInvoiceLines } from '#storage/select/accounts.ts';
import { serve, type Api, type Call } from '../endpoint.ts';
import type { Endpoints } from '#contract/endpoints.ts';
import { fieldsOf } from '../validate.ts';

/** Rows are counted this far; beyond it the screen says "more than". */
const COUNTED = 10_000;
const DUPLICATE_GROUPS = 200;

type ListCall = Call<Endpoints['GET /api/accounts']>;

/** A stored row as it crosses the wire. */
export function present(row: AccountListRow): AccountRow {
  return {
    id: row.id, key: row.key, name: row.name, country: row.country, industry: row.industry,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    rank: row.total === null ? null : row.rank, total: row.total, past: row.past, present: row.present, future: row.future, confidence: row.confidence,
    grade: row.grade as AccountRow['grade'], class: row.class as AccountRow['class'], veto: row.veto === 1, valueToday: row.value_today, potential: row.potential,
    currency: row.currency, revenue: row.revenue, revenueBefore: row.revenue_before, margin: row.margin, contribution: row.contribution, invoices: row.invoices,
    months: JSON.parse(row.months) as number[], firstDay: row.first_day, lastDay: row.last_day, keyAccountSince: row.key_since,
  };
}

/** The place after which a page starts. Refuses a marker that is none of ours. */
function cursorOf(after: string | undefined): ReturnType<typeof decodeCursor> {
  const cursor = after === undefined ? null : decodeCursor(after);
  if (after !== undefined && cursor === null) {
    throw new Refusal('invalid', 'The page marker is not one of ours.', { fields: [{ path: 'after', reason: 'unknown_cursor', message: 'Use the `next` of the previous page.' }] });
  }
  return cursor;
}

/** The storage's request from a validated query. Refuses a cursor that is none of ours. */
export function listRequest(query: Omit<ListCall['query'], 'after' | 'limit'> & { after?: string | undefined; limit?: number }): AccountListRequest {
  cursorOf(query.after);
  const ids = query.ids?.split(',').map(Number);
  if (ids?.some((id) => !Number.isSafeInteger(id) || id <= 0)) {
    throw new Refusal('invalid', 'The list of ids is faulty.', { fields: [{ path: 'ids', reason: 'not_ids', message: 'Whole numbers separated by commas.' }] });
  }
  return {
    sort: query.sort, order: query.order, archived: query.archived === 'only', limit: query.limit ?? 50,
    ...(query.q?.trim() ? { query: readQuery(query.q) } : {}), ...(query.grade && { grade: query.grade }), ...(query.class && { class: query.class }),
    ...(query.owner && { owner: query.owner }), ...(query.country && { country: query.country }), ...(query.trade && { trade: query.trade }), ...(query.key && { key: query.key }), ...(ids && { ids }), ...(query.after !== undefined && { after: query.after }),
  };
}

/** Registers the endpoints of customers: list, find, create, change, team, invoices. */
export function registerAccounts(api: Api): void {
  const counts = new LRUCache<string, number>({ max: 2000, ttl: 10_000 });

  serve(api, 'GET /api/accounts', async ({ context, query }) => {
    const { store, live, actor } = context;
    const request = listRequest(query);
    const viewer = viewerOf(actor);
    // Counting reads up to 10,000 rows; the count of one filter stays right until the next change.
    const { after: _after, limit: _limit, sort: _sort, order: _order, ...filter } = request;
    const key = `${live.dataVersion} ${viewer.scope === 'team' ? viewer.userId : ''} ${JSON.stringify(filter)}`;
    const counted = counts.get(key) ?? await countAccountRows(store.read, store.engine, viewer, request, COUNTED);
    counts.set(key, counted);
    const page = await listAccountRows(store.read, store.engine, viewer, request, counted);
    return { rows: page.rows.map(present), next: page.next, total: Math.min(counted, COUNTED), totalIsCapped: counted > COUNTED };
  }, { keep: 'view' });

  serve(api, 'GET /api/find', async ({ context, query }) => {
    const accounts = await findAccounts(context.store.read, viewerOf(context.actor), readQuery(query.q), query.limit);
    return { accounts: accounts as (Omit<(typeof accounts)[number], 'grade' | 'class'> & { grade: AccountRow['grade']; class: AccountRow['class'] })[] };
  }, { keep: 'view' });

  serve(api, 'GET /api/accounts/duplicates', async ({ context }) => ({ groups: await duplicateGroups(context.store.read, viewerOf(context.actor), DUPLICATE_GROUPS) }));

  serve(api, 'POST /api/accounts', ({ context, body }) => createAccounts(context, body.accounts));
  serve(api, 'POST /api/accounts/preview', async ({ context, body }) => {
    const read = body.accounts.map((row) => NewAccount.safeParse(row));
    const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '');
    const previews = await previewAccounts(context, body.accounts.map((row) => ({ key: text(row['key']).slice(0, 100), name: text(row['name']) })));
    return { rows: previews.map(({ faults, ...preview }, n) => ({
      ...preview, similar: [...preview.similar],
      faults: [...(read[n]!.success ? [] : read[n]!.error.issues.flatMap(fieldsOf).map(({ path, ...fault }) => ({ field: path, ...fault }))), ...faults.map(({ path: _path, ...fault }) => ({ field: 'key', ...fault }))],
    })) };
  });
  serve(api, 'PATCH /api/accounts/{id}', ({ context, params, body }) => editAccount(context, params.id, body));
  serve(api, 'POST /api/accounts/{id}/archive', ({ context, params, body }) => archiveAccount(context, params.id, body.archived));
  serve(api, 'PUT /api/accounts/{id}/team', ({ context, params, body }) => assignTeam(context, params.id, body.team));

  serve(api, 'GET /api/accounts/{id}/invoices', async ({ context, params, query }) => {
    const { store, actor } = context;
    if (!(await findAccount(store.read, viewerOf(actor), params.id))) throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
    const cursor = cursorOf(query.after);
    const rows = await listInvoiceLines(store.read, params.id, cursor && { day: String(cursor[0]), id: cursor[1] }, query.limit);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      rows: page.map((row) => ({
        id: row.id, day: row.day, invoiceNo: row.invoice_no, product: row.product, quantity: row.quantity, currency: row.currency, amount: row.amount, cost: row.cost,
        kind: row.kind, dueDay: row.due_day, paidDay: row.paid_day, importId: row.import_id, fileName: row.file_name, row: row.row,
      })),
      next: rows.length > query.limit && last ? Buffer.from(JSON.stringify([last.day, last.id])).toString('base64url') : null,
    };
  });
}
