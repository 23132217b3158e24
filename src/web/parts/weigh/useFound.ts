import { useMemo } from 'react';
import { ahp, type Ahp } from '#domain/select/weigh/ahp.ts';
import { comparisonFaults, entriesOf, looseItems } from '#domain/select/weigh/comparisons.ts';
import { direct, pointFaults, swing } from '#domain/select/weigh/points.ts';
import type { WeighingInput } from '#domain/select/weigh/weighing.ts';

/** What an input has come to so far. */
export interface Found {
  /** Item → weight; null until there are weights. */
  readonly weights: ReadonlyMap<string, number> | null;
  readonly ahp: Ahp | null;
  /** Items that no comparison connects with the rest. */
  readonly loose: readonly string[];
  /** Items without a number. */
  readonly unset: readonly string[];
  /** Why points give no weights yet: `all_zero`, `no_hundred`. */
  readonly reason: string | null;
}

/** The weights an input gives, by the server's own functions, again on every change. */
export function useFound(items: readonly string[], input: WeighingInput): Found {
  return useMemo((): Found => {
    const nothing = { weights: null, ahp: null, loose: [], unset: [], reason: null };
    const weightsOf = (list: readonly number[]): ReadonlyMap<string, number> => new Map(items.map((item, n) => [item, list[n]!]));
    if (input.method !== 'ahp') {
      const unset = items.filter((item) => !input.points.some((one) => one.item === item));
      if (unset.length > 0) return { ...nothing, unset };
      const reason = pointFaults(items, input.points, input.method)[0]?.reason ?? null;
      return reason ? { ...nothing, reason } : { ...nothing, weights: weightsOf((input.method === 'swing' ? swing : direct)(items, input.points)) };
    }
    // What is entered here is on the scale; only what an older page kept could not be.
    if (comparisonFaults({ items, pairs: input.pairs }).length > 0) return nothing;
    const loose = looseItems(entriesOf({ items, pairs: input.pairs })).map((at) => items[at]!);
    if (loose.length > 0) return { ...nothing, loose };
    const found = ahp({ items, pairs: input.pairs }, input);
    return { ...nothing, weights: weightsOf(found.percent), ahp: found };
  }, [items, input]);
}
