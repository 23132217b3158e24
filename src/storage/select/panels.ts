import type { Kysely, Transaction } from 'kysely';
import type { Assessor, Panel, PanelMark, PanelValue } from '#domain/select/panel/panel.ts';
import { holdRows } from '../locks.ts';
import { takeIds } from '../ids.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from './accountFilter.ts';

interface Person { readonly id: string; readonly name: string }

/** A panel with the names that stand beside it. */
export interface StoredPanel extends Panel {
  readonly account: { readonly id: number; readonly name: string };
  readonly question: string;
  readonly openedBy: Person | null;
  readonly openedAt: string;
  readonly closedBy: Person | null;
  readonly assessors: readonly (Assessor & { readonly name: string; readonly invitedAt: string })[];
}

export interface PanelFilter {
  readonly ids?: readonly number[];
  readonly accountId?: number;
  readonly state: 'open' | 'ended' | 'any';
  /** Only those this person opened or is an assessor of. */
  readonly with?: string | null;
  /** Only panels with a smaller id: the page after. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Panels on accounts the viewer may see, newest first. */
export async function listPanels(db: Kysely<Schema>, viewer: Viewer, filter: PanelFilter): Promise<StoredPanel[]> {
  if (viewer.scope === 'none') return [];
  let query = db.selectFrom('panel as p').innerJoin('account as a', 'a.id', 'p.account_id').leftJoin('auth_user as o', 'o.id', 'p.opened_by').leftJoin('auth_user as c', 'c.id', 'p.closed_by')
    .selectAll('p').select(['a.name as accountName', 'o.name as openerName', 'c.name as closerName']).orderBy('p.id', 'desc').limit(filter.limit);
  if (viewer.scope === 'team') query = query.where('p.account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId ?? ''));
  if (filter.ids) query = query.where('p.id', 'in', filter.ids);
  if (filter.accountId !== undefined) query = query.where('p.account_id', '=', filter.accountId);
  if (filter.before !== undefined) query = query.where('p.id', '<', filter.before);
  if (filter.state === 'open') query = query.where('p.closed_at', 'is', null).where('p.cancelled_at', 'is', null);
  if (filter.state === 'ended') query = query.where((eb) => eb.or([eb('p.closed_at', 'is not', null), eb('p.cancelled_at', 'is not', null)]));
  if (filter.with !== undefined) {
    const person = filter.with ?? '';
    query = query.where((eb) => eb.or([eb('p.opened_by', '=', person), eb('p.id', 'in', db.selectFrom('panel_member').select('panel_id').where('user_id', '=', person))]));
  }
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const members = await db.selectFrom('panel_member as m').leftJoin('auth_user as u', 'u.id', 'm.user_id').where('m.panel_id', 'in', rows.map((row) => row.id))
    .selectAll('m').select('u.name').orderBy('u.name').orderBy('m.user_id').execute();
  const byPanel = Map.groupBy(members, (row) => row.panel_id);
  const person = (id: string | null, name: string | null): Person | null => (id === null ? null : { id, name: name ?? '' });
  return rows.map((row) => ({
    id: row.id, accountId: row.account_id, account: { id: row.account_id, name: row.accountName }, modelVersionId: row.model_version_id, question: row.question, dueOn: row.due_on,
    indicators: JSON.parse(row.indicators) as string[], openedBy: person(row.opened_by, row.openerName), openedAt: row.opened_at, entryClosedAt: row.entry_closed_at,
    closedAt: row.closed_at, closedBy: person(row.closed_by, row.closerName), cancelledAt: row.cancelled_at,
    assessors: (byPanel.get(row.id) ?? []).map((one) => ({ userId: one.user_id, name: one.name ?? '', invitedAt: one.invited_at, submittedAt: one.submitted_at, declinedAt: one.declined_at })),
  }));
}

/** One panel on an account the viewer may see; undefined when there is none or it is not theirs. */
export async function findPanel(db: Kysely<Schema>, viewer: Viewer, id: number): Promise<StoredPanel | undefined> {
  return (await listPanels(db, viewer, { ids: [id], state: 'any', limit: 1 }))[0];
}

/** Holds the panel's row until the transaction ends: who submits, agrees or closes at the same instant is served one after the other. */
export async function lockPanel(tx: Transaction<Schema>, id: number): Promise<void> {
  await holdRows(tx, 'panel', [id]);
}

/**
 * Adds a panel with its assessors; gives its id, or null when the account has an open one. Taking the number first makes those who
 * open panels wait for one another: what is looked for next is then really there or not.
 */
export async function insertPanel(tx: Transaction<Schema>, panel: Pick<StoredPanel, 'accountId' | 'modelVersionId' | 'question' | 'dueOn' | 'indicators'>, assessors: readonly string[], by: { userId: string | null; at: string }): Promise<number | null> {
  const id = await takeIds(tx, 'panel', 1);
  if (await hasOpenPanel(tx, panel.accountId)) return null;
  await insertMany(tx, 'panel', [{
    id, account_id: panel.accountId, model_version_id: panel.modelVersionId, question: panel.question, due_on: panel.dueOn, indicators: JSON.stringify(panel.indicators),
    opened_by: by.userId, opened_at: by.at, entry_closed_at: null, closed_at: null, closed_by: null, cancelled_at: null,
  }]);
  await insertMany(tx, 'panel_member', assessors.map((user_id) => ({ panel_id: id, user_id, invited_at: by.at, submitted_at: null, declined_at: null })));
  return id;
}

export async function hasOpenPanel(db: Kysely<Schema>, accountId: number): Promise<boolean> {
  return (await db.selectFrom('panel').select('id').where('account_id', '=', accountId).where('closed_at', 'is', null).where('cancelled_at', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}

/** Sets when entry was closed, the panel closed or cancelled; null takes it back. */
export async function setPanelState(tx: Transaction<Schema>, id: number, state: { entry_closed_at?: string; closed_at?: string | null; closed_by?: string | null; cancelled_at?: string | null }): Promise<void> {
  await tx.updateTable('panel').set(state).where('id', '=', id).execute();
}

/** Sets what assessors have answered; null takes a declining back. */
export async function setAssessors(tx: Transaction<Schema>, id: number, userIds: readonly string[], answer: { submitted_at: string } | { declined_at: string | null }): Promise<void> {
  if (userIds.length > 0) await tx.updateTable('panel_member').set(answer).where('panel_id', '=', id).where('user_id', 'in', userIds).execute();
}

export type StoredPanelMark = PanelMark & { readonly panelId: number; readonly at: string };

/** All marks of panels, drafts too: what of them a person may read, the domain says (`visibleTo`). */
export async function panelMarks(db: Kysely<Schema>, ids: readonly number[]): Promise<StoredPanelMark[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('panel_mark').selectAll().where('panel_id', 'in', ids).orderBy('panel_id').orderBy('indicator').orderBy('user_id').execute();
  return rows.map((row) => ({
    panelId: row.panel_id, userId: row.user_id, indicator: row.indicator, value: JSON.parse(row.value) as PanelValue, reason: row.reason, factIds: JSON.parse(row.fact_ids) as number[], at: row.recorded_at,
  }));
}

/** Keeps an assessor's marks, in place of earlier ones on the same indicators; value null leaves an indicator out. */
export async function replacePanelMarks(tx: Transaction<Schema>, id: number, userId: string, marks: readonly (Omit<PanelMark, 'userId' | 'value'> & { readonly value: PanelValue | null })[], at: string): Promise<void> {
  if (marks.length === 0) return;
  await tx.deleteFrom('panel_mark').where('panel_id', '=', id).where('user_id', '=', userId).where('indicator', 'in', marks.map((mark) => mark.indicator)).execute();
  await insertMany(tx, 'panel_mark', marks.filter((mark) => mark.value !== null).map((mark) => ({
    panel_id: id, user_id: userId, indicator: mark.indicator, value: JSON.stringify(mark.value), reason: mark.reason, fact_ids: JSON.stringify([...new Set(mark.factIds)]), recorded_at: at,
  })));
}

/** Sets the reason of one mark; the mark stands as it was given. */
export async function setMarkReason(tx: Transaction<Schema>, id: number, userId: string, indicator: string, reason: string): Promise<void> {
  await tx.updateTable('panel_mark').set({ reason }).where('panel_id', '=', id).where('user_id', '=', userId).where('indicator', '=', indicator).execute();
}
