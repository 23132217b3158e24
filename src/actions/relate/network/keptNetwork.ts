import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import { pairKey, pairOf } from '#domain/relate/pairKey.ts';
import { pairTie } from '#domain/relate/pairTie.ts';
import { IntroductionNetwork, type Introduction, type Wanted } from '#domain/relate/path/introductions.ts';
import { costStrength } from '#domain/relate/path/cost.ts';
import { MOST_AT_ONE_PLACE, sharedTime, type Presence, type SharedTime } from '#domain/relate/sharedTimes.ts';
import {
  accountsOfTeam, everyPerson, everySharedTie, lastPeopleChange, networkPeople, peopleAtPlaces, peopleChangedAfter, presencesOf, privateOf, tiesById, tiesOfPeople, uprooted, type NetworkPerson,
} from '#storage/relate/networkRows.ts';
import type { TieTable } from '#storage/relate/relateTables.ts';
import type { Schema } from '#storage/schema.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import { knownLines, linesOfPairs, type Crowded, type KnownLine } from './pairLines.ts';

/** More changed rows than this are read anew with everything: an import of contacts. */
const ONE_BY_ONE = 200;
/** Viewers whose reach and private ties are remembered. */
const REMEMBERED = 50;

interface Seen { readonly stamp: string; readonly banned: ReadonlySet<number>; readonly own: readonly (readonly [number, number, number])[] }

/**
 * The network of everybody as it is now, kept in memory (decision 026) and brought up to date before each answer with what changed since: tie by tie
 * from the log of changes, whole after an import, an erasure or at a new day, for ties fade. Persons have the number of their row. What is
 * private is never in it: the owner's ties are put in for the owner's question and taken out before anybody else can ask.
 */
export class KeptNetwork {
  private network: IntroductionNetwork | null = null;
  private day: Day = '';
  private event = -1;
  private change = 0;
  private readonly people = new Map<number, NetworkPerson>();
  private crowd = new Map<string, number>();
  private readonly seen = new Map<string, Seen>();
  private turn: Promise<unknown> = Promise.resolve();
  /** What a tie of unknown strength counts; null: it is not used. */
  private readonly unknown: number | null;
  private readonly db: Kysely<Schema>;
  /** Times everything was read; for tests. */
  built = 0;

  constructor(db: Kysely<Schema>, unknown: number | null) {
    this.db = db;
    this.unknown = unknown;
  }

  /** The best ways from any of us to a person, for one viewer: through nobody they may not see, and with their own private ties. */
  async ways(viewer: Viewer, target: number, asOf: Day, { banned = [], from, ...wanted }: Wanted): Promise<Introduction[]> {
    return await this.inTurn(async () => {
      const network = await this.upToDate(asOf);
      const seen = await this.seenBy(viewer, asOf);
      if (target >= network.graph.people || this.people.get(target)?.open !== true || seen.banned.has(target)) return [];
      // No await from here to the end: nobody else's question may find the private ties in.
      const before = seen.own.map(([a, b]) => network.graph.costBetween(a, b));
      try {
        for (const [a, b, strength] of seen.own) network.setTie(a, b, strength);
        return network.introductions(target, { ...wanted, banned: union(seen.banned, banned), ...(from === undefined ? {} : { from }) });
      } finally {
        for (const [n, [a, b]] of seen.own.entries()) network.setTie(a, b, before[n]! < 0 ? 0 : costStrength(before[n]!, network.penalty));
      }
    });
  }

  /** What is known of pairs, to a viewer. */
  async lines(viewer: Viewer, pairs: readonly (readonly [number, number])[], asOf: Day): Promise<Map<number, KnownLine[]>> {
    return await linesOfPairs(this.db, pairs, asOf, viewer.userId, this.crowded);
  }

