import { daysBetween, type Day } from '#domain/day.ts';
import type { Introduction, Wanted } from '#domain/relate/path/introductions.ts';
import type { Store } from '#storage/connect.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { countCrowds } from './countCrowds.ts';
import { NetworkNow } from './networkNow.ts';
import { linesOfPairs, type KnownLine } from './pairLines.ts';
import { readAside } from './readAside.ts';
import { Viewers } from './viewers.ts';

/** Days for which the network of an earlier day may still answer while a new one is read: ties fade by less than a hundredth a day. */
const STILL_GOOD = 3;

/**
 * The network of everybody as it is now, kept in memory (decision 026). Before each answer it takes in what has changed since, tie by tie. Where that is not enough
 * it is read anew in another thread: at a new day, for ties fade, while the old one goes on answering; after an import of contacts the question waits.
 * Persons have the number of their row. What is private is never in it: the owner's ties are put in for the owner's question alone (decision 034).
 */
export class KeptNetwork {
  private now: NetworkNow | null = null;
  private next: Promise<void> | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly viewers = new Viewers();
  /** What a tie of unknown strength counts; null: it is not used. */
  private readonly unknown: number | null;
  private readonly store: Store;
  /** Times everything was read; for tests. */
  built = 0;

  constructor(store: Store, unknown: number | null) {
    this.store = store;
    this.unknown = unknown;
  }

  /** The best ways from any of us to a person, for one viewer: through nobody they may not see, and with their own private ties. */
  async ways(viewer: Viewer, target: number, asOf: Day, { banned, ...wanted }: Wanted): Promise<Introduction[]> {
    return await this.inTurn(async () => {
      const now = await this.upToDate(asOf);
      const { barred, own } = await this.viewers.of(this.store.read, viewer, now);
      if (!now.people.isOpen(target) || barred.has(target)) return [];
      const out = banned === undefined ? barred : either(barred, 'has' in banned ? banned : new Set(banned));
      return own.length === 0 ? now.network.introductions(target, { ...wanted, banned: out }) : now.network.introductionsWith(own, target, { ...wanted, banned: out });
    });
  }

  /** What is known of pairs, to a viewer. */
  async lines(viewer: Viewer, pairs: readonly (readonly [number, number])[], asOf: Day): Promise<Map<number, KnownLine[]>> {
    return await linesOfPairs(this.store.read, pairs, asOf, viewer.userId, this.now?.crowded ?? await countCrowds(this.store.read, pairs));
  }

  /** Resolves when no reading behind the back of the questions is under way. */
  async settled(): Promise<void> {
    while (this.next !== null) await this.next;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.turn.then(work, work);
    this.turn = run.catch(() => {});
    return run;
  }

  private async upToDate(asOf: Day): Promise<NetworkNow> {
    for (;;) {
      const { now } = this;
      const standing = now === null ? 'lacking' : await now.catchUp(this.store.read);
      const age = now === null ? 0 : Math.abs(daysBetween(now.day, asOf));
      if (now !== null && standing !== 'lacking' && age <= STILL_GOOD) {
        if (standing === 'ageing' || age > 0) this.next ??= this.readBehind(asOf);
        return now;
      }
      // One that is being read may have begun before what is lacking came: then the next turn of the loop reads once more.
      if (this.next !== null) await this.next;
      else await this.readAnew(asOf);
    }
  }

  private async readAnew(asOf: Day): Promise<void> {
    this.built++;
    this.now = new NetworkNow(await readAside(this.store, asOf, this.unknown), this.unknown);
  }

  /** Should it fail, the network stays as it was, and the next question tries again. */
  private async readBehind(asOf: Day): Promise<void> {
    await this.readAnew(asOf).catch(() => {}).finally(() => { this.next = null; });
  }
}

const either = (a: { has(person: number): boolean }, b: { has(person: number): boolean }) => ({ has: (person: number) => a.has(person) || b.has(person) });
