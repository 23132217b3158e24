import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { ClassName, CurrencyCode, DayText, GradeName, LocaleName } from '../shared.ts';
import { AccountFilter } from './accounts.ts';
import { RobustQuestion } from './robustness.ts';

/** Figures of `concentration` (domain/select/concentration.ts); shares are 0–1, money minor units. */
export const Concentration = z.object({
  total: z.number(), customers: z.number(), negative: z.number(),
  top1pct: z.number().nullable(), top5pct: z.number().nullable(), top10pct: z.number().nullable(), top20pct: z.number().nullable(), top50pct: z.number().nullable(),
  customersFor80pct: z.number().nullable(), gini: z.number().nullable(), hhi: z.number().nullable(), whalePeakShare: z.number().nullable(), whalePeakRank: z.number(), whalePeakValue: z.number(),
}).meta({ id: 'Concentration' });

export const readPortfolio = endpoint({
  summary: '80/20 of the business: curve, classes, concentration', access: 'readAccounts',
  query: z.object({ measure: z.enum(['revenue', 'contribution']).default('revenue'), currency: CurrencyCode.optional(), period: z.enum(['year', 'all']).default('year') }),
  response: z.object({
    asOf: DayText.nullable(), currency: z.string(), currencies: z.array(z.object({ currency: CurrencyCode, customers: z.number(), revenue: z.number() })),
    accounts: z.number(), concentration: Concentration,
    /** Cumulative curve, at most 400 points; share null where the total is not positive. */
    curve: z.array(z.object({ rank: z.number(), id: z.number(), name: z.string(), value: z.number(), cumulative: z.number(), share: z.number().nullable() })),
    abc: z.object({ A: z.number(), B: z.number(), C: z.number(), none: z.number() }),
    grades: z.record(GradeName, z.number()), classes: z.record(ClassName, z.number()),
    /** Accounts that were chosen as key accounts. */
    keyAccounts: z.number(),
    /** Customers without trade in this currency and period. */
    withoutTrade: z.number(),
    can: z.object({ import: z.boolean(), export: z.boolean(), publishModel: z.boolean(), create: z.boolean(), assess: z.boolean() }),
  }).meta({ id: 'Portfolio' }),
});

/** The ids behind a stretch of the curve (rank from–to), for "show the customers here". */
export const curveStretch = endpoint({
  summary: 'Customers between two ranks of a curve', access: 'readAccounts',
  query: z.object({ measure: z.enum(['revenue', 'contribution']).default('revenue'), currency: CurrencyCode.optional(), period: z.enum(['year', 'all']).default('year'), from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  response: z.object({ ids: z.array(z.number()) }).meta({ id: 'CurveStretch' }),
});

export const readBubbles = endpoint({
  summary: 'Value today × potential of up to 2,000 customers, largest revenue first', access: 'readAccounts',
  response: z.object({ points: z.array(z.object({
    id: z.number(), name: z.string(), valueToday: z.number().nullable(), potential: z.number().nullable(), revenue: z.number(), class: ClassName.nullable(), grade: GradeName.nullable(), confidence: z.number(),
  })), more: z.number() }).meta({ id: 'Bubbles' }),
});

/**
 * Everything the sliders need, as one binary block: see domain/select/sheetCodec.ts (encodeSheet/decodeSheet).
 * Points and evidence per account × indicator, so that the browser re-ranks with the same scoreAll.
 */
export const readScoreSheet = endpoint({
  summary: 'Score sheet for re-weighting in the browser (binary)', access: 'readAccounts', produces: 'application/octet-stream',
});

export const exportAccounts = endpoint({
  summary: 'The ranked list as a file (XLSX or CSV; formulas neutralised)', access: 'exportAccounts',
  query: AccountFilter.extend({
    format: z.enum(['xlsx', 'csv']).default('xlsx'), locale: LocaleName.optional(),
    /** With the chance of being picked when the weights vary, as GET /api/portfolio/robustness gives it. */
    chance: z.enum(['no', 'yes']).default('no'), ...RobustQuestion.shape,
  }),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
