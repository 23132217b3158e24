import type { StandingsComparison } from './compareStandings.ts';
import { SCORE_STEPS } from './score.ts';
import { madeOf, wholeSteps } from './shares.ts';
import { indicatorsOf } from './weights.ts';

/** One part of the change of a total. `effect` in points of the total; all reasons of a customer add to its change exactly. */
export type MoveReason =
  /** An indicator weighs otherwise; from and to are its real shares of the total (0–1), `points` what the customer has there. */
  | { readonly type: 'weight'; readonly indicator: string; readonly from: number; readonly to: number; readonly points: number; readonly effect: number }
  /** The same value earns other points: another scale, another choice, a cap. */
  | { readonly type: 'points'; readonly indicator: string; readonly from: number; readonly to: number; readonly effect: number }
  /** What is taken off the total. */
  | { readonly type: 'deductions'; readonly from: number; readonly to: number; readonly effect: number };

/**
 * Why the total of the customer at `at` is another under model b (empty where one of the two totals is unknown). With w the shares, p the
 * points and m the mean of both totals before deductions:
 *
 *   Δtotal = Σ Δw · (p̄ − m)  +  Σ w̄ · Δp  −  Δdeductions,   p̄ and w̄ the means of before and after
 *
 * exact, because Σ w is 1 on either side, so that Σ Δw · m is 0. The split of a product into two halves of the cross term is the Shapley
 * value of two factors (Shapley 1953, "A value for n-person games"). Against m, and not against 0: to weigh more where a customer is
 * weaker than elsewhere draws it down, though each single contribution grows. An indicator that one model lacks, or that is not known
 * under it, has there the weight 0 and the points of the other.
 * Largest effect first.
 */
export function moveReasons({ a, b, scoresA, scoresB }: StandingsComparison, at: number): MoveReason[] {
  const [from, to] = [scoresA.total[at]!, scoresB.total[at]!];
  if (Number.isNaN(from) || Number.isNaN(to)) return [];
  const [before, after] = [sideOf(madeOf(a, scoresA, at), a), sideOf(madeOf(b, scoresB, at), b)];
  const [grossA, grossB] = [grossOf(before), grossOf(after)];
  const mean = (grossA + grossB) / 2;
  const found: MoveReason[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(key);
    const now = after.get(key);
    const [w, v] = [old?.weight ?? 0, now?.weight ?? 0];
    const [p, q] = [old?.points ?? now!.points, now?.points ?? old!.points];
    found.push({ type: 'weight', indicator: key, from: w, to: v, points: (p + q) / 2, effect: (v - w) * ((p + q) / 2 - mean) });
    found.push({ type: 'points', indicator: key, from: p, to: q, effect: ((w + v) / 2) * (q - p) });
  }
  // What was really taken: no total falls below 0.
  const [takenA, takenB] = [grossA - from, grossB - to];
  if (a.deductions[at]! > 0 || b.deductions[at]! > 0) found.push({ type: 'deductions', from: Math.max(0, takenA), to: Math.max(0, takenB), effect: takenA - takenB });
  const steps = wholeSteps(found.map((reason) => (Math.abs(reason.effect) < NOISE ? 0 : reason.effect * SCORE_STEPS)), Math.round((to - from) * SCORE_STEPS));
  return found.map((reason, i) => ({ ...reason, effect: steps[i]! / SCORE_STEPS })).filter((reason) => reason.effect !== 0).sort((x, y) => Math.abs(y.effect) - Math.abs(x.effect));
}

/** Below this an effect is the last bit of a fraction. */
const NOISE = 1e-9;

type Side = Map<string, { readonly weight: number; readonly points: number }>;

/** The indicators that count, by key. */
function sideOf({ weight, points }: ReturnType<typeof madeOf>, { model }: StandingsComparison['a']): Side {
  return new Map(indicatorsOf(model).filter(({ at }) => weight[at]! > 0).map(({ indicator, at }) => [indicator.key, { weight: weight[at]!, points: points[at]! }]));
}

const grossOf = (side: Side): number => [...side.values()].reduce((sum, { weight, points }) => sum + weight * points, 0);

