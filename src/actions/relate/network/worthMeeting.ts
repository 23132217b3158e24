import { utcDay } from '#domain/day.ts';
import { readMap } from '#domain/relate/map/readMap.ts';
import { shownHistory } from '#domain/relate/map/shownHistory.ts';
import { byWorth, worthReaching, type WorthReaching } from '#domain/relate/map/worthReaching.ts';
import { histories, mapPeople } from '#storage/relate/maps.ts';
import { openMaps } from '#storage/relate/openMaps.ts';
import { viewerOf, type Context } from '../../act.ts';
import { findWays, type Ways } from './findWays.ts';

/** Maps that are looked through, the newest first. */
const MAPS = 100;

/** So many ways are looked for, for each that is told: of people whom we know well ourselves there is nothing to tell. */
const TRIED = 5;

export interface Meeting extends WorthReaching { readonly project: { readonly id: number; readonly name: string }; readonly found: Ways }

/**
 * Whom to ask an introduction to next (值得引荐): the people with the largest part of a decision on open power maps whom none of us has met nor knows well, each
 * once, with the best way to them. At most `limit`, in the order of `byWorth`.
 */
export async function worthMeeting(context: Context, limit: number): Promise<Meeting[]> {
  const db = context.store.read;
  const today = utcDay(context.now());
  const maps = await openMaps(db, viewerOf(context.actor, 'readPeople'), MAPS);
  const wanted: Omit<Meeting, 'found'>[] = [];
  for (const [accountId, some] of Map.groupBy(maps, (map) => map.accountId)) {
    const told = await histories(db, accountId, some.map(({ id }) => id));
    const people = new Map((await mapPeople(db, accountId, [...told.values()].flatMap(({ members }) => members.map(({ person }) => person)))).map((person) => [person.id, person]));
    const unnamed = new Set([...people.values()].filter((person) => person.placeholder === 1 || person.restricted_on !== null).map(({ id }) => id));
    for (const { id, projectId, project } of some) {
      const reading = readMap(shownHistory(told.get(id)!, new Set(people.keys())), today);
      wanted.push(...worthReaching(reading, unnamed).map((one) => ({ ...one, project: { id: projectId, name: project } })));
    }
  }
  const once = new Map<number, Omit<Meeting, 'found'>>();
  for (const one of wanted.sort(byWorth)) if (!once.has(one.person)) once.set(one.person, one);
  const meetings: Meeting[] = [];
  for (const one of [...once.values()].slice(0, TRIED * limit)) {
    if (meetings.length === limit) break;
    const found = await findWays(context, one.person, { k: 1, hops: 6, diversity: 'last', mine: false, unknown: false });
    // Where the best way is a tie of our own, one of us calls, whatever this map says of it.
    if (found.ways[0]?.people.length !== 2) meetings.push({ ...one, found });
  }
  return meetings;
}
