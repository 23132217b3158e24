import type { NoteAct, NoteChange } from '#domain/nouns.ts';
import { changeNote, citationsOf, notesById, setCitations, type Cell } from '#storage/insight/notes.ts';
import { holdRows } from '#storage/locks.ts';
import { holdPeople } from '#storage/relate/peopleRows.ts';
import { factsById, setFactsWithdrawn } from '#storage/select/facts.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from '../select/accountFor.ts';
import { afterSome } from '../select/scorePortfolio.ts';
import { scoreSome } from '../select/scoreSome.ts';
import { putBackAlong } from './people.ts';
import type { Past, Reverse } from './reverse.ts';

const OPPOSITE: Record<NoteAct, NoteAct> = { added: 'withdrawn', changed: 'changed', withdrawn: 'restored', restored: 'withdrawn' };

/** Every note that changed gets its earlier columns and facts back; one that was made is withdrawn, and so are facts and people that came in the same act. */
export const noted: Reverse<'noted'> = {
  unchanged: async (tx, { accountId, payload }) => {
    if (accountId !== undefined) await holdRows(tx, 'account', [accountId]);
    if (payload.people !== undefined) await holdPeople(tx);
    for (const { noun, id, before, after, cites } of payload.changes) {
      const [row] = await notesById(tx, noun, [id]) as unknown as Record<string, Cell>[];
      if (!row || (before === null && row['withdrawn_at'] !== null) || Object.entries(after).some(([column, value]) => row[column] !== value)) return false;
      // A fact that was withdrawn since is no longer among them, and that is no change of the note.
      if (cites && before !== null && ((await citationsOf(tx, noun, [id])).get(id) ?? []).some((fact) => !cites.after.includes(fact))) return false;
    }
    return payload.facts === undefined || (await factsById(tx, payload.facts.ids)).every((fact) => (fact.withdrawnAt !== null) === payload.facts!.withdrawn);
  },
  reverse,
};

async function reverse(context: Context, { accountId, payload }: Past<'noted'>): Promise<{ event: number }> {
  const permission = accountId === undefined ? 'keepCatalogue' : 'describeAccount';
  const at = context.now().toISOString();
  const { answer: outcome, eventIds } = await act(context, permission, async (tx) => {
    if (accountId !== undefined) await accountFor(tx, context.actor, permission, accountId);
    const changes: NoteChange[] = [];
    for (const change of payload.changes.toReversed()) {
      const back = change.before ?? { withdrawn_at: at, withdrawn_by: context.actor.id };
      const [row] = await notesById(tx, change.noun, [change.id]) as unknown as Record<string, Cell>[];
      await changeNote(tx, change.noun, change.id, back);
      const cites = change.before !== null && change.cites ? { before: change.cites.after, after: change.cites.before } : undefined;
      if (cites) await setCitations(tx, change.noun, change.id, cites.after);
      changes.push({ noun: change.noun, id: change.id, before: Object.fromEntries(Object.keys(back).map((column) => [column, row?.[column] ?? null])), after: back, ...(cites ? { cites } : {}) });
    }
    const { facts } = payload;
    const people = payload.people === undefined ? null : await putBackAlong(context, tx, { changeId: payload.people, members: payload.changes.flatMap(({ noun, id }) => (noun === 'map_member' ? [id] : [])) });
    if (facts) await setFactsWithdrawn(tx, facts.ids, facts.withdrawn ? null : { userId: context.actor.id, at });
    // A mark may have cited them meanwhile.
    return {
      answer: facts && accountId !== undefined ? await scoreSome(tx, [accountId]) : null,
      events: [{ verb: 'noted', ...(accountId === undefined ? {} : { accountId }), payload: { noun: payload.noun, act: OPPOSITE[payload.act], title: payload.title, changes, ...(facts ? { facts: { ...facts, withdrawn: !facts.withdrawn } } : {}), ...(people ? { people: people.payload.changeId } : {}) } }, ...(people ? [people] : [])],
    };
  });
  if (outcome !== null) await afterSome(context, outcome);
  return { event: eventIds[0]! };
}
