import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createScores, scoreAll, type Scores } from '#domain/select/score.ts';
import { decodeSheet } from '#domain/select/sheetCodec.ts';
import type { ScoreSheet } from '#domain/select/sheet.ts';
import { weightsOf, type Weights } from '#domain/select/weights.ts';
import { call } from '../../call.ts';
import { useCalm } from './useCalm.ts';

/** The what-if of the portfolio: the score sheet, the weights as dragged, and the ranking they give. */
export interface WhatIf {
  readonly sheet: ScoreSheet | null;
  readonly failed: boolean;
  /** Active weights and ranking; null until the sheet is read. */
  readonly activeWeights: Weights | null;
  readonly before: Scores | null;
  readonly weights: Weights | null;
  /** Ranking by the dragged weights; its arrays are written in place, `turn` grows with every new ranking. */
  readonly now: Scores | null;
  readonly turn: number;
  /** Follows `turn` five times a second: for figures about all customers. */
  readonly calmTurn: number;
  readonly changed: boolean;
  /** True while rows are on their way to new places. */
  readonly moving: boolean;
  /** Account id → index in the sheet. */
  readonly indexOf: (id: number) => number | undefined;
  readonly setWeights: (weights: Weights) => void;
  readonly reset: () => void;
}

/** How long rows glide after the last change. */
const GLIDE_MS = 320;

/** Reads the sheet once `wanted` and ranks again on each change of weights, at most once a frame. */
export function useWhatIf(wanted: boolean): WhatIf {
  const { data: sheet, isError } = useQuery({
    queryKey: ['GET /api/portfolio/sheet', null, null],
    queryFn: async ({ signal }) => decodeSheet(await (await call('GET /api/portfolio/sheet', { signal })).arrayBuffer()),
    enabled: wanted, staleTime: 60_000, structuralSharing: false,
  });
  const base = useMemo(() => (sheet ? { weights: weightsOf(sheet.model), scores: scoreAll(sheet), places: new Map(Array.from(sheet.ids, (id, at) => [id, at])) } : null), [sheet]);
  const [weights, keepWeights] = useState<Weights | null>(null);
  const [turn, setTurn] = useState(0);
  const [moving, setMoving] = useState(false);
  const now = useRef<{ sheet: ScoreSheet; scores: Scores } | null>(null);
  const frame = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  const rank = useCallback((next: Weights | null): void => {
    keepWeights(next);
    setMoving(true);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => setMoving(false), GLIDE_MS);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (sheet && next) now.current = { sheet, scores: scoreAll(sheet, next, now.current?.sheet === sheet ? now.current.scores : createScores(sheet)) };
      setTurn((before) => before + 1);
    });
  }, [sheet]);

  // A new sheet (a live change, a published version) is ranked by the weights still on screen.
  useEffect(() => {
    if (sheet && weights) rank(weights.indicators.length === sheet.filled.length ? weights : null);
  }, [sheet]);
  useEffect(() => () => {
    cancelAnimationFrame(frame.current);
    clearTimeout(rest.current);
  }, []);

  const ranked = now.current?.sheet === sheet ? (now.current?.scores ?? null) : null;
  const changed = ranked !== null && weights !== null && base !== null && !sameWeights(weights, base.weights);
  return {
    sheet: sheet ?? null, failed: isError, activeWeights: base?.weights ?? null, before: base?.scores ?? null,
    weights: weights ?? base?.weights ?? null, now: changed ? ranked : base?.scores ?? null,
    turn, calmTurn: useCalm(turn, moving), changed, moving,
    indexOf: useCallback((id: number) => base?.places.get(id), [base]),
    setWeights: rank, reset: useCallback(() => rank(null), [rank]),
  };
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((value, i) => value === b[i]);
const sameWeights = (a: Weights, b: Weights): boolean => same(a.lenses, b.lenses) && same(a.factors, b.factors) && same(a.indicators, b.indicators);
