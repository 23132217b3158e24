import type { Kysely } from 'kysely';
import { addDays, type Day, utcDay } from '#domain/day.ts';
import { DECLINE_HOLDS_DAYS } from '#domain/relate/introduction.ts';
import { mapOn, type MapMark } from '#domain/relate/map/mapOn.ts';
import type { MapEvidence } from '#domain/relate/map/scales.ts';
import { pairKey } from '#domain/relate/pairKey.ts';
import { pairTie, wayWorth, type PairTie } from '#domain/relate/pairTie.ts';
import type { Diversity } from '#domain/relate/path/search.ts';
import { askedOf, loadOf, stancesOf } from '#storage/relate/introductions.ts';
import { colleagueRow, peopleSeen, type PersonRow } from '#storage/relate/people.ts';
import type { Schema } from '#storage/schema.ts';
import { openAccesses } from '#storage/trust/members.ts';
import { viewerOf, type Context } from '../../act.ts';
import { personFor } from '../personFor.ts';
import { networkOf, UNKNOWN_COUNTS } from './networks.ts';
import type { KnownLine } from './pairLines.ts';

export interface WaysWanted {
  readonly k: number;
  readonly hops: number;
  readonly diversity: Diversity;
  /** Only ways that start with oneself. */
  readonly mine: boolean;
  /** Also over ties of unknown strength. */
  readonly unknown: boolean;
}
export interface Hop extends PairTie {
  readonly from: number;
  readonly to: number;
  readonly known: readonly KnownLine[];
  /** What it counts in the product: its strength, or that of the unknown where those are asked for. */
  readonly counted: number;
}
export interface Connector { readonly userId: string | null; readonly personId: number; /** Requests still open with them. */ readonly open: number }
export interface Way {
  readonly people: readonly number[];
  readonly hops: readonly Hop[];
  readonly product: number;
  /** Number of the weakest hop. */
  readonly weakest: number;
  readonly worth: number;
  /** Who would be asked; null: we know the person ourselves. */
  readonly connector: Connector | null;
}
export interface Ways {
  readonly target: PersonRow;
  readonly asOf: Day;
  readonly ways: readonly Way[];
  readonly people: ReadonlyMap<number, PersonRow>;
  /** How many people were left out: they are opposed on an open map of the customer, or declined the same request of this asker. */
  readonly avoided: { readonly opposed: number; readonly declined: number };
  /** Whether the person wanted is opposed to us themselves. */
  readonly opposed: boolean;
}

/**
 * The best ways from us to a person, each hop with what is known of it to the asker. Around people who are opposed on an open power map of
 * the person's customer, and around who declined to introduce this asker before. Refuses (not_found: person) whom the asker may not see.
 */
export async function findWays(context: Context, targetId: number, wanted: WaysWanted): Promise<Ways> {
  const db = context.store.read;
  const viewer = viewerOf(context.actor, 'readPeople');
  const asOf = utcDay(context.now());
  const target = await personFor(db, context.actor, 'readPeople', targetId);
  const opposed = target.account_id === null ? new Set<number>() : await opposedAt(context, target.account_id, asOf);
  const declined = context.actor.id === null ? new Set<number>() : await declinedTo(context, context.actor.id, target.id, asOf);
  const me = context.actor.id === null ? undefined : await colleagueRow(db, context.actor.id);
  const banned = [...opposed, ...declined].filter((id) => id !== target.id && id !== me?.id);
  const from = wanted.mine ? { from: me ? [me.id] : [] } : {};
  const network = networkOf(context.store, wanted.unknown);
  const found = await network.ways(viewer, target.id, asOf, { k: wanted.k, hops: wanted.hops, diversity: wanted.diversity, banned, ...from });
  const hops = await hopsOf(context, found.map((way) => way.people), asOf, wanted.unknown);
  const people = new Map((await peopleSeen(db, viewer, [...new Set(found.flatMap((way) => way.people))])).map((person) => [person.id, person]));
  const open = await openAmong(db, people);
  const asked = found.map((way) => connectorOf(way.people, people, open, me?.id));
  const load = await loadOf(db, asked.flatMap((one) => one?.userId ?? []), asked.flatMap((one) => (one && one.userId === null ? [one.personId] : [])));
  const ways = found.flatMap((way, n): Way[] => {
    // Changed between the search and the reading: it is not shown without its evidence.
    if (hops[n]!.some((hop) => hop.known.length === 0) || way.people.some((id) => !people.has(id))) return [];
    const strengths = hops[n]!.map((hop) => hop.counted);
    const one = asked[n]!;
    return [{
      people: way.people, hops: hops[n]!, product: strengths.reduce((product, strength) => product * strength, 1), weakest: strengths.reduce((least, strength, at) => (least < 0 || strength < strengths[least]! ? at : least), -1), worth: wayWorth(strengths),
      connector: one && { ...one, open: (one.userId === null ? load.people.get(one.personId) : load.users.get(one.userId)) ?? 0 },
    }];
  });
  return { target, asOf, ways, people, avoided: { opposed: [...opposed].filter((id) => id !== target.id).length, declined: declined.size }, opposed: opposed.has(target.id) };
}

