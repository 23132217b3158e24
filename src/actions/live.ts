import type { Store } from '#storage/connect.ts';
import { listenTo } from '#storage/notify.ts';

/** What screens are told while they are open; ids only, so that nobody learns of accounts they may not see. `also`: who is told of the change all the same, without its account. */
export type LiveMessage =
  | { readonly type: 'change'; readonly verb: string; readonly accountId: number | null; readonly also?: readonly string[] }
  | { readonly type: 'import'; readonly id: number; readonly state: string; readonly progress: LiveProgress | null }
  | { readonly type: 'scored'; readonly asOf: string | null };

export interface LiveProgress {
  readonly stage: 'reading' | 'checking' | 'committing' | 'scoring' | 'undoing';
  readonly done: number; readonly total: number | null; readonly rowsPerSecond: number; readonly secondsLeft: number | null;
}

export interface Live {
  publish(message: LiveMessage): void;
  subscribe(listener: (message: LiveMessage) => void): () => void;
  /** Counts changes; an answer kept beside it is good while it stays the same. */
  readonly dataVersion: number;
  close(): Promise<void>;
}

/** Tells listeners of this process, and on PostgreSQL those of the other processes too. */
export async function openLive(store?: Store): Promise<Live> {
  const listeners = new Set<(message: LiveMessage) => void>();
  let dataVersion = 0;
  const tell = (message: LiveMessage) => {
    if (message.type !== 'import' || message.progress === null) dataVersion++;
    for (const listener of listeners) listener(message);
  };
  const channel = store === undefined ? null : await listenTo(store, (text) => tell(JSON.parse(text) as LiveMessage));
  return {
    publish: (message) => {
      tell(message);
      channel?.notify(JSON.stringify(message));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get dataVersion() { return dataVersion; },
    close: async () => { await channel?.close(); },
  };
}
