import { z } from 'zod';
import { DERIVATIONS } from '#domain/select/weigh/ahp.ts';
import { CONSISTENCY_RULES, RANDOM_INDEX_TABLES } from '#domain/select/weigh/randomIndex.ts';
import { endpoint } from '../endpoint.ts';
import { Id, Person } from '../shared.ts';

const level = z.string().regex(/^(lenses|(lens|factor)\.[a-z][A-Za-z0-9]{0,39})$/);
const item = z.string().min(1).max(60);
const points = z.array(z.object({ item, points: z.number() })).max(20);
const comparison = z.object({ left: item, right: item, value: z.number() });
const note = z.string().trim().max(1000).default('');
const ahpOptions = { table: z.enum(RANDOM_INDEX_TABLES).default('saaty1980'), derivation: z.enum(DERIVATIONS).default('eigenvector'), rule: z.enum(CONSISTENCY_RULES).default('saaty') };

/** How the weights of one level are found: points, swings (the largest is 100), or comparisons 1/9 … 9. */
export const NewWeighing = z.discriminatedUnion('method', [
  z.object({ method: z.literal('direct'), level, points, note }),
  z.object({ method: z.literal('swing'), level, points, note }),
  /** `pairs` of one's own, or with `of` the weighings of several people: then their geometric mean. */
  z.object({ method: z.literal('ahp'), level, pairs: z.array(comparison).max(190).default([]), of: z.array(z.number().int().positive()).min(1).max(20).optional(), ...ahpOptions, note }),
]).meta({ id: 'NewWeighing' });

const WeighingInput = z.discriminatedUnion('method', [
  z.object({ method: z.literal('direct'), points }), z.object({ method: z.literal('swing'), points }),
  z.object({ method: z.literal('ahp'), pairs: z.array(comparison), of: z.array(z.number()).optional(), table: z.enum(RANDOM_INDEX_TABLES), derivation: z.enum(DERIVATIONS), rule: z.enum(CONSISTENCY_RULES) }),
]);
export const WeighingResult = z.object({
  weights: z.array(z.object({ item: z.string(), weight: z.number() })),
  ahp: z.object({
    lambdaMax: z.number(), ci: z.number(), ri: z.number().nullable(), cr: z.number().nullable(), crIncomplete: z.number().nullable(), limit: z.number(), consistent: z.boolean().nullable(), missing: z.number(),
    worst: z.object({ left: z.string(), right: z.string(), given: z.number(), fits: z.number(), fitsExactly: z.number(), crThen: z.number().nullable() }).nullable(),
  }).nullable(),
}).meta({ id: 'WeighingResult' });
export const Weighing = z.object({
  id: z.number(), versionId: z.number(), version: z.number(), level: z.string(), note: z.string(), by: Person.nullable(), at: z.string(), input: WeighingInput, result: WeighingResult,
}).meta({ id: 'Weighing' });

export const listWeighings = endpoint({
  summary: 'How the weights of a model were found, all its versions, newest first', access: 'member', params: z.object({ id: Id }),
  query: z.object({ level: level.optional(), after: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({ rows: z.array(Weighing), next: z.string().nullable(), can: z.object({ weigh: z.boolean() }) }).meta({ id: 'WeighingPage' }),
});
export const recordWeighing = endpoint({
  summary: 'Find the weights of one level and record how (the result is computed by the server; no model changes)', access: 'publishModel', params: z.object({ id: Id }),
  body: NewWeighing, response: z.object({ id: z.number(), event: z.number(), result: WeighingResult }).meta({ id: 'WeighingRecorded' }),
});
export const withdrawWeighing = endpoint({
  summary: 'Withdraw a weighing (or let it count again with withdrawn=false)', access: 'publishModel', params: z.object({ id: Id }),
  body: z.object({ withdrawn: z.boolean() }).meta({ id: 'WithdrawWeighing' }), response: z.object({ event: z.number() }).meta({ id: 'WeighingWithdrawn' }),
});
