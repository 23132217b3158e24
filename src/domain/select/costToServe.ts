/** Stated drivers of the cost to serve (服务成本, S10); money in minor units of the reporting currency, cost of capital per year (0.08 = 8 %). */
export interface CostToServeRates {
  readonly perOrder: number;
  readonly perLine: number;
  readonly perReturn: number;
  readonly costOfCapital: number;
  /** Margin assumed for revenue whose cost is unknown (0–1); null: such revenue has no margin. */
  readonly defaultMargin: number | null;
}

/** What the drivers count: invoices, invoice lines, credit notes, and Σ overdue amount × days (minor units × days). */
export interface ServedWork {
  readonly invoices: number;
  readonly lines: number;
  readonly creditNotes: number;
  readonly overdueAmountDays: number;
}

export interface CostPart {
  readonly driver: 'orders' | 'lines' | 'returns' | 'overdue';
  readonly quantity: number;
  /** Minor units per unit of quantity; for overdue: cost of capital per day. */
  readonly rate: number;
  /** Whole minor units, rounded once per driver. */
  readonly cost: number;
}

/**
 * Cost to serve by driver: invoices × rate, lines × rate, credit notes × rate, Σ(amount × days overdue) × cost of capital / 365.
 * @param perUnit reporting-currency minor units per minor unit of the wanted currency's rates; 1 in the reporting currency
 */
export function costToServe(work: ServedWork, rates: CostToServeRates, perUnit = 1): CostPart[] {
  const part = (driver: CostPart['driver'], quantity: number, rate: number): CostPart => ({ driver, quantity, rate, cost: Math.round(quantity * rate) });
  return [
    part('orders', work.invoices, rates.perOrder * perUnit),
    part('lines', work.lines, rates.perLine * perUnit),
    part('returns', work.creditNotes, rates.perReturn * perUnit),
    part('overdue', work.overdueAmountDays, rates.costOfCapital / 365),
  ];
}

/** Sum of the parts, minor units. */
export function totalCostToServe(parts: readonly CostPart[]): number {
  return parts.reduce((sum, part) => sum + part.cost, 0);
}

/** How the margin is known: from costs of (nearly) all or at least half of the revenue, or from the default rate alone. */
export type MarginBasis = 'costed' | 'partly' | 'default';

export interface Margin {
  /** Gross margin, whole minor units. */
  readonly margin: number;
  readonly basis: MarginBasis;
  /** Margin rate used for the revenue whose cost is unknown; null when there was none. */
  readonly assumedRate: number | null;
}

/**
 * Gross margin of net revenue, of which `costedRevenue` has a known `cost` (all minor units).
 * Revenue without cost earns the customer's own rate where at least half is costed, else the default rate; null where neither is known.
 */
export function grossMargin(revenue: number, costedRevenue: number, cost: number, defaultMargin: number | null): Margin | null {
  const uncosted = revenue - costedRevenue;
  if (uncosted === 0) return { margin: revenue - cost, basis: 'costed', assumedRate: null };
  if (revenue > 0 && costedRevenue * 2 >= revenue) {
    const rate = (costedRevenue - cost) / costedRevenue;
    return { margin: costedRevenue - cost + Math.round(uncosted * rate), basis: 'partly', assumedRate: rate };
  }
  if (defaultMargin === null) return null;
  return { margin: costedRevenue - cost + Math.round(uncosted * defaultMargin), basis: 'default', assumedRate: defaultMargin };
}
