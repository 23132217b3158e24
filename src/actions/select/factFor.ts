import type { Kysely } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { Fact } from '#domain/select/fact.ts';
import { factsById } from '#storage/select/facts.ts';
import { findAccount } from '#storage/select/accounts.ts';
import type { Schema } from '#storage/schema.ts';
import { viewerOf, type Actor } from '../act.ts';
import { accountFor } from './accountFor.ts';

/** A fact an actor wants to change. Not there and not theirs to see read the same. */
export async function factFor(db: Kysely<Schema>, actor: Actor, id: number): Promise<Fact> {
  const [fact] = await factsById(db, [id]);
  if (!fact || !(await findAccount(db, viewerOf(actor), fact.accountId))) throw new Refusal('not_found', 'There is no such fact about a customer that you may see.', { reason: 'fact' });
  await accountFor(db, actor, 'recordFact', fact.accountId);
  return fact;
}
