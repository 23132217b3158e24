/** A repair that may be long, in portions: each `next` does one. Until it is done the tree is of no use; small ones are done in one. */
export type Repair = Generator<void, void, void>;

/** People and the costs they had. */
export class Changes {
  readonly people: Int32Array;
  readonly was: Uint16Array;
  count = 0;

  constructor(capacity: number) {
    this.people = new Int32Array(capacity);
    this.was = new Uint16Array(capacity);
  }

  add(person: number, was: number): void {
    this.people[this.count] = person;
    this.was[this.count++] = was;
  }
}
