import { Refusal } from '#domain/refusal.ts';
import { setAssessors } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { accountFor } from '../accountFor.ts';
import { named, panelFor, pendingPlaceIn, placeIn } from './panelFor.ts';

/**
 * Declines to assess, or comes back (`declined` false) as long as entry is not closed: nobody comes back once they could have been
 * shown marks. `userId`: for whom it is taken back, when an administrator undoes another person's declining.
 */
export async function declinePanel(context: Context, id: number, declined: boolean, userId: string | null = context.actor.id): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'markAccount', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'markAccount', id);
    if (userId !== context.actor.id) await accountFor(tx, context.actor, 'openPanel', panel.accountId);
    const place = declined ? pendingPlaceIn(panel, context.actor) : placeIn(panel, { ...context.actor, id: userId });
    if (!declined && panel.entryClosedAt !== null) throw new Refusal('conflict', 'Entry is closed: the marks have been shown.', { reason: 'panel_entry_closed' });
    if (!declined && place.declinedAt === null) throw new Refusal('conflict', 'There is no declining to take back.', { reason: 'not_declined' });
    await setAssessors(tx, id, [place.userId], { declined_at: declined ? context.now().toISOString() : null });
    return { answer: null, events: [{ verb: 'panelDeclined', accountId: panel.accountId, payload: { ...named(panel), userIds: [place.userId], declined } }] };
  });
  return { event: eventIds[0]! };
}
