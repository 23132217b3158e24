/** What a fact is about (事实种类): decides how fast it fades. */
export const FACT_KINDS = ['stance', 'relationship', 'organisation', 'process', 'strategy', 'market', 'statement', 'certification', 'other'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/**
 * Days after which a fact is worth half (半衰期). A certificate is worth its full weight until it expires, where the day is known.
 * Stance to certification are the house's defaults (method.md); process, market and other follow strategy. A company edits them.
 */
export type HalfLives = Readonly<Record<FactKind, number>>;
export const HALF_LIVES: HalfLives = {
  stance: 90, relationship: 180, organisation: 270, process: 365, strategy: 365, market: 365, statement: 400, certification: 365, other: 365,
};
