import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { AssessedSet } from '#domain/trust/events.ts';
import { whyNoUndo } from '#domain/trust/undo.ts';
import type { Schema } from '#storage/schema.ts';
import { currentMarksOf } from '#storage/select/marks.ts';
import { lockEvent, readEventsBetween, readLaterOnAccounts } from '#storage/trust/eventPages.ts';
import { act, type Context } from '../../act.ts';
import type { Past } from '../../undo/reverse.ts';
import { accountsFor } from '../accountFor.ts';
import { afterSome } from '../scorePortfolio.ts';
import { scoreSome } from '../scoreSome.ts';
import { unmark } from '../unmarkAccount.ts';

type Marked = Past<'marked'> & { readonly accountId: number };

/**
 * The customers of an assessment that are still as it left them, each by its own event; those that somebody has taken back by
 * themselves are left out. Null when one of them has been marked again since: then the whole cannot be taken back.
 */
export async function stillAssessed(tx: Transaction<Schema>, id: number, { accounts }: AssessedSet): Promise<Marked[] | null> {
  await lockEvent(tx, id + 1, id + accounts);
  const members = (await readEventsBetween(tx, id + 1, id + accounts)).filter((event): event is Marked & typeof event => event.verb === 'marked');
  const later = await readLaterOnAccounts(tx, id + 1, id + accounts);
  if (later === null) return null;
  const byAccount = Map.groupBy(later, (event) => event.accountId);
  const standing: Marked[] = [];
  for (const member of members) {
    const why = whyNoUndo(member, byAccount.get(member.accountId) ?? []);
    if (why === 'changed_since') return null;
    if (why === null) standing.push(member);
  }
  const current = await currentMarksOf(tx, standing.map((member) => member.accountId));
  const asLeft = standing.every(({ accountId, payload }) => {
    const now = new Map((current.get(accountId) ?? []).map((mark) => [mark.indicator, mark.id]));
    return payload.changes.every((change) => (now.get(change.indicator) ?? null) === change.markId);
  });
  return asLeft ? standing : null;
}

/** Takes a whole assessment back in one step; what this leaves is an `assessed` event too, which can be taken back in turn. */
export async function takeBackAssessment(context: Context, { id, payload }: Past<'assessed'>): Promise<{ event: number }> {
  const { answer: outcome, eventIds } = await act(context, 'markAccount', async (tx) => {
    const members = (await stillAssessed(tx, id, payload)) ?? [];
    if (members.length === 0) throw new Refusal('conflict', 'This change has been taken back already.', { reason: 'already_undone' });
    const ids = members.map((member) => member.accountId);
    await accountsFor(tx, context.actor, 'markAccount', ids);
    const back = await unmark(tx, members.map(({ accountId, payload: { changes, facts } }) => ({ accountId, changes, facts })), { userId: context.actor.id, at: context.now().toISOString() });
    const marks = members.reduce((sum, member) => sum + member.payload.changes.length, 0);
    return {
      answer: await scoreSome(tx, ids),
      events: [{ verb: 'assessed', payload: { accounts: members.length, marks, fileName: payload.fileName, takenBack: !payload.takenBack } }, ...back.map((event, n) => ({ ...event, undoes: members[n]!.id }))],
    };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}
