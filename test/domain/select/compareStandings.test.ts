import { describe, expect, test } from 'vitest';
import { compareStandings, inTransition, standAt } from '#domain/select/compareStandings.ts';
import { moveReasons } from '#domain/select/moveReasons.ts';
import { CLASSES, GRADES, type ScoreModel } from '#domain/select/model.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { weightsOf, withWeights } from '#domain/select/weights.ts';
import { setIn } from '../../../src/web/parts/model/draft.ts';
import { AS_OF, crowd, mark, random } from './samples.ts';

const people = crowd(GENERAL_TEMPLATE, 500);
const sheetOf = (model: ScoreModel, of = people) => buildSheet(model, of, { asOf: AS_OF });
const compared = (a: ScoreModel, b: ScoreModel, of = people) => compareStandings(sheetOf(a, of), sheetOf(b, of));

describe('who moves', () => {
  const shifted = withWeights(GENERAL_TEMPLATE, { ...weightsOf(GENERAL_TEMPLATE), lenses: [10, 30, 60] });

  test('ranks, grades, classes and totals are those of either model', () => {
    const result = compared(GENERAL_TEMPLATE, shifted);
    for (let at = 0; at < people.length; at += 37) {
      const [before, after] = [standAt(result.scoresA, at), standAt(result.scoresB, at)];
      expect(before.rank).toBe(result.scoresA.rank[at] || null);
      expect(after.total === null ? Number.NaN : after.total).toEqual(result.scoresB.total[at]);
    }
    expect(result.moved).toBe([...result.scoresA.rank].filter((rank, at) => rank > 0 && result.scoresB.rank[at]! > 0 && rank !== result.scoresB.rank[at]).length);
  });

  test('the tables count every customer once, and their margins are the counts under either model', () => {
    const { grades, classes, scoresA, scoresB } = compared(GENERAL_TEMPLATE, TEMPLATES[2]!.model);
    for (const [table, from, to, size] of [[grades, scoresA.grade, scoresB.grade, GRADES.length], [classes, scoresA.class, scoresB.class, CLASSES.length]] as const) {
      const count = (codes: Uint8Array, at: number) => [...codes].filter((code) => (code < size ? code : size) === at).length;
      table.forEach((row, at) => expect(row.reduce((x, y) => x + y)).toBe(count(from, at)));
      table.forEach((_, at) => expect(table.reduce((sum, row) => sum + row[at]!, 0)).toBe(count(to, at)));
    }
  });

  test('the cell of a table gives its very customers', () => {
    const result = compared(GENERAL_TEMPLATE, TEMPLATES[1]!.model);
    const [from, to] = [GRADES.indexOf('B'), GRADES.indexOf('C')];
    const places = inTransition(result, { from: 'B', to: 'C' }, null);
    expect(places.length).toBe(result.grades[from]![to]);
    expect(places.length).toBeGreaterThan(0);
    for (const at of places) expect([standAt(result.scoresA, at).grade, standAt(result.scoresB, at).grade]).toEqual(['B', 'C']);
    expect(inTransition(result, null, { from: null, to: null }).length).toBe(result.classes[CLASSES.length]![CLASSES.length]);
    expect(inTransition(result, null, null).length).toBe(people.length);
  });

  test('a leap near the top comes before a longer one far down', () => {
    const { up, down, scoresA, scoresB } = compared(GENERAL_TEMPLATE, shifted);
    const leap = (at: number) => Math.log(scoresA.rank[at]! / scoresB.rank[at]!);
    for (const [list, sign] of [[up, 1], [down, -1]] as const) {
      const leaps = [...list].map((at) => leap(at) * sign);
      expect(leaps.every((one) => one > 0)).toBe(true);
      expect(leaps).toEqual(leaps.toSorted((x, y) => y - x));
    }
  });

  test('one model against itself: nobody moves, nothing is to be explained', () => {
    const result = compared(GENERAL_TEMPLATE, structuredClone(GENERAL_TEMPLATE));
    expect([result.moved, result.top.entering, [...result.up], [...result.down]]).toEqual([0, 0, [], []]);
    for (let at = 0; at < 50; at += 1) expect(moveReasons(result, at)).toEqual([]);
  });

  test('other customers, or another sequence, are refused', () => {
    expect(() => compareStandings(sheetOf(GENERAL_TEMPLATE), sheetOf(GENERAL_TEMPLATE, people.slice(1)))).toThrow(RangeError);
    expect(() => compareStandings(sheetOf(GENERAL_TEMPLATE), sheetOf(GENERAL_TEMPLATE, people.toReversed()))).toThrow(RangeError);
  });
});

