import type { Day } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { personFaults } from '#domain/relate/person/faults.ts';
import type { NewPerson } from '#domain/relate/person/person.ts';
import { normalisePlace } from '#domain/relate/person/placeName.ts';
import { unnamedOf } from '#storage/relate/unnamedPeople.ts';
import { permit, type Context } from '../../act.ts';
import type { NotePen } from '../../insight/writeNotes.ts';
import { accountFor } from '../../select/accountFor.ts';
import { addRows } from '../addPeople.ts';
import { peopleIn } from '../writePeople.ts';

/** Somebody whose position we know and not yet the name ("the quality director"). */
export interface Unnamed { readonly title: string; readonly organisation: string; readonly outside: boolean }
/** Somebody with a name who comes into the workspace with the map. */
export interface Named extends Unnamed { readonly name: string }

/**
 * People for a map, in the order given; a position without a name that is known with this unit is not made again. They are written
 * with the pen of people, in the act of the map: its undo takes them back too. `source`: where it is from; a name must have one (invalid, under `path`).
 */
export async function bringPeople(context: Context, pen: NotePen, accountId: number, people: readonly (Unnamed | Named)[], { day, source, path = 'unnamed' }: { readonly day: Day; readonly source: string; readonly path?: string }): Promise<number[]> {
  const keyOf = (title: string, organisation: string, outside: boolean): string => JSON.stringify([normalisePlace(title), normalisePlace(organisation), outside]);
  const there = new Map((await unnamedOf(pen.tx, accountId)).toReversed().map((row) => [keyOf(row.title === '' ? row.name : row.title, row.organisation, row.kind === 'outsider'), row.id]));
  const ids: number[] = [];
  const fresh: { person: NewPerson; at: number[] }[] = [];
  const making = new Map<string, { at: number[] }>();
  for (const [n, one] of people.entries()) {
    const named = 'name' in one;
    const key = keyOf(one.title, one.organisation, one.outside);
    const known = named ? undefined : there.get(key);
    if (known !== undefined) ids[n] = known;
    else if (!named && making.has(key)) making.get(key)!.at.push(n);
    else {
      const made = {
        at: [n],
        person: { kind: one.outside ? 'outsider' : 'customer', name: named ? one.name : one.title, nameLatin: null, accountId, organisation: one.organisation, title: one.title, placeholder: !named, purpose: '', basis: 'legitimate_interest', collectedOn: day, source, noticeOn: null, retainUntil: null, restrictedOn: null } satisfies NewPerson,
      };
      fresh.push(made);
      if (!named) making.set(key, made);
    }
  }
  if (fresh.length === 0) return ids;
  permit(context.actor, 'recordPerson');
  await accountFor(pen.tx, context.actor, 'recordPerson', accountId);
  const fields = fresh.flatMap(({ person, at }) => personFaults(person, day, `${path}.${at[0]}`));
  if (fields.length > 0) throw new Refusal('invalid', 'Some people cannot be added.', { fields });
  const writing = peopleIn(context, pen.tx);
  const made = await addRows(writing.pen, fresh.map(({ person }) => ({ person, items: [] })), { ownerId: context.actor.id, privateTo: () => null, importId: null, at: context.now().toISOString() });
  for (const [m, { at }] of fresh.entries()) for (const n of at) ids[n] = made[m]!;
  const event = await writing.told('added');
  if (event !== null) pen.along(event);
  return ids;
}
