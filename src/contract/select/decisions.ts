import { z } from 'zod';
import { MOST_ALTERNATIVES } from '#domain/select/decision/conditions.ts';
import { OUTCOMES } from '#domain/select/decision/review.ts';
import { FACT_KINDS } from '#domain/factKinds.ts';
import { SOURCE_TYPES } from '#domain/select/fact.ts';
import { TRADE_MEASURES } from '#domain/select/model.ts';
import { endpoint } from '../endpoint.ts';
import { ClassName, DayText, EvidenceName, GradeName, Id, Person, Words } from '../shared.ts';

const score = z.number().min(0).max(100).nullable();
const lens = z.enum(['past', 'present', 'future']);
const evidenceState = z.enum(['proven', 'assumed', 'stale', 'missing']);
const kind = z.enum(['choose', 'drop']);
const Reasons = z.object({ for: z.string().max(4000), against: z.string().max(4000).default('') });

/** Where an account stood on a day; money in minor units of `currency`, 12 months to `asOf`. */
export const Figures = z.object({
  asOf: DayText, total: score, confidence: z.number(), grade: GradeName.nullable(), class: ClassName.nullable(), rank: z.number().nullable(),
  /** Of how many; null for those who see only some accounts. */
  ranked: z.number().nullable(),
  currency: z.string(), revenue: z.number(), revenueBefore: z.number(), margin: z.number().nullable(), contribution: z.number(), months: z.array(z.number()),
}).meta({ id: 'Figures' });

/** A decision on a key account, with where the customer stood then. */
export const DecisionView = z.object({
  id: z.number(), account: z.object({ id: z.number(), key: z.string(), name: z.string(), archived: z.boolean() }), kind, reasons: z.object({ for: z.string(), against: z.string() }),
  /** Who decided, as they were called then. */
  people: z.array(Person), decidedOn: DayText, recordedBy: Person.nullable(), recordedAt: z.string(), withdrawn: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
  /** The newest decision of its account that was not withdrawn. */
  standing: z.boolean(), figures: Figures,
  /** Reviews so far, the last one's day, and when the next is due (a choice that stands: one year after the decision or its last review). */
  reviews: z.number(), lastReviewedOn: DayText.nullable(), reviewDue: DayText.nullable(), due: z.boolean(),
}).meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof DecisionView>;

/** A customer that might have been chosen instead. */
export const Alternative = z.object({
  id: z.number(), key: z.string(), name: z.string(), rank: z.number().nullable(), total: score, grade: GradeName.nullable(), class: ClassName.nullable(), currency: z.string(), revenue: z.number(), contribution: z.number(),
}).meta({ id: 'Alternative' });

/** What a decision was made on, frozen; names in both languages, so that nothing is looked up later. */
export const DecisionSnapshot = z.object({
  format: z.literal(1), account: z.object({ id: z.number(), key: z.string(), name: z.string() }),
  model: z.object({ versionId: z.number(), version: z.number(), name: Words, grades: z.object({ S: z.number(), A: z.number(), B: z.number(), C: z.number() }) }),
  figures: Figures,
  lenses: z.array(z.object({ key: lens, name: Words, score, weight: z.number() })),
  factors: z.array(z.object({ key: z.string(), name: Words, lens, score, weight: z.number(), capped: z.boolean() })),
  indicators: z.array(z.object({
    key: z.string(), name: Words, lens, factor: z.string(), kind: z.enum(['computed', 'assessed', 'categorical']), measure: z.enum(TRADE_MEASURES).nullable(), raw: z.union([z.number(), z.string()]).nullable(),
    said: Words.nullable(), weight: z.number(), effectiveWeight: z.number(), points: score, contribution: z.number(), evidence: z.number(), state: evidenceState,
    inputs: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  })),
  deductions: z.array(z.object({ key: z.string(), name: Words, points: z.number() })), vetoes: z.array(z.object({ key: z.string(), name: Words })),
  facts: z.array(z.object({
    id: z.number(), statement: z.string(), sourceType: z.enum(SOURCE_TYPES), source: z.string(), url: z.string().nullable(), sourceId: z.number().nullable(), page: z.number().nullable(), quote: z.string().nullable(), kind: z.enum(FACT_KINDS), evidence: EvidenceName, observedOn: DayText, expiresOn: DayText.nullable(),
    weight: z.number(), state: evidenceState, indicators: z.array(z.string()),
  })),
  factsCited: z.number(),
  /** Those of them that the viewer may see. */
  alternatives: z.array(Alternative), reviewId: z.number().nullable(),
}).meta({ id: 'DecisionSnapshot' });

const amountChange = z.object({ then: z.number().nullable(), now: z.number().nullable(), share: z.number().nullable() });

