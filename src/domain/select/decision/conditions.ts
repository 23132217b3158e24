import { isDay, type Day } from '#domain/day.ts';
import type { InvalidField } from '../../refusal.ts';

export type DecisionKind = 'choose' | 'drop';
/** Alternatives one decision names at most: who weighs more has not weighed. */
export const MOST_ALTERNATIVES = 20;

/** Why, in the words of those who decided: what speaks for the decision, what against it. */
export interface Reasons {
  readonly for: string;
  readonly against: string;
}

/** What people enter with a decision. */
export interface NewDecision {
  readonly reasons: Reasons;
  /** Ids of the people who decided. */
  readonly people: readonly string[];
  readonly decidedOn: Day;
  /** Ids of customers that might have been chosen instead. */
  readonly alternatives: readonly number[];
}

/** What the store knows about those entries. */
export interface Known {
  readonly people: ReadonlySet<string>;
  /** Customers the actor may see. */
  readonly accounts: ReadonlySet<number>;
  readonly accountId: number;
  /** The latest day it is anywhere. */
  readonly today: Day;
  /** Day of the decision before it that stands; null: there is none. */
  readonly after: Day | null;
}

/** Every fault of a decision with its path. A decision without a reason or without somebody who made it is none. */
export function decisionFaults(decision: NewDecision, known: Known): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string): void => void faults.push({ path, reason, message });
  if (decision.reasons.for.trim() === '') fault('reasons.for', 'required', 'Say what speaks for this decision.');
  if (decision.people.length === 0) fault('people', 'required', 'Name at least one person who decided.');
  decision.people.forEach((id, n) => !known.people.has(id) && fault(`people.${n}`, 'unknown_person', 'There is no such person in this workspace.'));
  decision.alternatives.forEach((id, n) => {
    if (id === known.accountId) fault(`alternatives.${n}`, 'same_account', 'A customer is no alternative to itself.');
    else if (!known.accounts.has(id)) fault(`alternatives.${n}`, 'unknown_account', 'There is no such customer among those you may see.');
  });
  if (!isDay(decision.decidedOn)) fault('decidedOn', 'no_such_day', 'This day does not exist.');
  else if (decision.decidedOn > known.today) fault('decidedOn', 'in_the_future', 'It cannot have been decided after today.');
  else if (known.after !== null && decision.decidedOn < known.after) fault('decidedOn', 'before_last_decision', 'The decision before this one was made later.');
  return faults;
}

/** Why an account cannot be chosen or dropped (null: it can). An account is a key account while its newest decision that stands is `choose`. */
export function whyNoDecision(kind: DecisionKind, account: { readonly archived: boolean; readonly keyAccount: boolean }): 'archived_account' | 'already_key_account' | 'no_key_account' | null {
  if (account.archived) return 'archived_account';
  if (kind === 'choose') return account.keyAccount ? 'already_key_account' : null;
  return account.keyAccount ? null : 'no_key_account';
}
