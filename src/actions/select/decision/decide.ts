import type { Transaction } from 'kysely';
import { latestDay, utcDay } from '#domain/day.ts';
import { decisionFaults, whyNoDecision, type DecisionKind, type Reasons } from '#domain/select/decision/conditions.ts';
import { freeze } from '#domain/select/decision/freeze.ts';
import { Refusal } from '#domain/refusal.ts';
import { takeIds } from '#storage/ids.ts';
import type { Schema } from '#storage/schema.ts';
import { alternativesOf } from '#storage/select/decisionGrounds.ts';
import { insertDecision, standingDecision } from '#storage/select/decisions.ts';
import { namesOf } from '#storage/trust/members.ts';
import { viewerOf, type Context } from '../../act.ts';
import { accountFor } from '../accountFor.ts';
import { readGrounds } from './grounds.ts';

/** A decision as people enter it; decided today when no day is given. */
export interface GivenDecision {
  readonly reasons: Reasons;
  readonly people: readonly string[];
  readonly decidedOn?: string | undefined;
  readonly alternatives?: readonly number[] | undefined;
}

const REFUSED = {
  archived_account: 'This customer is archived. Take it back first.',
  already_key_account: 'This customer is a key account already.',
  no_key_account: 'This customer is no key account.',
} as const;

/**
 * Writes a decision with everything it rests on frozen; gives its id. Refuses (conflict) what is no change or about an archived
 * customer, and (invalid) every field that is wrong. Whoever decides at the same instant waits, and then sees this one.
 */
export async function decide(tx: Transaction<Schema>, context: Context, kind: DecisionKind, accountId: number, given: GivenDecision, reviewId: number | null = null): Promise<number> {
  const { actor } = context;
  const id = await takeIds(tx, 'decision', 1);
  const account = await accountFor(tx, actor, 'chooseKeyAccount', accountId);
  const standing = await standingDecision(tx, viewerOf(actor), accountId);
  const why = whyNoDecision(kind, { archived: account.archived_at !== null, keyAccount: standing?.kind === 'choose' });
  if (why !== null) throw new Refusal('conflict', REFUSED[why], { reason: why });

  const people = [...new Set(given.people)];
  const alternatives = [...new Set(given.alternatives ?? [])];
  const decision = { reasons: { for: given.reasons.for.trim(), against: given.reasons.against.trim() }, people, alternatives, decidedOn: given.decidedOn ?? utcDay(context.now()) };
  const names = await namesOf(tx, people);
  const others = await alternativesOf(tx, viewerOf(actor), alternatives);
  const fields = decisionFaults(decision, { people: new Set(names.keys()), accounts: new Set(others.map((one) => one.id)), accountId, today: latestDay(context.now()), after: standing?.decidedOn ?? null });
  if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });

  const grounds = (await readGrounds(tx, account))!;
  await insertDecision(tx, id, {
    accountId, kind, reasons: decision.reasons, people: people.map((one) => ({ id: one, name: names.get(one)! })), decidedOn: decision.decidedOn,
    snapshot: freeze({ ...grounds, alternatives: others, reviewId }),
  }, { userId: actor.id, at: context.now().toISOString() });
  return id;
}
