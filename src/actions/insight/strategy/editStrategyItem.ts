import { strategyFaults, type NewStrategyItem } from '#domain/insight/strategy/strategyItem.ts';
import type { StrategyItemTable } from '#storage/insight/noteTables.ts';
import { citeFaults, refuseFaults } from '../citing.ts';
import { noteFor, withdrawNote, writeNotes } from '../writeNotes.ts';
import type { Context } from '../../act.ts';
import { columnsOf } from './addStrategyItems.ts';

export type StrategyChange = { readonly [Name in keyof NewStrategyItem]?: NewStrategyItem[Name] | undefined } & { readonly facts?: readonly number[] | undefined };

/** Changes an item of a customer's strategy; what is not named stays. Refuses (invalid) with every fault of the whole. */
export async function editStrategyItem(context: Context, id: number, change: StrategyChange): Promise<{ event: number }> {
  const { account_id: accountId } = await noteFor(context, 'strategy_item', id);
  const { event } = await writeNotes(context, { accountId, noun: 'strategy_item', act: 'changed', title: (await noteFor(context, 'strategy_item', id)).text }, async (pen) => {
    const { facts, ...given } = change;
    const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const next = { ...itemOf(await pen.mine('strategy_item', id)), ...named } as NewStrategyItem;
    refuseFaults([...strategyFaults(next, ''), ...await citeFaults(pen.tx, accountId, [facts], () => 'facts')], 'This cannot be noted.');
    await pen.change('strategy_item', id, columnsOf(next), facts);
    return [id];
  });
  return { event };
}

/** Takes an item back, or brings it back. */
export async function withdrawStrategyItem(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  return await withdrawNote(context, 'strategy_item', id, withdrawn, (row: StrategyItemTable) => row.text);
}

export function itemOf(row: StrategyItemTable): NewStrategyItem {
  return { kind: row.kind, text: row.text, horizon: row.horizon, fromOn: row.from_on, toOn: row.to_on, amount: row.amount, currency: row.currency };
}
