import type { Capacity, Stage, TargetShares } from '../trust/settings.ts';
import { CLASSES, type AccountClass } from './model.ts';

/** Accounts of one class: how many there are, and how many of them were chosen as key accounts. */
export interface ClassCount { readonly accounts: number; readonly chosen: number }

/** What suits a company of this stage and size (客户结构, S11). */
export interface StructureTarget {
  /** Accounts of each class that its people can carry and its stage asks for. */
  readonly strategic: number;
  readonly key: number;
  readonly growth: number;
  /** Key accounts it can carry at all: managers × strategic capacity. */
  readonly cap: number;
}

export type TargetedClass = 'strategic' | 'key' | 'growth';

/** `fits`: within 10 % of the target or one account; the classes that the method gives no target are the rest. */
export type Verdict = 'fits' | 'over' | 'under' | 'rest';

export interface ClassComparison {
  readonly class: AccountClass;
  readonly actual: number;
  readonly chosen: number;
  readonly target: number | null;
  /** Actual − target; null without a target. */
  readonly difference: number | null;
  readonly verdict: Verdict;
}

/**
 * How many accounts of which class: the room that managers have (managers × capacity) times the share of it that the stage fills,
 * rounded to whole accounts. Capacity per manager: method.md, Defaults; shares: the house's (domain/trust/settings.ts).
 * @param managers people who carry accounts, ≥ 0
 */
export function stageTarget(stage: Stage, managers: number, capacity: Capacity, shares: Readonly<Record<Stage, TargetShares>>): StructureTarget {
  const share = shares[stage];
  const shared = managers * capacity.keyAndGrowth;
  const cap = managers * capacity.strategic;
  return { strategic: Math.round(cap * share.strategic), key: Math.round(shared * share.key), growth: Math.round(shared * share.growth), cap };
}

/** Target against actual, class by class. */
export function compareStructure(actual: Readonly<Record<AccountClass, ClassCount>>, target: StructureTarget): ClassComparison[] {
  return CLASSES.map((name) => {
    const { accounts, chosen } = actual[name];
    const wanted = name === 'maintain' || name === 'exit' ? null : target[name];
    const difference = wanted === null ? null : accounts - wanted;
    const verdict = wanted === null || difference === null ? 'rest' : Math.abs(difference) <= Math.max(1, wanted * 0.1) ? 'fits' : difference > 0 ? 'over' : 'under';
    return { class: name, actual: accounts, chosen, target: wanted, difference, verdict };
  });
}

/**
 * Whether more key accounts were chosen than people can carry. The rule: each account manager carries `capacity.strategic` of them
 * (3 by default), so 12 people carry 36; 80 key accounts for 12 people means none.
 */
export function overCap(chosen: number, target: StructureTarget): boolean {
  return chosen > target.cap;
}
