import { classOf } from './classify.ts';
import { gradeOf } from './grade.ts';
import { CLASSES, GRADES, type AccountClass, type Grade } from './model.ts';
import { scoreAll, type Scores } from './score.ts';
import type { ScoreSheet } from './sheet.ts';

/** Where one customer stands under a model; null where nothing is known of it. */
export interface Stand {
  readonly rank: number | null;
  readonly total: number | null;
  readonly grade: Grade | null;
  readonly class: AccountClass | null;
}
/** A cell of a transition: from the one to the other; null stands for none. */
export interface Transition<T> { readonly from: T | null; readonly to: T | null }

/** The same customers under two models. */
export interface StandingsComparison {
  readonly a: ScoreSheet;
  readonly b: ScoreSheet;
  readonly scoresA: Scores;
  readonly scoresB: Scores;
  /** How many go from grade (row) to grade (column): S A B C D, then none. */
  readonly grades: readonly (readonly number[])[];
  /** The same for classes: strategic, key, growth, maintain, exit, then none. */
  readonly classes: readonly (readonly number[])[];
  readonly moved: number;
  /** The upper fifth of the ranked ones: its size, and how many of its members under `b` were not in it under `a`. */
  readonly top: { readonly size: number; readonly entering: number };
  /** Places of the sheets, those who moved most first. A step counts more near the top: what matters is how many times the place. */
  readonly up: Uint32Array;
  readonly down: Uint32Array;
}

/** Share of the customers that counts as the vital few (80/20). */
const TOP = 0.2;

/**
 * Scores the same customers under two models and tells who moves (S9). Ranks are among the customers of the sheets.
 * Throws a RangeError when the sheets are not about the same customers in the same sequence.
 */
export function compareStandings(a: ScoreSheet, b: ScoreSheet): StandingsComparison {
  if (a.count !== b.count || a.ids.some((id, at) => id !== b.ids[at])) throw new RangeError('the sheets are about different customers');
  const [scoresA, scoresB] = [scoreAll(a), scoreAll(b)];
  const { up, down } = movers(scoresA.rank, scoresB.rank);
  const ranked = scoresB.rank.reduce((count, rank) => count + (rank > 0 ? 1 : 0), 0);
  const size = Math.ceil(ranked * TOP);
  const within = (rank: number): boolean => rank > 0 && rank <= size;
  return {
    a, b, scoresA, scoresB, up, down,
    grades: table(scoresA.grade, scoresB.grade, GRADES.length), classes: table(scoresA.class, scoresB.class, CLASSES.length),
    moved: up.length + down.length,
    top: { size, entering: scoresB.rank.reduce((count, rank, at) => count + (within(rank) && !within(scoresA.rank[at]!) ? 1 : 0), 0) },
  };
}

/** How the customer at a place stands under one of the two models. */
export function standAt(scores: Scores, at: number): Stand {
  const total = scores.total[at]!;
  return { rank: scores.rank[at]! || null, total: Number.isNaN(total) ? null : total, grade: gradeOf(scores.grade[at]!), class: classOf(scores.class[at]!) };
}

/** Places of the customers that go from one grade (or class) to another, those who moved most first. */
export function inTransition({ scoresA, scoresB }: StandingsComparison, grades: Transition<Grade> | null, classes: Transition<AccountClass> | null): Uint32Array {
  const code = (list: readonly string[], value: string | null): number => (value === null ? 255 : list.indexOf(value));
  const fits = (from: Uint8Array, to: Uint8Array, list: readonly string[], wanted: Transition<string> | null, at: number): boolean =>
    wanted === null || (from[at] === code(list, wanted.from) && to[at] === code(list, wanted.to));
  const places: number[] = [];
  for (let at = 0; at < scoresA.rank.length; at += 1) {
    if (fits(scoresA.grade, scoresB.grade, GRADES, grades, at) && fits(scoresA.class, scoresB.class, CLASSES, classes, at)) places.push(at);
  }
  const leap = (at: number): number => Math.abs(leapOf(scoresA.rank[at]!, scoresB.rank[at]!));
  return Uint32Array.from(places.sort((x, y) => leap(y) - leap(x) || (scoresB.rank[x]! || Infinity) - (scoresB.rank[y]! || Infinity) || x - y));
}

/** Positive: up. ln(place before ÷ place after), so that 5 → 1 is as far as 50 → 10; 0 where one of the two has no place. */
const leapOf = (from: number, to: number): number => (from > 0 && to > 0 ? Math.log(from / to) : 0);

function movers(before: Uint32Array, after: Uint32Array): { up: Uint32Array; down: Uint32Array } {
  const leaps = Float64Array.from(before, (from, at) => leapOf(from, after[at]!));
  const places = Uint32Array.from(leaps, (_, at) => at);
  const best = (a: number, b: number): number => Math.abs(leaps[b]!) - Math.abs(leaps[a]!) || after[a]! - after[b]! || a - b;
  return { up: places.filter((at) => leaps[at]! > 0).sort(best), down: places.filter((at) => leaps[at]! < 0).sort(best) };
}

function table(from: Uint8Array, to: Uint8Array, size: number): number[][] {
  const counts = Array.from({ length: size + 1 }, () => new Array<number>(size + 1).fill(0));
  const place = (code: number): number => (code < size ? code : size);
  for (let at = 0; at < from.length; at += 1) counts[place(from[at]!)]![place(to[at]!)]! += 1;
  return counts;
}
