import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import { IntroductionNetwork, type HandedNetwork } from '#domain/relate/path/introductions.ts';
import { KINDS, SHARED_KINDS, staying, tiesByTime, type SharedTime, type Staying } from '#domain/relate/sharedTimes.ts';
import { lastPeopleChange } from '#storage/relate/networkChanges.ts';
import { networkSize, peopleUpTo, presencesUpTo, sharedTiesUpTo, type TieFacts } from '#storage/relate/networkRows.ts';
import type { Schema } from '#storage/schema.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import { CrowdedPlaces, isCrowd, placeKey, type HandedCrowds } from './crowdedPlaces.ts';
import { KnownPeople, type HandedPeople } from './knownPeople.ts';
import { strengthOfPair } from './pairLines.ts';
import { SharedPairs } from './sharedPairs.ts';

/** The network as it was read, in memory that threads share. */
export interface HandedNow {
  readonly network: HandedNetwork;
  readonly people: HandedPeople;
  readonly crowded: HandedCrowds;
  readonly day: Day;
  /** Up to which event and which change of people everything is in; some of what came later may be. */
  readonly event: number;
  readonly change: number;
}

/** People read at one go. */
const PORTION = 2000;

/** Reads everybody and all that ties them on a day. Takes seconds for a hundred thousand people: `readAside` does it in a thread of its own. `unknown`: what a tie of unknown strength counts; null: it is not used. */
export async function readNetwork(db: Kysely<Schema>, day: Day, unknown: number | null): Promise<HandedNow> {
  const [event, change] = [await lastEventId(db), await lastPeopleChange(db)];
  const { people: highest } = await networkSize(db);
  const people = new KnownPeople();
  const team: number[] = [];
  for await (const some of portions(highest, (after, upTo) => peopleUpTo(db, after, upTo))) {
    for (const person of some) {
      people.set(person);
      if (people.isOneOfUs(person.id)) team.push(person.id);
    }
  }
  const { crowded, pairs } = await readPlaces(db, highest, day);
  const ties = { a: [] as number[], b: [] as number[], strength: [] as number[] };
  const tie = (a: number, b: number, told: readonly TieFacts[], shared: readonly SharedTime[]): void => {
    if (!people.isShared(a) || !people.isShared(b)) return;
    const strength = strengthOfPair(told, shared, day, unknown);
    if (strength === 0) return;
    ties.a.push(a);
    ties.b.push(b);
    ties.strength.push(strength);
  };
  // Both are in the order of the pairs: each pair is met once, with all there is of it.
  for await (const some of portions(highest, (after, upTo) => sharedTiesUpTo(db, after, upTo))) {
    for (let first = 0, next = 0; first < some.length; first = next) {
      const { person_a: a, person_b: b } = some[first]!;
      while (next < some.length && some[next]!.person_b === b && some[next]!.person_a === a) next++;
      while (pairs.a < a || (pairs.a === a && pairs.b < b)) tie(pairs.a, pairs.b, [], pairs.take());
      tie(a, b, some.slice(first, next), pairs.a === a && pairs.b === b ? pairs.take() : []);
    }
  }
  while (pairs.a < Infinity) tie(pairs.a, pairs.b, [], pairs.take());
  const network = new IntroductionNetwork({ people: highest + 1, ties, team, shared: true });
  return { network: network.handOver(), people: people.handOver(), crowded: crowded.handOver(), day, event, change };
}

/** Where people were: the crowded places, and of the others all pairs that shared a time there. */
async function readPlaces(db: Kysely<Schema>, highest: number, day: Day): Promise<{ crowded: CrowdedPlaces; pairs: SharedPairs }> {
  const places = new Map<string, Staying[]>();
  for await (const some of portions(highest, (after, upTo) => presencesUpTo(db, after, upTo))) {
    for (const one of some) {
      const key = placeKey(one);
      // One text for all who were there: names that are one and the same are compared at once.
      push(places, key, staying({ ...one, place: places.get(key)?.[0]!.place ?? one.place }, day));
    }
  }
  const crowded = new CrowdedPlaces();
  const pairs = new SharedPairs();
  for (const [key, there] of places) {
    const who = new Set(there.map((one) => one.person));
    if (isCrowd(there[0]!.kind, who.size)) {
      crowded.set(key, [...who]);
      continue;
    }
    const kind = SHARED_KINDS.indexOf(KINDS[there[0]!.kind]);
    for (let n = 0; n < there.length; n++) {
      const one = there[n]!;
      for (let m = n + 1; m < there.length; m++) if (tiesByTime(one, there[m]!)) pairs.add(one.person, there[m]!.person, kind, Math.min(one.until, there[m]!.until));
    }
  }
  pairs.settle(highest);
  return { crowded, pairs };
}

async function* portions<T>(highest: number, read: (after: number, upTo: number) => Promise<readonly T[]>): AsyncGenerator<readonly T[]> {
  for (let after = 0; after < highest; after += PORTION) yield await read(after, after + PORTION);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const some = map.get(key);
  if (some) some.push(value);
  else map.set(key, [value]);
}
