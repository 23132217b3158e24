import { Refusal } from '#domain/refusal.ts';
import { submitFaults } from '#domain/select/panel/faults.ts';
import { panelMarks, setAssessors } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { modelOf, named, panelFor, pendingPlaceIn } from './panelFor.ts';

/**
 * Submits the actor's marks: from then on they stand, and the actor sees those of the others who have submitted. Nothing takes this
 * back. Refuses (invalid) without any mark, or with a red line that has no reason.
 */
export async function submitPanelMarks(context: Context, id: number): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'markAccount', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'markAccount', id);
    const { userId } = pendingPlaceIn(panel, context.actor);
    const fields = submitFaults(await modelOf(tx, panel), (await panelMarks(tx, [id])).filter((mark) => mark.userId === userId));
    if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });
    await setAssessors(tx, id, [userId], { submitted_at: context.now().toISOString() });
    return { answer: null, events: [{ verb: 'panelSubmitted', accountId: panel.accountId, payload: named(panel) }] };
  });
  return { event: eventIds[0]! };
}
