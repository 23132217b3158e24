import { type Day, latestDay, utcDay } from '#domain/day.ts';
import { lineFaults, markFaults, type MapFaultsUnder, type NewLine, type NewMark } from '#domain/relate/map/faults.ts';
import type { NoteAct, Noun } from '#domain/nouns.ts';
import { newestMarks, setSince, type SetUpon } from '#domain/relate/map/newestMarks.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { holdPeople } from '#storage/relate/peopleRows.ts';
import { mapPeople, marksOf, membersOf, placesOf } from '#storage/relate/maps.ts';
import type { MapMemberTable } from '#storage/mapTables.ts';
import { openAccesses } from '#storage/trust/members.ts';
import type { Context } from '../../act.ts';
import { refuseFaults } from '../../insight/citing.ts';
import { noteFor, writeNotes, type NoteDone, type NotePen } from '../../insight/writeNotes.ts';
import { bringPeople, type Unnamed } from './bringPeople.ts';
import { join } from './startMap.ts';

/*
 * What people do on a power map (权力地图). Every act is one event that names the map, never a person on it (decision 028), and is taken
 * back by undoing that event.
 */

/** A map in the hands of an act. */
export interface OnMap { readonly pen: NotePen; readonly mapId: number; readonly accountId: number; readonly members: readonly MapMemberTable[]; /** The server's day: from it people join and leave, and lines end. */ readonly today: Day; /** Nothing was observed after it anywhere. */ readonly latest: Day }

/** The way every change of a map is written. Refuses (not_found: note) a map that does not hold, and one of a project that was taken back. */
export async function onMap(context: Context, mapId: number, noun: Noun, act: NoteAct, work: (on: OnMap) => Promise<readonly number[]>): Promise<NoteDone> {
  const map = await noteFor(context, 'power_map', mapId);
  return await writeNotes(context, { accountId: map.account_id, noun, act, title: map.name }, async (pen) => {
    await holdPeople(pen.tx);
    await pen.mine('power_map', mapId);
    await pen.mine('project', map.project_id);
    return await work({ pen, mapId, accountId: map.account_id, members: await membersOf(pen.tx, mapId), today: utcDay(context.now()), latest: latestDay(context.now()) });
  });
}

/**
 * Puts people on the map: some who are known, and some of whom only the position is. Who is there already stays as he is. Gives the ids
 * of the people, in that order. Refuses (invalid) people who are not of this customer, nor outsiders; and private ones, for a map is seen by all of the team. Its undo takes
 * back who came with it, unless they got a name or are needed elsewhere meanwhile.
 */
export async function addToMap(context: Context, mapId: number, { people, unnamed }: { readonly people: readonly number[]; readonly unnamed: readonly Unnamed[] }): Promise<NoteDone & { readonly people: number[] }> {
  let all: number[] = [];
  const done = await onMap(context, mapId, 'map_member', 'added', async ({ pen, accountId, members, today }) => {
    const known = new Set((await mapPeople(pen.tx, accountId, people)).map(({ id }) => id));
    refuseFaults(people.flatMap((id, n): InvalidField[] => (known.has(id) ? [] : [{ path: `people.${n}`, reason: 'unknown_person', message: 'There is no such person who could be on this map.' }])), 'Some people cannot be put on the map.');
    all = [...people, ...await bringPeople(context, pen, accountId, unnamed, { day: today, source: '' })];
    const there = new Set(members.map((member) => member.person_id));
    return await join(pen, mapId, [...new Set(all)].filter((person) => !there.has(person)), today);
  });
  return { ...done, people: all };
}

/** Takes people off the map from today on; earlier days keep them. */
export async function removeFromMap(context: Context, mapId: number, people: readonly number[]): Promise<NoteDone> {
  return await onMap(context, mapId, 'map_member', 'withdrawn', async ({ pen, members, today }) => {
    const theirs = members.filter((member) => people.includes(member.person_id));
    refuseFaults(people.flatMap((id, n): InvalidField[] => (theirs.some((member) => member.person_id === id) ? [] : [{ path: `people.${n}`, reason: 'not_on_map', message: 'This person is not on the map.' }])), 'Some people are not on the map.');
    for (const member of theirs) await pen.change('map_member', member.id, { left_on: today });
    return theirs.map(({ id }) => id);
  });
}

