import { expect, test } from 'vitest';
import { dotsOf, heightOf } from '../../../src/web/parts/panel/dots.ts';
import { choicesOf } from '../../../src/web/parts/panel/choices.ts';
import { itemsOf } from '../../../src/web/parts/assess/items.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { texts } from '../../../src/web/text/en.ts';

const comparison = { votes: [{ value: 2, by: ['cleo'] }, { value: 4, by: ['dora', 'mo'] }], outliers: ['cleo'] };

test('a dot a vote, those of one level one above the other, far ones marked', () => {
  expect(dotsOf(comparison)).toEqual([
    { by: 'cleo', level: 2, stack: 0, far: true }, { by: 'dora', level: 4, stack: 0, far: false }, { by: 'mo', level: 4, stack: 1, far: false },
  ]);
  expect([heightOf(comparison), heightOf({ votes: [] })]).toEqual([2, 1]);
});

test('what an item can be marked: five sentences, its categories, or whether it applies', () => {
  const items = new Map(itemsOf(GENERAL_TEMPLATE).map((item) => [item.key, item]));
  const choices = (key: string) => choicesOf(items.get(key)!, texts.account, (words) => words.en);
  expect(choices('brand').map((choice) => choice.value)).toEqual([1, 2, 3, 4, 5]);
  expect(choices('ownershipKind')[1]).toEqual({ value: 'listed', text: 'Listed at home' });
  expect(choices('bribery')).toEqual([{ value: true, text: 'applies' }, { value: false, text: 'does not apply' }]);
});
