import { expect, test } from 'vitest';
import { withoutNames, withoutNamesIn } from '#domain/insight/kpi/erase.ts';
import { positionFaults, positionKpiFaults } from '#domain/insight/kpi/position.ts';
import { restsOn } from '#domain/insight/restsOn.ts';
import { HALF_LIVES } from '#domain/factKinds.ts';

test('Latin names go as whole words, Chinese ones wherever they stand', () => {
  expect(withoutNames('与王伟谈降本，王伟民不在', ['王伟'])).toBe('与[…]谈降本，[…]民不在');
  expect(withoutNames('Ann Lee and ANN  LEE, Annabel Leeds', ['Ann Lee'])).toBe('[…] and […], Annabel Leeds');
  expect(withoutNames('Li listens', ['Li'])).toBe('[…] listens');
  expect(withoutNames('a (b) c', ['(b)'])).toBe('a […] c');
  expect(withoutNames('王 x', ['王', ''])).toBe('王 x');
  // The longer name first: what is left of it is no name.
  expect(withoutNames('欧阳王伟', ['王伟', '欧阳王伟'])).toBe('[…]');
});

test('names go from every depth, also from JSON inside a text', () => {
  const content = JSON.stringify({ position: { holder: 'Zoë "Z" Ng' }, questions: ['Ask Zoë "Z" Ng'] });
  expect(withoutNamesIn({ a: [{ b: content, n: 1, none: null }], c: '[not json Zoë "Z" Ng' }, ['Zoë "Z" Ng'])).toEqual({ a: [{ b: JSON.stringify({ position: { holder: '[…]' }, questions: ['Ask […]'] }), n: 1, none: null }], c: '[not json […]' });
});

test('every fault of a position and of a KPI is told with its path', () => {
  const position = { title: 'Director Wang Wei', function: 'x' as never, level: 'y' as never, holder: 'Wang Wei', note: '' };
  expect(positionFaults(position, 'positions.2').map(({ path, reason }) => `${path} ${reason}`)).toEqual(['positions.2.function unknown_choice', 'positions.2.level unknown_choice', 'positions.2.title holder_in_title']);
  expect(positionFaults({ ...position, title: ' ' }, '')[0]).toMatchObject({ path: 'title', reason: 'required' });
  expect(positionKpiFaults({ kpi: 'nothing', text: '', target: '', importance: 6, need: '' }, new Set(), 'kpis.0').map(({ path, reason }) => `${path} ${reason}`)).toEqual(['kpis.0.text required', 'kpis.0.kpi unknown_kpi', 'kpis.0.importance out_of_range']);
  expect(positionKpiFaults({ kpi: 'oee', text: 'OEE', target: '', importance: 1, need: '' }, new Set(['oee']), '')).toEqual([]);
});

test('a note rests on the fact that weighs most; without one it is assumed; faded it is stale', () => {
  const proof = { kind: 'strategy', evidence: 'document', observedOn: '2026-03-31', expiresOn: null } as const;
  expect(restsOn([], '2026-03-31', HALF_LIVES)).toEqual({ state: 'assumed', confidence: 0 });
  expect(restsOn([{ ...proof, observedOn: '2020-01-01' }, proof], '2026-03-31', HALF_LIVES)).toEqual({ state: 'proven', confidence: 0.95 });
  expect(restsOn([{ ...proof, observedOn: '2020-01-01' }], '2026-03-31', HALF_LIVES).state).toBe('stale');
  expect(restsOn([{ ...proof, evidence: 'inferred' }], '2026-03-31', HALF_LIVES).state).toBe('assumed');
});
