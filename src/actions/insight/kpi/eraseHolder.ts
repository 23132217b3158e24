import type { Transaction } from 'kysely';
import { withoutNames, withoutNamesIn } from '#domain/insight/kpi/erase.ts';
import type { PayloadOf } from '#domain/trust/events.ts';
import { changeNote, notesById } from '#storage/insight/notes.ts';
import { notedEvents, otherTexts, rewriteEvent, writtenOf } from '#storage/insight/positions.ts';
import { addErasures } from '#storage/relate/erasureRegister.ts';
import type { Schema } from '#storage/schema.ts';
import { act, type Context } from '../../act.ts';
import { afterErasing } from '../../afterErasing.ts';
import { accountFor } from '../../select/accountFor.ts';
import { noteFor } from '../writeNotes.ts';

/** The event, and how many facts and other notes of the account still name the person: those are somebody's citations, changed by hand. */
export interface HolderErased { readonly event: number; readonly elsewhere: { readonly facts: number; readonly notes: number } }

/**
 * Takes the name of who holds a position out for good: from the position (also a withdrawn one), from every text about it, from its
 * briefs, and from the events that told of them, with all names it ever had. Cannot be undone, and earlier changes of the holder no
 * longer can either. The event says that it was done, not whom it was about. A backup made before is cleaned when it is restored (decision 035).
 */
export async function eraseHolder(context: Context, id: number): Promise<HolderErased> {
  const { account_id: accountId } = await noteFor(context, 'key_position', id);
  const { answer, eventIds } = await act(context, 'describeAccount', async (tx) => {
    await accountFor(tx, context.actor, 'describeAccount', accountId);
    const { names, title, madeAt } = await takeHolderOut(tx, id);
    await addErasures(tx, [{ noun: 'key_position', noun_id: id, made_at: madeAt, erased_at: context.now().toISOString(), words: 1 }]);
    const others = await otherTexts(tx, accountId);
    const naming = (texts: readonly string[]) => texts.filter((text) => withoutNames(text, names) !== text).length;
    return { answer: { facts: naming(others.facts), notes: naming(others.notes) }, events: [{ verb: 'holderErased', accountId, payload: { positionId: id, title } }] };
  });
  await afterErasing(context.store, HOLDER_TABLES);
  return { event: eventIds[0]!, elsewhere: answer };
}

/** Tables in which something of a holder may have stood. */
export const HOLDER_TABLES = ['key_position', 'position_kpi', 'talk_topic', 'brief', 'event'];

/** Takes the holder out of everything written about the position; gives the names it had, and its title without them. */
export async function takeHolderOut(tx: Transaction<Schema>, id: number): Promise<{ names: string[]; title: string; madeAt: string; accountId: number }> {
  const position = (await notesById(tx, 'key_position', [id]))[0]!;
  const events = await notedEvents(tx, position.account_id);
  const names = namesOf(position.holder, id, events);
  const clean = (text: string) => withoutNames(text, names);
  const written = await writtenOf(tx, id);
  const title = clean(position.title);
  await changeNote(tx, 'key_position', id, { holder: null, title, note: clean(position.note) });
  for (const kpi of written.kpis) await changeNote(tx, 'position_kpi', kpi.id, { text: clean(kpi.text), target: clean(kpi.target), so_needs: clean(kpi.so_needs) });
  for (const topic of written.topics) await changeNote(tx, 'talk_topic', topic.id, { text: clean(topic.text) });
  for (const brief of written.briefs) await changeNote(tx, 'brief', brief.id, { purpose: clean(brief.purpose), content: contentWithout(brief.content, names) });
  await rewrite(tx, events, names, new Set([`key_position ${id}`, ...written.kpis.map((one) => `position_kpi ${one.id}`), ...written.topics.map((one) => `talk_topic ${one.id}`), ...written.briefs.map((one) => `brief ${one.id}`)]), id);
  return { names, title, madeAt: position.recorded_at, accountId: position.account_id };
}

type Told = { readonly id: number; readonly payload: PayloadOf<'noted'> };

/** Every name the position ever had: the present one and those its changes tell of. */
function namesOf(holder: string | null, id: number, events: readonly Told[]): string[] {
  const told = events.flatMap(({ payload }) => payload.changes.filter((change) => change.noun === 'key_position' && change.id === id).flatMap((change) => [change.before?.['holder'], change.after['holder']]));
  return [...new Set([holder, ...told].filter((name): name is string => typeof name === 'string' && name !== ''))];
}

/** The holder of a frozen brief goes as a field: a name of one letter, too short to be looked for in texts, goes too. */
function contentWithout(content: string, names: readonly string[]): string {
  const { position, ...rest } = withoutNamesIn(JSON.parse(content) as { position: Record<string, unknown> }, names);
  return JSON.stringify({ ...rest, position: { ...position, holder: null } });
}

async function rewrite(tx: Transaction<Schema>, events: readonly Told[], names: readonly string[], theirs: ReadonlySet<string>, id: number): Promise<void> {
  for (const { id: event, payload } of events) {
    if (!payload.changes.some((change) => theirs.has(`${change.noun} ${change.id}`))) continue;
    const changes = payload.changes.map((change) => {
      const cells = (row: Readonly<Record<string, string | number | null>>) => Object.fromEntries(Object.entries(withoutNamesIn(row, names)).map(([column, value]) => {
        if (column === 'holder' && change.noun === 'key_position' && change.id === id) return [column, null];
        return [column, column === 'content' && change.noun === 'brief' && typeof value === 'string' ? contentWithout(value, names) : value];
      }));
      return { ...change, before: change.before && cells(change.before), after: cells(change.after) };
    });
    const after = { ...payload, title: withoutNames(payload.title, names), changes };
    if (JSON.stringify(after) !== JSON.stringify(payload)) await rewriteEvent(tx, event, after);
  }
}
