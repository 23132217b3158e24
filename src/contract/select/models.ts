import { z } from 'zod';
import { TRADE_MEASURES } from '#domain/select/model.ts';
import { MODEL_FORMAT } from '#domain/select/modelFile.ts';
import { endpoint } from '../endpoint.ts';
import { GradeName, Id, Person, Words } from '../shared.ts';

const points = z.number().min(0).max(100);
const weight = z.number().min(0).max(100).describe('Per cent of its level; the weights of one level add to 100.');
const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/).describe('Marks refer to it: names may change, keys stay. Used once in a model.');
const words = z.strictObject(Words.shape);
const floor = 'Value that earns 0 points; above the target: lower is better. Shares are 0–1.';
const relativeTo = z.literal('total').optional().describe('Compared as a share (0–1) of the sum over all customers.');
export const NormalisationBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('linear'), floor: z.number().describe(floor), target: z.number(), relativeTo }),
  z.strictObject({ type: z.literal('log'), floor: z.number().positive().describe(floor), target: z.number().positive(), relativeTo }),
  z.strictObject({ type: z.literal('steps'), steps: z.array(z.strictObject({ from: z.number(), points })).min(1).max(20) }),
  z.strictObject({ type: z.literal('percentile'), better: z.enum(['higher', 'lower']) }),
]).meta({ id: 'Normalisation' });

const base = { key, name: words, weight, missing: z.enum(['exclude', 'neutral', 'zero']).describe('A missing value is left out, counts as 50, or as 0; confidence falls in each case.') };
export const IndicatorBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('computed'), measure: z.enum(TRADE_MEASURES), normalise: NormalisationBody }),
  z.strictObject({ ...base, kind: z.literal('assessed'), anchors: z.array(words).length(5).describe('What levels 1 to 5 look like.') }),
  z.strictObject({ ...base, kind: z.literal('categorical'), options: z.array(z.strictObject({ key, name: words, points })).min(2).max(20) }),
]).meta({ id: 'Indicator' });

// Strict throughout: a field that is misspelt must not be lost in silence.
export const ModelBody = z.strictObject({
  key, name: words,
  lenses: z.array(z.strictObject({
    key: z.enum(['past', 'present', 'future']), name: words, weight,
    factors: z.array(z.strictObject({
      key, name: words, weight, side: z.enum(['own', 'trade', 'other']).describe('trade: our trade with the customer, its value today.'), indicators: z.array(IndicatorBody).min(1).max(20),
    })).min(1).max(12),
  })).length(3),
  deductions: z.array(z.strictObject({ key, name: words, points: points.describe('Points taken off the total.') })).max(20),
  vetoes: z.array(z.strictObject({ key, name: words })).max(20).describe('Red lines: one marked caps the grade at D.'),
  grades: z.strictObject({ S: points, A: points, B: points, C: points }).describe('Lowest total of each grade; below the last is D.'),
  classes: z.strictObject({
    strategic: z.strictObject({ potential: points, value: points, grade: GradeName }), key: z.strictObject({ value: points }),
    growth: z.strictObject({ potential: points, valueBelow: points }), exit: z.strictObject({ lossQuarters: z.number().int().min(1).max(12), potentialBelow: points }),
  }),
  assumptionCap: points.describe('Most points of a factor whose marks all rest on assumptions.'),
}).meta({ id: 'ScoreModel' });

/** A model as a file: the same, with the form it is written in. Files without `format` are of the first. */
export const ModelFile = ModelBody.extend({ $schema: z.string().max(1000).optional(), format: z.literal(MODEL_FORMAT).optional().describe('Form of the file.') })
  .meta({ id: 'ScoreModelFile', title: 'Vitalfew score model', description: 'Lens → factor → indicator. Made by "Save as file" on a score model, read by "Bring a file", POST /api/models/check and `vitalfew rank --model`.' });

export const ModelVersion = z.object({
  id: z.number(), key: z.string(), version: z.number(), name: Words, note: z.string(), by: Person.nullable(), createdAt: z.string(), publishedAt: z.string().nullable(), active: z.boolean(),
}).meta({ id: 'ModelVersion' });

export const listModels = endpoint({
  summary: 'Score models and their versions, newest first', access: 'member',
  response: z.object({ versions: z.array(ModelVersion), can: z.object({ publish: z.boolean() }) }).meta({ id: 'ModelVersions' }),
});
export const listTemplates = endpoint({
  summary: 'Built-in models to start from', access: 'member',
  response: z.object({ templates: z.array(z.object({ about: Words, indicators: z.number(), model: ModelBody })) }).meta({ id: 'ModelTemplates' }),
});
export const readModel = endpoint({
  summary: 'One version of a score model', access: 'member', params: z.object({ id: Id }),
  response: z.object({ version: ModelVersion, model: ModelBody }).meta({ id: 'ModelDetail' }),
});
export const downloadModel = endpoint({ summary: 'One version of a score model as a readable JSON file', access: 'member', params: z.object({ id: Id }), produces: 'application/json' });
export const readModelSchema = endpoint({ summary: 'JSON Schema of a score model file', access: 'public', produces: 'application/schema+json' });
export const checkModelFile = endpoint({
  summary: 'Read a score model file (the body) as a draft, or name every fault with its path; nothing is stored', access: 'publishModel',
  body: z.unknown().meta({ description: 'A score model file: /api/schemas/score-model.json. A bare model, or one under `model`, is taken too.' }),
  /** The number it would be published as. */
  response: z.object({ model: ModelBody, nextVersion: z.number() }).meta({ id: 'ModelDraft' }),
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
