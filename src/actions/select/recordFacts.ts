import { Refusal } from '#domain/refusal.ts';
import { factFaults, type NewFact } from '#domain/select/fact.ts';
import { insertFacts } from '#storage/select/facts.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';

/** Records facts (事实) about a customer. Refuses (invalid) with the path of every field that is wrong. Marks may cite them from then on. */
export async function recordFacts(context: Context, accountId: number, facts: readonly NewFact[]): Promise<{ ids: number[]; event: number }> {
  const at = context.now().toISOString();
  const { answer: ids, eventIds } = await act(context, 'recordFact', async (tx) => {
    await accountFor(tx, context.actor, 'recordFact', accountId);
    const fields = facts.flatMap((fact, n) => factFaults(fact, at.slice(0, 10), `facts.${n}`));
    if (fields.length > 0) throw new Refusal('invalid', 'Some facts cannot be recorded.', { fields });
    const first = await insertFacts(tx, accountId, facts, { userId: context.actor.id, at });
    const made = facts.map((_, n) => first + n);
    return { answer: made, events: [{ verb: 'factsRecorded', accountId, payload: { ids: made, statement: facts[0]?.statement ?? '' } }] };
  });
  return { ids, event: eventIds[0]! };
}
