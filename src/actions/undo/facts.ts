import { FACT_FIELDS } from '#domain/select/fact.ts';
import { factsById } from '#storage/select/facts.ts';
import { editFact } from '../select/editFact.ts';
import { withdrawFacts } from '../select/withdrawFacts.ts';
import type { Reverse } from './reverse.ts';

export const factsRecorded: Reverse<'factsRecorded'> = {
  unchanged: async (tx, { payload }) => (await factsById(tx, payload.ids)).every((fact) => fact.withdrawnAt === null),
  reverse: (context, { payload }) => withdrawFacts(context, payload.ids, true),
};

export const factEdited: Reverse<'factEdited'> = {
  unchanged: async (tx, { payload }) => {
    const [fact] = await factsById(tx, [payload.factId]);
    return fact !== undefined && FACT_FIELDS.every((name) => !(name in payload.after) || fact[name] === payload.after[name]);
  },
  reverse: (context, { payload }) => editFact(context, payload.factId, payload.before as Parameters<typeof editFact>[2]),
};

export const factsWithdrawn: Reverse<'factsWithdrawn'> = {
  unchanged: async (tx, { payload }) => (await factsById(tx, payload.factIds)).every((fact) => (fact.withdrawnAt !== null) === payload.withdrawn),
  reverse: (context, { payload }) => withdrawFacts(context, payload.factIds, !payload.withdrawn),
};
