import { type Day, latestDay, utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { mapOn } from '#domain/relate/map/mapOn.ts';
import { holdPeople } from '#storage/relate/peopleRows.ts';
import { notesById } from '#storage/insight/notes.ts';
import { unitsOf } from '#storage/insight/organisations.ts';
import { histories, mapOfProject, mapPeople } from '#storage/relate/maps.ts';
import type { Context } from '../../act.ts';
import { noteFor, writeNotes, type NoteDone, type NotePen } from '../../insight/writeNotes.ts';
import { bringPeople } from './bringPeople.ts';
import type { OrgUnit } from '#domain/insight/organisation/unit.ts';

/** What a map starts from: nothing, the organisation as it was on a day, or another map of the same customer. */
export type MapStart = { readonly from: 'empty' } | { readonly from: 'org'; readonly orgId: number } | { readonly from: 'map'; readonly mapId: number; /** The person was told that deciders and stances differ from project to project. */ readonly understood: boolean };

/**
 * Starts the power map of a project. From the organisation: its leading positions as people without names, authority by their level as
 * the document says it; who influences whom it does not tell. From another map: its people and what is judged of them today, as inferred, for
 * in another project it is no more than a guess. Refuses (conflict: has_map), and (invalid) a start that is not this customer's.
 */
export async function startMap(context: Context, projectId: number, start: MapStart): Promise<NoteDone> {
  const project = await noteFor(context, 'project', projectId);
  const accountId = project.account_id;
  return await writeNotes(context, { accountId, noun: 'power_map', act: 'added', title: project.name }, async (pen) => {
    await holdPeople(pen.tx);
    await pen.mine('project', projectId);
    if (await mapOfProject(pen.tx, projectId)) throw new Refusal('conflict', 'This project has a power map already.', { reason: 'has_map' });
    const [mapId] = await pen.add('power_map', [{ project_id: projectId, name: project.name, note: '', started_from: start.from, started_map_id: start.from === 'map' ? start.mapId : null }]) as [number];
    if (start.from === 'org') await fromOrganisation(context, pen, accountId, mapId, start.orgId);
    if (start.from === 'map') await fromMap(context, pen, accountId, mapId, start);
    return [mapId];
  });
}

async function fromOrganisation(context: Context, pen: NotePen, accountId: number, mapId: number, orgId: number): Promise<void> {
  const [version] = await notesById(pen.tx, 'org_version', [orgId]);
  if (!version || version.account_id !== accountId || version.withdrawn_at !== null) throw notTheirs('orgId', 'unknown_organisation');
  const led = positionsOf(await unitsOf(pen.tx, orgId));
  const people = await bringPeople(context, pen, accountId, led.map(({ title, organisation }) => ({ title, organisation, outside: false })), { day: version.as_of, source: version.source });
  const first = new Map(people.map((person, n) => [person, led[n]!] as const).toReversed());
  await join(pen, mapId, [...first.keys()].toReversed(), version.as_of);
  await pen.add('map_mark', [...first].toReversed().map(([person, { level }]) => ({ map_id: mapId, person_id: person, field: 'authority' as const, value: String(level), evidence: 'document', observed_on: version.as_of, note: version.source })));
}

/** Positions that lead a unit, with their level: the top 5, each step down one less, 1 at least. */
function positionsOf(units: readonly OrgUnit[]): { title: string; organisation: string; level: number }[] {
  const byUnit = new Map(units.map((unit) => [unit.unit, unit]));
  const depth = (unit: OrgUnit): number => (unit.parent === null ? 0 : 1 + depth(byUnit.get(unit.parent)!));
  return units.flatMap((unit) => (unit.head === null || unit.head.trim() === '' ? [] : [{ title: unit.head, organisation: unit.name, level: Math.max(1, 5 - depth(unit)) }]));
}

async function fromMap(context: Context, pen: NotePen, accountId: number, mapId: number, start: { mapId: number; understood: boolean }): Promise<void> {
  if (!start.understood) throw notTheirs('understood', 'per_project');
  const [other] = await notesById(pen.tx, 'power_map', [start.mapId]);
  if (!other || other.account_id !== accountId || other.withdrawn_at !== null || (await notesById(pen.tx, 'project', [other.project_id]))[0]?.withdrawn_at !== null) throw notTheirs('mapId', 'unknown_map');
  const history = (await histories(pen.tx, accountId, [other.id])).get(other.id)!;
  const { people, lines } = mapOn(history, latestDay(context.now()));
  const kept = new Set((await mapPeople(pen.tx, accountId, people.map(({ person }) => person))).map(({ id }) => id));
  const there = people.filter(({ person }) => kept.has(person));
  await join(pen, mapId, there.map(({ person }) => person), utcDay(context.now()));
  await pen.add('map_mark', there.flatMap(({ person, roles, authority, influence, stance, closeness, heldBy }) => [roles, authority, influence, stance, closeness, heldBy].flatMap(({ mark, said }) => (mark === null || said === null ? []
    : [{ map_id: mapId, person_id: person, field: mark.field, value: mark.value, evidence: 'inferred', observed_on: mark.observedOn, note: other.name }]))));
  await pen.add('map_line', lines.filter(({ from, to }) => kept.has(from) && kept.has(to)).map((line) => ({
    map_id: mapId, from_id: line.from, to_id: line.to, kind: line.kind, weight: line.weight as 1 | 2 | 3, sign: line.sign, evidence: 'inferred', observed_on: line.observedOn, ended_on: null, note: other.name,
  })));
}

/** Puts people on a map from a day on. */
export async function join(pen: NotePen, mapId: number, people: readonly number[], day: Day): Promise<number[]> {
  return await pen.add('map_member', people.map((person) => ({ map_id: mapId, person_id: person, joined_on: day, left_on: null })));
}

const SENTENCES = { unknown_organisation: 'There is no such organisation of this customer.', unknown_map: 'There is no such map of this customer.', per_project: 'Roles and stances belong to one project: say that you know they have to be looked at again.' } as const;
const notTheirs = (path: string, reason: keyof typeof SENTENCES): Refusal => new Refusal('invalid', SENTENCES[reason], { fields: [{ path, reason, message: SENTENCES[reason] }] });
