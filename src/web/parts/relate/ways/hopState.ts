import type { HopView } from './changing.ts';

/** How a tie is drawn: solid where somebody told it, dashed where it is inferred or of unknown strength, faded where two half-lives have passed since the last contact known. */
export function hopState(hop: Pick<HopView, 'strength' | 'corrected' | 'lines'>): 'proven' | 'assumed' | 'stale' {
  if (hop.corrected) return 'proven';
  const told = hop.lines.filter((line) => line.how !== 'inferred');
  if (hop.strength === null || told.length === 0) return 'assumed';
  return told.every((line) => line.days !== null && line.days > 2 * line.halfLife) ? 'stale' : 'proven';
}

/** The line that a tie rests on most. */
export function mainLine(hop: Pick<HopView, 'lines'>): HopView['lines'][number] {
  return hop.lines.toSorted((a, b) => Number(b.correction !== null) - Number(a.correction !== null) || (b.strength ?? -1) - (a.strength ?? -1))[0]!;
}
