import type { Transaction } from 'kysely';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { factsAmong } from '#storage/insight/notes.ts';
import type { Schema } from '#storage/schema.ts';

/** Facts that notes are to rest on and that are not about this account or do not count; `path` of the n-th note's facts. */
export async function citeFaults(tx: Transaction<Schema>, accountId: number, cites: readonly (readonly number[] | undefined)[], path: (n: number) => string): Promise<InvalidField[]> {
  const good = await factsAmong(tx, accountId, cites.flatMap((ids) => ids ?? []));
  return cites.flatMap((ids, n) => (ids ?? []).flatMap((id, at) => (good.has(id) ? [] : [{ path: `${path(n)}.${at}`, reason: 'unknown_fact', message: 'There is no such fact about this customer.' }])));
}

/** Refuses (invalid) with all faults together. */
export function refuseFaults(fields: readonly InvalidField[], message: string): void {
  if (fields.length > 0) throw new Refusal('invalid', message, { fields });
}
