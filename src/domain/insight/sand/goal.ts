import type { SandPlan } from './simulate.ts';

/** Goals of a period: what the market is to become, what we want to sell, and what a rival is to be held to. */
export const GOAL_KINDS = ['market', 'sales', 'competition'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

export interface Goal {
  readonly kind: GoalKind;
  readonly text: string;
  /** Minor units: of the market, or what we want to sell. */
  readonly amount: number | null;
  /** Competition: the rival, and its part of all wallets that we want it to have at most, 0–100. */
  readonly rival: string | null;
  readonly percent: number | null;
}

/** What is simulated for a scenario: its lines, moves, and the goals of its period. */
export function planOf(lines: SandPlan['lines'], moves: SandPlan['moves'], goals: readonly (Goal & { readonly id: number })[]): SandPlan {
  return {
    lines, moves, salesGoal: goals.find((goal) => goal.kind === 'sales')?.amount ?? null,
    rivalGoals: goals.flatMap(({ id, kind, rival, percent }) => (kind === 'competition' && rival !== null && percent !== null ? [{ id, rival, percent }] : [])),
  };
}
