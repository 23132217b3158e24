import { strategyFaults, type NewStrategyItem } from '#domain/insight/strategy/strategyItem.ts';
import { citeFaults, refuseFaults } from '../citing.ts';
import { writeNotes, type NewNote, type NoteDone } from '../writeNotes.ts';
import type { Context } from '../../act.ts';

export type CitedItem = NewStrategyItem & { readonly facts: readonly number[] };

/** Notes goals, investment areas and scope of a customer (发展战略), each with the facts it rests on. Refuses (invalid) with every fault. */
export async function addStrategyItems(context: Context, accountId: number, items: readonly CitedItem[]): Promise<NoteDone> {
  return await writeNotes(context, { accountId, noun: 'strategy_item', act: 'added', title: items[0]?.text ?? '' }, async (pen) => {
    const faults = [...items.flatMap((item, n) => strategyFaults(item, `items.${n}`)), ...await citeFaults(pen.tx, accountId, items.map((item) => item.facts), (n) => `items.${n}.facts`)];
    refuseFaults(faults, 'Some lines cannot be noted.');
    return await pen.add('strategy_item', items.map(columnsOf), items.map((item) => item.facts));
  });
}

/** How an item is kept. */
export function columnsOf(item: NewStrategyItem): NewNote<'strategy_item'> {
  return { kind: item.kind, text: item.text, horizon: item.horizon, from_on: item.fromOn, to_on: item.toOn, amount: item.amount, currency: item.amount === null ? null : item.currency };
}
