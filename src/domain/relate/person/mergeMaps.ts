import type { Day } from '#domain/day.ts';

/** Rows of power maps that name one of two people who become one; only those that hold. `id` orders what was told on one day. */
export interface MergeMember { readonly id: number; readonly map_id: number; readonly person_id: number; readonly joined_on: Day; readonly left_on: Day | null }
export interface MergeMark { readonly map_id: number; readonly person_id: number; readonly observed_on: Day }
export interface MergePlace { readonly id: number; readonly map_id: number; readonly person_id: number }
export interface MergeLine { readonly id: number; readonly map_id: number; readonly from_id: number; readonly to_id: number; readonly kind: string; readonly observed_on: Day; readonly ended_on: Day | null }
export interface MapRows { readonly members: readonly MergeMember[]; readonly marks: readonly MergeMark[]; readonly places: readonly MergePlace[]; readonly lines: readonly MergeLine[] }

export interface MapMergePlan {
  /** Times on a map that grow to hold another. */
  readonly stays: readonly { readonly id: number; readonly joined_on: Day; readonly left_on: Day | null }[];
  /** Lines that end on another day (null: they hold), because the other entry's line between the same two did. */
  readonly ends: readonly { readonly id: number; readonly ended_on: Day | null }[];
  /** Said twice, or a line from a person to themselves. */
  readonly dropped: { readonly members: readonly number[]; readonly places: readonly number[]; readonly lines: readonly number[] };
}

const LAST = '9999-12-31';

/**
 * What becomes of power maps that both people are on. On each day the one is on a map if either was, with every line that either had:
 * times that meet become one, a line between the two is dropped, and of a line that both had the newer row, which alone is drawn, ends when the later
 * of the two does. Where both have a place, that of `keep` counts, unless only the other is on the map now.
 */
export function planMapMerge(keep: number, other: number, { members, marks, places, lines }: MapRows): MapMergePlan {
  const stays: { id: number; joined_on: Day; left_on: Day | null }[] = [];
  const dropped = { members: [] as number[], places: [] as number[], lines: [] as number[] };
  const now = new Map<number, Set<number>>();
  for (const [map, rows] of Map.groupBy(members, (row) => row.map_id)) {
    now.set(map, new Set(rows.filter(({ left_on }) => left_on === null).map(({ person_id }) => person_id)));
    if (new Set(rows.map(({ person_id }) => person_id)).size < 2) continue;
    const times = rows.map((row) => ({ row, from: since(row, rows, marks), left: row.left_on ?? LAST })).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.row.id - b.row.id));
    let last = times[0]!;
    const close = (): void => { if (last.from !== last.row.joined_on || last.left !== (last.row.left_on ?? LAST)) stays.push({ id: last.row.id, joined_on: last.from, left_on: last.left === LAST ? null : last.left }); };
    for (const time of times.slice(1)) {
      if (time.from <= last.left) {
        dropped.members.push(time.row.id);
        if (time.left > last.left) last = { ...last, left: time.left };
      } else {
        close();
        last = time;
      }
    }
    close();
  }
  for (const [map, some] of Map.groupBy(places, (row) => row.map_id)) {
    const there = now.get(map) ?? new Set();
    const person = there.has(other) && !there.has(keep) ? other : keep;
    const best = some.filter((row) => row.person_id === person).at(-1) ?? some.at(-1)!;
    dropped.places.push(...some.filter((row) => row !== best).map(({ id }) => id));
  }
  const one = (id: number): number => (id === other ? keep : id);
  dropped.lines.push(...lines.filter((line) => one(line.from_id) === one(line.to_id)).map(({ id }) => id));
  const ends = [...Map.groupBy(lines.filter((line) => one(line.from_id) !== one(line.to_id)), (line) => {
    const [from, to] = [one(line.from_id), one(line.to_id)];
    return `${line.map_id} ${line.kind} ${line.kind === 'conflict' ? [from, to].toSorted((a, b) => a - b).join(' ') : `${from} ${to}`}`;
  }).values()].flatMap((same) => {
    const newest = (rows: readonly MergeLine[]): MergeLine | undefined => rows.toSorted((a, b) => (a.observed_on < b.observed_on ? -1 : a.observed_on > b.observed_on ? 1 : a.id - b.id)).at(-1);
    // Of each entry its newest row is the one that is drawn; an older one that was drawn anew never ended by itself.
    const [mine, theirs] = [newest(same.filter((line) => line.from_id !== other && line.to_id !== other)), newest(same.filter((line) => line.from_id === other || line.to_id === other))];
    if (!mine || !theirs) return [];
    const [shown, hidden] = newest([mine, theirs]) === mine ? [mine, theirs] : [theirs, mine];
    const end = (shown.ended_on ?? LAST) > (hidden.ended_on ?? LAST) ? shown.ended_on : hidden.ended_on;
    return end === shown.ended_on ? [] : [{ id: shown.id, ended_on: end }];
  });
  return { stays, ends, dropped };
}

/** From when somebody is on a map by this row: the first time begins with the first mark, if that is earlier (as `mapOn` reads it). */
function since(row: MergeMember, members: readonly MergeMember[], marks: readonly MergeMark[]): Day {
  const first = members.every((other) => other.person_id !== row.person_id || other.joined_on >= row.joined_on);
  const seen = first ? marks.filter((mark) => mark.map_id === row.map_id && mark.person_id === row.person_id).map(({ observed_on }) => observed_on).sort()[0] : undefined;
  return seen !== undefined && seen < row.joined_on ? seen : row.joined_on;
}
