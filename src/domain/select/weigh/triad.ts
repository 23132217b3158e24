import type { Entries } from './comparisons.ts';

/** Three items whose comparisons contradict one another: `first` × `second` should be `direct`. */
export interface Triad {
  readonly i: number;
  readonly j: number;
  readonly k: number;
  /** i over j, j over k, and i over k as it was said. */
  readonly first: number;
  readonly second: number;
  readonly direct: number;
  /** first × second: what i over k would be. */
  readonly implied: number;
}

/**
 * The three comparisons that contradict one another most: largest |log(a_ij · a_jk / a_ik)| (Koczkodaj 1993, whose index is 1 − e^(−that)).
 * Null where no three items are compared all round, or none contradict.
 */
export function worstTriad(entries: Entries): Triad | null {
  let worst: Triad | null = null;
  let most = 1e-9;
  for (let i = 0; i < entries.length; i++) {
    for (let j = i + 1; j < entries.length; j++) {
      for (let k = j + 1; k < entries.length; k++) {
        const first = entries[i]![j] ?? null;
        const second = entries[j]![k] ?? null;
        const direct = entries[i]![k] ?? null;
        if (first === null || second === null || direct === null) continue;
        const off = Math.abs(Math.log((first * second) / direct));
        if (off <= most + 1e-12) continue;
        most = off;
        worst = { i, j, k, first, second, direct, implied: first * second };
      }
    }
  }
  return worst;
}
