import { isDay, type Day } from '../day.ts';
import type { InvalidField } from '../refusal.ts';
import type { Proof } from '../select/evidence.ts';
import type { Horizon } from './horizon.ts';

/** Stages of an opportunity point (机会点), in order: we see it, the customer confirms it, we pursue it; then it is won or dropped. */
export const OPPORTUNITY_STAGES = ['seen', 'confirmed', 'pursued', 'won', 'dropped'] as const;
export type OpportunityStage = (typeof OPPORTUNITY_STAGES)[number];
/** Those that are still ahead of us. */
export const OPEN_STAGES = ['seen', 'confirmed', 'pursued'] as const satisfies readonly OpportunityStage[];

/** An opportunity point as a person enters it. Values in minor units of `currency`; what is not known is null, never zero. */
export interface NewOpportunity {
  readonly title: string;
  readonly note: string;
  /** Purchase category and business unit, as on the sand table; empty where not said. */
  readonly category: string;
  readonly unit: string;
  readonly needId: number | null;
  readonly valueLow: number | null;
  readonly valueLikely: number | null;
  readonly valueHigh: number | null;
  readonly currency: string | null;
  /** 0–4; null: as the need's best fit, else unknown. */
  readonly fit: number | null;
  readonly expectedOn: Day | null;
  /** How long its value lasts: up to a year, one to three years, longer. When it is expected is another question (`expectedOn`). */
  readonly horizon: Horizon;
  readonly stage: OpportunityStage;
  readonly ownerId: string | null;
}

/** An opportunity point as it is kept, with what its priority is made of. */
export interface Opportunity extends NewOpportunity {
  readonly id: number;
  readonly accountId: number;
  readonly need: { readonly id: number; readonly text: string } | null;
  /** Best fit of its need today; null: no need, or nobody has matched it. */
  readonly needFit: number | null;
  /** Facts it cites that count, and what they prove. */
  readonly facts: readonly { readonly id: number; readonly statement: string; readonly proof: Proof }[];
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

/** Every fault of an opportunity point, with its path under `path`. */
export function opportunityFaults(one: NewOpportunity, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (name: keyof NewOpportunity, reason: string, message: string): void => void faults.push({ path: path === '' ? name : `${path}.${name}`, reason, message });
  if (one.title.trim() === '') fault('title', 'required', 'Say in a few words what the opportunity is.');
  const values = ([['valueLow', one.valueLow], ['valueLikely', one.valueLikely], ['valueHigh', one.valueHigh]] as const).filter((pair): pair is readonly [typeof pair[0], number] => pair[1] !== null);
  for (const [name, value] of values) if (!(Number.isSafeInteger(value) && value > 0)) fault(name, 'not_positive', 'A value is above zero; what is not known stays empty.');
  for (const [n, [name, value]] of values.entries()) if (n > 0 && value < values[n - 1]![1]) fault(name, 'below_lower', 'Low, likely and high rise in this order.');
  if (values.length > 0 && (one.currency === null || !/^[A-Z]{3}$/.test(one.currency))) fault('currency', 'required', 'A value has a currency.');
  if (one.expectedOn !== null && !isDay(one.expectedOn)) fault('expectedOn', 'no_such_day', 'This day does not exist.');
  return faults;
}