  private readonly crowded: Crowded = (kind, place) => (this.crowd.get(`${kind} ${place}`) ?? 0) > MOST_AT_ONE_PLACE[kind];

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.turn.then(work, work);
    this.turn = run.catch(() => {});
    return run;
  }

  private async upToDate(asOf: Day): Promise<IntroductionNetwork> {
    const event = await lastEventId(this.db);
    if (this.network !== null && event === this.event && asOf === this.day) return this.network;
    const change = await lastPeopleChange(this.db);
    const whole = this.network === null || asOf !== this.day || await uprooted(this.db, this.event);
    const rows = whole ? [] : await peopleChangedAfter(this.db, this.change, ONE_BY_ONE + 1);
    this.day = asOf;
    if (whole || rows.length > ONE_BY_ONE || !(await this.takeIn(this.network!, rows))) this.network = await this.build();
    this.change = change;
    this.event = event;
    return this.network!;
  }

  private async build(): Promise<IntroductionNetwork> {
    this.built++;
    this.people.clear();
    for await (const some of everyPerson(this.db)) for (const person of some) this.people.set(person.id, person);
    const ties = new Map<number, TieTable[]>();
    for await (const some of everySharedTie(this.db)) for (const tie of some) push(ties, pairKey(tie.person_a, tie.person_b), tie);
    const shared = new Map<number, SharedTime[]>();
    this.crowd = new Map();
    for (const [place, there] of Map.groupBy(await presencesOf(this.db, null, null), (one) => `${one.kind} ${one.place}`)) {
      const count = new Set(there.map((one) => one.person)).size;
      this.crowd.set(place, count);
      if (count > MOST_AT_ONE_PLACE[there[0]!.kind]) continue;
      for (const [n, one] of there.entries()) for (const other of there.slice(n + 1)) {
        const both = sharedTime(one, other, this.day);
        if (!both) continue;
        const known = shared.get(pairKey(one.person, other.person)) ?? [];
        // Twice at one place: the later time counts.
        shared.set(pairKey(one.person, other.person), [...known.filter((old) => old.kind !== both.kind || old.place !== both.place || (old.to ?? '') > (both.to ?? '')), ...(known.some((old) => old.kind === both.kind && old.place === both.place && (old.to ?? '') > (both.to ?? '')) ? [] : [both])]);
      }
    }
    const columns = { a: [] as number[], b: [] as number[], strength: [] as number[] };
    for (const key of new Set([...ties.keys(), ...shared.keys()])) {
      const [a, b] = pairOf(key);
      const strength = this.mayBeTied(a, b) ? this.strengthOf(knownLines(ties.get(key) ?? [], shared.get(key) ?? [], this.day)) : 0;
      if (strength === 0) continue;
      columns.a.push(a);
      columns.b.push(b);
      columns.strength.push(strength);
    }
    const highest = Math.max(0, ...[...this.people.keys()].slice(-1));
    return new IntroductionNetwork({ people: highest + 1, ties: columns, team: [...this.people.values()].filter(isOneOfUs).map((person) => person.id) });
  }

  /** Takes single changes in. False where that is not to be had, and everything must be read anew. */
  private async takeIn(network: IntroductionNetwork, rows: readonly { noun: string; id: number; person: number }[]): Promise<boolean> {
    const ties = await tiesById(this.db, rows.filter((row) => row.noun === 'tie').map((row) => row.id));
    const whole = [...new Set(rows.flatMap((row) => (row.noun === 'person' ? [row.id] : row.noun === 'person_item' ? [row.person] : [])))];
    const touched = [...new Set([...whole, ...ties.flatMap((tie) => [tie.person_a, tie.person_b])])];
    for (const person of await networkPeople(this.db, touched)) {
      if (person.id >= network.graph.people) network.addPeople(person.id + 1 - network.graph.people);
      const [was, is] = [isOneOfUs(this.people.get(person.id)), isOneOfUs(person)];
      this.people.set(person.id, person);
      if (is && !was) network.join(person.id);
      if (was && !is) network.leave(person.id);
    }
    const pairs = new Map(ties.map((tie) => [pairKey(tie.person_a, tie.person_b), [tie.person_a, tie.person_b] as [number, number]]));
    for (const person of whole) {
      if (person >= network.graph.people) continue;
      const places = [...new Set((await presencesOf(this.db, [person], null)).map((one) => one.place))];
      if (!(await this.countAgain(places))) return false;
      const { start, degree, to } = network.graph;
      const others = [...to.subarray(start[person]!, start[person]! + degree[person]!), ...(await tiesOfPeople(this.db, [person], null)).map((tie) => (tie.person_a === person ? tie.person_b : tie.person_a)), ...await peopleAtPlaces(this.db, places, null)];
      for (const other of others) if (other !== person && this.people.has(other)) pairs.set(pairKey(person, other), [person, other]);
    }
    const lines = await linesOfPairs(this.db, [...pairs.values()], this.day, null, this.crowded);
    for (const [key, [a, b]] of pairs) network.setTie(a, b, this.mayBeTied(a, b) ? this.strengthOf(lines.get(key) ?? []) : 0);
    return true;
  }

  /** Counts who is at these places. False when one has become too crowded to tie its people, or no longer is. */
  private async countAgain(places: readonly string[]): Promise<boolean> {
    const there = await presencesOf(this.db, await peopleAtPlaces(this.db, places, null), null);
    for (const [key, some] of Map.groupBy(there.filter((one) => places.includes(one.place)), (one) => `${one.kind} ${one.place}`)) {
      const [{ kind, place }] = some as [Presence];
      const was = this.crowded(kind, place);
      this.crowd.set(key, new Set(some.map((one) => one.person)).size);
      if (this.crowded(kind, place) !== was) return false;
    }
    return true;
  }

  /** Whom a viewer may not see, and the strengths that hold for them alone. */
  private async seenBy(viewer: Viewer, asOf: Day): Promise<Seen> {
    const key = `${viewer.scope} ${viewer.userId}`;
    const stamp = `${this.event} ${asOf}`;
    const known = this.seen.get(key);
    if (known?.stamp === stamp) return known;
    const accounts = viewer.scope === 'team' && viewer.userId !== null ? await accountsOfTeam(this.db, viewer.userId) : new Set<number>();
    const hidden = (person: NetworkPerson) => (person.privateTo !== null && person.privateTo !== viewer.userId) || viewer.scope === 'none'
      || (viewer.scope === 'team' && person.accountId !== null && person.privateTo === null && !accounts.has(person.accountId));
    const seen = { stamp, banned: new Set([...this.people.values()].filter(hidden).map((person) => person.id)), own: viewer.userId === null ? [] : await this.ownTies(viewer.userId) };
    if (this.seen.size >= REMEMBERED) this.seen.clear();
    this.seen.set(key, seen);
    return seen;
  }

  private async ownTies(owner: string): Promise<[number, number, number][]> {
    const { ties, people } = await privateOf(this.db, owner);
    const pairs = new Map(ties.map((tie) => [pairKey(tie.person_a, tie.person_b), [tie.person_a, tie.person_b] as [number, number]]));
    const presences = await presencesOf(this.db, people, owner);
    const there = Map.groupBy(await presencesOf(this.db, await peopleAtPlaces(this.db, [...new Set(presences.map((one) => one.place))], owner), owner), (one) => `${one.kind} ${one.place}`);
    for (const one of presences) {
      if (this.crowded(one.kind, one.place)) continue;
      for (const other of there.get(`${one.kind} ${one.place}`) ?? []) if (other.person !== one.person) pairs.set(pairKey(one.person, other.person), [one.person, other.person]);
    }
    const lines = await linesOfPairs(this.db, [...pairs.values()], this.day, owner, this.crowded);
    const open = (id: number) => this.people.get(id)?.open === true && [null, owner].includes(this.people.get(id)!.privateTo);
    return [...pairs.values()].filter(([a, b]) => open(a) && open(b)).map(([a, b]) => [a, b, this.strengthOf(lines.get(pairKey(a, b)) ?? [])]);
  }

  private strengthOf(lines: readonly KnownLine[]): number {
    return lines.length === 0 ? 0 : pairTie(lines.map((one) => one.line), this.day).strength ?? this.unknown ?? 0;
  }

  private mayBeTied(a: number, b: number): boolean {
    return [a, b].every((id) => this.people.get(id)?.open === true && this.people.get(id)!.privateTo === null);
  }
}

const isOneOfUs = (person: NetworkPerson | undefined): boolean => person !== undefined && person.open && person.colleague;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const some = map.get(key);
  if (some) some.push(value);
  else map.set(key, [value]);
}

function union(a: ReadonlySet<number>, b: Iterable<number>): ReadonlySet<number> {
  const more = [...b];
  return more.length === 0 ? a : new Set([...a, ...more]);
}
