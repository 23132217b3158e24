import { DEMO_PERSON_PREFIX } from '#domain/demo/story/people.ts';
import { Refusal } from '#domain/refusal.ts';
import type { PayloadOf } from '#domain/trust/events.ts';
import { demoImports, forgetImports, loadedDemo, putBackSettings, releaseDemoAccounts, removeDemoPeople } from '#storage/demo.ts';
import { act, permit, type Context } from '../act.ts';
import { purgesEnded } from '../select/importing/purge.ts';
import { undoImport } from '../select/importing/undoImport.ts';
import { scorePortfolio } from '../select/scorePortfolio.ts';
import { DEMO_FILES } from './demoFileNames.ts';

/**
 * Takes the demo out: marks, facts, teams, decisions, notes and events on its customers, then its imports as any import is undone, then its
 * people, and its settings where nobody has changed them since. Customers that own imports have brought lines for stay. May be called again
 * after a crash. Refuses (conflict: no_demo) when there is nothing of it.
 */
export async function removeDemo(context: Context): Promise<void> {
  permit(context.actor, 'loadDemo');
  const { store } = context;
  const loaded = await loadedDemo(store.read);
  const importIds = await demoImports(store.read, DEMO_FILES);
  if (!loaded && importIds.length === 0) throw new Refusal('conflict', 'There is no demo to remove.', { reason: 'no_demo' });
  const noted = loaded ? (JSON.parse(loaded.payload) as PayloadOf<'demoLoaded'>) : null;
  if (importIds.length > 0) {
    await store.transaction((tx) => releaseDemoAccounts(tx, importIds, loaded?.at ?? ''));
    // Lines first, then the customers they belong to.
    for (const id of importIds) await (await undoImport(context, id)).ended;
    await purgesEnded(store);
  }
  await act(context, 'loadDemo', async (tx) => {
    await forgetImports(tx, importIds);
    await removeDemoPeople(tx, DEMO_PERSON_PREFIX);
    if (noted?.settings) await putBackSettings(tx, noted.settings.before, noted.settings.after);
    return { answer: null, events: [{ verb: 'demoRemoved', payload: { importIds } }] };
  });
  await scorePortfolio(context);
}
