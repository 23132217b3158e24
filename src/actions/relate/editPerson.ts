import { latestDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { itemFaults, personFaults } from '#domain/relate/person/faults.ts';
import type { NewItem, NewPerson } from '#domain/relate/person/person.ts';
import { findItem, type PersonRow } from '#storage/relate/people.ts';
import { toldColumns } from '#storage/relate/toldPosition.ts';
import { accountsFor } from '../select/accountFor.ts';
import type { Context } from '../act.ts';
import { addItemRows, personColumns } from './addPeople.ts';
import { noPerson, personFor } from './personFor.ts';
import { writePeople } from './writePeople.ts';

/** Changes what is known of a person; what is not named stays. Whoever moves them to another customer must be of both. Refuses (conflict: colleague_entry) one of us. */
export async function editPerson(context: Context, id: number, change: Partial<NewPerson>): Promise<{ event: number }> {
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const before = await personFor(pen.tx, context.actor, 'recordPerson', id);
    if (before.user_id !== null) throw new Refusal('conflict', 'This is a colleague: their name comes from their account.', { reason: 'colleague_entry' });
    const wanted = { ...entered(before), ...change };
    const fields = personFaults(wanted, latestDay(context.now()), 'person').map((fault) => ({ ...fault, path: fault.path.slice('person.'.length) }));
    if (fields.length > 0) throw new Refusal('invalid', 'This cannot be changed so.', { fields });
    if (wanted.accountId !== null && wanted.accountId !== before.account_id) await accountsFor(pen.tx, context.actor, 'recordPerson', [wanted.accountId]);
    await pen.change('person', id, { ...personColumns(wanted), ...toldColumns(change, before, context.actor.id, context.now().toISOString()) });
    return [id];
  });
  return { event };
}

const entered = (row: PersonRow): NewPerson => ({
  kind: row.kind, name: row.name, nameLatin: row.name_latin, accountId: row.account_id, organisation: row.organisation, title: row.title, placeholder: row.placeholder === 1, purpose: row.purpose, basis: row.basis,
  collectedOn: row.collected_on, source: row.source, noticeOn: row.notice_on, retainUntil: row.retain_until, restrictedOn: row.restricted_on,
});

/** Adds what became known of a person. */
export async function addItems(context: Context, personId: number, items: readonly NewItem[]): Promise<{ ids: number[]; event: number }> {
  const latest = latestDay(context.now());
  const fields = items.flatMap((item, n) => itemFaults(item, latest, `items.${n}`));
  if (fields.length > 0) throw new Refusal('invalid', 'Some of this cannot be kept.', { fields });
  return await writePeople(context, 'changed', async (pen) => {
    await personFor(pen.tx, context.actor, 'recordPerson', personId);
    return await addItemRows(pen, items.map((item) => ({ personId, item })), null);
  });
}

/** Takes one thing known of a person back. */
export async function withdrawItem(context: Context, itemId: number): Promise<{ event: number }> {
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const item = await findItem(pen.tx, itemId);
    if (!item) throw noPerson();
    await personFor(pen.tx, context.actor, 'recordPerson', item.person_id);
    await pen.withdraw('person_item', itemId, true);
    return [itemId];
  });
  return { event };
}

/** Takes a person out of every list; undo brings them back. */
export async function withdrawPerson(context: Context, id: number): Promise<{ event: number }> {
  const { event } = await writePeople(context, 'withdrawn', async (pen) => {
    if ((await personFor(pen.tx, context.actor, 'recordPerson', id)).user_id !== null) throw new Refusal('conflict', 'A colleague stays as long as they have access.', { reason: 'colleague' });
    await pen.withdraw('person', id, true);
    return [id];
  });
  return { event };
}
