import type { Transaction } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { factFaults, type NewFact } from '#domain/select/fact.ts';
import { importsAbout } from '#storage/select/facts.ts';
import type { Schema } from '#storage/schema.ts';

/** Every fault of facts about a customer, each under its own path; an import they name must have brought something about it. */
export async function factsFaults(tx: Transaction<Schema>, accountId: number, facts: readonly { readonly fact: NewFact; readonly path: string }[], today: Day): Promise<InvalidField[]> {
  const known = await importsAbout(tx, accountId, [...new Set(facts.flatMap(({ fact }) => fact.importId ?? []))]);
  return facts.flatMap(({ fact, path }) => [
    ...factFaults(fact, today, path),
    ...(fact.importId === null || known.has(fact.importId) ? [] : [{ path: path === '' ? 'importId' : `${path}.importId`, reason: 'unknown_import', message: 'No import of this number has brought anything about this customer.' }]),
  ]);
}
