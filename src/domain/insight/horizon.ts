/** Short: within a year; mid: one to three; long: beyond (短期、中期、长期; the house's words). Of a goal: when it is due. Of an opportunity point: how long its value lasts. */
export const HORIZONS = ['short', 'mid', 'long'] as const;
export type Horizon = (typeof HORIZONS)[number];
