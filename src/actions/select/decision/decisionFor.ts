import type { Kysely, Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { takeIds } from '#storage/ids.ts';
import type { Schema } from '#storage/schema.ts';
import { findDecision, type StoredDecision } from '#storage/select/decisions.ts';
import { viewerOf, type Actor } from '../../act.ts';
import { accountFor } from '../accountFor.ts';

/** A decision an actor wants to change. Not there and on an account that is not theirs to see read the same. */
export async function decisionFor(db: Kysely<Schema>, actor: Actor, id: number): Promise<StoredDecision> {
  const decision = await findDecision(db, viewerOf(actor), id);
  if (!decision) throw new Refusal('not_found', 'There is no such decision about a customer that you may see.', { reason: 'decision' });
  await accountFor(db, actor, 'chooseKeyAccount', decision.account.id);
  return decision;
}

/** Makes whoever decides, reviews or withdraws at the same instant wait until this transaction ends. */
export async function oneDecisionAtATime(tx: Transaction<Schema>): Promise<void> {
  await takeIds(tx, 'decision', 0);
}