/**
 * Notes what was seen or said of people on the map: a set of marks, one act. Refuses (conflict: set_since), naming each such mark by its path, where a
 * colleague has told something else since the person looked (`expects`): nothing of the set is recorded then, and nothing goes over theirs unseen.
 */
export async function markPeople(context: Context, mapId: number, marks: readonly (NewMark & SetUpon)[]): Promise<NoteDone> {
  return await onMap(context, mapId, 'map_mark', 'added', async (on) => {
    refuseFaults(markFaults(marks, await underOf(on, marks)), 'Some marks cannot be recorded.');
    const since = setSince(marks, newestMarks(await marksOf(on.pen.tx, mapId, marks.map(({ personId }) => personId))), context.actor.id);
    if (since.length > 0) throw new Refusal('conflict', 'Somebody has set this meanwhile. Look at what they set, then choose.', { reason: 'set_since', fields: since.map((n) => ({ path: `marks.${n}`, reason: 'set_since', message: 'Somebody has set this meanwhile.' })) });
    return await on.pen.add('map_mark', marks.map((mark) => ({ map_id: mapId, person_id: mark.personId, field: mark.field, value: mark.value, evidence: mark.evidence, observed_on: mark.observedOn, note: mark.note })));
  });
}

/** Draws lines of influence or conflict; a line that is there is drawn anew, and the earlier one is remembered. */
export async function drawLines(context: Context, mapId: number, lines: readonly NewLine[]): Promise<NoteDone> {
  return await onMap(context, mapId, 'map_line', 'added', async (on) => {
    refuseFaults(lineFaults(lines, await underOf(on, [])), 'Some lines cannot be drawn.');
    return await on.pen.add('map_line', lines.map((line) => ({
      map_id: mapId, from_id: line.fromId, to_id: line.toId, kind: line.kind, weight: line.weight as 1 | 2 | 3, sign: line.sign, evidence: line.evidence, observed_on: line.observedOn, ended_on: null, note: line.note,
    })));
  });
}

/** Ends lines from today on; earlier days keep them. */
export async function endLines(context: Context, mapId: number, lineIds: readonly number[]): Promise<NoteDone> {
  return await onMap(context, mapId, 'map_line', 'withdrawn', async ({ pen, today }) => {
    const faults: InvalidField[] = [];
    for (const [n, id] of lineIds.entries()) {
      const line = await pen.mine('map_line', id).catch(() => null);
      if (line?.map_id !== mapId) faults.push({ path: `lines.${n}`, reason: 'no_map_line', message: 'There is no such line on this map.' });
      else if (line.ended_on === null) await pen.change('map_line', id, { ended_on: today });
    }
    refuseFaults(faults, 'Some lines are not on the map.');
    return lineIds;
  });
}

/** Where people were put; one act a drop, however far they were dragged. */
export async function placePeople(context: Context, mapId: number, places: readonly { readonly personId: number; readonly x: number; readonly y: number }[]): Promise<NoteDone> {
  return await onMap(context, mapId, 'map_place', 'changed', async ({ pen, members }) => {
    const there = new Set(members.map((member) => member.person_id));
    refuseFaults(places.flatMap(({ personId }, n): InvalidField[] => (there.has(personId) ? [] : [{ path: `places.${n}.personId`, reason: 'not_on_map', message: 'This person is not on the map.' }])), 'Some people are not on the map.');
    const before = new Map((await placesOf(pen.tx, mapId)).map((place) => [place.person_id, place.id]));
    const wanted = new Map(places.map((place) => [place.personId, place]));
    const fresh = [...wanted.values()].filter(({ personId }) => !before.has(personId));
    for (const { personId, x, y } of wanted.values()) if (before.has(personId)) await pen.change('map_place', before.get(personId)!, { x, y });
    return await pen.add('map_place', fresh.map(({ personId, x, y }) => ({ map_id: mapId, person_id: personId, x, y })));
  });
}

/** What marks and lines are checked against. */
export async function underOf({ pen, members, latest }: Pick<OnMap, 'pen' | 'latest'> & { readonly members: readonly Pick<MapMemberTable, 'person_id'>[] }, marks: readonly NewMark[]): Promise<MapFaultsUnder> {
  const holders = marks.flatMap(({ field, value }) => (field === 'held_by' ? [value] : []));
  return { today: latest, people: new Set(members.map((member) => member.person_id)), colleagues: new Set(await openAccesses(pen.tx, holders)) };
}
