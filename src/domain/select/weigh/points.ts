import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { scaleTo100 } from '../rebalance.ts';

/** What a person gave an item: points of any size (direct) or the worth of its swing, 0–100 (swing). */
export interface ItemPoints { readonly item: string; readonly points: number }

/** Every fault of points for these items: each has exactly one number, none below zero, not all zero; of swings the largest is 100. */
export function pointFaults(items: readonly string[], points: readonly ItemPoints[], method: 'direct' | 'swing', path = 'points'): InvalidField[] {
  const faults: InvalidField[] = [];
  const known = new Set(items);
  const seen = new Set<string>();
  points.forEach(({ item, points: value }, n) => {
    const at = `${path}.${n}`;
    if (!known.has(item)) faults.push({ path: `${at}.item`, reason: 'unknown_item', message: `There is no "${item}" among what is weighed.` });
    if (seen.has(item)) faults.push({ path: `${at}.item`, reason: 'item_twice', message: `"${item}" has points already.` });
    if (!(value >= 0 && value <= (method === 'swing' ? 100 : 1e9))) faults.push({ path: `${at}.points`, reason: 'out_of_range', message: method === 'swing' ? 'A swing is worth 0 to 100.' : 'Points are numbers from 0 up.' });
    seen.add(item);
  });
  const without = items.filter((item) => !seen.has(item));
  if (without.length > 0) faults.push({ path, reason: 'items_missing', message: `${without.join(', ')}: no points were given.` });
  if (faults.length > 0) return faults;
  const most = Math.max(0, ...points.map((one) => one.points));
  if (most === 0) faults.push({ path, reason: 'all_zero', message: 'At least one item needs points above zero.' });
  else if (method === 'swing' && most !== 100) faults.push({ path, reason: 'no_hundred', message: 'The swing that matters most is worth 100.' });
  return faults;
}

/** Points of any size → weights in the order of `items`, per cent with one decimal, adding to exactly 100. Refuses (invalid) what `pointFaults` finds. */
export const direct = (items: readonly string[], points: readonly ItemPoints[]): number[] => weightsFrom(items, points, 'direct');

/**
 * Swing weights (摆幅法; von Winterfeldt and Edwards 1986): imagine a customer that is at its worst on everything. The improvement from worst to
 * best that one would wish for first is worth 100, every other one its share of that. Refuses (invalid) what `pointFaults` finds.
 */
export const swing = (items: readonly string[], points: readonly ItemPoints[]): number[] => weightsFrom(items, points, 'swing');

function weightsFrom(items: readonly string[], points: readonly ItemPoints[], method: 'direct' | 'swing'): number[] {
  const faults = pointFaults(items, points, method);
  if (faults.length > 0) throw new Refusal('invalid', faults.map((fault) => fault.message).join(' '), { fields: faults });
  const given = new Map(points.map((one) => [one.item, one.points]));
  return scaleTo100(items.map((item) => given.get(item)!));
}
