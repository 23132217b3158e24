import { pairHash } from './lineHash.ts';
import { NumberTable } from './numberTable.ts';

/** Counts how often each line has come in one file, so that the second of two identical lines is a line of its own and not the first one again. */
export class Occurrences {
  private readonly table = new NumberTable();
  private counts = new Uint32Array(1 << 12);

  /** The hash that tells this line from every other of its customer in the file, and which occurrence of it this is (1 = first). */
  next(customer: number, identity: number): { hash: number; occurrence: number } {
    const place = this.table.place(pairHash(customer, identity));
    if (place >= this.counts.length) {
      const { counts } = this;
      this.counts = new Uint32Array(counts.length * 2);
      this.counts.set(counts);
    }
    const occurrence = ++this.counts[place]!;
    return { hash: occurrence === 1 ? identity : pairHash(identity, occurrence), occurrence };
  }
}
