import type { Day } from '../day.ts';
import type { HalfLives } from '../factKinds.ts';
import { proofState, weightOf, type Proof } from '../select/evidence.ts';

/** How a note is known: `proven`, `stale`, or `assumed` where no fact stands behind it. */
export interface Standing { readonly state: 'proven' | 'assumed' | 'stale'; readonly confidence: number }

/** What a note rests on, on a day: the fact that weighs most among those it cites (0–1); without one it is an assumption. */
export function restsOn(proofs: readonly Proof[], asOf: Day, halfLives: HalfLives): Standing {
  let best: Standing = { state: 'assumed', confidence: 0 };
  proofs.forEach((proof, n) => {
    const confidence = weightOf(proof, asOf, halfLives);
    if (n === 0 || confidence > best.confidence) best = { state: proofState(proof.evidence, confidence), confidence };
  });
  return best;
}
