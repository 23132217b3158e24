import { useCallback, useMemo, useRef, useState } from 'react';
import type { Scores } from '#domain/select/score.ts';
import { MOST_SERVED } from '#domain/select/robust/tally.ts';
import { chanceOf } from '#domain/select/robust/acceptability.ts';
import { countVerdicts, verdictOf, type Verdict } from '#domain/select/robust/verdict.ts';
import { useFormat } from '../../text/locale.ts';
import type { PortfolioSearch } from '../portfolio/portfolioSearch.ts';
import type { WhatIf } from '../portfolio/useWhatIf.ts';
import type { Chances, ChanceView } from './chanceCell.tsx';
import type { RobustSetting } from './setting.ts';
import { useRobust, type Robust } from './useRobust.ts';
import type { VerdictCounts } from './robustStrip.tsx';

/** The part of the export's address that asks for the chances on screen. */
export interface ExportedChance { readonly chance: 'yes'; readonly top: string; readonly draws: number; readonly seed: number; readonly within?: number }

export interface RobustPage {
  readonly robust: Robust;
  readonly setting: RobustSetting | null;
  /** Customers by verdict under the ranking on screen; null until there is a result. */
  readonly counts: VerdictCounts | null;
  /** The column; null while robustness is not shown. */
  readonly chances: Chances | null;
  /** Account ids of one verdict, best rank first. */
  readonly idsOf: (verdict: Verdict) => number[];
  /** The ranking on screen in the sequence of the chances; null until there is a result. */
  readonly byChance: Scores | null;
  readonly exported: ExportedChance | null;
  /** Customer whose robustness is open. */
  readonly opened: number | null;
  readonly open: (id: number | null) => void;
}

/** Robustness on the portfolio page: what the address asks for, beside the ranking on screen. */
export function useRobustPage(search: PortfolioSearch, whatIf: WhatIf): RobustPage {
  const format = useFormat();
  const { robust: weightings, top, seed } = search;
  const shown = search.view === 'table' && weightings !== undefined;
  const setting = useMemo<RobustSetting | null>(() => (shown ? { weightings, top, seed } : null), [shown, weightings, top, seed]);
  const robust = useRobust(setting, whatIf);
  const [opened, open] = useState<number | null>(null);
  const { result } = robust;
  const { now, calmTurn, indexOf, changed } = whatIf;

  const counts = useMemo(() => (result && now ? countVerdicts(result.tally, now.rank, result.sheet.veto) : null), [result, now, calmTurn]);
  // Rows keep the same object until their chance or verdict changes, so that they are not drawn again for nothing.
  const views = useRef({ of: result, known: new Map<number, ChanceView>() });
  const of = useCallback((id: number): ChanceView | null => {
    const at = indexOf(id);
    if (!result || !now || at === undefined) return null;
    const verdict = verdictOf(result.tally, at, now.rank[at]!, result.sheet.veto[at] === 1);
    if (!verdict) return null;
    if (views.current.of !== result) views.current = { of: result, known: new Map() };
    const before = views.current.known.get(id);
    if (before?.verdict === verdict) return before;
    const view = { chance: chanceOf(result.tally, at), verdict };
    views.current.known.set(id, view);
    return view;
  }, [result, now, calmTurn, indexOf]);
  const chances = useMemo<Chances | null>(() => (shown ? { of, open, top: result ? format.number(result.tally.top) : '–' } : null), [shown, of, result, format]);
  const idsOf = useCallback((verdict: Verdict): number[] => (result && now
    ? Array.from(now.order).filter((at) => verdictOf(result.tally, at, now.rank[at]!, result.sheet.veto[at] === 1) === verdict).map((at) => result.sheet.ids[at]!) : []), [result, now, calmTurn]);
  const byChance = useMemo(() => (result && now ? { ...now, order: result.order } : null), [result, now]);
  // Weights moved on the sliders are not the server's: within a range of them it could not draw the same.
  const exported = useMemo<ExportedChance | null>(() => (result && result.sheet.count <= MOST_SERVED && !(changed && result.setting.weightings !== 'any')
    ? { chance: 'yes', top: result.setting.top, draws: result.tally.draws, seed: result.setting.seed, ...(result.setting.weightings === 'any' ? {} : { within: result.setting.weightings }) } : null), [result, changed]);
  return { robust, setting, counts, chances, idsOf, byChance, exported, opened: result ? opened : null, open };
}
