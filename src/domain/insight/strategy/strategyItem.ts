import { daysBetween, isDay, type Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import type { Horizon } from '../horizon.ts';

/** What a customer's strategy is made of (发展战略): goals (目标), where it invests (投资领域), what it does and does not do (业务范围). */
export const STRATEGY_KINDS = ['goal', 'investment', 'scope'] as const;
export type StrategyKind = (typeof STRATEGY_KINDS)[number];

export interface NewStrategyItem {
  readonly kind: StrategyKind;
  readonly text: string;
  /** null: not known, or (scope) not meant. */
  readonly horizon: Horizon | null;
  readonly fromOn: Day | null;
  readonly toOn: Day | null;
  /** Minor units; null: not known, never zero. */
  readonly amount: number | null;
  readonly currency: string | null;
}

const YEAR = 366;

/** The horizon of what is to be reached by a day, seen from today. */
export function horizonOf(toOn: Day, today: Day): Horizon {
  const days = daysBetween(today, toOn);
  return days <= YEAR ? 'short' : days <= 3 * YEAR ? 'mid' : 'long';
}

/** Every fault of an item, with its path under `path`. */
export function strategyFaults(item: NewStrategyItem, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (name: keyof NewStrategyItem, reason: string, message: string): void => void faults.push({ path: path === '' ? name : `${path}.${name}`, reason, message });
  if (item.text.trim() === '') fault('text', 'required', 'Say what they want, in one sentence.');
  if (item.fromOn !== null && !isDay(item.fromOn)) fault('fromOn', 'no_such_day', 'This day does not exist.');
  if (item.toOn !== null && !isDay(item.toOn)) fault('toOn', 'no_such_day', 'This day does not exist.');
  else if (item.toOn !== null && item.fromOn !== null && isDay(item.fromOn) && item.toOn < item.fromOn) fault('toOn', 'ends_before_begin', 'It cannot end before it begins.');
  if (item.amount !== null && item.amount < 0) fault('amount', 'negative', 'An amount cannot be negative.');
  if (item.amount !== null && item.currency === null) fault('currency', 'required', 'An amount has a currency.');
  if (item.currency !== null && !Intl.supportedValuesOf('currency').includes(item.currency)) fault('currency', 'unknown_currency', 'This is no currency of ISO 4217.');
  return faults;
}
