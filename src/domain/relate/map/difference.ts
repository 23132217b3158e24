import type { Known, LineOn, MapOn, PersonOn } from './mapOn.ts';
import type { MapField } from './scales.ts';

/** One thing that differs between two days. Values are those of the scales, `null` unknown; `faded`: nobody changed it, it went stale. */
export type MapChange =
  | { readonly change: 'joined' | 'left'; readonly person: number }
  | { readonly change: 'value'; readonly person: number; readonly field: MapField; readonly from: string | null; readonly to: string | null; readonly faded: boolean }
  | { readonly change: 'line_came' | 'line_went' | 'line_faded'; readonly line: LineOn }
  | { readonly change: 'line_changed'; readonly line: LineOn; readonly before: LineOn };

/** What changed from one day to another (两天之差), people first, in the order of the map. */
export function differenceOf(before: MapOn, after: MapOn): MapChange[] {
  const [then, now] = [new Map(before.people.map((one) => [one.person, one])), new Map(after.people.map((one) => [one.person, one]))];
  const changes: MapChange[] = [];
  for (const { person } of before.people) if (!now.has(person)) changes.push({ change: 'left', person });
  for (const one of after.people) {
    const old = then.get(one.person);
    if (!old) changes.push({ change: 'joined', person: one.person });
    for (const [field, value] of valuesOf(one)) {
      const was = old ? valuesOf(old).find(([name]) => name === field)![1] : null;
      const [from, to] = [wordOf(was?.value ?? null), wordOf(value.value)];
      if (from !== to) changes.push({ change: 'value', person: one.person, field, from, to, faded: value.state === 'stale' && was?.mark?.id === value.mark?.id });
    }
  }
  return [...changes, ...lineChanges(before.lines, after.lines)];
}

function valuesOf(one: PersonOn): [MapField, Known<unknown>][] {
  return [['role', one.roles], ['authority', one.authority], ['influence', one.influence], ['stance', one.stance], ['closeness', one.closeness], ['held_by', one.heldBy]];
}

const wordOf = (value: unknown): string | null => (value === null ? null : Array.isArray(value) ? value.join(',') : String(value));

function lineChanges(before: readonly LineOn[], after: readonly LineOn[]): MapChange[] {
  const keyOf = ({ kind, from, to }: LineOn): string => `${kind} ${kind === 'conflict' ? [Math.min(from, to), Math.max(from, to)].join(' ') : `${from} ${to}`}`;
  const [then, now] = [new Map(before.map((line) => [keyOf(line), line])), new Map(after.map((line) => [keyOf(line), line]))];
  const changes: MapChange[] = [];
  for (const [key, line] of now) {
    const old = then.get(key);
    if (!old) changes.push({ change: 'line_came', line });
    else if (old.weight !== line.weight || old.sign !== line.sign) changes.push({ change: 'line_changed', line, before: old });
    else if (line.state === 'stale' && old.state !== 'stale') changes.push({ change: 'line_faded', line });
  }
  for (const [key, line] of then) if (!now.has(key)) changes.push({ change: 'line_went', line });
  return changes;
}
