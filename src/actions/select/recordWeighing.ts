import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { levelOf, type LevelKey } from '#domain/select/weigh/level.ts';
import { combined, combineFaults, weigh, weighingFaults, type StoredWeighing, type WeighingInput, type WeighingResult } from '#domain/select/weigh/weighing.ts';
import type { NewEvent } from '#domain/trust/events.ts';
import { listModelVersions, readModel } from '#storage/select/models.ts';
import { insertWeighing, weighingsById } from '#storage/select/weighings.ts';
import type { Schema } from '#storage/schema.ts';
import { act, type Context } from '../act.ts';

/** What a person entered for which level, and why. */
export interface GivenWeighing { readonly level: LevelKey; readonly note: string; readonly input: WeighingInput }

/**
 * Records how the weights of one level of a model version were found (S6): who, by which method, from what, with what result, which is computed
 * here and never taken from the caller. It changes no model: the weights go into a draft, and publishing makes them count.
 * Refuses (not_found) a version that is not there, (invalid) a level or item it does not have, what is off the scale, and comparisons that
 * leave items unconnected, each with its path.
 */
export async function recordWeighing(context: Context, versionId: number, given: GivenWeighing): Promise<{ id: number; event: number; result: WeighingResult }> {
  const by = { userId: context.actor.id, at: context.now().toISOString() };
  const { answer, eventIds } = await act(context, 'publishModel', async (tx) => {
    const stored = await readModel(tx, versionId);
    const [row] = stored ? await listModelVersions(tx, versionId) : [];
    if (!stored || !row) throw new Refusal('not_found', 'There is no such version of a score model.', { reason: 'model' });
    const level = levelOf(stored.model, given.level);
    if (!level) throw new Refusal('invalid', 'The model has no such level.', { fields: [{ path: 'level', reason: 'unknown_level', message: 'The model has no such level.' }] });
    const items = level.items.map((item) => item.key);
    const input = await completed(tx, items, { modelKey: row.model_key, level: given.level }, given.input);
    const fields = weighingFaults(items, input);
    if (fields.length > 0) throw new Refusal('invalid', fields.map((field) => field.message).join(' '), { fields });
    const result = weigh(items, input);
    const id = await insertWeighing(tx, { versionId, level: given.level, input, result, note: given.note }, by);
    return { answer: { id, result }, events: [weighedEvent({ id, versionId, version: stored.version, level: given.level, input, result }, false)] };
  });
  return { ...answer, event: eventIds[0]! };
}

/** With the pairs of those it combines, where it combines. */
async function completed(tx: Transaction<Schema>, items: readonly string[], place: { modelKey: string; level: LevelKey }, input: WeighingInput): Promise<WeighingInput> {
  if (input.method !== 'ahp' || !input.of) return input;
  if (input.pairs.length > 0) throw new Refusal('invalid', 'Give pairs of your own or weighings to combine, not both.', { fields: [{ path: 'pairs', reason: 'either_or', message: 'Give pairs of your own or weighings to combine, not both.' }] });
  const found = await weighingsById(tx, input.of);
  const fields = combineFaults(items, place, input.of, found);
  if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });
  return { ...input, pairs: combined(items, found) };
}

/** What a weighing leaves in the audit, when it is made and when it is withdrawn. */
export function weighedEvent(weighing: Pick<StoredWeighing, 'id' | 'versionId' | 'version' | 'level' | 'input' | 'result'>, withdrawn: boolean): NewEvent {
  const { id: weighingId, versionId, version, level, input, result } = weighing;
  return { verb: 'weighed', payload: { weighingId, versionId, version, level, method: input.method, cr: result.ahp?.cr ?? null, withdrawn } };
}
