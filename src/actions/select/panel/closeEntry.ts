import { Refusal } from '#domain/refusal.ts';
import { mayCloseEntry, pendingOf } from '#domain/select/panel/panel.ts';
import { setAssessors, setPanelState } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { named, panelFor } from './panelFor.ts';

/**
 * Closes the entry of marks for good: past the due day, when who is late counts as declined, or when nobody is awaited any more. Then
 * everybody who may read the account sees the marks. Refuses (conflict) before that (panel_not_due), and a second time.
 */
export async function closeEntry(context: Context, id: number): Promise<{ event: number }> {
  const at = context.now().toISOString();
  const { eventIds } = await act(context, 'openPanel', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'openPanel', id);
    if (panel.entryClosedAt !== null) throw new Refusal('conflict', 'Entry is closed: the marks have been shown.', { reason: 'panel_entry_closed' });
    if (!mayCloseEntry(panel, at.slice(0, 10))) throw new Refusal('conflict', 'Assessors have until the end of the due day.', { reason: 'panel_not_due', params: { day: panel.dueOn } });
    const late = pendingOf(panel).map((one) => one.userId);
    await setAssessors(tx, id, late, { declined_at: at });
    await setPanelState(tx, id, { entry_closed_at: at });
    return { answer: null, events: [{ verb: 'panelEntryClosed', accountId: panel.accountId, payload: { ...named(panel), late } }] };
  });
  return { event: eventIds[0]! };
}
