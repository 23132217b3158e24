import type { Plan } from './types.ts';

export type Need = 'customer' | 'day' | 'amount';

/** What a plan must map, and whether it does. */
export function needsOf(plan: Plan): readonly { readonly need: Need; readonly met: boolean }[] {
  const has = (field: keyof Plan['columns']): boolean => plan.columns[field] !== undefined;
  const customer = { need: 'customer', met: has('customerKey') || has('customerName') } as const;
  if (plan.kind === 'customers') return [customer];
  return [customer, { need: 'day', met: has('day') }, { need: 'amount', met: has('amount') || (has('quantity') && has('unitPrice')) }];
}
