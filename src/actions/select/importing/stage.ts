import type { Transaction } from 'kysely';
import type { Store } from '#storage/connect.ts';
import type { Schema } from '#storage/schema.ts';

/** Thrown where work on an import finds that somebody has stopped it. */
export class Stopped extends Error {}

/** Where a dry run writes: the store, the import's number, and short transactions that end with the work when it is stopped. */
export interface Stage {
  readonly store: Store;
  readonly importId: number;
  /** One transaction; throws Stopped when the import is no longer being read (cancelled here or in another process). */
  write<T>(work: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
}

/** Heap of a thread, MB: a small young generation is swept often, which keeps a stream of rows from piling up as garbage. */
export const SMALL = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 768 };
