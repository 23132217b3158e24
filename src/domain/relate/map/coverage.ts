import type { DecisionWeight } from './decisionWeight.ts';
import type { MapOn } from './mapOn.ts';
import { CLOSENESS_POINTS, STANCE_VALUE } from './scales.ts';

/** How much of the decision we know and have (覆盖、支持). */
export interface Coverage {
  /** Decision weight of people whose stance is known today, 0–1; null on an empty map. */
  readonly coverage: number | null;
  /** Σ decision weight × stance / 2, −1 to 1, over those; read beside coverage: unknown people add nothing either way. */
  readonly support: number | null;
  readonly unknownStances: number;
  /** Largest share of all closeness that one of us holds (单线风险), 0–1; null when nobody is close to anybody. */
  readonly singleThread: number | null;
  /** Who holds it. */
  readonly threadHolder: string | null;
  /** People of theirs whom we have met. */
  readonly met: number;
}

export function coverageOf({ people }: MapOn, weights: readonly DecisionWeight[]): Coverage {
  let [coverage, support, unknownStances, points, met] = [0, 0, 0, 0, 0];
  const held = new Map<string, number>();
  people.forEach(({ stance, closeness, heldBy }, n) => {
    const { weight } = weights[n]!;
    if (stance.value === null) unknownStances++;
    else {
      coverage += weight;
      support += (weight * STANCE_VALUE[stance.value]) / 2;
    }
    const own = closeness.value === null ? 0 : CLOSENESS_POINTS[closeness.value];
    if (own === 0) return;
    met++;
    points += own;
    // Closeness of which nobody says who holds it is part of the whole, and no one's thread.
    if (heldBy.value !== null) held.set(heldBy.value, (held.get(heldBy.value) ?? 0) + own);
  });
  const [holder] = [...held].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const empty = people.length === 0;
  return {
    coverage: empty ? null : coverage, support: empty ? null : support, unknownStances,
    singleThread: points === 0 ? null : (holder?.[1] ?? 0) / points, threadHolder: holder?.[0] ?? null, met,
  };
}
