import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { assessorOf, type Assessor } from '#domain/select/panel/panel.ts';
import type { PanelNamed } from '#domain/trust/events.ts';
import type { Permission } from '#domain/trust/permissions.ts';
import type { Schema } from '#storage/schema.ts';
import { readModel } from '#storage/select/models.ts';
import { findPanel, lockPanel, type StoredPanel } from '#storage/select/panels.ts';
import { viewerOf, type Actor } from '../../act.ts';
import { accountFor } from '../accountFor.ts';

/**
 * The panel an actor wants to change, held until the transaction ends. Not there and not theirs to see read the same; its account must
 * be within the permission. Closed and cancelled ones change no more (conflict), but where the change itself takes that back.
 */
export async function panelFor(tx: Transaction<Schema>, actor: Actor, permission: Permission, id: number, { closed = false, cancelled = false } = {}): Promise<StoredPanel> {
  await lockPanel(tx, id);
  const panel = await findPanel(tx, viewerOf(actor), id);
  if (!panel) throw new Refusal('not_found', 'There is no such panel on a customer that you may see.', { reason: 'panel' });
  await accountFor(tx, actor, permission, panel.accountId);
  if (panel.cancelledAt !== null && !cancelled) throw new Refusal('conflict', 'This panel has been cancelled.', { reason: 'panel_cancelled' });
  if (panel.closedAt !== null && !closed) throw new Refusal('conflict', 'This panel is closed.', { reason: 'panel_closed' });
  return panel;
}

/** The actor's place among the assessors. Refuses (forbidden) those who were not invited. */
export function placeIn(panel: StoredPanel, actor: Actor): Assessor {
  const place = assessorOf(panel, actor.id);
  if (!place) throw new Refusal('forbidden', 'You are not among the assessors of this panel.', { reason: 'not_assessor' });
  return place;
}

/** The same for what only those may do who are still to submit: refuses (conflict) who has submitted or declined. */
export function pendingPlaceIn(panel: StoredPanel, actor: Actor): Assessor {
  const place = placeIn(panel, actor);
  if (place.submittedAt !== null) throw new Refusal('conflict', 'Your marks are in and stand.', { reason: 'panel_submitted' });
  if (place.declinedAt !== null) throw new Refusal('conflict', 'You have declined. Take that back first.', { reason: 'panel_declined' });
  return place;
}

/** The version whose scales the panel uses; published versions are never removed. */
export async function modelOf(tx: Transaction<Schema>, panel: StoredPanel): Promise<ScoreModel> {
  return (await readModel(tx, panel.modelVersionId))!.model;
}

export const named = (panel: StoredPanel): PanelNamed => ({ panelId: panel.id, question: panel.question });
