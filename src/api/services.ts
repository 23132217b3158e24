import type { Logger } from 'pino';
import type { Live } from '#actions/live.ts';
import type { Store } from '#storage/connect.ts';
import type { Auth } from './auth.ts';
import type { KeptAnswers } from './kept.ts';
import type { Limits } from './limits.ts';
import type { Sessions } from './sessions.ts';

/** What the API needs to know of the configuration (config.ts reads it from the environment). */
export interface ServerConfig {
  readonly dataDir: string;
  /** Origin people reach us under, e.g. `https://accounts.example.com`; null: whatever local address they use. */
  readonly publicUrl: string | null;
  readonly authSecret: string;
  readonly jsonLimitBytes: number;
  readonly uploadLimitBytes: number;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** Folder of the built web part; null: only the API. */
  readonly webDir: string | null;
  readonly version: string;
}

/** What one running server is made of. */
export interface Services {
  readonly config: ServerConfig;
  readonly store: Store;
  readonly live: Live;
  readonly auth: Auth;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly kept: KeptAnswers;
  readonly log: Logger;
  /** Aborted when the server stops: open streams end. */
  readonly closing: AbortSignal;
  /** Milliseconds between signs of life on a stream; tests make it short. */
  readonly heartbeatMs: number;
  now(): Date;
}
