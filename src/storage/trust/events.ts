import type { Transaction } from 'kysely';
import { subjectOf, type NewEvent } from '#domain/trust/events.ts';
import type { Schema } from '../schema.ts';
import { takeIds } from '../ids.ts';
import { insertMany } from '../insertMany.ts';

/** Writes the events of a change in its own transaction; gives their ids in order. */
export async function recordEvents(tx: Transaction<Schema>, userId: string | null, at: string, events: readonly NewEvent[]): Promise<number[]> {
  if (events.length === 0) return [];
  const first = await takeIds(tx, 'event', events.length);
  await insertMany(tx, 'event', events.map((event, n) => {
    const { type, id } = subjectOf(event);
    return {
      id: first + n, at, user_id: userId, verb: event.verb, account_id: event.accountId ?? null,
      subject_type: type, subject_id: id, payload: JSON.stringify(event.payload), undoes: event.undoes ?? null,
    };
  }));
  return events.map((_, n) => first + n);
}
