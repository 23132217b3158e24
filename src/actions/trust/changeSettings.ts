import { Refusal } from '#domain/refusal.ts';
import { changedSettings, changesScores, checkSettings, type Settings, type SettingsChange } from '#domain/trust/settings.ts';
import { readSettings, writeSettings } from '#storage/trust/settings.ts';
import { act, type Context } from '../act.ts';

/**
 * Changes the given company settings. Gives the event's id and whether scores depend on what changed: the caller then lets
 * them be computed again (this room knows nothing of scores). Refuses with `invalid` naming every field.
 */
export async function changeSettings(context: Context, change: SettingsChange): Promise<{ event: number; rescore: boolean }> {
  const { answer, eventIds } = await act(context, 'changeSettings', async (tx) => {
    const before = await readSettings(tx);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Settings>;
    const after: Settings = { ...before, ...given };
    const fields = checkSettings(after);
    if (fields.length > 0) throw new Refusal('invalid', fields.map((field) => field.message).join(' '), { fields });
    const names = changedSettings(before, after);
    const pick = (from: Settings) => Object.fromEntries(names.map((name) => [name, from[name]]));
    await writeSettings(tx, pick(after), { userId: context.actor.id, at: context.now().toISOString() });
    return { answer: changesScores(names), events: [{ verb: 'settingsChanged', payload: { before: pick(before), after: pick(after) } }] };
  });
  return { event: eventIds[0]!, rescore: answer };
}
