import { tieState, type TieState } from '#domain/relate/tieState.ts';
import type { HopView } from './changing.ts';

/** How a tie is drawn. */
export const hopState = (hop: Pick<HopView, 'strength' | 'corrected' | 'lines'>): TieState => tieState(hop);

/** The line that a tie rests on most. */
export function mainLine(hop: Pick<HopView, 'lines'>): HopView['lines'][number] {
  return hop.lines.toSorted((a, b) => Number(b.correction !== null) - Number(a.correction !== null) || (b.strength ?? -1) - (a.strength ?? -1))[0]!;
}
