import type { Day } from '#domain/day.ts';
import type { MapField } from './scales.ts';

/** What says which mark counts. */
export interface Observed { readonly id: number; readonly person: number; readonly field: MapField; readonly observedOn: Day }
export const markKey = (person: number, field: MapField): string => `${person} ${field}`;

/** The mark of each person and field that counts, by `markKey`: the newest observation, of two on one day the one told later. */
export function newestMarks<M extends Observed>(marks: readonly M[]): Map<string, M> {
  const newest = new Map<string, M>();
  for (const mark of marks) {
    const key = markKey(mark.person, mark.field);
    const before = newest.get(key);
    if (!before || mark.observedOn > before.observedOn || (mark.observedOn === before.observedOn && mark.id > before.id)) newest.set(key, mark);
  }
  return newest;
}

/** What somebody sets, and the id of the mark that counted when they looked (null: none); undefined: they did not look, nothing is compared. */
export interface SetUpon { readonly personId: number; readonly field: MapField; readonly expects?: number | null | undefined }

/** Numbers of the marks of a set where a colleague has told something else since, or taken back what was seen. What one told oneself is no surprise. */
export function setSince(marks: readonly SetUpon[], newest: ReadonlyMap<string, { readonly id: number; readonly by: string | null }>, actor: string | null): number[] {
  return marks.flatMap(({ personId, field, expects }, n) => {
    const now = newest.get(markKey(personId, field));
    return expects === undefined || expects === (now?.id ?? null) || (now !== undefined && now.by === actor) ? [] : [n];
  });
}
