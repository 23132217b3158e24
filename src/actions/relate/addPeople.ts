import { addDays, latestDay } from '#domain/day.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { itemFaults, personFaults } from '#domain/relate/person/faults.ts';
import { normaliseItem } from '#domain/relate/person/itemValue.ts';
import { normalisePersonName, tidyName } from '#domain/relate/person/personName.ts';
import { RETENTION_DAYS, sensitivityOf, type NewItem, type NewPerson } from '#domain/relate/person/person.ts';
import { normalisePlace } from '#domain/relate/person/placeName.ts';
import type { PersonItemTable, PersonTable } from '#storage/relate/relateTables.ts';
import { NOT_TOLD, toldColumns } from '#storage/relate/toldPosition.ts';
import { accountsFor } from '../select/accountFor.ts';
import type { Context } from '../act.ts';
import { writePeople, type PeoplePen } from './writePeople.ts';

export interface PersonWithItems { readonly person: NewPerson; readonly items: readonly NewItem[] }

/** Adds people (a set), each with what is known of them. Refuses (invalid) with the path of every field that is wrong, and what is not the actor's customer. */
export async function addPeople(context: Context, people: readonly PersonWithItems[]): Promise<{ ids: number[]; event: number }> {
  const latest = latestDay(context.now());
  const fields = people.flatMap(({ person, items }, n): InvalidField[] => [...personFaults(person, latest, `people.${n}`), ...items.flatMap((item, m) => itemFaults(item, latest, `people.${n}.items.${m}`))]);
  if (fields.length > 0) throw new Refusal('invalid', 'Some people cannot be added.', { fields });
  return await writePeople(context, 'added', async (pen) => {
    await accountsFor(pen.tx, context.actor, 'recordPerson', [...new Set(people.flatMap(({ person }) => (person.accountId === null ? [] : [person.accountId])))]);
    return await addRows(pen, people, { ownerId: context.actor.id, privateTo: () => null, importId: null, at: context.now().toISOString() });
  });
}

/** Writes people and their items; used by typing and by importing alike. */
export async function addRows(pen: PeoplePen, people: readonly PersonWithItems[], by: { readonly ownerId: string | null; readonly privateTo: (n: number) => string | null; readonly importId: number | null; readonly at: string }): Promise<number[]> {
  const ids = await pen.add('person', people.map(({ person }, n) => ({ ...personColumns(person), ...NOT_TOLD, ...toldColumns(person, NOT_TOLD, by.ownerId, by.at), user_id: null, owner_id: by.ownerId, private_to: by.privateTo(n), import_id: by.importId, merged_into: null, erased_at: null })));
  await addItemRows(pen, people.flatMap(({ items }, n) => items.map((item) => ({ personId: ids[n]!, item }))), by.importId);
  return ids;
}

export async function addItemRows(pen: PeoplePen, items: readonly { readonly personId: number; readonly item: NewItem }[], importId: number | null): Promise<number[]> {
  return await pen.add('person_item', items.map(({ personId, item }) => ({ person_id: personId, ...itemColumns(item), import_id: importId })));
}

export function personColumns(person: NewPerson): Pick<PersonTable, 'kind' | 'name' | 'name_norm' | 'name_latin' | 'account_id' | 'organisation' | 'organisation_norm' | 'title' | 'placeholder' | 'purpose' | 'basis' | 'collected_on' | 'source' | 'notice_on' | 'retain_until' | 'restricted_on'> {
  const name = tidyName(person.name);
  return {
    kind: person.kind, name, name_norm: person.placeholder ? '' : normalisePersonName(name), name_latin: person.nameLatin, account_id: person.accountId, organisation: person.organisation, organisation_norm: normalisePlace(person.organisation),
    title: person.title, placeholder: person.placeholder ? 1 : 0, purpose: person.purpose, basis: person.basis, collected_on: person.collectedOn, source: person.source, notice_on: person.noticeOn,
    // Of somebody unknown nothing personal is kept.
    retain_until: person.retainUntil ?? (person.placeholder ? null : addDays(person.collectedOn, RETENTION_DAYS)), restricted_on: person.restrictedOn,
  };
}

function itemColumns(item: NewItem): Omit<PersonItemTable, 'id' | 'person_id' | 'import_id' | 'recorded_by' | 'recorded_at' | 'withdrawn_at' | 'withdrawn_by'> {
  return {
    kind: item.kind, value: item.value.trim(), value_norm: normaliseItem(item.kind, item.value), place: item.place.trim(), place_norm: normalisePlace(item.kind === 'home_town' && item.place === '' ? item.value : item.place),
    from_on: item.fromOn, to_on: item.toOn, sensitivity: sensitivityOf(item), source: item.source, basis: item.basis, collected_on: item.collectedOn, retain_until: item.retainUntil,
  };
}
