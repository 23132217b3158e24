import type { Kysely } from 'kysely';
import { peopleAtPlace, presencesOf } from '#storage/relate/networkRows.ts';
import type { Schema } from '#storage/schema.ts';
import { CrowdedPlaces, placeKey, placeOfKey } from './crowdedPlaces.ts';

/** Which of the places that pairs share are crowded, counted for this question: for who has no network at hand. */
export async function countCrowds(db: Kysely<Schema>, pairs: readonly (readonly [number, number])[]): Promise<CrowdedPlaces> {
  const presences = await presencesOf(db, [...new Set(pairs.flat())], null);
  const crowded = new CrowdedPlaces();
  for (const [key, there] of Map.groupBy(presences, placeKey)) {
    if (there.length < 2) continue;
    const { kind, place } = placeOfKey(key);
    crowded.set(key, await peopleAtPlace(db, kind, place));
  }
  return crowded;
}
