import { Refusal } from '#domain/refusal.ts';
import { changedSettings, changesScores, checkSettings, type Settings, type SettingsChange } from '#domain/trust/settings.ts';
import { readSettings, writeSettings } from '#storage/trust/settings.ts';
import { act, type Context } from '../act.ts';
import { scorePortfolio } from '../select/scorePortfolio.ts';

/**
 * Changes the given company settings and computes every score again where they depend on what changed. Gives the event's id.
 * Refuses with `invalid` naming every field; a change that changes nothing is recorded as such.
 */
export async function changeSettings(context: Context, change: SettingsChange): Promise<{ event: number }> {
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
  if (answer) await scorePortfolio(context);
  return { event: eventIds[0]! };
}
