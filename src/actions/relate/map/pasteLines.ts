import type { Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { lineFaults } from '#domain/relate/map/faults.ts';
import type { LineKind, MapEvidence } from '#domain/relate/map/scales.ts';
import { mapPeople } from '#storage/relate/maps.ts';
import type { Context } from '../../act.ts';
import { refuseFaults } from '../../insight/citing.ts';
import type { NoteDone } from '../../insight/writeNotes.ts';
import { bringPeople } from './bringPeople.ts';
import { onMap, underOf } from './changeMap.ts';
import { join } from './startMap.ts';

/** An end of a pasted line: somebody known, or the n-th of the new people. */
type End = { readonly id: number } | { readonly fresh: number };
export interface PastedTable {
  /** Known people who come onto the map with the lines. */
  readonly join: readonly number[];
  /** People nobody knew of; `placeholder`: the name is a position. */
  readonly fresh: readonly { readonly name: string; readonly placeholder: boolean; readonly title: string; readonly organisation: string; readonly outside: boolean }[];
  readonly lines: readonly { readonly from: End; readonly to: End; readonly kind: LineKind; readonly weight: number; readonly sign: 1 | -1 }[];
  readonly evidence: MapEvidence;
  readonly observedOn: Day;
  /** Where the table is from; the source of new names too. */
  readonly note: string;
}

/**
 * Draws a table of lines with the people in it who are not on the map yet: all or nothing, and one undo takes back all. Gives the ids of the new
 * people. Refuses (invalid) with the path of every line and person that is wrong; a new name without a source (`note`).
 */
export async function pasteLines(context: Context, mapId: number, { join: joining, fresh, lines, evidence, observedOn, note }: PastedTable): Promise<NoteDone & { readonly people: number[] }> {
  let people: number[] = [];
  const done = await onMap(context, mapId, 'map_line', 'added', async (on) => {
    const { pen, accountId, members, today } = on;
    const known = new Set((await mapPeople(pen.tx, accountId, joining)).map(({ id }) => id));
    const faults: InvalidField[] = joining.flatMap((id, n) => (known.has(id) ? [] : [{ path: `join.${n}`, reason: 'unknown_person', message: 'There is no such person who could be on this map.' }]));
    if (fresh.some(({ placeholder }) => !placeholder) && note.trim() === '') faults.push({ path: 'note', reason: 'source_required', message: 'Name who said it, or what was seen and where.' });
    for (const [n, line] of lines.entries()) for (const side of ['from', 'to'] as const) if ('fresh' in line[side] && line[side].fresh >= fresh.length) faults.push({ path: `lines.${n}.${side}.fresh`, reason: 'unknown_person', message: 'There is no such person in the table.' });
    refuseFaults(faults, 'This table cannot be taken.');
    people = await bringPeople(context, pen, accountId, fresh.map(({ name, placeholder, title, organisation, outside }) => (placeholder ? { title: name, organisation, outside } : { name, title, organisation, outside })), { day: today, source: note, path: 'fresh' });
    const there = new Set(members.map((member) => member.person_id));
    const coming = [...new Set([...joining, ...people])].filter((person) => !there.has(person));
    const endOf = (end: End): number => ('id' in end ? end.id : people[end.fresh]!);
    const drawn = lines.map((line) => ({ fromId: endOf(line.from), toId: endOf(line.to), kind: line.kind, weight: line.weight, sign: line.sign, evidence, observedOn, note }));
    refuseFaults(ownPaths(lineFaults(drawn, await underOf({ ...on, members: [...members, ...coming.map((person) => ({ person_id: person }))] }, []))), 'Some lines cannot be drawn.');
    await join(pen, mapId, coming, today);
    return await pen.add('map_line', drawn.map((line) => ({ map_id: mapId, from_id: line.fromId, to_id: line.toId, kind: line.kind, weight: line.weight as 1 | 2 | 3, sign: line.sign, evidence, observed_on: observedOn, ended_on: null, note })));
  });
  return { ...done, people };
}

/** Faults under the names that the table has: evidence, day and source are said once for all. */
function ownPaths(faults: readonly InvalidField[]): InvalidField[] {
  const own = faults.map((fault) => ({ ...fault, path: fault.path.replace(/^lines\.\d+\.(observedOn|note)$/, '$1').replace(/\.(from|to)Id$/, '.$1') }));
  return own.filter((fault, n) => own.findIndex((other) => other.path === fault.path && other.reason === fault.reason) === n);
}
