/** A repair that may be long, in portions: each `next` does one. Until it is done the tree is of no use; small ones are done in one. */
export type Repair = Generator<void, void, void>;

/** The people of a layer who changed and the costs they had, as long as they are few: of more it is known only that they are. */
export class Changes {
  readonly people: Int32Array;
  readonly was: Uint16Array;
  count = 0;
  /** Ties of these people. */
  private arcs = 0;

  /** @param most people that are kept */
  constructor(most: number) {
    this.people = new Int32Array(most);
    this.was = new Uint16Array(most);
  }

  clear(): void {
    this.count = 0;
    this.arcs = 0;
  }

  /** @param degree how many the person knows */
  add(person: number, was: number, degree: number): void {
    if (this.count === this.people.length) {
      this.arcs = Infinity;
      return;
    }
    this.people[this.count] = person;
    this.was[this.count++] = was;
    this.arcs += degree;
  }

  /** Whether all these people together know more than so many, or were too many to keep. */
  exceed(arcs: number): boolean {
    return this.arcs > arcs;
  }

  /** Whether some were too many to keep. */
  get overflowed(): boolean {
    return this.arcs === Infinity;
  }
}
