import type { Scores } from '#domain/select/score.ts';
import { NONE } from '#domain/select/grade.ts';

/** What other weights would change, for all customers. */
export interface Effect {
  /** Size of the top fifth (20 %), and how many enter and leave it. */
  readonly top: number;
  readonly entering: number;
  readonly leaving: number;
  readonly gradesUp: number;
  readonly gradesDown: number;
  readonly classMoves: number;
  /** Customer index with the largest change of rank and the change (positive: up); null when nobody moves. */
  readonly largest: { readonly at: number; readonly change: number } | null;
}

/** Compares two rankings of the same sheet. Customers without a rank in either take no part. */
export function effectOf(before: Scores, after: Scores): Effect {
  const count = before.rank.length;
  let ranked = 0;
  for (let i = 0; i < count; i += 1) if (before.rank[i]! > 0) ranked += 1;
  const top = Math.max(1, Math.round(ranked / 5));
  let entering = 0, leaving = 0, gradesUp = 0, gradesDown = 0, classMoves = 0, largestAt = -1, largest = 0;
  for (let i = 0; i < count; i += 1) {
    const from = before.rank[i]!;
    const to = after.rank[i]!;
    if (from === 0 || to === 0) continue;
    if (from > top && to <= top) entering += 1;
    if (from <= top && to > top) leaving += 1;
    const grade = before.grade[i]! - after.grade[i]!;
    if (before.grade[i] !== NONE && after.grade[i] !== NONE && grade !== 0) {
      if (grade > 0) gradesUp += 1;
      else gradesDown += 1;
    }
    if (before.class[i] !== after.class[i]) classMoves += 1;
    if (Math.abs(from - to) > Math.abs(largest)) {
      largest = from - to;
      largestAt = i;
    }
  }
  return { top, entering, leaving, gradesUp, gradesDown, classMoves, largest: largestAt < 0 ? null : { at: largestAt, change: largest } };
}
