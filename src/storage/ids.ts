import { sql, type Transaction } from 'kysely';
import type { Noun, PeopleNoun } from '#domain/nouns.ts';
import type { Schema } from './schema.ts';

/**
 * Takes a block of `count` ids and gives the first; the block is consecutive. Ids are known before the insert, so a set of
 * rows that name one another goes in at once; a rolled back transaction leaves a gap, which means nothing.
 */
export async function takeIds(tx: Transaction<Schema>, name: 'account' | 'import' | 'event' | 'mark' | 'model_version' | 'fact' | 'panel' | 'weighing' | 'decision' | 'decision_review' | 'source' | 'person_reveal' | 'person_change' | 'person_change_set' | 'contact_import' | Noun | PeopleNoun, count: number): Promise<number> {
  const taken = await tx.insertInto('sequence').values({ name, next: 1 + count })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ next: sql<number>`sequence.next + ${count}` }))
    .returning('next').executeTakeFirstOrThrow();
  return taken.next - count;
}
