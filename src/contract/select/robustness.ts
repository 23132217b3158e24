import { z } from 'zod';
import { readTop } from '#domain/select/robust/top.ts';
import { VERDICTS } from '#domain/select/robust/verdict.ts';
import { endpoint } from '../endpoint.ts';
import { DayText } from '../shared.ts';

/** Weightings one answer may ask for. */
export const MOST_ASKED_DRAWS = 20_000;

/** What is asked of an analysis: who counts as picked ("20%" or "15"), how many weightings, the seed, how far weights may stray from the model's. */
export const RobustQuestion = z.object({
  top: z.string().max(10).refine((text) => readTop(text) !== null, 'a share such as 20% or a number of customers').default('20%'),
  draws: z.coerce.number().int().min(100).max(MOST_ASKED_DRAWS).default(10_000),
  seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1),
  /** 0.2: each weight within ± 20 % of the active model's; absent: any weights. */
  within: z.coerce.number().gt(0).max(1).optional(),
});

const share = z.number().min(0).max(1);
const rank = z.number().int().min(1);
const weights = z.record(z.string(), z.number());
const verdict = z.enum(VERDICTS);

/** One customer: `chance` of being picked, ranks, verdict; `central`: mean weights (per cent of their level) of the weightings that pick it. */
export const RobustRow = z.object({
  id: z.number(), key: z.string(), name: z.string(), rank, total: z.number(), verdict, chance: share, first: share, meanRank: z.number().min(1),
  /** Ranks that 5 % and 95 % of the weightings do not exceed. */
  low: rank, high: rank, best: rank, worst: rank,
  central: z.object({ lenses: weights, factors: weights, indicators: weights }).nullable(),
  /** Of picks: how likely they stay so at their central weights when points are only as sure as their evidence; null where it was not computed. */
  confidenceFactor: share.nullable(),
}).meta({ id: 'RobustRow' });

export const readRobustness = endpoint({
  summary: 'How often each customer is among the best when the weights vary (SMAA-2), ranked among all the viewer may see', access: 'readAccounts',
  query: RobustQuestion.extend({ after: z.string().regex(/^\d{1,6}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({
    asOf: DayText.nullable(), modelVersionId: z.number().nullable(), method: z.literal('SMAA-2'), draws: z.number(), seed: z.number(), top: z.string(), within: z.number().nullable(),
    /** Places that count as picked, and customers with a score. */
    places: z.number(), ranked: z.number(), verdicts: z.record(z.enum([...VERDICTS, 'picks']), z.number()), worlds: z.number(),
    rows: z.array(RobustRow), next: z.string().nullable(),
  }).meta({ id: 'Robustness' }),
});
