import type { Transaction } from 'kysely';
import type { PayloadOf, Verb } from '#domain/trust/events.ts';
import type { Schema } from '#storage/schema.ts';
import type { Context } from '../act.ts';

/** A stored event of one verb. */
export interface Past<V extends Verb> {
  readonly id: number;
  readonly verb: V;
  readonly accountId?: number;
  readonly payload: PayloadOf<V>;
}

/** How a verb is taken back. Lives in this folder, one file a verb (or a family of verbs), named in table.ts. */
export interface Reverse<V extends Verb> {
  /** Whether things still are as the event left them; changes that write no event of their own (an import) show only here. */
  readonly unchanged: (tx: Transaction<Schema>, event: Past<V>) => Promise<boolean>;
  /**
   * Does the opposite through the verb's own action (which checks the permission); the context makes its event name this one.
   * `events`: all of them, where doing it again takes more than the one back.
   */
  readonly reverse: (context: Context, event: Past<V>) => Promise<{ event: number; events?: readonly number[] }>;
}
