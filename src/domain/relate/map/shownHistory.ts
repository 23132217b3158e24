import type { MapHistory } from './mapOn.ts';

/** A map's history without the people who may not be shown (withdrawn, erased, private): as if they had never been on it. */
export function shownHistory({ members, marks, lines }: MapHistory, shown: ReadonlySet<number>): MapHistory {
  return { members: members.filter(({ person }) => shown.has(person)), marks: marks.filter(({ person }) => shown.has(person)), lines: lines.filter(({ from, to }) => shown.has(from) && shown.has(to)) };
}
