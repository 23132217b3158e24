import { z } from 'zod';
import { OPPORTUNITY_STAGES } from '#domain/insight/opportunity.ts';
import { HORIZONS } from '#domain/insight/horizon.ts';
import { endpoint } from '../endpoint.ts';
import { CurrencyCode, DayText, Id, Person } from '../shared.ts';
import { Noted, Withdraw, Withdrawn } from './capabilities.ts';
import { CitedFact } from './needs.ts';

const StageName = z.enum(OPPORTUNITY_STAGES);
const HorizonName = z.enum(HORIZONS);
const Minor = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Priority with everything it is made of (domain/insight/priority.ts has the formula). */
export const PriorityView = z.object({
  priority: z.number(), low: z.number(), high: z.number(), completeness: z.number(), unknown: z.array(z.enum(['value', 'rate', 'fit', 'timing'])),
  parts: z.array(z.object({ part: z.enum(['value', 'fit', 'horizon', 'evidence', 'timing']), weight: z.number(), x: z.number().nullable(), points: z.number() })),
  value: z.number().nullable(), fit: z.number().nullable(), fitFrom: z.enum(['own', 'need']).nullable(), months: z.number().nullable(), evidence: z.number(), state: z.enum(['proven', 'assumed', 'stale']),
}).meta({ id: 'OpportunityPriority' });

/** An opportunity point (机会点). Values in minor units of `currency`, unknown ones null. */
export const OpportunityView = z.object({
  id: z.number(), account: z.object({ id: z.number(), name: z.string() }), title: z.string(), note: z.string(), category: z.string(), unit: z.string(), need: z.object({ id: z.number(), text: z.string() }).nullable(),
  valueLow: z.number().nullable(), valueLikely: z.number().nullable(), valueHigh: z.number().nullable(), currency: z.string().nullable(), fit: z.number().nullable(), expectedOn: DayText.nullable(),
  horizon: HorizonName, stage: StageName, owner: Person.nullable(), facts: z.array(CitedFact), recordedAt: z.string(), priority: PriorityView,
}).meta({ id: 'Opportunity' });

const Fields = {
  title: z.string().trim().min(1).max(200), note: z.string().trim().max(4000), category: z.string().trim().max(200), unit: z.string().trim().max(200), needId: z.number().int().positive().nullable(),
  valueLow: Minor.nullable(), valueLikely: Minor.nullable(), valueHigh: Minor.nullable(), currency: CurrencyCode.nullable(), fit: z.number().int().min(0).max(4).nullable(), expectedOn: DayText.nullable(),
  horizon: HorizonName, stage: StageName, ownerId: z.string().max(100).nullable(), facts: z.array(z.number().int().positive()).max(50),
};
const NewOpportunity = z.object({
  title: Fields.title, note: Fields.note.default(''), category: Fields.category.default(''), unit: Fields.unit.default(''), needId: Fields.needId.default(null),
  valueLow: Fields.valueLow.default(null), valueLikely: Fields.valueLikely.default(null), valueHigh: Fields.valueHigh.default(null), currency: Fields.currency.default(null), fit: Fields.fit.default(null), expectedOn: Fields.expectedOn.default(null),
  horizon: Fields.horizon.default('mid'), stage: Fields.stage.default('seen'), ownerId: Fields.ownerId.default(null), facts: Fields.facts.default([]),
}).meta({ id: 'NewOpportunity' });

const Under = { currency: CurrencyCode };
export const listAccountOpportunities = endpoint({
  summary: 'Opportunity points of a customer, highest priority first', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({ rows: z.array(OpportunityView), ...Under, can: z.object({ describe: z.boolean() }) }).meta({ id: 'AccountOpportunities' }),
});
export const proposeOpportunities = endpoint({
  summary: 'Propose opportunity points of a customer (a set of 1 to 50)', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ opportunities: z.array(NewOpportunity).min(1).max(50) }).meta({ id: 'NewOpportunities' }), response: Noted,
});
export const listOpportunities = endpoint({
  summary: 'Opportunity points across customers', access: 'readAccounts',
  query: z.object({
    /** Several apart by commas; `open`: seen, confirmed and pursued. */
    stage: z.string().regex(/^[a-z]+(,[a-z]+)*$/).max(100).optional(), horizon: HorizonName.optional(), owner: z.string().min(1).max(100).optional(), q: z.string().max(100).optional(),
    sort: z.enum(['priority', 'value', 'expected']).default('priority'), after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.object({
    rows: z.array(OpportunityView.extend({ /** May the viewer change it? */ can: z.object({ describe: z.boolean() }) })), next: z.string().nullable(), total: z.number(), totalIsCapped: z.boolean(), ...Under,
    /** Everybody who owns one, whatever the filter. */
    owners: z.array(Person),
  }).meta({ id: 'Opportunities' }),
});
export const editOpportunity = endpoint({ summary: 'Change an opportunity point', access: 'describeAccount', params: z.object({ id: Id }), body: z.object(Fields).partial().meta({ id: 'OpportunityChange' }), response: Noted });
export const moveOpportunity = endpoint({
  summary: 'Move an opportunity point to another stage', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ stage: StageName, /** The stage it was seen in; refused with 409 when it has moved since. */ expects: StageName.optional() }).meta({ id: 'OpportunityMove' }), response: Noted,
});
export const withdrawOpportunity = endpoint({ summary: 'Withdraw an opportunity point, or bring it back', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Withdrawn });
