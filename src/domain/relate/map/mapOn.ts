import { daysBetween, type Day } from '#domain/day.ts';
import { EVIDENCE, STALE, fade } from '#domain/select/evidence.ts';
import { markKey, newestMarks } from './newestMarks.ts';
import { MAP_FIELDS, MAP_HALF_LIVES, UNKNOWN, rolesIn, type Authority, type Closeness, type Influence, type LineKind, type MapEvidence, type MapField, type MapRole, type Stance } from './scales.ts';

/** Somebody's time on a map: from `joinedOn`, or the first observation of them if that is earlier, until before `leftOn`. */
export interface MapMember { readonly person: number; readonly joinedOn: Day; readonly leftOn: Day | null }
/** What somebody judged of a person, seen on a day. Marks are only added: they are the memory of the map. */
export interface MapMark { readonly id: number; readonly person: number; readonly field: MapField; readonly value: string; readonly evidence: MapEvidence; readonly observedOn: Day; readonly note: string }
/** `from` influences `to` (or both are at odds). Weight 1–3; sign −1: pulls against. From `observedOn` until before `endedOn`. */
export interface MapLine { readonly id: number; readonly from: number; readonly to: number; readonly kind: LineKind; readonly weight: number; readonly sign: 1 | -1; readonly evidence: MapEvidence; readonly observedOn: Day; readonly endedOn: Day | null; readonly note: string }
/** Everything ever told about a map, without what was withdrawn. */
export interface MapHistory { readonly members: readonly MapMember[]; readonly marks: readonly MapMark[]; readonly lines: readonly MapLine[] }

/** How a value is drawn: solid, dashed, faded; unknown is an outline. */
export type MapState = 'proven' | 'assumed' | 'stale' | 'unknown';
/** A value as it stands on a day. `value` is null when nobody knows it or it has gone stale; `said` is what was said then. */
export interface Known<V> { readonly value: V | null; readonly said: V | null; readonly state: MapState; /** 0–1. */ readonly weight: number; readonly mark: MapMark | null }
export interface PersonOn {
  readonly person: number;
  readonly roles: Known<readonly MapRole[]>;
  readonly authority: Known<Authority>;
  readonly influence: Known<Influence>;
  readonly stance: Known<Stance>;
  readonly closeness: Known<Closeness>;
  readonly heldBy: Known<string>;
}
export interface LineOn extends MapLine { readonly state: MapState; /** Evidence × fading, 0–1; a stale line counts nowhere. */ readonly worth: number }
/** The map as it stood on a day (任一日期的地图). */
export interface MapOn { readonly day: Day; readonly people: readonly PersonOn[]; readonly lines: readonly LineOn[] }

/**
 * The map on a day, from what was observed up to it: of each field the newest observation (of two on one day the one told later), weighed
 * by evidence × 0.5^(age / half-life). Below 0.3 it is stale and counts as unknown, never as 0 (method.md, Defaults): an observed stance
 * lasts 156 days, one told by the person 127, by another 90, an inferred one 37.
 */
export function mapOn(history: MapHistory, day: Day): MapOn {
  const there = peopleOn(history, day);
  const newest = newestMarks(history.marks.filter(({ observedOn }) => observedOn <= day));
  const people = there.map((person): PersonOn => {
    const known = Object.fromEntries(MAP_FIELDS.map((field) => [field, knownOf(newest.get(markKey(person, field)) ?? null, field, day)])) as unknown as Record<MapField, Known<never>>;
    return { person, roles: known.role, authority: known.authority, influence: known.influence, stance: known.stance, closeness: known.closeness, heldBy: known.held_by };
  });
  return { day, people, lines: linesOn(history.lines, new Set(there), day) };
}

/** Who is on the map on a day. What was observed of somebody before they were put on it belongs to the map too: who fills in the past sees it. */
function peopleOn({ members, marks }: MapHistory, day: Day): number[] {
  const seen = new Map<number, Day>();
  for (const { person, observedOn } of marks) if (observedOn < (seen.get(person) ?? '9999')) seen.set(person, observedOn);
  const began = new Map<number, Day>();
  for (const { person, joinedOn } of members) if (joinedOn < (began.get(person) ?? '9999')) began.set(person, joinedOn);
  const there = members.filter(({ person, joinedOn, leftOn }) => {
    const first = joinedOn === began.get(person) ? seen.get(person) ?? joinedOn : joinedOn;
    return (first < joinedOn ? first : joinedOn) <= day && (leftOn === null || leftOn > day);
  });
  return [...new Set(there.map(({ person }) => person))].sort((a, b) => a - b);
}

function knownOf(mark: MapMark | null, field: MapField, day: Day): Known<unknown> {
  if (!mark || mark.value === UNKNOWN) return { value: null, said: null, state: 'unknown', weight: 0, mark };
  const said = field === 'role' ? rolesIn(mark.value) : field === 'authority' ? Number(mark.value) : mark.value;
  const { state, weight } = worthOf(mark, MAP_HALF_LIVES[field], day);
  return { value: state === 'stale' ? null : said, said, state, weight, mark };
}

function worthOf({ evidence, observedOn }: { readonly evidence: MapEvidence; readonly observedOn: Day }, halfLife: number, day: Day): { state: Exclude<MapState, 'unknown'>; weight: number } {
  const weight = EVIDENCE[evidence] * fade(daysBetween(observedOn, day), halfLife);
  return { weight, state: weight < STALE ? 'stale' : evidence === 'inferred' ? 'assumed' : 'proven' };
}

/** Between the same two people and of one kind the newest line counts; an at-odds line is the same either way. */
function linesOn(lines: readonly MapLine[], there: ReadonlySet<number>, day: Day): LineOn[] {
  const newest = new Map<string, MapLine>();
  for (const line of lines) {
    if (line.observedOn > day || !there.has(line.from) || !there.has(line.to)) continue;
    const [from, to] = line.kind === 'conflict' ? [Math.min(line.from, line.to), Math.max(line.from, line.to)] : [line.from, line.to];
    const key = `${line.kind} ${from} ${to}`;
    const before = newest.get(key);
    if (!before || line.observedOn > before.observedOn || (line.observedOn === before.observedOn && line.id > before.id)) newest.set(key, line);
  }
  return [...newest.values()].filter(({ endedOn }) => endedOn === null || endedOn > day).sort((a, b) => a.id - b.id).map((line) => {
    const { state, weight } = worthOf(line, MAP_HALF_LIVES.line, day);
    return { ...line, state, worth: weight };
  });
}
