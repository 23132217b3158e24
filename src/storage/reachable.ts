import { sql } from 'kysely';
import type { Store } from './connect.ts';

/** Whether the store answers a trivial question within `ms` milliseconds. */
export async function isReachable(store: Store, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, ms, false)));
  const asked = sql`select 1`.execute(store.read).then(() => true, () => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
