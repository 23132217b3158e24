import { Refusal } from '#domain/refusal.ts';
import { givenMarks } from '#domain/select/panel/visible.ts';
import type { PayloadOf } from '#domain/trust/events.ts';
import { deleteDissent, insertDissent, panelAgreements, panelDissents } from '#storage/select/panelOutcomes.ts';
import { panelMarks } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { accountFor } from '../accountFor.ts';
import { named, panelFor, placeIn } from './panelFor.ts';

/**
 * Records that an assessor holds on to their own mark, and why (不同意见). Open after the panel has closed too: closing must not
 * silence anybody. Refuses (invalid) where nothing is agreed, their mark is the agreed one or they have none; (conflict) a second time.
 */
export async function dissentInPanel(context: Context, id: number, indicator: string, reason: string): Promise<{ event: number }> {
  const at = context.now().toISOString();
  const { eventIds } = await act(context, 'markAccount', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'markAccount', id, { closed: true });
    const { userId } = placeIn(panel, context.actor);
    const agreement = (await panelAgreements(tx, [id])).find((one) => one.indicator === indicator);
    const mark = givenMarks(panel, await panelMarks(tx, [id])).find((one) => one.userId === userId && one.indicator === indicator);
    const fault = (why: string, message: string) => new Refusal('invalid', message, { fields: [{ path: 'indicator', reason: why, message }] });
    if (!agreement) throw fault('not_agreed', 'Nothing is agreed on this yet.');
    if (!mark) throw fault('no_own_mark', 'You have no mark on this.');
    if (mark.value === agreement.value) throw fault('same_mark', 'Your mark is the agreed one.');
    if ((await panelDissents(tx, [id])).some((one) => one.person.id === userId && one.indicator === indicator)) {
      throw new Refusal('conflict', 'Your dissent is recorded already.', { reason: 'already_dissented' });
    }
    await insertDissent(tx, id, userId, { indicator, value: mark.value, reason: reason.trim() }, at);
    return { answer: null, events: [{ verb: 'panelDissented', accountId: panel.accountId, payload: { ...named(panel), userId, indicator, value: mark.value, reason: reason.trim(), holds: true } }] };
  });
  return { event: eventIds[0]! };
}

/** Takes a dissent back, or records it again: the opposite of what the event did. */
export async function reverseDissent(context: Context, id: number, past: PayloadOf<'panelDissented'>): Promise<{ event: number }> {
  const holds = !past.holds;
  const { eventIds } = await act(context, 'markAccount', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'markAccount', id, { closed: true });
    if (past.userId !== context.actor.id) await accountFor(tx, context.actor, 'openPanel', panel.accountId);
    if (holds) await insertDissent(tx, id, past.userId, past, context.now().toISOString());
    else await deleteDissent(tx, id, past.userId, past.indicator);
    return { answer: null, events: [{ verb: 'panelDissented', accountId: panel.accountId, payload: { ...past, holds } }] };
  });
  return { event: eventIds[0]! };
}
