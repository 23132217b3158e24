import type { Kysely } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { planMerge, type MergePlan, type MergeTie } from '#domain/relate/person/merge.ts';
import { planMapMerge, type MergeLine, type MergeMark, type MergeMember, type MergePlace } from '#domain/relate/person/mergeMaps.ts';
import { normalisePersonName } from '#domain/relate/person/personName.ts';
import { normalisePlace } from '#domain/relate/person/placeName.ts';
import type { Schema } from '#storage/schema.ts';
import { itemsOf } from '#storage/relate/people.ts';
import { rowsById, rowsNaming, type PeopleTable } from '#storage/relate/peopleRows.ts';
import type { Actor, Context } from '../act.ts';
import { personFor } from './personFor.ts';
import { writePeople, type PeoplePen } from './writePeople.ts';

/** Where else a person is named, by table and column. */
const NAMED: readonly (readonly [PeopleTable, readonly string[]])[] = [['introduction', ['target_id', 'connector_id']], ['map_member', ['person_id']], ['map_mark', ['person_id']], ['map_line', ['from_id', 'to_id']], ['map_place', ['person_id']]];

const SENTENCES = {
  same: 'This is one entry already.', private: 'A private contact and a shared person stay apart. Share the contact first.', colleagues: 'These are two colleagues.', sides: 'One of them is a colleague, the other works for somebody else.', accounts: 'They work for two customers. Change one of them first.',
  introduction: 'One of them was asked to introduce us to the other: they are two, or that request is mistaken and is taken back first.',
} as const;

/** What merging `otherId` into `keepId` would do. */
export async function previewMerge(context: Context, keepId: number, otherId: number): Promise<MergePlan> {
  const { plan, ties } = await planned(context.store.read, context.actor, keepId, otherId);
  const hidden = new Set(ties.filter((tie) => tie.private_to !== null && tie.private_to !== context.actor.id).map((tie) => tie.id));
  // What a colleague keeps to himself moves along, but is not counted before anybody.
  const shown = (ids: readonly number[]) => ids.filter((id) => !hidden.has(id));
  return { ...plan, moved: { ...plan.moved, ties: shown(plan.moved.ties) }, dropped: { ...plan.dropped, ties: shown(plan.dropped.ties) } };
}

/** Makes two entries of one person one: everything of `otherId` goes to `keepId`. Undo takes them apart again. Refuses as the preview says (conflict). */
export async function mergePeople(context: Context, keepId: number, otherId: number): Promise<{ event: number }> {
  const { event } = await writePeople(context, 'merged', async (pen) => {
    const { plan, ties } = await planned(pen.tx, context.actor, keepId, otherId);
    if (plan.refused !== null) throw new Refusal('conflict', SENTENCES[plan.refused], { reason: `merge_${plan.refused}` });
    const { name, organisation } = plan.set;
    await pen.change('person', keepId, { ...plan.set, ...(typeof name === 'string' ? { name_norm: normalisePersonName(name) } : {}), ...(typeof organisation === 'string' ? { organisation_norm: normalisePlace(organisation) } : {}) });
    for (const id of plan.moved.items) await pen.change('person_item', id, { person_id: keepId }, keepId);
    for (const id of plan.dropped.items) await pen.withdraw('person_item', id, true);
    for (const id of plan.moved.ties) {
      const tie = ties.find((one) => one.id === id)!;
      const end = tie.person_a === otherId ? tie.person_b : tie.person_a;
      await pen.change('tie', id, { person_a: Math.min(end, keepId), person_b: Math.max(end, keepId) }, keepId);
    }
    for (const id of plan.dropped.ties) await pen.withdraw('tie', id, true);
    await joinMaps(pen, keepId, otherId);
    for (const [table, columns] of NAMED) {
      for (const row of await rowsById(pen.tx, table, await rowsNaming(pen.tx, table, columns, otherId))) {
        // A line between the two was dropped, and stays as it was said.
        if (table === 'map_line' && (row['from_id'] === keepId || row['to_id'] === keepId)) continue;
        await pen.change(table, row.id, Object.fromEntries(columns.filter((column) => row[column] === otherId).map((column) => [column, keepId])), keepId);
      }
    }
    await pen.change('person', otherId, { merged_into: keepId });
    return [keepId];
  });
  return { event };
}

/** Where both are on a map: once, in one place, without a line to themselves. */
async function joinMaps(pen: PeoplePen, keepId: number, otherId: number): Promise<void> {
  const rowsOf = async (table: PeopleTable, columns: readonly string[]) => (await rowsById(pen.tx, table, [...new Set((await Promise.all([keepId, otherId].map((id) => rowsNaming(pen.tx, table, columns, id)))).flat())])).filter((row) => row['withdrawn_at'] === null);
  const plan = planMapMerge(keepId, otherId, {
    members: await rowsOf('map_member', ['person_id']) as unknown as MergeMember[], marks: await rowsOf('map_mark', ['person_id']) as unknown as MergeMark[],
    places: await rowsOf('map_place', ['person_id']) as unknown as MergePlace[], lines: await rowsOf('map_line', ['from_id', 'to_id']) as unknown as MergeLine[],
  });
  for (const { id, joined_on, left_on } of plan.stays) await pen.change('map_member', id, { joined_on, left_on }, keepId);
  for (const { id, ended_on } of plan.ends) await pen.change('map_line', id, { ended_on }, keepId);
  for (const [table, ids] of [['map_member', plan.dropped.members], ['map_place', plan.dropped.places], ['map_line', plan.dropped.lines]] as const) for (const id of ids) await pen.withdraw(table, id, true, keepId);
}

async function planned(db: Kysely<Schema>, actor: Actor, keepId: number, otherId: number) {
  const [keep, other] = [await personFor(db, actor, 'recordPerson', keepId), await personFor(db, actor, 'recordPerson', otherId)];
  const items = await itemsOf(db, [keepId, otherId]);
  const tiesOf = async (id: number) => (await rowsById(db, 'tie', await rowsNaming(db, 'tie', ['person_a', 'person_b'], id))).filter((tie) => tie['withdrawn_at'] === null) as unknown as (MergeTie & { private_to: string | null })[];
  const [keeps, others] = [await tiesOf(keepId), await tiesOf(otherId)];
  const asked = await rowsById(db, 'introduction', (await Promise.all([keepId, otherId].map((id) => rowsNaming(db, 'introduction', ['target_id'], id)))).flat());
  const introduced = asked.some((row) => row['withdrawn_at'] === null && row['state'] !== 'cancelled' && (row['connector_id'] === keepId || row['connector_id'] === otherId));
  return { plan: planMerge(keep, other, { keep: items.filter((item) => item.person_id === keepId), other: items.filter((item) => item.person_id === otherId) }, { keep: keeps, other: others }, introduced), ties: others };
}
