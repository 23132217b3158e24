import { setImmediate as letOthers } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Day } from '#domain/day.ts';
import { pairKey } from '#domain/relate/pairKey.ts';
import { IntroductionNetwork } from '#domain/relate/path/introductions.ts';
import type { Repair } from '#domain/relate/path/changes.ts';
import { formerEnds, lastPeopleChange, peopleAtAccounts, peopleChangedAfter, upheavalAfter, type ChangedRow } from '#storage/relate/networkChanges.ts';
import { networkPeople, peopleAtPlace, peopleAtPlaces, presencesOf, tiesById, tiesOfPeople } from '#storage/relate/networkRows.ts';
import type { Schema } from '#storage/schema.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import { CrowdedPlaces, placeKey, placeOfKey } from './crowdedPlaces.ts';
import { KnownPeople } from './knownPeople.ts';
import { linesOfPairs, strengthOfLines } from './pairLines.ts';
import type { HandedNow } from './readNetwork.ts';

/** More changed rows than this are read anew with everything: an import of contacts. */
const ONE_BY_ONE = 200;
/** Ties taken in at one go, of those that concern few. */
const TOGETHER = 500;

/**
 * How a network stands to what is in the database: it says what a new one would; it says it but for something small (a place that has become crowded, the names
 * of customers), and a new one should be read; or it lacks what came, and must not answer.
 */
export type Standing = 'true' | 'ageing' | 'lacking';

/** The network of one reading, brought up to date tie by tie from the log of changes. What is withdrawn, erased or kept private is out of it at once. */
export class NetworkNow {
  readonly network: IntroductionNetwork;
  readonly people: KnownPeople;
  readonly crowded: CrowdedPlaces;
  readonly day: Day;
  /** Rises with everything that was taken in. */
  version = 0;
  event: number;
  private change: number;
  private standing: Standing = 'true';
  private readonly unknown: number | null;

  constructor({ network, people, crowded, day, event, change }: HandedNow, unknown: number | null) {
    this.network = new IntroductionNetwork(network);
    [this.people, this.crowded, this.day, this.event, this.change, this.unknown] = [new KnownPeople(people), new CrowdedPlaces(crowded), day, event, change, unknown];
  }

  /** Takes in what has been committed since the last time. */
  async catchUp(db: Kysely<Schema>): Promise<Standing> {
    const event = await lastEventId(db);
    if (event === this.event || this.standing === 'lacking') return this.standing;
    const change = await lastPeopleChange(db);
    const upheaval = await upheavalAfter(db, this.event);
    const rows = await peopleChangedAfter(db, this.change, ONE_BY_ONE + 1);
    if (upheaval.vanished || rows.length > ONE_BY_ONE) return (this.standing = 'lacking');
    const renamed = await peopleAtAccounts(db, upheaval.accounts, ONE_BY_ONE + 1);
    if (upheaval.renamed || renamed.length > ONE_BY_ONE) this.standing = 'ageing';
    await this.takeIn(db, rows, [...upheaval.people, ...renamed.slice(0, ONE_BY_ONE)]);
    this.change = change;
    this.event = event;
    return this.standing;
  }

  /** The strength of pairs on the day of this network, as everybody may know it or as the owner of private ties does. */
  async strengths(db: Kysely<Schema>, pairs: ReadonlyMap<number, readonly [number, number]>, owner: string | null): Promise<Map<number, number>> {
    const lines = await linesOfPairs(db, [...pairs.values()], this.day, owner, this.crowded);
    return new Map([...pairs.keys()].map((key) => [key, strengthOfLines((lines.get(key) ?? []).map((one) => one.line), this.day, this.unknown)]));
  }

  private async takeIn(db: Kysely<Schema>, rows: readonly ChangedRow[], more: readonly number[]): Promise<void> {
    const ties = await tiesById(db, rows.filter((row) => row.noun === 'tie').map((row) => row.id));
    const former = ties.length === 0 ? new Map<number, number[]>() : await formerEnds(db, this.change);
    const whole = [...new Set([...more, ...rows.flatMap((row) => (row.noun === 'person' ? [row.id] : row.noun === 'person_item' ? [row.person] : []))])];
    const pairs: Pairs = new Map();
    // A tie that was moved to another person is gone between those it joined before.
    for (const tie of ties) eachPair([...new Set([tie.person_a, tie.person_b, ...(former.get(tie.id) ?? [])])], pairs);
    await this.lookAtPeople(db, [...new Set([...whole, ...[...pairs.values()].flat()])]);
    for (const person of whole) {
      await this.aroundPerson(db, person, pairs);
      await letOthers();
    }
    const known = new Map([...pairs].filter(([, both]) => both.every((id) => this.people.has(id))));
    const strengths = await this.strengths(db, known, null);
    let tied = 0;
    for (const [key, [a, b]] of known) {
      await inPortions(this.network.settingTie(a, b, this.people.isShared(a) && this.people.isShared(b) ? strengths.get(key)! : 0));
      if (++tied % TOGETHER === 0) await letOthers();
    }
    if (rows.length + more.length > 0) this.version++;
  }

  private async lookAtPeople(db: Kysely<Schema>, ids: readonly number[]): Promise<void> {
    const { people, network } = this;
    for (const person of await networkPeople(db, ids)) {
      if (person.id >= network.graph.people) network.addPeople(person.id + 1 - network.graph.people);
      people.set(person);
      await inPortions(people.isOneOfUs(person.id) ? network.joining(person.id) : network.leaving(person.id));
    }
  }

  /** Everybody a person is tied to, was, or may be: through what was told, and at the places they are at or were at. */
  private async aroundPerson(db: Kysely<Schema>, person: number, pairs: Pairs): Promise<void> {
    if (!this.people.has(person)) return;
    const here = await presencesOf(db, [person], null);
    for (const key of new Set([...here.map(placeKey), ...this.crowded.keysOf(person)])) {
      const { kind, place } = placeOfKey(key);
      if (!this.crowded.set(key, await peopleAtPlace(db, kind, place))) this.standing = 'ageing';
    }
    const { start, degree, to } = this.network.graph;
    const told = (await tiesOfPeople(db, [person], null)).map((tie) => (tie.person_a === person ? tie.person_b : tie.person_a));
    const there = await peopleAtPlaces(db, [...new Set(here.filter((one) => !this.crowded.has(one)).map((one) => one.place))], null);
    for (const other of [...to.subarray(start[person]!, start[person]! + degree[person]!), ...told, ...there]) if (other !== person) pairs.set(pairKey(person, other), [person, other]);
  }
}

/** Carries a change through that may concern nearly everybody (0.3 s at a million people), and lets other requests in between. Questions of this network wait: they take turns. */
async function inPortions(repair: Repair): Promise<void> {
  while (repair.next().done !== true) await letOthers();
}

type Pairs = Map<number, readonly [number, number]>;

function eachPair(people: readonly number[], pairs: Pairs): void {
  for (const [n, a] of people.entries()) for (const b of people.slice(n + 1)) pairs.set(pairKey(a, b), [a, b]);
}
