import { latestDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { FACT_FIELDS, type NewFact } from '#domain/select/fact.ts';
import type { FactFields } from '#domain/trust/events.ts';
import { updateFact } from '#storage/select/facts.ts';
import { act, type Context } from '../act.ts';
import { factsFor } from './factsFor.ts';
import { factsFaults } from './factsFaults.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/**
 * Changes a fact; scores that rest on it follow at once. Refuses (invalid) with every field that the change makes wrong: what was
 * wrong before (a fact that came with an older version names no source) does not keep a typing error from being mended. A withdrawn
 * fact is history and stays as it was (conflict: fact_withdrawn).
 */
export async function editFact(context: Context, id: number, change: { readonly [Name in keyof NewFact]?: NewFact[Name] | undefined }): Promise<{ event: number }> {
  const today = latestDay(context.now());
  const { answer: outcome, eventIds } = await act(context, 'recordFact', async (tx) => {
    const [fact] = await factsFor(tx, context.actor, [id]);
    if (fact.withdrawnAt !== null) throw new Refusal('conflict', 'This fact was withdrawn. Let it count again, then change it.', { reason: 'fact_withdrawn' });
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<NewFact>;
    const after: NewFact = { ...fact, ...given };
    const [old, faults] = [await factsFaults(tx, fact.accountId, [{ fact, path: '' }], today), await factsFaults(tx, fact.accountId, [{ fact: after, path: '' }], today)];
    const fields = faults.filter((fault) => fault.path in given || !old.some((one) => one.path === fault.path && one.reason === fault.reason));
    if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });
    const changed = FACT_FIELDS.filter((name) => after[name] !== fact[name]);
    const pick = (of: NewFact) => Object.fromEntries(changed.map((name) => [name, of[name]])) as FactFields;
    await updateFact(tx, id, after);
    return { answer: await scoreSome(tx, [fact.accountId]), events: [{ verb: 'factEdited', accountId: fact.accountId, payload: { factId: id, statement: after.statement, before: pick(fact), after: pick(after) } }] };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}
