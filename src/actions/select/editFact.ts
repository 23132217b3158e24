import { Refusal } from '#domain/refusal.ts';
import { FACT_FIELDS, factFaults, type NewFact } from '#domain/select/fact.ts';
import type { FactFields } from '#domain/trust/events.ts';
import { updateFact } from '#storage/select/facts.ts';
import { act, type Context } from '../act.ts';
import { factFor } from './factFor.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/** Changes a fact; scores that rest on it follow at once. Refuses (invalid) with every field that is wrong. */
export async function editFact(context: Context, id: number, change: { readonly [Name in keyof NewFact]?: NewFact[Name] | undefined }): Promise<{ event: number }> {
  const today = context.now().toISOString().slice(0, 10);
  const { answer: outcome, eventIds } = await act(context, 'recordFact', async (tx) => {
    const fact = await factFor(tx, context.actor, id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<NewFact>;
    const after: NewFact = { ...fact, ...given };
    const fields = factFaults(after, today, '');
    if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });
    const changed = FACT_FIELDS.filter((name) => after[name] !== fact[name]);
    const pick = (of: NewFact) => Object.fromEntries(changed.map((name) => [name, of[name]])) as FactFields;
    await updateFact(tx, id, after);
    return { answer: await scoreSome(tx, [fact.accountId]), events: [{ verb: 'factEdited', accountId: fact.accountId, payload: { factId: id, before: pick(fact), after: pick(after) } }] };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}
