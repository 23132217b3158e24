import { onSnapshot } from '#storage/dialect.ts';
import { checkStore, repairStore, type Finding } from '#storage/storeCheck.ts';
import type { Context } from './act.ts';
import { scorePortfolio } from './select/scorePortfolio.ts';

/** Recomputes the sums, search terms and the like that the store keeps, and tells what differs; changes nothing. */
export async function examine(context: Pick<Context, 'store'>): Promise<Finding[]> {
  return await onSnapshot(context.store.read, checkStore);
}

/** Makes again what differs from its source, then scores everybody; gives what is still wrong (a damaged file, lost lines). */
export async function repair(context: Context): Promise<Finding[]> {
  await context.store.transaction(repairStore);
  await scorePortfolio(context);
  return await examine(context);
}
