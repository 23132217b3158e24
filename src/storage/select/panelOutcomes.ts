import type { Kysely, Transaction } from 'kysely';
import type { Agreement, PanelValue } from '#domain/select/panel/panel.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';

interface Person { readonly id: string; readonly name: string }

/** What a panel agreed on, with the mark of the account that it became (null: it withdrew what was there, or there was nothing to say). */
export interface StoredAgreement extends Agreement {
  readonly panelId: number;
  readonly reason: string;
  readonly markId: number | null;
  readonly by: Person | null;
  readonly at: string;
}

/** Who holds on to another mark (不同意见). */
export interface StoredDissent {
  readonly panelId: number;
  readonly indicator: string;
  readonly value: PanelValue;
  readonly reason: string;
  readonly person: Person;
  readonly at: string;
}

export async function panelAgreements(db: Kysely<Schema>, ids: readonly number[]): Promise<StoredAgreement[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('panel_agreement as g').leftJoin('auth_user as u', 'u.id', 'g.agreed_by').selectAll('g').select('u.name').where('g.panel_id', 'in', ids)
    .orderBy('g.panel_id').orderBy('g.indicator').execute();
  return rows.map((row) => ({
    panelId: row.panel_id, indicator: row.indicator, value: JSON.parse(row.value) as PanelValue, reason: row.reason, markId: row.mark_id,
    by: row.agreed_by === null ? null : { id: row.agreed_by, name: row.name ?? '' }, at: row.agreed_at,
  }));
}

export async function insertAgreements(tx: Transaction<Schema>, panelId: number, agreements: readonly (Agreement & { readonly reason: string; readonly markId: number | null })[], by: { userId: string | null; at: string }): Promise<void> {
  await insertMany(tx, 'panel_agreement', agreements.map((one) => ({
    panel_id: panelId, indicator: one.indicator, value: JSON.stringify(one.value), reason: one.reason, mark_id: one.markId, agreed_by: by.userId, agreed_at: by.at,
  })));
}

export async function deleteAgreements(tx: Transaction<Schema>, panelId: number, indicators: readonly string[]): Promise<void> {
  if (indicators.length > 0) await tx.deleteFrom('panel_agreement').where('panel_id', '=', panelId).where('indicator', 'in', indicators).execute();
}

export async function panelDissents(db: Kysely<Schema>, ids: readonly number[]): Promise<StoredDissent[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('panel_dissent as d').leftJoin('auth_user as u', 'u.id', 'd.user_id').selectAll('d').select('u.name').where('d.panel_id', 'in', ids)
    .orderBy('d.panel_id').orderBy('d.indicator').orderBy('d.recorded_at').orderBy('d.user_id').execute();
  return rows.map((row) => ({
    panelId: row.panel_id, indicator: row.indicator, value: JSON.parse(row.value) as PanelValue, reason: row.reason, person: { id: row.user_id, name: row.name ?? '' }, at: row.recorded_at,
  }));
}

export async function insertDissent(tx: Transaction<Schema>, panelId: number, userId: string, dissent: { readonly indicator: string; readonly value: PanelValue; readonly reason: string }, at: string): Promise<void> {
  await insertMany(tx, 'panel_dissent', [{ panel_id: panelId, indicator: dissent.indicator, user_id: userId, value: JSON.stringify(dissent.value), reason: dissent.reason, recorded_at: at }]);
}

export async function deleteDissent(tx: Transaction<Schema>, panelId: number, userId: string, indicator: string): Promise<void> {
  await tx.deleteFrom('panel_dissent').where('panel_id', '=', panelId).where('user_id', '=', userId).where('indicator', '=', indicator).execute();
}
