import { z } from 'zod';
import { STRATEGY_KINDS } from '#domain/insight/strategy/strategyItem.ts';
import { HORIZONS } from '#domain/insight/horizon.ts';
import { endpoint } from '../endpoint.ts';
import { FactView } from '../select/facts.ts';
import { CurrencyCode, DayText, Id, Person } from '../shared.ts';

const params = z.object({ id: Id });
const FactIds = z.array(z.number().int().positive()).max(50);
const Known = z.enum(['proven', 'assumed', 'stale']);
const Done = z.object({ event: z.number() }).meta({ id: 'StrategyChanged' });
const Added = z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'StrategyAdded' });
const Withdraw = z.object({ withdrawn: z.boolean() }).meta({ id: 'WithdrawStrategy' });

const Item = {
  kind: z.enum(STRATEGY_KINDS), text: z.string().trim().min(1).max(1000), horizon: z.enum(HORIZONS).nullable(), fromOn: DayText.nullable(), toOn: DayText.nullable(),
  /** Minor units; null: not known. */
  amount: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(), currency: CurrencyCode.nullable(),
};

/** A goal, an investment area or a part of the business scope; `facts` are ids of `facts` beside it, `state` what they prove. */
export const StrategyItem = z.object({ id: z.number(), ...Item, text: z.string(), currency: z.string().nullable(), facts: z.array(z.number()), state: Known, by: Person.nullable(), at: z.string() }).meta({ id: 'StrategyItem' });
/** What they sell, what business they are really in, hence what they need. */
export const BusinessView = z.object({ id: z.number(), sells: z.string(), business: z.string(), soNeeds: z.string(), facts: z.array(z.number()), state: Known, by: Person.nullable(), at: z.string() }).meta({ id: 'BusinessStatement' });
export const OrgVersionView = z.object({ id: z.number(), asOf: DayText, source: z.string(), note: z.string(), units: z.number(), facts: z.array(z.number()), state: Known, by: Person.nullable(), at: z.string() }).meta({ id: 'OrganisationVersion' });
/** `parent` is the number of the unit above; `head` a position, never a person. */
export const OrgUnitView = z.object({ unit: z.number(), parent: z.number().nullable(), name: z.string(), function: z.string().nullable(), head: z.string().nullable(), people: z.number().nullable() }).meta({ id: 'OrganisationUnit' });

export const readStrategy = endpoint({
  summary: 'Strategy of a customer: business statement (newest first), goals, investment areas, scope, versions of its organisation', access: 'readAccounts', params,
  response: z.object({
    asOf: DayText, business: z.array(BusinessView), items: z.array(StrategyItem), organisations: z.array(OrgVersionView),
    /** Facts that any of these rest on. */
    facts: z.array(FactView), can: z.object({ describe: z.boolean() }),
  }).meta({ id: 'Strategy' }),
});
export const addStrategyItems = endpoint({
  summary: 'Note goals, investment areas and scope (a set of 1 to 200)', access: 'describeAccount', params,
  body: z.object({ items: z.array(z.object({ ...Item, horizon: Item.horizon.default(null), fromOn: Item.fromOn.default(null), toOn: Item.toOn.default(null), amount: Item.amount.default(null), currency: Item.currency.default(null), facts: FactIds.default([]) })).min(1).max(200) }).meta({ id: 'NewStrategyItems' }),
  response: Added,
});
export const editStrategyItem = endpoint({ summary: 'Change an item of a strategy (only the given fields)', access: 'describeAccount', params, body: z.object({ ...Item, facts: FactIds }).partial().meta({ id: 'StrategyItemChange' }), response: Done });
export const withdrawStrategyItem = endpoint({ summary: 'Withdraw an item of a strategy, or bring it back', access: 'describeAccount', params, body: Withdraw, response: Done });
export const stateBusiness = endpoint({
  summary: 'State what business the customer is really in; the newest statement counts', access: 'describeAccount', params,
  body: z.object({ sells: z.string().trim().min(1).max(1000), business: z.string().trim().min(1).max(1000), soNeeds: z.string().trim().max(1000).default(''), facts: FactIds.default([]) }).meta({ id: 'NewBusinessStatement' }), response: Added,
});
export const withdrawBusiness = endpoint({ summary: 'Withdraw a business statement, or bring it back', access: 'describeAccount', params, body: Withdraw, response: Done });

const OrgFault = z.object({ row: z.number(), reason: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export const readOrganisationFile = endpoint({
  summary: 'Read a table of units (request body = CSV, XLSX or text): what it holds, and faults with their rows; nothing is stored', access: 'describeAccount', upload: true, params,
  query: z.object({ fileName: z.string().min(1).max(255) }),
  response: z.object({
    form: z.enum(['parents', 'levels', 'outline']), units: z.array(OrgUnitView), faults: z.array(OrgFault), faultCount: z.number(), tops: z.number(), depth: z.number(),
    /** Headers of columns that were left out: names of persons, and unknown ones. */
    persons: z.array(z.string()), unused: z.array(z.string()),
  }).meta({ id: 'ReadOrganisation' }),
});
const NewUnit = z.object({
  unit: z.number().int().min(1).max(1_000_000), parent: z.number().int().min(1).max(1_000_000).nullable().default(null), name: z.string().trim().max(500), function: z.string().trim().max(500).nullable().default(null),
  head: z.string().trim().max(500).nullable().default(null), people: z.number().nullable().default(null),
}).meta({ id: 'NewOrganisationUnit' });
export const importOrganisation = endpoint({
  summary: 'Keep a version of the organisation, all or nothing (at most 2,000 units)', access: 'describeAccount', params,
  body: z.object({ asOf: DayText, source: z.string().trim().max(300).default(''), note: z.string().trim().max(1000).default(''), units: z.array(NewUnit).min(1).max(3000), facts: FactIds.default([]) }).meta({ id: 'NewOrganisation' }), response: Added,
});
export const withdrawOrganisation = endpoint({ summary: 'Withdraw a version of the organisation, or bring it back', access: 'describeAccount', params, body: Withdraw, response: Done });
export const readOrganisation = endpoint({
  summary: 'The organisation in force on a day (without one: today); version null before the first', access: 'readAccounts', params, query: z.object({ on: DayText.optional() }),
  response: z.object({ version: OrgVersionView.omit({ facts: true, state: true }).meta({ id: 'OrganisationInForce' }).nullable(), units: z.array(OrgUnitView) }).meta({ id: 'Organisation' }),
});
export const compareOrganisations = endpoint({
  summary: 'What changed between two versions of the organisation', access: 'readAccounts', params, query: z.object({ before: Id, after: Id }),
  response: z.object({
    changes: z.array(z.object({
      kind: z.enum(['added', 'gone', 'moved', 'renamed', 'head', 'function', 'people']), name: z.string(), path: z.array(z.string()),
      /** Name, position, function, number of people, or the path of the unit above. */
      from: z.string().nullable(), to: z.string().nullable(),
    })),
  }).meta({ id: 'OrganisationChanges' }),
});
