import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import { pairKey, pairOf } from '#domain/relate/pairKey.ts';
import { IntroductionNetwork, type HandedNetwork } from '#domain/relate/path/introductions.ts';
import { sharedTime, sharedTimes, type Presence } from '#domain/relate/sharedTimes.ts';
import { lastPeopleChange } from '#storage/relate/networkChanges.ts';
import { networkSize, peopleUpTo, presencesUpTo, sharedTiesUpTo, type TieFacts } from '#storage/relate/networkRows.ts';
import type { Schema } from '#storage/schema.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import { CrowdedPlaces, isCrowd, placeKey, type HandedCrowds } from './crowdedPlaces.ts';
import { KnownPeople, type HandedPeople } from './knownPeople.ts';
import { strengthOfPair } from './pairLines.ts';

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
  const { crowded, presences, pairs } = await readPlaces(db, highest, day);
  const ties = { a: [] as number[], b: [] as number[], strength: [] as number[] };
  const tie = (told: readonly TieFacts[], key: number, shared: boolean): void => {
    const [a, b] = pairOf(key);
    if (!people.isShared(a) || !people.isShared(b)) return;
    const strength = strengthOfPair(told, shared ? sharedTimes(presences.get(a)!, presences.get(b)!, day) : [], day, unknown);
    if (strength === 0) return;
    ties.a.push(a);
    ties.b.push(b);
    ties.strength.push(strength);
  };
  // Both are in the order of the pairs: each pair is met once, with all there is of it.
  let at = 0;
  for await (const some of portions(highest, (after, upTo) => sharedTiesUpTo(db, after, upTo))) {
    for (let first = 0, next = 0; first < some.length; first = next) {
      const key = pairKey(some[first]!.person_a, some[first]!.person_b);
      while (next < some.length && pairKey(some[next]!.person_a, some[next]!.person_b) === key) next++;
      for (; at < pairs.length && pairs[at]! < key; at++) tie([], pairs[at]!, true);
      const both = at < pairs.length && pairs[at] === key;
      if (both) at++;
      tie(some.slice(first, next), key, both);
    }
  }
  for (; at < pairs.length; at++) tie([], pairs[at]!, true);
  const network = new IntroductionNetwork({ people: highest + 1, ties, team, shared: true });
  return { network: network.handOver(), people: people.handOver(), crowded: crowded.handOver(), day, event, change };
}

/** Where people were: the crowded places, and of the others all pairs that shared a time there, each once, in their order. */
async function readPlaces(db: Kysely<Schema>, highest: number, day: Day): Promise<{ crowded: CrowdedPlaces; presences: Map<number, Presence[]>; pairs: Float64Array }> {
  const places = new Map<string, Presence[]>();
  for await (const some of portions(highest, (after, upTo) => presencesUpTo(db, after, upTo))) for (const one of some) push(places, placeKey(one), one);
  const crowded = new CrowdedPlaces();
  const presences = new Map<number, Presence[]>();
  const pairs: number[] = [];
  for (const [key, there] of places) {
    const who = new Set(there.map((one) => one.person));
    if (isCrowd(there[0]!.kind, who.size)) {
      crowded.set(key, [...who]);
      continue;
    }
    for (let n = 0; n < there.length; n++) {
      for (let other = n + 1; other < there.length; other++) if (sharedTime(there[n]!, there[other]!, day)) pairs.push(pairKey(there[n]!.person, there[other]!.person));
    }
    if (who.size > 1) for (const one of there) push(presences, one.person, one);
  }
  const sorted = Float64Array.from(pairs).sort();
  return { crowded, presences, pairs: sorted.filter((key, n) => n === 0 || key !== sorted[n - 1]) };
}

async function* portions<T>(highest: number, read: (after: number, upTo: number) => Promise<readonly T[]>): AsyncGenerator<readonly T[]> {
  for (let after = 0; after < highest; after += PORTION) yield await read(after, after + PORTION);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const some = map.get(key);
  if (some) some.push(value);
  else map.set(key, [value]);
}
