/** Source of numbers in [0, 1). Given as an argument, so that the same seed always makes the same world. */
export type Random = () => number;

/**
 * The generator of a seed: numbers in (0, 1), never 0, so that logarithms of them are finite.
 * xoshiro128** 1.1 (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators"), 128 bits of state.
 * @param seed whole number, taken modulo 2^32
 * @param stream number of an independent sequence under the same seed: work cut into blocks gives one to each, so that what comes
 *   out does not depend on who computed which block
 */
export function randomOf(seed: number, stream = 0): Random {
  let x = (mixed(seed >>> 0) ^ stream) >>> 0;
  const word = (): number => mixed((x = (x + 0x9e3779b9) >>> 0));
  const next = xoshiro128(word(), word(), word(), word());
  return () => (next() + 0.5) / 4_294_967_296;
}

/** xoshiro128** from a state of four 32-bit words, not all zero; gives whole numbers from 0 to 2^32 − 1. */
export function xoshiro128(a: number, b: number, c: number, d: number): () => number {
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

/** Spreads neighbouring seeds over all 32 bits (final mix of MurmurHash3, Appleby 2011). */
function mixed(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
