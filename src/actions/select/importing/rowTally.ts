import type { Fault, TrapCode } from '#domain/select/importPlan.ts';
import type { TrapCollector } from '#domain/select/traps.ts';

/** What a reader says of a row that brings nothing. */
type Empty = { readonly kind: 'blank' } | { readonly kind: 'faulty'; readonly faults: readonly Fault[] } | { readonly kind: 'left'; readonly reason: TrapCode; readonly text: string; readonly amount?: number | null; readonly currency?: string };

/** Counts the rows of a file that is read: how many there are (blank ones are none), how many are faulty, how many are left out and why. */
export class RowTally {
  rows = 0;
  faulty = 0;
  readonly leftOut: Record<string, number> = {};

  /** Counts one row. Gives back what it brings; null for a row that brings nothing, whose faults go to `faults` and whose trap to `traps`. */
  take<R extends { readonly kind: string }>(result: R, row: number, faults: Fault[], traps: TrapCollector): Exclude<R, Empty> | null {
    if (!isEmpty(result)) {
      this.rows++;
      return result as Exclude<R, Empty>;
    }
    if (result.kind === 'blank') return null;
    this.rows++;
    if (result.kind === 'faulty') {
      this.faulty++;
      faults.push(...result.faults);
    } else {
      this.leftOut[result.reason] = (this.leftOut[result.reason] ?? 0) + 1;
      traps.add(result.reason, row, result.text, true, result.amount, result.currency);
    }
    return null;
  }
}

const isEmpty = (result: { readonly kind: string }): result is Empty => result.kind === 'blank' || result.kind === 'faulty' || result.kind === 'left';
