import { isDay, type Day } from '#domain/day.ts';
import type { InvalidField } from '#domain/refusal.ts';
import { MAP_FIELDS, UNKNOWN, isMapValue, type LineKind, type MapEvidence, type MapField } from './scales.ts';

/** What somebody judges of a person on a map; `note` is the source: who said it, what was seen and where. */
export interface NewMark { readonly personId: number; readonly field: MapField; readonly value: string; readonly evidence: MapEvidence; readonly observedOn: Day; readonly note: string }
/** A line somebody draws. */
export interface NewLine { readonly fromId: number; readonly toId: number; readonly kind: LineKind; readonly weight: number; readonly sign: 1 | -1; readonly evidence: MapEvidence; readonly observedOn: Day; readonly note: string }
export interface MapFaultsUnder { readonly today: Day; /** Who is on the map today. */ readonly people: ReadonlySet<number>; /** Ids of colleagues who may hold a contact. */ readonly colleagues: ReadonlySet<string> }

/** Every fault of a set of marks, with its path under `marks`. */
export function markFaults(marks: readonly NewMark[], under: MapFaultsUnder): InvalidField[] {
  const seen = new Set<string>();
  return marks.flatMap((mark, n) => {
    const faults = [...personFaults(mark.personId, `marks.${n}.personId`, under), ...evidenceFaults(mark, `marks.${n}`, under, mark.value === UNKNOWN)];
    if (!MAP_FIELDS.includes(mark.field) || !isMapValue(mark.field, mark.value)) faults.push({ path: `marks.${n}.value`, reason: 'unknown_value', message: 'The scale has no such value.' });
    else if (mark.field === 'held_by' && mark.value !== UNKNOWN && !under.colleagues.has(mark.value)) faults.push({ path: `marks.${n}.value`, reason: 'unknown_person', message: 'There is no such person in this workspace.' });
    const key = `${mark.personId} ${mark.field} ${mark.observedOn}`;
    if (seen.has(key)) faults.push({ path: `marks.${n}.field`, reason: 'twice', message: 'The set has this twice.' });
    seen.add(key);
    return faults;
  });
}

/** Every fault of a set of lines, with its path under `lines`. */
export function lineFaults(lines: readonly NewLine[], under: MapFaultsUnder): InvalidField[] {
  const seen = new Set<string>();
  return lines.flatMap((line, n) => {
    const faults = [...personFaults(line.fromId, `lines.${n}.fromId`, under), ...personFaults(line.toId, `lines.${n}.toId`, under), ...evidenceFaults(line, `lines.${n}`, under, false)];
    if (line.fromId === line.toId) faults.push({ path: `lines.${n}.toId`, reason: 'line_to_self', message: 'A line goes from one person to another.' });
    const key = `${line.kind} ${line.fromId} ${line.toId}`;
    if (seen.has(key)) faults.push({ path: `lines.${n}.toId`, reason: 'twice', message: 'The set has this twice.' });
    seen.add(key);
    return faults;
  });
}

function personFaults(person: number, path: string, { people }: MapFaultsUnder): InvalidField[] {
  return people.has(person) ? [] : [{ path, reason: 'not_on_map', message: 'This person is not on the map.' }];
}

/** What claims to be more than inferred names its source; "no longer known" needs none. */
function evidenceFaults({ evidence, observedOn, note }: Pick<NewMark, 'evidence' | 'observedOn' | 'note'>, path: string, { today }: MapFaultsUnder, free: boolean): InvalidField[] {
  const faults: InvalidField[] = [];
  if (!isDay(observedOn)) faults.push({ path: `${path}.observedOn`, reason: 'no_such_day', message: 'This day does not exist.' });
  else if (observedOn > today) faults.push({ path: `${path}.observedOn`, reason: 'in_the_future', message: 'It cannot have been observed after today.' });
  if (!free && evidence !== 'inferred' && note.trim() === '') faults.push({ path: `${path}.note`, reason: 'source_required', message: 'Name who said it, or what was seen and where.' });
  return faults;
}
