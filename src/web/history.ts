/** Does a change or its opposite; gives the way to turn it once more, null where there is none. */
export type Way = () => Promise<Way | null>;
/** Something that was done in this tab and can be taken back. */
export interface Act {
  readonly text: string;
  /** Where it was done: the address, and what the page is called. */
  readonly place: { readonly path: string; readonly title: string };
  /** It was itself an undo, from a list of changes: to take it back is to do the change again. */
  readonly flipped: boolean;
}
export type Turn = 'undo' | 'redo';
/** Thrown by a way: what it would take back never came about, which was said where it failed. */
export class NeverDone extends Error {}

export interface Hearing {
  /** Something was turned; `more`: somebody has asked for another turn meanwhile. What is on screen is asked again before it is told. */
  turned(act: Act, turn: Turn, more: boolean): Promise<void> | void;
  /** It was refused, and is no longer in the history unless `kept`. */
  refused(act: Act, turn: Turn, error: unknown, kept: boolean): void;
  changed(): void;
  /** Whether it may work another time: no answer, and not a no. */
  passing(error: unknown): boolean;
}

interface Entry { readonly act: Act; readonly number: number; way: Way | null; holds: boolean }

/**
 * What was done in this tab, so that it can be taken back step by step and done again. Which act is meant is settled when somebody asks, the
 * turns themselves follow one after the other: a second Ctrl+Z takes the act before, and waits until the first is through.
 */
export class History {
  /** Oldest first; those from `#at` on are taken back, or will be. */
  #entries: Entry[] = [];
  #at = 0;
  #count = 0;
  #asked: { readonly entry: Entry; readonly turn: Turn }[] = [];
  #running: Entry | null = null;
  readonly #hearing: Hearing;
  readonly #most: number;

  constructor(hearing: Hearing, most = 100) {
    this.#hearing = hearing;
    this.#most = most;
  }

  get canUndo(): boolean { return this.#at > 0; }
  get canRedo(): boolean { return this.#at < this.#entries.length; }
  /** What is being turned now. */
  get running(): Act | null { return this.#running?.act ?? null; }
  /** Number of the newest act that holds, in the order in which `number` counts; 0: none. */
  get newest(): number { return this.#entries[this.#at - 1]?.number ?? 0; }
  /** The next number: what a page takes back by itself lies before or after the acts by it. */
  number(): number { return (this.#count += 1); }

  /** Something was done; what was taken back before cannot be done again after it. Gives the way to forget it, if it has come to nothing. */
  push(act: Act, way: Way): () => void {
    const entry: Entry = { act, number: this.number(), way, holds: true };
    this.#entries = [...this.#entries.slice(0, this.#at), entry].slice(-this.#most);
    this.#at = this.#entries.length;
    this.#hearing.changed();
    return () => { if (this.#drop(entry)) this.#hearing.changed(); };
  }

  /** Turns the next act; false: there is none. */
  turn(turn: Turn): boolean {
    const entry = turn === 'undo' ? this.#entries[this.#at - 1] : this.#entries[this.#at];
    if (!entry) return false;
    this.#at += turn === 'undo' ? -1 : 1;
    this.#asked.push({ entry, turn });
    void this.#run();
    return true;
  }

  /** Another person, another workspace: nothing of before is theirs to take back. */
  clear(): void {
    for (const { entry } of this.#asked) entry.way = null;
    this.#entries = [];
    this.#at = 0;
    this.#hearing.changed();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    for (let next = this.#asked[0]; next; next = this.#asked[0]) {
      const { entry, turn } = next;
      this.#running = entry;
      this.#hearing.changed();
      await this.#turnOne(entry, turn);
    }
    this.#running = null;
    this.#hearing.changed();
  }

  async #turnOne(entry: Entry, turn: Turn): Promise<void> {
    const { act, way } = entry;
    let back: Way | null = null;
    let fault: unknown = null;
    try {
      back = (await way?.()) ?? null;
    } catch (error) {
      fault = error;
    }
    // Dropped, or cleared while it was on its way: nobody here turns it again.
    const dropped = entry.way === null;
    if (fault !== null && !dropped && this.#hearing.passing(fault)) this.#asIs();
    else this.#asked.shift();
    if (dropped) return;
    if (fault === null) {
      entry.way = back;
      entry.holds = !entry.holds;
      if (back === null) this.#drop(entry);
      await this.#hearing.turned(act, turn, this.#asked.length > 0);
    } else {
      if (!this.#hearing.passing(fault)) this.#drop(entry);
      if (!(fault instanceof NeverDone)) this.#hearing.refused(act, turn, fault, entry.way !== null);
    }
  }

  /** Nothing that was asked for happens: the history is again what holds, then what does not. */
  #asIs(): void {
    const lost = this.#asked.flatMap(({ entry }) => (entry.holds && !this.#entries.includes(entry) ? [entry] : []));
    this.#asked = [];
    this.#entries = [...this.#entries, ...new Set(lost)].toSorted((a, b) => a.number - b.number);
    this.#at = this.#entries.filter((entry) => entry.holds).length;
  }

  #drop(entry: Entry): boolean {
    const at = this.#entries.indexOf(entry);
    entry.way = null;
    if (at === -1) return false;
    this.#entries = this.#entries.toSpliced(at, 1);
    if (at < this.#at) this.#at -= 1;
    return true;
  }
}
