/** What the waterfall needs of the contract's Explanation. */
export interface ExplainedIndicator {
  readonly key: string;
  readonly lens: 'past' | 'present' | 'future';
  readonly factor: string;
  readonly weight: number;
  readonly effectiveWeight: number;
  readonly points: number | null;
  readonly contribution: number;
  readonly state: 'proven' | 'assumed' | 'stale' | 'missing';
}

export interface WaterfallRow<T extends ExplainedIndicator> {
  readonly indicator: T;
  /** Where its bar starts and ends on the 0–100 axis; `limit` is where it would end with full points. */
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

export interface WaterfallLens<T extends ExplainedIndicator> {
  readonly lens: 'past' | 'present' | 'future';
  readonly rows: WaterfallRow<T>[];
  /** Indicators without a value; they hold no place in the sum. */
  readonly missing: T[];
  readonly from: number;
  readonly to: number;
}

/** Indicators stacked one after the other from 0 to the total before deductions, lens by lens in the order of the method. */
export function waterfallLenses<T extends ExplainedIndicator>(indicators: readonly T[]): WaterfallLens<T>[] {
  let at = 0;
  return (['past', 'present', 'future'] as const).map((lens) => {
    const from = at;
    const rows: WaterfallRow<T>[] = [];
    const missing: T[] = [];
    for (const indicator of indicators) {
      if (indicator.lens !== lens) continue;
      if (indicator.state === 'missing' && indicator.contribution === 0) {
        missing.push(indicator);
        continue;
      }
      const to = at + indicator.contribution;
      rows.push({ indicator, from: at, to, limit: Math.min(100, at + Math.max(indicator.contribution, indicator.effectiveWeight * 100)) });
      at = to;
    }
    return { lens, rows, missing, from, to: at };
  });
}
