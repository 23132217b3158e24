import { z } from 'zod';
import { FACT_KINDS } from '#domain/factKinds.ts';
import { MOST_PAGES } from '#domain/insight/proposals/asking.ts';
import { endpoint } from '../endpoint.ts';
import { Anchor } from '../select/facts.ts';
import { Id } from '../shared.ts';

/** The language model: who may use it learns where text goes; only who may change it sees the rest. The key itself crosses in no answer. */
export const readLanguageModel = endpoint({
  summary: 'Whether a language model proposes facts, and where text is sent', access: 'member',
  response: z.object({
    /** null: switched off. */
    host: z.string().nullable(), model: z.string().nullable(),
    settings: z.object({ base: z.string(), model: z.string(), timeoutSeconds: z.number(), key: z.enum(['set', 'not_set', 'unreadable']) }).nullable(),
  }).meta({ id: 'LanguageModel' }),
});
export const changeLanguageModel = endpoint({
  summary: 'Set the endpoint that proposes facts (empty base: off). Key: given, kept (left out) or forgotten (null)', access: 'changeSettings',
  body: z.object({ base: z.string().trim().max(500), model: z.string().trim().max(200).default(''), timeoutSeconds: z.number().int().default(60), key: z.string().trim().max(2000).regex(/^[\x21-\x7e]*$/).nullable().optional() }).meta({ id: 'LanguageModelChange' }),
  response: z.object({ event: z.number() }).meta({ id: 'LanguageModelChanged' }),
});
export const testLanguageModel = endpoint({ summary: 'Ask the language model for one word', access: 'changeSettings', response: z.object({ host: z.string(), milliseconds: z.number() }).meta({ id: 'LanguageModelTested' }) });

export const proposeFacts = endpoint({
  summary: 'Let the language model propose facts from pages of a source; none is recorded', access: 'recordFact', params: z.object({ id: Id }),
  body: z.object({ from: z.number().int().min(1).max(1_000_000), count: z.number().int().min(1).max(MOST_PAGES).default(5) }).meta({ id: 'ProposeFacts' }),
  response: z.object({
    host: z.string(), pages: z.number(), letters: z.number(),
    proposals: z.array(z.object({ statement: z.string(), kind: z.enum(FACT_KINDS), anchor: Anchor })),
    /** Dropped: quotation found on none of the pages; known already; no proposal at all. */
    notThere: z.number(), known: z.number(), unusable: z.number(),
  }).meta({ id: 'ProposedFacts' }),
});
