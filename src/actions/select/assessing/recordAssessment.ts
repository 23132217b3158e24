import { Refusal } from '#domain/refusal.ts';
import type { NewEvent } from '#domain/trust/events.ts';
import { act, type Context } from '../../act.ts';
import { accountsFor } from '../accountFor.ts';
import { ensureTemplate } from '../ensureTemplate.ts';
import { recordMarks, type AccountMarks } from '../markAccount.ts';
import { afterSome } from '../scorePortfolio.ts';
import { scoreSome } from '../scoreSome.ts';

/** What was recorded at one go: `event` takes all of it back, `events` are those of the single customers. */
export interface RecordedAssessment { readonly event: number; readonly events: number[]; readonly accounts: number; readonly marks: number }

/**
 * Records the marks of many customers, all or nothing, and scores everybody they touch. One `assessed` event for the whole, then a
 * `marked` event each. Refuses as markAccounts does, and (invalid) a customer who is named twice.
 */
export async function recordAssessment(context: Context, sets: readonly AccountMarks[], fileName: string | null): Promise<RecordedAssessment> {
  await ensureTemplate(context.store, context.now());
  const ids = sets.map((set) => set.accountId);
  const marks = sets.reduce((sum, set) => sum + set.marks.length, 0);
  const fields = ids.flatMap((id, n) => (ids.indexOf(id) === n ? [] : [{ path: `sets.${n}.accountId`, reason: 'repeated_account', message: 'The same customer stands there twice.' }]));
  const { answer: outcome, eventIds } = await act(context, 'markAccount', async (tx) => {
    await accountsFor(tx, context.actor, 'markAccount', ids);
    if (fields.length > 0) throw new Refusal('invalid', 'Some marks cannot be recorded.', { fields });
    const by = { userId: context.actor.id, at: context.now().toISOString() };
    const marked = await recordMarks(tx, sets, by, (at) => `sets.${at.set}.marks.${at.mark}`);
    const whole: NewEvent = { verb: 'assessed', payload: { accounts: marked.length, marks, fileName, takenBack: false } };
    return { answer: await scoreSome(tx, ids), events: [whole, ...marked] };
  });
  await afterSome(context, outcome);
  const [event, ...events] = eventIds;
  return { event: event!, events, accounts: events.length, marks };
}
