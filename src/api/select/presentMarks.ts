import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { FactView } from '#contract/select/facts.ts';
import type { MarkView } from '#contract/select/accounts.ts';
import { proofState, weighMark, weightOf } from '#domain/select/evidence.ts';
import { proofOf, type Fact } from '#domain/select/fact.ts';
import type { Schema } from '#storage/schema.ts';
import type { Measuring } from '#storage/select/accountInputs.ts';
import { countFacts, factsById } from '#storage/select/facts.ts';
import { currentMarks } from '#storage/select/marks.ts';

type Under = Pick<Measuring, 'halfLives' | 'context'>;

/** The marks of an account that count, with the facts they cite and how many facts there are. */
export async function presentMarks(db: Kysely<Schema>, accountId: number, under: Under): Promise<{ marks: z.output<typeof MarkView>[]; facts: z.output<typeof FactView>[]; factCount: number }> {
  const marks = await currentMarks(db, accountId);
  const facts = await factsById(db, [...new Set(marks.flatMap((mark) => mark.factIds))]);
  return {
    marks: marks.map((mark) => {
      const { evidence, known } = weighMark(mark, under.context.asOf, under.halfLives);
      return {
        id: mark.id, indicator: mark.indicator, value: mark.value, note: mark.note, observedOn: mark.observedOn, evidence: known, confidence: evidence, state: proofState(known, evidence),
        factIds: [...mark.factIds], by: mark.recordedBy, at: mark.recordedAt,
      };
    }),
    facts: facts.map((fact) => presentFact(fact, marks.filter((mark) => mark.factIds.includes(fact.id)).map((mark) => mark.indicator), under)),
    factCount: (await countFacts(db, accountId)).counting,
  };
}

/** A fact with what it proves on the as-of day, how it is drawn, and the indicators whose marks cite it. */
export function presentFact(fact: Fact, citedBy: readonly string[], { halfLives, context }: Under): z.output<typeof FactView> {
  const confidence = weightOf(proofOf(fact), context.asOf, halfLives);
  return { ...fact, citedBy: [...citedBy], confidence, state: proofState(fact.evidence, confidence) };
}
