import { Refusal } from '#domain/refusal.ts';
import { setWeighingWithdrawn, weighingsById } from '#storage/select/weighings.ts';
import { act, type Context } from '../act.ts';
import { weighedEvent } from './recordWeighing.ts';

/** Withdraws a weighing, or lets it count again; it stays as history. Weights taken from it stay where they are. Refuses (not_found) when there is none of that id. */
export async function withdrawWeighing(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  const at = context.now().toISOString();
  const { eventIds } = await act(context, 'publishModel', async (tx) => {
    const [weighing] = await weighingsById(tx, [id]);
    if (!weighing) throw new Refusal('not_found', 'There is no such weighing.', { reason: 'weighing' });
    await setWeighingWithdrawn(tx, id, withdrawn ? at : null);
    return { answer: null, events: [weighedEvent(weighing, withdrawn)] };
  });
  return { event: eventIds[0]! };
}
