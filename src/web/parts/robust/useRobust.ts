import { useEffect, useMemo, useRef, useState } from 'react';
import { chanceOf } from '#domain/select/robust/acceptability.ts';
import type { Tally } from '#domain/select/robust/tally.ts';
import type { ScoreSheet } from '#domain/select/sheet.ts';
import type { Weights } from '#domain/select/weights.ts';
import type { WhatIf } from '../portfolio/useWhatIf.ts';
import { countInWorkers } from './countInWorkers.ts';
import { drawsFor, rangesOf, topOf, type RobustSetting } from './setting.ts';

/** One finished analysis and what it was made of. */
export interface RobustResult {
  readonly tally: Tally;
  readonly sheet: ScoreSheet;
  readonly setting: RobustSetting;
  /** The weights it varied around. */
  readonly weights: Weights;
  readonly seconds: number;
  /** Sheet indexes by chance, best first, those without a score last. */
  readonly order: Uint32Array;
}

export interface Robust {
  readonly state: 'off' | 'running' | 'done' | 'stopped' | 'failed';
  /** Weightings to draw, those drawn so far, and seconds left once that can be told. */
  readonly draws: number;
  readonly drawn: number;
  readonly secondsLeft: number | null;
  /** The last finished one of this sheet; while another runs it stays on screen. */
  readonly result: RobustResult | null;
  /** The weights it varied around have moved since. */
  readonly stale: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

const IDLE = { state: 'off' as const, drawn: 0, secondsLeft: null };

/** Runs the analysis whenever what it depends on changes, in threads of the browser, as long as it is wanted. */
export function useRobust(setting: RobustSetting | null, whatIf: WhatIf): Robust {
  const { sheet, weights } = whatIf;
  const [run, setRun] = useState<{ state: Robust['state']; drawn: number; secondsLeft: number | null }>(IDLE);
  const [result, setResult] = useState<RobustResult | null>(null);
  const [turn, setTurn] = useState(0);
  const latest = useRef(weights);
  latest.current = weights;
  const stop = useRef<() => void>(() => {});
  const wanted = setting !== null;
  const draws = drawsFor(sheet?.count ?? 0);
  const ready = sheet !== null && weights !== null;
  const key = setting && `${setting.weightings} ${setting.top} ${setting.seed}`;

  useEffect(() => {
    if (!setting || !sheet || !latest.current) {
      setRun(IDLE);
      return;
    }
    const start = performance.now();
    const around = latest.current;
    const seconds = (): number => (performance.now() - start) / 1000;
    let live = true;
    setRun({ state: 'running', drawn: 0, secondsLeft: null });
    const counting = countInWorkers(sheet, { draws, seed: setting.seed, top: topOf(setting), ranges: rangesOf(setting, sheet.model, around) }, (drawn) => {
      if (live) setRun({ state: 'running', drawn, secondsLeft: drawn > 0 ? (seconds() / drawn) * (draws - drawn) : null });
    });
    stop.current = () => {
      live = false;
      counting.cancel();
      setRun((now) => ({ ...now, state: 'stopped', secondsLeft: null }));
    };
    counting.tally.then((tally) => {
      if (!live) return;
      setResult({ tally, sheet, setting, weights: around, seconds: seconds(), order: byChance(tally) });
      setRun({ state: 'done', drawn: draws, secondsLeft: null });
    }, () => live && setRun((now) => ({ ...now, state: 'failed', secondsLeft: null })));
    return () => {
      live = false;
      counting.cancel();
    };
  }, [wanted, ready, key, sheet, turn]);

  const shown = result && result.sheet === sheet && wanted ? result : null;
  return useMemo(() => ({
    ...run, draws, result: shown, stale: shown !== null && shown.setting.weightings !== 'any' && weights !== null && !sameWeights(shown.weights, weights),
    cancel: () => stop.current(), again: () => setTurn((before) => before + 1),
  }), [run, draws, shown, weights]);
}

function byChance(tally: Tally): Uint32Array {
  const chance = Float64Array.from({ length: tally.count }, (_, at) => chanceOf(tally, at));
  const known = (at: number): number => (Number.isNaN(chance[at]!) ? -1 : chance[at]!);
  return Uint32Array.from({ length: tally.count }, (_, at) => at).sort((a, b) => known(b) - known(a) || tally.rankSum[a]! - tally.rankSum[b]! || a - b);
}

const sameWeights = (a: Weights, b: Weights): boolean => (['lenses', 'factors', 'indicators'] as const).every((list) => a[list].length === b[list].length && a[list].every((value, i) => value === b[list][i]));
