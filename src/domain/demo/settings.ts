import type { Settings } from '../trust/settings.ts';

/** What the demo company states about itself: its costs to serve (CNY 180 an order, 12 a line, 400 a return) and the rate of its dollars. */
export const DEMO_SETTINGS = {
  rates: { USD: 7.1 },
  costToServe: { perOrder: 18_000, perLine: 1_200, perReturn: 40_000, costOfCapital: 0.08, defaultMargin: 0.25 },
} as const satisfies Partial<Settings>;
