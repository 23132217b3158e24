import { latestDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import type { NewFact } from '#domain/select/fact.ts';
import { insertFacts } from '#storage/select/facts.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';
import { factsFaults } from './factsFaults.ts';

/** Records facts (事实) about a customer. Refuses (invalid) with the path of every field that is wrong. Marks may cite them from then on. */
export async function recordFacts(context: Context, accountId: number, facts: readonly NewFact[]): Promise<{ ids: number[]; event: number }> {
  const now = context.now();
  const { answer: ids, eventIds } = await act(context, 'recordFact', async (tx) => {
    await accountFor(tx, context.actor, 'recordFact', accountId);
    const fields = await factsFaults(tx, accountId, facts.map((fact, n) => ({ fact, path: `facts.${n}` })), latestDay(now));
    if (fields.length > 0) throw new Refusal('invalid', 'Some facts cannot be recorded.', { fields });
    const first = await insertFacts(tx, accountId, facts, { userId: context.actor.id, at: now.toISOString() });
    const made = facts.map((_, n) => first + n);
    return { answer: made, events: [{ verb: 'factsRecorded', accountId, payload: { ids: made, statement: facts[0]?.statement ?? '' } }] };
  });
  return { ids, event: eventIds[0]! };
}
