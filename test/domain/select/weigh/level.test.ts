import { expect, test } from 'vitest';
import { checkModel } from '#domain/select/checkModel.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { levelOf, levelsOf, withLevelWeights } from '#domain/select/weigh/level.ts';
import { combined, combineFaults, weigh, type StoredWeighing } from '#domain/select/weigh/weighing.ts';

test('the levels of a model: lenses, factors of each lens, indicators of each factor', () => {
  const levels = levelsOf(GENERAL_TEMPLATE);
  const factors = GENERAL_TEMPLATE.lenses.flatMap((lens) => lens.factors);
  expect(levels).toHaveLength(1 + 3 + factors.length);
  expect(levels.slice(0, 3).map(({ key, kind, path }) => [key, kind, path])).toEqual([['lenses', 'lenses', 'lenses'], ['lens.past', 'factors', 'lenses.0.factors'], [`factor.${factors[0]!.key}`, 'indicators', 'lenses.0.factors.0.indicators']]);
  expect(levelOf(GENERAL_TEMPLATE, 'factor.trade')!.items).toHaveLength(10);
  expect(levelOf(GENERAL_TEMPLATE, 'past')).toBeUndefined();
});

test('new weights stand on their level alone', () => {
  const next = withLevelWeights(GENERAL_TEMPLATE, 'lenses', new Map([['past', 20], ['present', 30], ['future', 50]]));
  expect(next.lenses.map((lens) => lens.weight)).toEqual([20, 30, 50]);
  expect(next.lenses[0]!.factors).toBe(GENERAL_TEMPLATE.lenses[0]!.factors);
  expect(checkModel(next)).toEqual([]);
  const trade = levelOf(GENERAL_TEMPLATE, 'factor.trade')!;
  const even = withLevelWeights(GENERAL_TEMPLATE, 'factor.trade', new Map(trade.items.map((item) => [item.key, 10])));
  expect(levelOf(even, 'factor.trade')!.items.every((item) => item.weight === 10)).toBe(true);
  expect(checkModel(even)).toEqual([]);
});

test('what a draft has added keeps its weight; the weighed ones share the rest', () => {
  const [past, ...others] = GENERAL_TEMPLATE.lenses;
  const added = { ...past!.factors[0]!, key: 'added', weight: 20 };
  const draft = { ...GENERAL_TEMPLATE, lenses: [{ ...past!, factors: [...past!.factors, added] }, ...others] };
  const next = withLevelWeights(draft, 'lens.past', new Map([[past!.factors[0]!.key, 25], [past!.factors[1]!.key, 75]]));
  expect(next.lenses[0]!.factors.map((factor) => factor.weight)).toEqual([20, 60, 20]);
});

test('weighings of several people become one, each person once', () => {
  const items = ['past', 'present', 'future'];
  const made = (id: number, by: string, pairs: [number, number, number], more: Partial<StoredWeighing> = {}): StoredWeighing => {
    const input = { method: 'ahp' as const, table: 'saaty1980' as const, derivation: 'eigenvector' as const, rule: 'saaty' as const, pairs: [{ left: 'past', right: 'present', value: pairs[0] }, { left: 'past', right: 'future', value: pairs[1] }, { left: 'present', right: 'future', value: pairs[2] }] };
    return { id, versionId: 1, version: 1, modelKey: 'general', level: 'lenses', input, result: weigh(items, input), note: '', by: { id: by, name: by }, at: '', withdrawnAt: null, ...more };
  };
  const found = [made(1, 'ada', [4, 8, 2]), made(2, 'dora', [1, 1 / 2, 1 / 2]), made(3, 'ada', [1, 1, 1]), made(4, 'mo', [1, 1, 1], { withdrawnAt: 'x' }), made(5, 'max', [1, 1, 1], { level: 'lens.past' })];
  const faults = (...ids: number[]) => combineFaults(items, { modelKey: 'general', level: 'lenses' }, ids, found).map(({ path, reason }) => `${path} ${reason}`);
  expect(faults(1, 2)).toEqual([]);
  expect(faults(1)).toEqual(['of too_few_people']);
  expect(faults(1, 3)).toEqual(['of.1 same_person']);
  expect(faults(1, 4, 5, 9)).toEqual(['of.1 not_combinable', 'of.2 not_combinable', 'of.3 not_combinable']);
  expect(combineFaults(['past', 'present'], { modelKey: 'general', level: 'lenses' }, [1, 2], found).map((fault) => fault.reason)).toEqual(['other_items', 'other_items']);
  combined(items, found.slice(0, 2)).forEach(({ value }, n) => expect(value).toBeCloseTo([2, 2, 1][n]!, 12));
});
