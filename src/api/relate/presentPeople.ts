import type { Context } from '#actions/act.ts';
import { mayWith } from '#actions/relate/personFor.ts';
import { itemsOf, type PersonRow } from '#storage/relate/people.ts';
import { isOpen } from '#domain/relate/person/person.ts';
import type { PersonItemTable } from '#storage/relate/relateTables.ts';

/** People as the API shows them, with what the viewer may do with each. */
export async function presentPeople(context: Context, rows: readonly PersonRow[]) {
  const db = context.store.read;
  const kinds = Map.groupBy(await itemsOf(db, rows.map(({ id }) => id)), (item) => item.person_id);
  const [edit, reveal] = [await mayWith(db, context.actor, 'recordPerson', rows), await mayWith(db, context.actor, 'revealPerson', rows)];
  return rows.map((row) => ({
    id: row.id, kind: row.kind, name: row.name, nameLatin: row.name_latin, accountId: row.account_id, account: row.account_id === null ? null : { id: row.account_id, name: row.account_name ?? '' }, organisation: row.organisation, title: row.title,
    placeholder: row.placeholder === 1, purpose: row.purpose, basis: row.basis, collectedOn: row.collected_on, source: row.source, noticeOn: row.notice_on, retainUntil: row.retain_until, restrictedOn: row.restricted_on, level: row.level, function: row.function,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' }, userId: row.user_id, private: row.private_to !== null, knows: [...new Set((kinds.get(row.id) ?? []).map((item) => item.kind))],
    can: { edit: edit.has(row.id), reveal: reveal.has(row.id) },
  }));
}

/** An item as the viewer may see it; a sensitive one has no value for anybody (decision 028). */
export function presentItem(item: PersonItemTable, mayEdit: boolean, nameOf: (id: string) => string) {
  const open = isOpen(item, mayEdit);
  return {
    id: item.id, kind: item.kind, value: open ? item.value : null, place: open ? item.place : null, fromOn: open ? item.from_on : null, toOn: open ? item.to_on : null, sensitivity: item.sensitivity, source: open ? item.source : '', basis: item.basis,
    collectedOn: item.collected_on, retainUntil: item.retain_until, recordedBy: item.recorded_by === null ? null : { id: item.recorded_by, name: nameOf(item.recorded_by) },
  };
}
