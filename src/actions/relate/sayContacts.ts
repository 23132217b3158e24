import { latestDay, utcDay } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { afterSaying, saidFaults, type SaidOfTie } from '#domain/relate/spoke.ts';
import { tiesById } from '#storage/relate/networkRows.ts';
import { colleagueRow, peopleSeen } from '#storage/relate/people.ts';
import type { TieTable } from '#storage/relate/relateTables.ts';
import { viewerOf, type Context } from '../act.ts';
import { sayableTie, sayableColumns } from './sayableTie.ts';
import { ownersOf } from './tellTies.ts';
import { writePeople, type PeoplePen } from './writePeople.ts';

export interface SaidTie extends SaidOfTie { readonly tie: number }

/**
 * Notes when the actor last spoke with people they know, and how well they know them (a set, all or none; undone as one). The kind changes only of ties that
 * came with contacts: what somebody told in words is taken back and told anew. Refuses (invalid) with the path of every field; a tie that is not there and one that
 * is not theirs to see read the same.
 */
export async function sayContacts(context: Context, said: readonly SaidTie[]): Promise<{ ids: number[]; event: number }> {
  const fields = said.flatMap((one, n) => saidFaults(one, latestDay(context.now()), `contacts.${n}`));
  if (fields.length > 0) throw wrong(fields);
  const today = utcDay(context.now());
  return await writePeople(context, 'changed', async (pen) => {
    const ties = await ownTies(pen, context, said);
    const owners = await ownersOf(pen, context, ties);
    for (const [n, tie] of ties.entries()) {
      const before = sayableTie(tie);
      const after = sayableColumns(afterSaying(before, said[n]!, today));
      // Who says how both know each other tells it, whatever brought the card.
      await pen.change('tie', tie.id, { ...after, ...(after.kind === tie.kind ? {} : { how: 'told' }) }, owners[n]!);
    }
    return ties.map((tie) => tie.id);
  });
}

const wrong = (fields: readonly InvalidField[]): Refusal => new Refusal('invalid', 'Some contacts cannot be noted.', { fields });

/** The ties in the order asked for; each of them holds, is seen with both its people, and is the actor's: who told it or is one of the two. */
async function ownTies(pen: PeoplePen, context: Context, said: readonly SaidTie[]): Promise<TieTable[]> {
  const me = context.actor.id;
  const found = new Map((await tiesById(pen.tx, [...new Set(said.map((one) => one.tie))])).map((tie) => [tie.id, tie]));
  const seen = new Set((await peopleSeen(pen.tx, viewerOf(context.actor, 'readPeople'), [...new Set([...found.values()].flatMap((tie) => [tie.person_a, tie.person_b]))])).map((person) => person.id));
  const self = me === null ? undefined : (await colleagueRow(pen.tx, me))?.id;
  const first = new Set<number>();
  const fields: InvalidField[] = [];
  const ties = said.flatMap(({ tie: id, kind }, n): TieTable[] => {
    const no = (field: string, reason: string, message: string): TieTable[] => (fields.push({ path: `contacts.${n}.${field}`, reason, message }), []);
    const tie = found.get(id);
    if (first.has(id)) return no('tie', 'twice', 'This tie stands here twice.');
    first.add(id);
    if (!tie || tie.withdrawn_at !== null || (tie.private_to !== null && tie.private_to !== me) || !seen.has(tie.person_a) || !seen.has(tie.person_b)) return no('tie', 'unknown_tie', `There is no tie ${id} among those you may see.`);
    if (me !== null && tie.recorded_by !== me && tie.private_to !== me && tie.person_a !== self && tie.person_b !== self) return no('tie', 'not_your_tie', 'A tie is corrected by who told it or by whose tie it is.');
    if (kind !== null && kind !== tie.kind && tie.import_id === null) return no('kind', 'told_kind', 'This was told in words: take it back and tell it anew.');
    return [tie];
  });
  if (fields.length > 0) throw wrong(fields);
  return ties;
}
