import { Refusal } from '#domain/refusal.ts';
import { activeModelId, readModel, setActiveModel } from '#storage/select/models.ts';
import { act, type Context } from '../act.ts';
import { scorePortfolio } from './scorePortfolio.ts';

/** Scores everybody by another published version. Refuses (not_found) when there is none of that id. */
export async function activateModel(context: Context, id: number): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'publishModel', async (tx) => {
    const stored = await readModel(tx, id);
    if (!stored) throw new Refusal('not_found', 'There is no such version of a score model.', { reason: 'model' });
    const activeBefore = await activeModelId(tx);
    await setActiveModel(tx, id, { userId: context.actor.id, at: context.now().toISOString() });
    return { answer: null, events: [{ verb: 'modelActivated', payload: { versionId: id, activeBefore, version: stored.version, name: stored.model.name } }] };
  });
  await scorePortfolio(context);
  return { event: eventIds[0]! };
}
