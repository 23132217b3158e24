import { z } from 'zod';
import { GAP_ANSWERS } from '#domain/insight/needs.ts';
import { endpoint } from '../endpoint.ts';
import { DayText, EvidenceName, Id } from '../shared.ts';
import { AspectName, CapabilityView, Noted, Withdraw, Withdrawn } from './capabilities.ts';

/** A fact that something rests on, as it is drawn. */
export const CitedFact = z.object({ id: z.number(), statement: z.string(), evidence: EvidenceName, observedOn: DayText, confidence: z.number(), state: z.enum(['proven', 'assumed', 'stale']) }).meta({ id: 'CitedFact' });
const FactIds = z.array(z.number().int().positive()).max(50);
const FitLevel = z.number().int().min(0).max(4);
const Importance = z.number().int().min(1).max(5);

/** A need (需求) with how well we meet it. */
export const NeedView = z.object({
  id: z.number(), aspect: AspectName, text: z.string(), importance: z.number(), facts: z.array(CitedFact),
  /** Of what its facts prove; assumed without any. */
  evidence: z.enum(['proven', 'assumed', 'stale']),
  fit: z.object({ best: z.number().nullable(), capabilityId: z.number().nullable(), evidence: z.enum(['proven', 'assumed']), state: z.enum(['gap', 'unmatched', 'met']), later: z.number().nullable() }),
  answer: z.enum(GAP_ANSWERS).nullable(), answerNote: z.string(), capabilityId: z.number().nullable(),
  matches: z.array(z.object({ id: z.number(), capabilityId: z.number(), fit: z.number(), note: z.string() })),
  opportunities: z.array(z.object({ id: z.number(), title: z.string(), stage: z.string() })),
}).meta({ id: 'Need' });

export const listNeeds = endpoint({
  summary: 'Needs of a customer, open gaps first, with our capabilities', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({ needs: z.array(NeedView), capabilities: z.array(CapabilityView), can: z.object({ describe: z.boolean(), keep: z.boolean() }) }).meta({ id: 'Needs' }),
});
export const noteNeeds = endpoint({
  summary: 'Note needs of a customer (a set of 1 to 200)', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ needs: z.array(z.object({ aspect: AspectName, text: z.string().trim().min(1).max(2000), importance: Importance.default(3), facts: FactIds.default([]) })).min(1).max(200) }).meta({ id: 'NewNeeds' }), response: Noted,
});
export const editNeed = endpoint({
  summary: 'Change a need', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ aspect: AspectName, text: z.string().trim().min(1).max(2000), importance: Importance, facts: FactIds }).partial().meta({ id: 'NeedChange' }), response: Noted,
});
export const withdrawNeed = endpoint({ summary: 'Withdraw a need, or bring it back', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Withdrawn });
export const matchNeed = endpoint({
  summary: 'Say how well capabilities fit a need (0–4; null takes it back)', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ matches: z.array(z.object({ capabilityId: z.number().int().positive(), fit: FitLevel.nullable(), note: z.string().trim().max(1000).optional() })).min(1).max(100) }).meta({ id: 'NewMatches' }), response: Noted,
});
export const answerGap = endpoint({
  summary: 'Say what the gap of a need becomes: an opportunity, a capability to build, or nothing', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ answer: z.enum(GAP_ANSWERS).nullable(), note: z.string().trim().max(1000).default(''), capabilityId: z.number().int().positive().nullable().default(null) }).meta({ id: 'GapAnswer' }), response: Noted,
});
