import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { GradeName, Id, Person, Words } from '../shared.ts';

const points = z.number().min(0).max(100);
const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
export const NormalisationBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('linear'), floor: z.number(), target: z.number(), relativeTo: z.literal('total').optional() }),
  z.object({ type: z.literal('log'), floor: z.number().positive(), target: z.number().positive(), relativeTo: z.literal('total').optional() }),
  z.object({ type: z.literal('steps'), steps: z.array(z.object({ from: z.number(), points })).min(1).max(20) }),
  z.object({ type: z.literal('percentile'), better: z.enum(['higher', 'lower']) }),
]).meta({ id: 'Normalisation' });

const base = { key, name: Words, weight: z.number().min(0).max(100), missing: z.enum(['exclude', 'neutral', 'zero']) };
export const IndicatorBody = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('computed'), measure: z.enum(['revenue', 'revenueTrend', 'grossMargin', 'contribution', 'contributionMargin', 'recency', 'frequency', 'volatility', 'overdueShare', 'returnShare']), normalise: NormalisationBody }),
  z.object({ ...base, kind: z.literal('assessed'), anchors: z.array(Words).length(5) }),
  z.object({ ...base, kind: z.literal('categorical'), options: z.array(z.object({ key, name: Words, points })).min(2).max(20) }),
]).meta({ id: 'Indicator' });

export const ModelBody = z.object({
  key, name: Words,
  lenses: z.array(z.object({
    key: z.enum(['past', 'present', 'future']), name: Words, weight: z.number().min(0).max(100),
    factors: z.array(z.object({ key, name: Words, weight: z.number().min(0).max(100), side: z.enum(['own', 'trade', 'other']), indicators: z.array(IndicatorBody).min(1).max(20) })).min(1).max(12),
  })).length(3),
  deductions: z.array(z.object({ key, name: Words, points })).max(20), vetoes: z.array(z.object({ key, name: Words })).max(20),
  grades: z.object({ S: points, A: points, B: points, C: points }),
  classes: z.object({
    strategic: z.object({ potential: points, value: points, grade: GradeName }), key: z.object({ value: points }),
    growth: z.object({ potential: points, valueBelow: points }), exit: z.object({ lossQuarters: z.number().int().min(1).max(12), potentialBelow: points }),
  }),
  assumptionCap: points,
}).meta({ id: 'ScoreModel' });

export const ModelVersion = z.object({
  id: z.number(), key: z.string(), version: z.number(), name: Words, note: z.string(), by: Person.nullable(), createdAt: z.string(), publishedAt: z.string().nullable(), active: z.boolean(),
}).meta({ id: 'ModelVersion' });

export const listModels = endpoint({
  summary: 'Score models and their versions, newest first', access: 'member',
  response: z.object({ versions: z.array(ModelVersion), can: z.object({ publish: z.boolean() }) }).meta({ id: 'ModelVersions' }),
});
export const readModel = endpoint({
  summary: 'One version of a score model', access: 'member', params: z.object({ id: Id }),
  response: z.object({ version: ModelVersion, model: ModelBody }).meta({ id: 'ModelDetail' }),
});
export const publishModel = endpoint({
  summary: 'Publish a new version of a score model and score by it (weights on each level must add to 100)', access: 'publishModel',
  body: z.object({ model: ModelBody, note: z.string().max(1000).default(''), activate: z.boolean().default(true) }).meta({ id: 'NewModelVersion' }),
  response: z.object({ id: z.number(), version: z.number(), event: z.number() }).meta({ id: 'PublishedModel' }),
});
export const activateModel = endpoint({
  summary: 'Score by this published version', access: 'publishModel', params: z.object({ id: Id }),
  response: z.object({ event: z.number() }).meta({ id: 'ActivatedModel' }),
});
