import { Refusal } from '#domain/refusal.ts';
import { phaseOf } from '#domain/select/panel/panel.ts';
import { panelAgreements } from '#storage/select/panelOutcomes.ts';
import { hasOpenPanel, setPanelState } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { named, panelFor } from './panelFor.ts';

/**
 * Closes a panel: what was agreed stands, what was not stays open. Or opens it again (`closed` false). Refuses (conflict:
 * panel_entry_open) while somebody is awaited, and (panel_open) to open it again beside another.
 */
export async function closePanel(context: Context, id: number, closed: boolean): Promise<{ event: number }> {
  const at = context.now().toISOString();
  const { eventIds } = await act(context, 'openPanel', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'openPanel', id, { closed: !closed });
    if (closed && phaseOf(panel) === 'marking') throw new Refusal('conflict', 'Not everybody has given marks yet. Wait for them, close entry after the due day, or cancel the panel.', { reason: 'panel_entry_open' });
    if (!closed && panel.closedAt !== null && await hasOpenPanel(tx, panel.accountId)) throw anotherOpen();
    await setPanelState(tx, id, { closed_at: closed ? at : null, closed_by: closed ? context.actor.id : null, ...(closed && panel.entryClosedAt === null ? { entry_closed_at: at } : {}) });
    return { answer: null, events: [{ verb: 'panelClosed', accountId: panel.accountId, payload: { ...named(panel), closed } }] };
  });
  return { event: eventIds[0]! };
}

/**
 * Cancels an open panel: nothing of it counts, and who was blind stays blind. Or takes that back. Refuses (conflict: panel_agreed)
 * once something was agreed: then it is closed instead.
 */
export async function cancelPanel(context: Context, id: number, cancelled: boolean): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'openPanel', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'openPanel', id, { cancelled: !cancelled });
    if (cancelled && (await panelAgreements(tx, [id])).length > 0) throw new Refusal('conflict', 'Something is agreed on already. Close the panel instead.', { reason: 'panel_agreed' });
    if (!cancelled && await hasOpenPanel(tx, panel.accountId)) throw anotherOpen();
    await setPanelState(tx, id, { cancelled_at: cancelled ? context.now().toISOString() : null });
    return { answer: null, events: [{ verb: 'panelCancelled', accountId: panel.accountId, payload: { ...named(panel), cancelled } }] };
  });
  return { event: eventIds[0]! };
}

const anotherOpen = () => new Refusal('conflict', 'This customer has an open panel already. Close it or cancel it first.', { reason: 'panel_open' });
