import { useEffect, useState } from 'react';
import type { Weights } from '#domain/select/weights.ts';
import { openWorker } from './countInWorkers.ts';
import type { Asked, Told } from './robustWorker.ts';
import { topOf } from './setting.ts';
import type { RobustResult } from './useRobust.ts';

/** Customers × worlds that are looked at: about a second. */
const WORK = 4_000_000;
const MOST_WORLDS = 2000;
const LEAST_WORLDS = 100;

/** The confidence factor of one customer under its central weights, computed in a thread while the drawer is open; null until it is there. */
export function useConfidence(result: RobustResult, at: number, central: Weights | null): number | null {
  const [found, setFound] = useState<{ at: number; result: RobustResult; factor: number } | null>(null);
  useEffect(() => {
    if (!central) return;
    const worker = openWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.what === 'factor') setFound({ at, result, factor: data.factor });
    });
    const worlds = Math.max(LEAST_WORLDS, Math.min(MOST_WORLDS, Math.floor(WORK / Math.max(1, result.tally.ranked))));
    worker.postMessage({ what: 'confidence', sheet: result.sheet, at, weights: central, top: topOf(result.setting), worlds, seed: result.setting.seed } satisfies Asked);
    return () => worker.terminate();
  }, [result, at]);
  return found && found.at === at && found.result === result ? found.factor : null;
}
