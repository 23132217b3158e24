/** Working memory of `orderByKey`: keys and a second buffer, one entry per item, and 2,048 counters. */
export interface OrderScratch {
  readonly keys: Uint32Array;
  readonly swap: Uint32Array;
  readonly counts: Uint32Array;
}

export const RADIX_BITS = 11;
const MASK = (1 << RADIX_BITS) - 1;

/**
 * Orders items by ascending key below 2^22 in two passes of a least-significant-digit radix sort: stable, so that equal keys keep
 * their sequence, and without the comparison calls that make `sort` cost 30 ms at 100,000 items.
 */
export function orderByKey(scratch: OrderScratch, count: number, order: Uint32Array): void {
  const { keys, swap, counts } = scratch;
  startsOf(counts, keys, count, 0);
  for (let i = 0; i < count; i += 1) {
    const digit = keys[i]! & MASK;
    const place = counts[digit]!;
    swap[place] = i;
    counts[digit] = place + 1;
  }
  startsOf(counts, keys, count, RADIX_BITS);
  for (let i = 0; i < count; i += 1) {
    const item = swap[i]!;
    const digit = keys[item]! >>> RADIX_BITS;
    const place = counts[digit]!;
    order[place] = item;
    counts[digit] = place + 1;
  }
}

function startsOf(counts: Uint32Array, keys: Uint32Array, count: number, shift: number): void {
  counts.fill(0);
  for (let i = 0; i < count; i += 1) {
    const digit = (keys[i]! >>> shift) & MASK;
    counts[digit] = counts[digit]! + 1;
  }
  let start = 0;
  for (let digit = 0; digit <= MASK; digit += 1) {
    const size = counts[digit]!;
    counts[digit] = start;
    start += size;
  }
}

/** Competition ranks (1, 2, 2, 4) of ordered items; items with the key `none` get 0. */
export function sharedRanks(keys: Uint32Array, order: Uint32Array, none: number, rank: Uint32Array): void {
  let place = 0;
  let last = -1;
  for (let i = 0; i < order.length; i += 1) {
    const item = order[i]!;
    const key = keys[item]!;
    if (key !== last) {
      place = i + 1;
      last = key;
    }
    rank[item] = key === none ? 0 : place;
  }
}
