import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { Fact } from '#domain/select/fact.ts';
import { holdRows } from '#storage/locks.ts';
import { factsById } from '#storage/select/facts.ts';
import { findAccount } from '#storage/select/accounts.ts';
import type { Schema } from '#storage/schema.ts';
import { viewerOf, type Actor } from '../act.ts';
import { accountFor } from './accountFor.ts';

/** Facts of one customer that an actor wants to change, held until the transaction ends. Not there and not theirs to see read the same. */
export async function factsFor(tx: Transaction<Schema>, actor: Actor, ids: readonly number[]): Promise<[Fact, ...Fact[]]> {
  const accountId = (await factsById(tx, ids.slice(0, 1)))[0]?.accountId;
  if (accountId === undefined || !(await findAccount(tx, viewerOf(actor), accountId))) throw noFact();
  await accountFor(tx, actor, 'recordFact', accountId);
  await holdRows(tx, 'account', [accountId]);
  const [first, ...others] = await factsById(tx, ids);
  if (!first || others.length + 1 < new Set(ids).size || others.some((fact) => fact.accountId !== accountId)) throw noFact();
  return [first, ...others];
}

const noFact = () => new Refusal('not_found', 'There is no such fact about a customer that you may see.', { reason: 'fact' });
