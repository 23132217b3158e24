/**
 * Numbers the different whole numbers (below 2^53) it is shown, from 0 in the order of appearance. Open addressing over typed
 * arrays: 20 bytes a number at most, where a Map takes about 60 and slows the collector down.
 */
export class NumberTable {
  /** How many different numbers there are. */
  size = 0;
  private keys = new Float64Array(1 << 12);
  private places = new Uint32Array(1 << 12);

  /** The place of the number; it is new when that equals the size before. */
  place(number: number): number {
    if (this.size * 5 > this.keys.length * 3) this.grow();
    const slot = this.slotOf(number + 1);
    if (this.keys[slot] === 0) {
      this.keys[slot] = number + 1;
      this.places[slot] = this.size++;
    }
    return this.places[slot]!;
  }

  /** Slot that holds the key, or the free one where it belongs; 0 marks a free slot, so numbers are kept plus one. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    // Both halves count: keys that are made of parts differ in their upper bits only.
    let slot = (Math.imul((key >>> 0) ^ Math.imul((key / 4_294_967_296) >>> 0, 0x85ebca6b), 0x9e3779b1) >>> 7) & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, places } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.places = new Uint32Array(keys.length * 2);
    for (let n = 0; n < keys.length; n++) {
      if (keys[n] === 0) continue;
      const slot = this.slotOf(keys[n]!);
      this.keys[slot] = keys[n]!;
      this.places[slot] = places[n]!;
    }
  }
}
