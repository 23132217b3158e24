import { expect, test } from 'vitest';
import { compareAccounts } from '#domain/select/compareAccounts.ts';
import { explain } from '#domain/select/explain.ts';
import { measureTrade } from '#domain/select/measures.ts';
import { referenceOf } from '#domain/select/reference.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { AS_OF, CONTEXT, crowd, mark, month } from './samples.ts';

const people = crowd(GENERAL_TEMPLATE, 80);
const under = { modelVersionId: 1, asOf: AS_OF, reference: referenceOf(GENERAL_TEMPLATE, people.map((one) => one.trade)) };
const explained = (of: (typeof people)[number]) => explain(GENERAL_TEMPLATE, of, under);

test('every row says what each explanation says, and the difference to the first', () => {
  const three = people.slice(3, 6).map(explained);
  const { rows } = compareAccounts(three);
  expect(rows[0]).toMatchObject({ level: 'total', cells: three.map(({ total }) => ({ points: total })) });
  expect(rows.filter((row) => row.level === 'lens').map((row) => row.key)).toEqual(['past', 'present', 'future']);
  const indicators = rows.filter((row) => row.level === 'indicator');
  expect(indicators.map((row) => row.key)).toEqual(three[0]!.indicators.map((one) => one.key));
  for (const row of indicators) {
    row.cells.forEach((cell, at) => {
      const one = three[at]!.indicators.find((indicator) => indicator.key === row.key)!;
      expect([cell.points, cell.state, cell.raw]).toEqual([one.points, one.state, one.raw]);
      const base = row.cells[0]!.points;
      if (at > 0 && base !== null && one.points !== null) expect(cell.difference).toBeCloseTo(one.points - base, 9);
      else expect(cell.difference).toBeNull();
    });
  }
  // Each factor stands under its lens, each indicator under its factor.
  let lens = '';
  let factor = '';
  for (const row of rows.slice(1)) {
    if (row.level === 'lens') lens = row.key;
    else expect(row.lens).toBe(lens);
    if (row.level === 'factor') factor = row.key;
    if (row.level === 'indicator') expect(row.factor).toBe(factor);
  }
});

test('unknown is not zero: it differs from what is known, and has no difference in points', () => {
  const known = explained({ id: 1, trade: measureTrade([month('2026-03', 100_000)], [], CONTEXT), marks: [mark('funding', 1)] });
  const unknown = explained({ id: 2, trade: null, marks: [] });
  const row = compareAccounts([known, unknown]).rows.find((one) => one.key === 'funding')!;
  expect(row.cells).toEqual([{ points: 0, difference: null, state: 'proven', contribution: 0, raw: 1 }, { points: null, difference: null, state: 'missing', contribution: null, raw: null }]);
  expect(row.differs).toBe(true);
});

test('who is like the first differs in nothing; one other mark makes its factor and lens differ, and nothing else', () => {
  const base = { id: 1, trade: null, marks: [mark('funding', 3), mark('brand', 4), mark('marketShare', 2)] };
  expect(compareAccounts([explained(base), explained({ ...base, id: 2 })]).rows.filter((row) => row.differs)).toEqual([]);
  const other = { ...base, marks: [mark('funding', 3), mark('brand', 2), mark('marketShare', 2)] };
  expect(compareAccounts([explained(base), explained(other)]).rows.filter((row) => row.differs).map((row) => row.key)).toEqual(['total', 'future', 'market', 'brand']);
});

test('another category of the same points is a difference', () => {
  const [like] = GENERAL_TEMPLATE.lenses[2]!.factors[2]!.indicators;
  const even = { ...GENERAL_TEMPLATE, lenses: GENERAL_TEMPLATE.lenses.map((lens, l) => (l === 2 ? { ...lens, factors: lens.factors.map((factor) => (factor.key === 'ownership' && like?.kind === 'categorical' ? { ...factor, indicators: [{ ...like, options: like.options.map((option) => ({ ...option, points: 80 })) }] } : factor)) } : lens)) };
  const of = (value: string) => explain(even, { id: 1, trade: null, marks: [mark('ownershipKind', value)] }, under);
  const { rows } = compareAccounts([of('listed'), of('state')]);
  expect(rows.filter((row) => row.differs).map((row) => row.key)).toEqual(['future', 'ownership', 'ownershipKind']);
});

test('deductions and red lines: who has which', () => {
  const marks = [mark('funding', 3)];
  const { flags } = compareAccounts([
    explained({ id: 1, trade: null, marks: [...marks, mark('disparagement', true)] }), explained({ id: 2, trade: null, marks: [...marks, mark('disparagement', true), mark('bribery', true)] }),
  ]);
  expect(flags).toEqual([{ kind: 'deduction', key: 'disparagement', marked: [true, true], differs: false }, { kind: 'veto', key: 'bribery', marked: [false, true], differs: true }]);
});

test('nothing to compare, and explanations of two models', () => {
  expect(compareAccounts([])).toEqual({ rows: [], flags: [] });
  const one = explained(people[0]!);
  expect(() => compareAccounts([one, { ...one, modelVersionId: 2 }])).toThrow(RangeError);
});
