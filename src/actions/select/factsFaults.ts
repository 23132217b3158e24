import type { Transaction } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { factFaults, type NewFact } from '#domain/select/fact.ts';
import { anchorFault } from '#storage/select/anchors.ts';
import { importsAbout } from '#storage/select/facts.ts';
import type { Schema } from '#storage/schema.ts';

/**
 * Every fault of facts about a customer, each under its own path. An import they name must have brought something about it; a source
 * must be about it, and the quotation stand there word for word.
 */
export async function factsFaults(tx: Transaction<Schema>, accountId: number, facts: readonly { readonly fact: NewFact; readonly path: string }[], today: Day): Promise<InvalidField[]> {
  const known = await importsAbout(tx, accountId, [...new Set(facts.flatMap(({ fact }) => fact.importId ?? []))]);
  const faults: InvalidField[] = [];
  for (const { fact, path } of facts) {
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    faults.push(...factFaults(fact, today, path));
    if (fact.importId !== null && !known.has(fact.importId)) faults.push({ path: at('importId'), reason: 'unknown_import', message: 'No import of this number has brought anything about this customer.' });
    const why = fact.sourceId == null ? null : await anchorFault(tx, accountId, fact.sourceId, fact.anchor ?? null);
    if (why === 'unknown_source') faults.push({ path: at('sourceId'), reason: 'unknown_source', message: 'There is no such source about this customer.' });
    else if (why === 'quote_not_there') faults.push({ path: at('anchor'), reason: 'quote_not_there', message: 'The quotation does not stand there. Select it again in the source.' });
  }
  return faults;
}