describe('and why', () => {
  test('by hand: two lenses trade weight; who is strong where less counts falls by that much', () => {
    // One lens each with one judged indicator: past 100 points, present 0, future 50; 40/25/35 before, 20/45/35 after.
    const only = (model: ScoreModel, weights: readonly number[]): ScoreModel => ({
      ...model, lenses: model.lenses.map((lens, l) => ({ ...lens, weight: weights[l]!, factors: [{ ...lens.factors.find((factor) => factor.side !== 'trade')!, weight: 100, indicators: [{ kind: 'assessed' as const, key: lens.key, name: lens.name, weight: 100, missing: 'exclude' as const, anchors: [] }] }] })),
    });
    const [a, b] = [only(GENERAL_TEMPLATE, [40, 25, 35]), only(GENERAL_TEMPLATE, [20, 45, 35])];
    const who = [{ id: 1, trade: null, marks: [mark('past', 5), mark('present', 1), mark('future', 3)] }];
    const result = compared(a, b, who);
    expect([standAt(result.scoresA, 0).total, standAt(result.scoresB, 0).total]).toEqual([57.5, 37.5]);
    // m = 47.5: past (−0.20)(100 − 47.5) = −10.5, present (+0.20)(0 − 47.5) = −9.5.
    expect(moveReasons(result, 0)).toEqual([
      { type: 'weight', indicator: 'past', from: 0.4, to: 0.2, points: 100, effect: -10.5 },
      { type: 'weight', indicator: 'present', from: 0.25, to: 0.45, points: 0, effect: -9.5 },
    ]);
  });

  test('another scale, another choice, a dearer deduction are told apart from weights', () => {
    const who = crowd(GENERAL_TEMPLATE, 300);
    const scale = compared(GENERAL_TEMPLATE, setIn(GENERAL_TEMPLATE, 'lenses.0.factors.1.indicators.1.normalise', { type: 'linear', floor: -0.2, target: 1 }), who);
    const reasons = who.flatMap((_, at) => moveReasons(scale, at));
    expect(reasons.length).toBeGreaterThan(30);
    expect(new Set(reasons.map((reason) => `${reason.type} ${reason.type === 'deductions' ? '' : reason.indicator}`))).toEqual(new Set(['points revenueTrend']));
    const dearer = compared(GENERAL_TEMPLATE, setIn(GENERAL_TEMPLATE, 'deductions.0.points', 25), who);
    const taken = who.flatMap((_, at) => moveReasons(dearer, at));
    expect(taken.length).toBeGreaterThan(10);
    for (const reason of taken) expect(reason).toMatchObject({ type: 'deductions' });
    expect(taken.some((reason) => reason.effect === -15)).toBe(true);
  });

  test('the reasons add to the change of the total exactly, whoever it is, over every pair of templates and 30 random weightings', () => {
    const next = random(11);
    const dice = (model: ScoreModel): ScoreModel => {
      const weights = weightsOf(model);
      const roll = (list: readonly number[]) => list.map(() => (next() < 0.15 ? 0 : next() * 100));
      return withWeights(model, { lenses: roll(weights.lenses), factors: roll(weights.factors), indicators: roll(weights.indicators) });
    };
    const pairs = [
      ...TEMPLATES.flatMap(({ model: a }) => TEMPLATES.map(({ model: b }) => [a, b] as const)),
      ...Array.from({ length: 30 }, (_, n) => [TEMPLATES[n % 3]!.model, dice(TEMPLATES[(n + (n % 2)) % 3]!.model)] as const),
    ];
    const few = people.slice(0, 120);
    let explained = 0;
    for (const [a, b] of pairs) {
      const result = compared(a, b, few);
      for (let at = 0; at < few.length; at += 1) {
        const [from, to] = [result.scoresA.total[at]!, result.scoresB.total[at]!];
        const reasons = moveReasons(result, at);
        if (Number.isNaN(from) || Number.isNaN(to)) {
          expect(reasons).toEqual([]);
          continue;
        }
        const sum = reasons.reduce((all, reason) => all + Math.round(reason.effect * 10_000), 0);
        expect(sum).toBe(Math.round(to * 10_000) - Math.round(from * 10_000));
        expect(reasons.map((reason) => Math.abs(reason.effect))).toEqual(reasons.map((reason) => Math.abs(reason.effect)).toSorted((x, y) => y - x));
        explained += reasons.length;
      }
    }
    expect(explained).toBeGreaterThan(10_000);
  });
});
