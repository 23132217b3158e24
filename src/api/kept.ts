import { LRUCache } from 'lru-cache';
import type { Live } from '#actions/live.ts';
import { changeMark } from '#storage/changeMark.ts';
import type { Store } from '#storage/connect.ts';
import { packed, type Packed } from './answer.ts';
import type { Viewer } from './sessions.ts';
import { scopeOf } from '#domain/trust/permissions.ts';

/** Bytes of answers kept; a page of 50 customers is about 35 kB. */
const KEPT_BYTES = 16_000_000;
/** How long an answer is believed at most: what another process changed without telling anybody shows after this. */
const BELIEVED_MS = 5_000;

/** `view`: the same for everybody of a role who sees all accounts; `person`: each their own. */
export type Keep = 'view' | 'person';

/**
 * Answers kept until the data change. Sessions and permissions are checked before it is asked; the key says whose view it is:
 * a role's that sees everything, or one person's.
 */
export class KeptAnswers {
  readonly #store: Store;
  readonly #live: Live;
  readonly #kept = new LRUCache<string, Packed>({ maxSize: KEPT_BYTES, ttl: BELIEVED_MS, sizeCalculation: (answer) => answer.plain.length * 2 + 200 });

  constructor(store: Store, live: Live) {
    this.#store = store;
    this.#live = live;
  }

  /** The kept answer to this address for this viewer, else a new one that is kept. Errors are not kept. */
  async answer(address: string, viewer: Viewer, keep: Keep, make: () => Promise<unknown>): Promise<Packed> {
    const shared = keep === 'view' && scopeOf(viewer.role, 'readAccounts') === 'all';
    const whose = shared ? viewer.role : `${viewer.role} ${viewer.id}`;
    // Taken before the answer is made: a change meanwhile leaves it under a mark that nobody asks for again.
    const mark = await changeMark(this.#store);
    const key = `${mark ?? this.#live.dataVersion} ${whose} ${viewer.locale} ${address}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const made = packed(JSON.stringify(await make()));
    this.#kept.set(key, made);
    return made;
  }
}
