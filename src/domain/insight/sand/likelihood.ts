/**
 * A chance in words, after the scale of the IPCC (Mastrandrea et al. 2010, "Guidance note on consistent treatment of uncertainties"):
 * below 1 in 10 very unlikely, below 1 in 3 unlikely, up to 2 in 3 about as likely as not, up to 9 in 10 likely, above very likely.
 */
export type Likelihood = 'veryUnlikely' | 'unlikely' | 'even' | 'likely' | 'veryLikely';

export function likelihoodOf(chance: number): Likelihood {
  if (chance < 0.1) return 'veryUnlikely';
  if (chance < 1 / 3) return 'unlikely';
  if (chance <= 2 / 3) return 'even';
  return chance <= 0.9 ? 'likely' : 'veryLikely';
}
