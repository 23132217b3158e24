import type { Capacity } from '../trust/settings.ts';
import type { AccountClass } from './model.ts';

/** What an account manager carries: a load against a capacity, never a ranking of people. */
export interface Load {
  readonly strategic: number;
  readonly keyAndGrowth: number;
}

/** Where a load is above the capacity. */
export function overloaded(load: Load, capacity: Capacity): boolean {
  return load.strategic > capacity.strategic || load.keyAndGrowth > capacity.keyAndGrowth;
}

/** Who looks after an account. */
export interface CoveredAccount {
  readonly class: AccountClass | null;
  /** Chosen as a key account. */
  readonly chosen: boolean;
  readonly owner: { readonly closed: boolean; readonly overloaded: boolean } | null;
  readonly solution: boolean;
  readonly delivery: boolean;
  /** People on it, the owner included. */
  readonly people: number;
}

export type Undercoverage = 'noOwner' | 'ownerClosed' | 'noSolution' | 'noDelivery' | 'ownerOverloaded';
export type Overcoverage = 'ownerOverloaded' | 'severalPeople';

/** Whether the method asks for a whole iron triangle (铁三角): strategic and key accounts, and every chosen one. */
export const needsCover = (account: Pick<CoveredAccount, 'class' | 'chosen'>): boolean => account.chosen || account.class === 'strategic' || account.class === 'key';

/** Accounts that deserve no more than tending. */
export const needsLittle = (account: Pick<CoveredAccount, 'class' | 'chosen'>): boolean => !account.chosen && (account.class === 'maintain' || account.class === 'exit');

/** What an account that needs cover lacks: an owner who is there, a solution and a delivery partner, and an owner who has room for it. Empty: covered. */
export function undercoverage(account: CoveredAccount): Undercoverage[] {
  if (!needsCover(account)) return [];
  const { owner } = account;
  return [
    ...(owner === null ? ['noOwner' as const] : owner.closed ? ['ownerClosed' as const] : []),
    ...(account.solution ? [] : ['noSolution' as const]), ...(account.delivery ? [] : ['noDelivery' as const]),
    ...(owner?.overloaded ? ['ownerOverloaded' as const] : []),
  ];
}

/** What an account to maintain or leave takes from others: an owner who carries too much already, or more than one person. Empty: not too much. */
export function overcoverage(account: CoveredAccount): Overcoverage[] {
  if (!needsLittle(account)) return [];
  return [...(account.owner?.overloaded ? ['ownerOverloaded' as const] : []), ...(account.people > 1 ? ['severalPeople' as const] : [])];
}