/** What happened between the decision and now: values that a screen words. */
export const SinceThen = z.object({
  from: DayText, to: DayText, days: z.number(), sameModel: z.boolean(), sameCurrency: z.boolean(), now: Figures, revenue: amountChange, margin: amountChange, contribution: amountChange,
  total: z.object({ then: score, now: score, points: z.number().nullable() }), confidence: z.object({ then: z.number(), now: z.number() }),
  grade: z.object({ then: GradeName.nullable(), now: GradeName.nullable(), steps: z.number().nullable() }),
  class: z.object({ then: ClassName.nullable(), now: ClassName.nullable(), change: z.enum(['same', 'better', 'worse', 'unknown']) }),
  rank: z.object({ then: z.number().nullable(), now: z.number().nullable(), places: z.number().nullable() }),
  indicators: z.array(z.object({ key: z.string(), name: Words, kind: z.enum(['rose', 'fell', 'becameKnown', 'becameUnknown']), then: score, now: score, effect: z.number().nullable() })),
  factsLost: z.array(z.object({ id: z.number(), statement: z.string(), source: z.string(), observedOn: DayText, by: z.enum(['withdrawn', 'expired', 'stale']) })),
}).meta({ id: 'SinceThen' });

export const ReviewView = z.object({
  id: z.number(), outcome: z.enum(OUTCOMES), note: z.string(), reviewedOn: DayText, reviewedBy: Person.nullable(), reviewedAt: z.string(), withdrawn: z.boolean(), figures: Figures, dropDecisionId: z.number().nullable(),
  can: z.object({ withdraw: z.boolean() }),
}).meta({ id: 'DecisionReview' });

export const decideOnAccount = endpoint({
  summary: 'Choose a customer as a key account, or drop it', access: 'chooseKeyAccount', params: z.object({ id: Id }),
  body: z.object({
    kind, reasons: Reasons, people: z.array(z.string().max(60)).max(30), decidedOn: DayText.optional(), alternatives: z.array(z.number().int().positive()).max(MOST_ALTERNATIVES).default([]),
  }).meta({ id: 'NewDecision' }),
  response: z.object({ id: z.number(), event: z.number() }).meta({ id: 'Decided' }),
});
export const listAccountDecisions = endpoint({
  summary: 'Decisions on a customer, newest first, and what else might be chosen', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({
    rows: z.array(DecisionView),
    /** The customers nearest in rank that are no key accounts. */
    neighbours: z.array(Alternative), can: z.object({ decide: z.boolean() }),
  }).meta({ id: 'AccountDecisions' }),
});
export const listDecisions = endpoint({
  summary: 'Decisions on key accounts: the log, newest first; `due` the longest waiting first', access: 'readAccounts',
  query: z.object({ show: z.enum(['all', 'chosen', 'dropped', 'due']).default('all'), after: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({ rows: z.array(DecisionView), next: z.string().nullable(), keyAccounts: z.number(), due: z.number() }).meta({ id: 'DecisionPage' }),
});
export const readDecision = endpoint({
  summary: 'A decision to be read years later: what it was made on, what happened since, its reviews', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({
    decision: DecisionView, snapshot: DecisionSnapshot, since: SinceThen,
    /** Net revenue by month in the reporting currency, from the 12 months of the decision until now. */
    months: z.array(z.object({ month: z.string(), revenue: z.number() })),
    reviews: z.array(ReviewView),
    /** Other decisions on the same customer, newest first. */
    others: z.array(z.object({ id: z.number(), kind, decidedOn: DayText, withdrawn: z.boolean() })),
    can: z.object({ review: z.boolean(), withdraw: z.boolean() }),
  }).meta({ id: 'DecisionDetail' }),
});
export const withdrawDecision = endpoint({
  summary: 'Withdraw a decision as if it had not been made (or let it stand again with withdrawn=false)', access: 'chooseKeyAccount', params: z.object({ id: Id }),
  body: z.object({ withdrawn: z.boolean().default(true) }).meta({ id: 'WithdrawDecision' }), response: z.object({ event: z.number() }).meta({ id: 'DecisionWithdrawn' }),
});
export const reviewDecision = endpoint({
  summary: 'Review the choice of a key account; `drop` drops it in the same act', access: 'chooseKeyAccount', params: z.object({ id: Id }),
  body: z.object({ outcome: z.enum(OUTCOMES), note: z.string().max(4000), reviewedOn: DayText.optional(), people: z.array(z.string().max(60)).max(30).optional() }).meta({ id: 'NewReview' }),
  response: z.object({ id: z.number(), dropDecisionId: z.number().nullable(), event: z.number() }).meta({ id: 'Reviewed' }),
});
export const withdrawReview = endpoint({
  summary: 'Withdraw a review, with the drop that came out of it (or let it stand again)', access: 'chooseKeyAccount', params: z.object({ id: Id }),
  body: z.object({ withdrawn: z.boolean().default(true) }).meta({ id: 'WithdrawReview' }), response: z.object({ event: z.number() }).meta({ id: 'ReviewWithdrawn' }),
});
