import type { Store } from '#storage/connect.ts';
import { KeptNetwork } from './keptNetwork.ts';

/** What a tie of unknown strength counts for who asks to use them: as much as a card exchanged. */
export const UNKNOWN_COUNTS = 0.1;

const kept = new WeakMap<Store, { known?: KeptNetwork; all?: KeptNetwork }>();

/** The network of a store: of the ties whose strength is known, or of all. Each is built when it is first asked for. */
export function networkOf(store: Store, unknown: boolean): KeptNetwork {
  const both = kept.get(store) ?? {};
  kept.set(store, both);
  return unknown ? (both.all ??= new KeptNetwork(store, UNKNOWN_COUNTS)) : (both.known ??= new KeptNetwork(store, null));
}
