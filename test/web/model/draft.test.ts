import { expect, test } from 'vitest';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { addTo, countChanges, faultsByPath, freshKey, getIn, removeFrom, setIn } from '../../../src/web/parts/model/draft.ts';

test('a change copies only the way to it', () => {
  const next = setIn(GENERAL_TEMPLATE, 'lenses.0.factors.1.weight', 12);
  expect(next.lenses[0]!.factors[1]!.weight).toBe(12);
  expect(next.lenses[1]).toBe(GENERAL_TEMPLATE.lenses[1]);
  expect(GENERAL_TEMPLATE.lenses[0]!.factors[1]!.weight).not.toBe(12);
  expect(countChanges(GENERAL_TEMPLATE, next)).toBe(1);
  expect(countChanges(GENERAL_TEMPLATE, GENERAL_TEMPLATE)).toBe(0);
});

test('an option that is taken out leaves no empty field behind', () => {
  expect(setIn({ a: { b: 1, c: 2 } }, 'a.b', undefined)).toEqual({ a: { c: 2 } });
});

test('parts are added and removed', () => {
  const more = addTo(GENERAL_TEMPLATE, 'vetoes', { key: 'x', name: { en: 'X', zh: 'X' } });
  expect((getIn(more, 'vetoes') as unknown[]).length).toBe(GENERAL_TEMPLATE.vetoes.length + 1);
  expect(removeFrom(more, 'vetoes', GENERAL_TEMPLATE.vetoes.length)).toEqual(GENERAL_TEMPLATE);
});

test('a fresh key is nobody\'s', () => {
  const first = freshKey(GENERAL_TEMPLATE, 'factor');
  const used = setIn(GENERAL_TEMPLATE, 'lenses.0.factors.0.key', first);
  expect(freshKey(used, 'factor')).not.toBe(first);
});

test('faults of the server and of the browser meet at the same place', () => {
  expect([...faultsByPath([{ path: 'model.lenses.0.factors', reason: 'weights_not_100', message: '' }, { path: 'grades', reason: 'grades_out_of_order', message: '' }]).keys()]).toEqual(['lenses.0.factors', 'grades']);
});
