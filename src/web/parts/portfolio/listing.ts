import { CLASSES, GRADES, type AccountClass, type Grade } from '#domain/select/model.ts';
import type { Scores } from '#domain/select/score.ts';

/** A list of account ids that need not exist as an array: a re-weighed order of 100,000 is read only where it is on screen. */
export interface IdList {
  readonly length: number;
  readonly at: (index: number) => number;
}

export const listOf = (ids: ArrayLike<number>): IdList => ({ length: ids.length, at: (index) => ids[index]! });

/**
 * Account ids of a re-weighed ranking, best first, with the filters that the ranking itself decides.
 * @param only ids that a filter of the server let through; null for all
 */
export function rankedIds(ids: Float64Array, scores: Scores, filter: { grade?: Grade | undefined; class?: AccountClass | undefined }, only: ReadonlySet<number> | null, descending = false): IdList {
  const { order } = scores;
  if (!filter.grade && !filter.class && !only) return { length: order.length, at: (index) => ids[order[descending ? order.length - 1 - index : index]!]! };
  const grade = filter.grade === undefined ? -1 : GRADES.indexOf(filter.grade);
  const kind = filter.class === undefined ? -1 : CLASSES.indexOf(filter.class);
  const kept = new Float64Array(ids.length);
  let count = 0;
  for (const at of order) {
    if (grade >= 0 && scores.grade[at] !== grade) continue;
    if (kind >= 0 && scores.class[at] !== kind) continue;
    if (only && !only.has(ids[at]!)) continue;
    kept[count] = ids[at]!;
    count += 1;
  }
  const list = kept.subarray(0, count);
  return listOf(descending ? list.reverse() : list);
}
