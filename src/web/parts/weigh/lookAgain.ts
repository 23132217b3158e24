import type { Ahp, WorstComparison } from '#domain/select/weigh/ahp.ts';

/** Among many items one slip hardly moves the ratio: so many times off it is shown all the same. */
const FAR_OFF = 3;

/** The comparison to look at again: where they contradict one another, and where one of them stands far from what the others imply. */
export function lookAgain(ahp: Ahp | null): WorstComparison | null {
  if (!ahp?.worst) return null;
  const { given, fits } = ahp.worst;
  return ahp.consistent === false || Math.max(given / fits, fits / given) >= FAR_OFF - 1e-9 ? ahp.worst : null;
}
