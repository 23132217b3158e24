/** One number for two people, whichever comes first; exact for people up to 2^26. */
export const pairKey = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b);

/** The two people of a pair, the smaller number first. */
export const pairOf = (key: number): [number, number] => [Math.floor(key / 2 ** 26), key % 2 ** 26];
