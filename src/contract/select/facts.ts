import { z } from 'zod';
import { BLOCKS } from '#domain/blocks.ts';
import { FACT_KINDS } from '#domain/factKinds.ts';
import { SOURCE_TYPES } from '#domain/select/fact.ts';
import { endpoint } from '../endpoint.ts';
import { BlockName, DayText, EvidenceName, Id, Person, Topic } from '../shared.ts';

/** A place in a source: the page (from 1), the characters from–to of its text, and what stands there. */
export const Anchor = z.object({ page: z.number().int().min(1), from: z.number().int().min(0), to: z.number().int().min(1), quote: z.string().min(1).max(4000) }).meta({ id: 'Anchor' });

/** A fact (事实) as a person enters it: a statement with where it comes from, and how it is known. */
export const NewFact = z.object({
  kind: z.enum(FACT_KINDS).default('other'), statement: z.string().trim().min(1).max(2000), evidence: EvidenceName.default('observed'),
  sourceType: z.enum(SOURCE_TYPES).default('text'), source: z.string().trim().max(500).default(''), url: z.string().trim().max(2000).nullable().default(null),
  importId: z.number().int().positive().nullable().default(null), sourceId: z.number().int().positive().nullable().default(null), anchor: Anchor.nullable().default(null),
  observedOn: DayText, expiresOn: DayText.nullable().default(null),
  /** Its place on the full view; without one it stands in the block of its kind. */
  block: BlockName.nullable().default(null), topic: Topic.nullable().default(null),
}).meta({ id: 'NewFact' });

export const FactView = z.object({
  id: z.number(), accountId: z.number(), kind: z.enum(FACT_KINDS), statement: z.string(), evidence: EvidenceName, sourceType: z.enum(SOURCE_TYPES), source: z.string(), url: z.string().nullable(),
  importId: z.number().nullable(), sourceId: z.number().nullable(), anchor: Anchor.nullable(), observedOn: DayText, expiresOn: DayText.nullable(), recordedBy: Person.nullable(), recordedAt: z.string(), withdrawnAt: z.string().nullable(),
  /** Where somebody placed it on the full view; null: it stands in the block of its kind. */
  block: BlockName.nullable(), topic: z.string().nullable(),
  /** What it proves on the as-of day (0–1), and how it is drawn. */
  confidence: z.number(), state: z.enum(['proven', 'assumed', 'stale']),
  /** Indicators whose marks cite it. */
  citedBy: z.array(z.string()),
  /** Notes of insight that rest on it (needs, opportunity points, goals …); in the list of facts only. */
  notes: z.number().optional(),
}).meta({ id: 'Fact' });

export const listFacts = endpoint({
  summary: 'Facts about a customer, newest first', access: 'readAccounts', params: z.object({ id: Id }),
  query: z.object({
    q: z.string().max(100).optional(), kind: z.enum(FACT_KINDS).optional(),
    /** Those that stand in this block of the full view; `none`: in no block. */
    block: z.enum([...BLOCKS, 'none']).optional(), withdrawn: z.enum(['no', 'only']).default('no'),
    /** The `next` of the page before. */
    after: z.string().regex(/^[1-9]\d{0,14}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    rows: z.array(FactView), next: z.string().nullable(),
    /** Facts that count, whatever the filter, and how many were withdrawn. */
    total: z.number(), withdrawn: z.number(), can: z.object({ record: z.boolean() }),
  }).meta({ id: 'FactPage' }),
});
export const recordFacts = endpoint({
  summary: 'Record facts about a customer (a set of 1 to 200)', access: 'recordFact', params: z.object({ id: Id }),
  body: z.object({ facts: z.array(NewFact).min(1).max(200) }).meta({ id: 'NewFacts' }), response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'FactsRecorded' }),
});
export const editFact = endpoint({
  summary: 'Change a fact', access: 'recordFact', params: z.object({ id: Id }),
  // Without the defaults of a new fact: what is not named stays as it is.
  body: z.object({
    kind: z.enum(FACT_KINDS), statement: z.string().trim().min(1).max(2000), evidence: EvidenceName, sourceType: z.enum(SOURCE_TYPES), source: z.string().trim().max(500),
    url: z.string().trim().max(2000).nullable(), importId: z.number().int().positive().nullable(), observedOn: DayText, expiresOn: DayText.nullable(), block: BlockName.nullable(), topic: Topic.nullable(),
  }).partial().meta({ id: 'FactChange' }), response: z.object({ event: z.number() }).meta({ id: 'FactChanged' }),
});
export const withdrawFact = endpoint({
  summary: 'Withdraw a fact (or let it count again with withdrawn=false)', access: 'recordFact', params: z.object({ id: Id }),
  body: z.object({ withdrawn: z.boolean() }).meta({ id: 'WithdrawFact' }), response: z.object({ event: z.number() }).meta({ id: 'FactWithdrawn' }),
});
