import { expect, test } from 'vitest';
import { classRegions } from '../../../src/web/parts/portfolio/classRegions.ts';

const house = { strategic: { potential: 70, value: 50, grade: 'S' as const }, key: { value: 60 }, growth: { potential: 60, valueBelow: 50 }, exit: { lossQuarters: 4, potentialBelow: 50 } };

test('the house rules draw strategic top right, key right, growth top left', () => {
  const regions = classRegions(house);
  const of = (name: string) => regions.filter((region) => region.class === name);
  expect(of('strategic')).toEqual([{ class: 'strategic', fromValue: 50, toValue: 100, fromPotential: 70, toPotential: 100 }]);
  expect(of('key')).toEqual([{ class: 'key', fromValue: 60, toValue: 100, fromPotential: 0, toPotential: 70 }]);
  expect(of('growth')).toEqual([{ class: 'growth', fromValue: 0, toValue: 50, fromPotential: 60, toPotential: 100 }]);
});

test('the regions cover the whole plane once', () => {
  for (const rules of [house, { ...house, key: { value: 0 } }, { ...house, growth: { potential: 90, valueBelow: 80 } }]) {
    const area = classRegions(rules).reduce((sum, r) => sum + (r.toValue - r.fromValue) * (r.toPotential - r.fromPotential), 0);
    expect(area).toBe(10_000);
  }
});
