import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from './api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from './cast.ts';

/**
 * The whole cast and two customers of ours: `mine` is Mo's, with Vera and Cleo in the team; `theirs` is Max's alone, so that Mo, Vera and Cleo must
 * never learn of it. The server runs on the cast's day, or on that of `now`.
 */
export async function twoCustomers(store: Store, now: () => Date = () => NOW): Promise<{ store: Store; api: TestApi; mine: number; theirs: number }> {
  await addPeople(store);
  const [mine, theirs] = await addCompanies(store) as [number, number];
  await giveTo(store, PEOPLE.mo, [mine]);
  await giveTo(store, PEOPLE.max, [theirs]);
  for (const member of [PEOPLE.vera, PEOPLE.cleo]) await giveTo(store, member, [mine], 'member');
  return { store, api: await startApi(store, {}, { now }), mine, theirs };
}
