import { Refusal } from '#domain/refusal.ts';
import { checkModel } from '#domain/select/checkModel.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { activeModelId, insertModelVersion, setActiveModel } from '#storage/select/models.ts';
import { act, type Context } from '../act.ts';
import { ensureTemplate } from './ensureTemplate.ts';
import { scorePortfolio } from './scorePortfolio.ts';

/**
 * Publishes the next version of a score model; from then on it never changes. With `activate` everybody is scored by it before this
 * resolves. Refuses (invalid) with the path of every weight level that does not add to 100, every key used twice and the like.
 */
export async function publishModel(context: Context, model: ScoreModel, note: string, activate: boolean): Promise<{ id: number; version: number; event: number }> {
  await ensureTemplate(context.store, context.now());
  const by = { userId: context.actor.id, at: context.now().toISOString() };
  const { answer, eventIds } = await act(context, 'publishModel', async (tx) => {
    const faults = checkModel(model);
    if (faults.length > 0) {
      throw new Refusal('invalid', faults[0]!.message, { fields: faults.map((fault) => ({ ...fault, path: `model.${fault.path}` })) });
    }
    const activeBefore = await activeModelId(tx);
    const made = await insertModelVersion(tx, model, note, by);
    if (activate) await setActiveModel(tx, made.id, by);
    return { answer: made, events: [{ verb: 'modelPublished', payload: { versionId: made.id, version: made.version, note, activeBefore: activate ? activeBefore : null, name: model.name } }] };
  });
  if (activate) await scorePortfolio(context);
  return { ...answer, event: eventIds[0]! };
}
