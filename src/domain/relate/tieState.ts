/** How a relation is drawn: solid, dashed, faded. */
export type TieState = 'proven' | 'assumed' | 'stale';

/** Half-lives without contact after which a tie is drawn faded (house default). */
const STALE_AFTER = 2;

export interface TieSeen {
  readonly strength: number | null;
  /** Whether its owner has said how strong it is. */
  readonly corrected: boolean;
  readonly lines: readonly { readonly how: 'told' | 'imported' | 'inferred'; readonly days: number | null; readonly halfLife: number }[];
}

/** Proven where somebody told it, assumed where it is inferred or of unknown strength, stale where two half-lives have passed since the last contact known. */
export function tieState(tie: TieSeen): TieState {
  if (tie.corrected) return 'proven';
  const told = tie.lines.filter((line) => line.how !== 'inferred');
  if (tie.strength === null || told.length === 0) return 'assumed';
  return told.every((line) => line.days !== null && line.days > STALE_AFTER * line.halfLife) ? 'stale' : 'proven';
}
