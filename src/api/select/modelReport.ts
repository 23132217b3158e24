import type { Kysely } from 'kysely';
import { compareStandings, inTransition, standAt, type StandingsComparison, type Transition } from '#domain/select/compareStandings.ts';
import type { AccountClass, Grade } from '#domain/select/model.ts';
import { moveReasons, type MoveReason } from '#domain/select/moveReasons.ts';
import { SCORE_STEPS } from '#domain/select/score.ts';
import type { Schema } from '#storage/schema.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { namesOf } from '#storage/select/accounts.ts';
import { readModel } from '#storage/select/models.ts';
import { readSheets } from '#storage/select/scoreSheet.ts';

/** Customers of a list that can be paged to, and reasons named for each. */
const LISTED = 500;
const REASONS = 4;

export interface ModelReportTask {
  readonly what: 'models';
  readonly viewer: Viewer;
  readonly a: number;
  readonly b: number;
  /** Who "all" lists: those of one cell of the tables, everybody who moved without one. */
  readonly grades: Transition<Grade> | null;
  readonly classes: Transition<AccountClass> | null;
}

/** Two published versions over a viewer's accounts: counts, tables, and the movers with what moved them. */
export async function modelReport(db: Kysely<Schema>, { viewer, a, b, grades, classes }: ModelReportTask) {
  const [first, second] = [await readModel(db, a), await readModel(db, b)];
  const [sheetA, sheetB] = (await readSheets(db, viewer, [first!, second!]))!;
  const result = compareStandings(sheetA!, sheetB!);
  const { up, down, top, moved } = result;
  const cell = grades || classes ? inTransition(result, grades, classes) : null;
  const lists = { up: [...up.subarray(0, LISTED)], down: [...down.subarray(0, LISTED)], all: cell ? [...cell.subarray(0, LISTED)] : merged(result) };
  const names = await namesOf(db, [...new Set(Object.values(lists).flat())].map((at) => sheetA!.ids[at]!));
  const told = new Map<number, ReturnType<typeof mover>>();
  const tell = (at: number) => {
    const known = told.get(at) ?? mover(result, at, names);
    told.set(at, known);
    return known;
  };
  return {
    asOf: sheetA!.asOf, customers: sheetA!.count, moved, up: up.length, down: down.length, top, grades: result.grades, classes: result.classes, listed: cell ? cell.length : moved,
    movers: { up: lists.up.map(tell), down: lists.down.map(tell), all: lists.all.map(tell) },
  };
}

/** Up and down in one list, largest leaps first. */
function merged({ up, down, scoresA, scoresB }: StandingsComparison): number[] {
  const leap = (at: number): number => Math.abs(Math.log(scoresA.rank[at]! / scoresB.rank[at]!));
  return [...up.subarray(0, LISTED), ...down.subarray(0, LISTED)].sort((x, y) => leap(y) - leap(x) || x - y).slice(0, LISTED);
}

function mover(result: StandingsComparison, at: number, names: ReadonlyMap<number, { key: string; name: string }>) {
  const id = result.a.ids[at]!;
  const [before, after] = [standAt(result.scoresA, at), standAt(result.scoresB, at)];
  const all: MoveReason[] = moveReasons(result, at);
  const reasons = all.slice(0, REASONS);
  const steps = (points: number): number => Math.round(points * SCORE_STEPS);
  const change = before.total === null || after.total === null ? null : (steps(after.total) - steps(before.total)) / SCORE_STEPS;
  return { id, ...(names.get(id) ?? { key: '', name: '' }), before, after, change, reasons, rest: change === null ? 0 : (steps(change) - reasons.reduce((sum, reason) => sum + steps(reason.effect), 0)) / SCORE_STEPS };
}