/** The hops of ways with what is known of each to the asker; a hop of which nothing is known has no lines. */
export async function hopsOf(context: Context, ways: readonly (readonly number[])[], asOf: Day, unknown: boolean): Promise<Hop[][]> {
  const pairs = new Map(ways.flatMap((people) => people.slice(1).map((to, n): [number, readonly [number, number]] => [pairKey(people[n]!, to), [people[n]!, to]])));
  const lines = await networkOf(context.store, unknown).lines(viewerOf(context.actor, 'readPeople'), [...pairs.values()], asOf);
  return ways.map((people) => people.slice(1).map((to, n): Hop => {
    const known = lines.get(pairKey(people[n]!, to)) ?? [];
    const tie = pairTie(known.map((one) => one.line), asOf);
    return { ...tie, from: people[n]!, to, known, counted: tie.strength ?? (unknown ? UNKNOWN_COUNTS : 0) };
  }));
}

/** Users among these people who can sign in. */
export const openAmong = async (db: Kysely<Schema>, people: ReadonlyMap<number, PersonRow>): Promise<Set<string>> => new Set(await openAccesses(db, [...people.values()].flatMap((person) => person.user_id ?? [])));

/**
 * Who is asked for the favour: the colleague at the start; where that is oneself, the next on the way. Null where nobody is between. `open`: users who can sign in; a
 * colleague who has left is asked outside of here.
 */
export function connectorOf(way: readonly number[], people: ReadonlyMap<number, PersonRow>, open: ReadonlySet<string>, me: number | undefined): Omit<Connector, 'open'> | null {
  const [first, second] = way;
  if (first === undefined || second === undefined) return null;
  const asked = (personId: number) => {
    const userId = people.get(personId)?.user_id ?? null;
    return { userId: userId !== null && open.has(userId) ? userId : null, personId };
  };
  if (first !== me) return asked(first);
  return way.length === 2 ? null : asked(second);
}

async function opposedAt(context: Context, accountId: number, asOf: Day): Promise<Set<number>> {
  const { members, marks } = await stancesOf(context.store.read, accountId);
  const opposed = new Set<number>();
  for (const [map, there] of Map.groupBy(members, (member) => member.map_id)) {
    const history = {
      members: there.map((row) => ({ person: row.person_id, joinedOn: row.joined_on, leftOn: row.left_on })), lines: [],
      marks: marks.filter((mark) => mark.map_id === map).map((row): MapMark => ({ id: row.id, person: row.person_id, field: 'stance', value: row.value, evidence: row.evidence as MapEvidence, observedOn: row.observed_on, note: '' })),
    };
    for (const person of mapOn(history, asOf).people) if (person.stance.value === 'opposed') opposed.add(person.person);
  }
  return opposed;
}

async function declinedTo(context: Context, userId: string, targetId: number, asOf: Day): Promise<Set<number>> {
  const since = addDays(asOf, -DECLINE_HOLDS_DAYS);
  const rows = (await askedOf(context.store.read, userId, targetId)).filter((row) => row.state === 'declined' && row.recorded_at.slice(0, 10) >= since && row.connector_id !== null);
  return new Set(rows.map((row) => row.connector_id!));
}
