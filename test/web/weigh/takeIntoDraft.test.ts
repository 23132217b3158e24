import { expect, test } from 'vitest';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { keepDraft, onDrafts, readDraft } from '../../../src/web/parts/model/draftStore.ts';
import { takeIntoDraft } from '../../../src/web/parts/weigh/takeIntoDraft.ts';

const weights = (past: number, present: number, future: number) => [{ item: 'past', weight: past }, { item: 'present', weight: present }, { item: 'future', weight: future }];
const lenses = (version: number) => readDraft(version)?.model.lenses.map((lens) => lens.weight);

test('weights go into the draft with where they come from; the way back leads to what was there', () => {
  let told = 0;
  const off = onDrafts(() => (told += 1));
  const back = takeIntoDraft(7, GENERAL_TEMPLATE, 'lenses', weights(20, 30, 50), 'Weights of the lenses: Points');
  expect([lenses(7), readDraft(7)!.note, told]).toEqual([[20, 30, 50], 'Weights of the lenses: Points', 1]);
  back!();
  expect([readDraft(7), told]).toEqual([null, 2]);
  off();
});

test('a second weighing of the same level replaces what was said of it, another level adds to it', () => {
  takeIntoDraft(8, GENERAL_TEMPLATE, 'lenses', weights(20, 30, 50), 'Weights of the lenses: Points');
  takeIntoDraft(8, GENERAL_TEMPLATE, 'lens.past', [{ item: 'ownResults', weight: 50 }, { item: 'trade', weight: 50 }], 'Weights of Past: Swing');
  const back = takeIntoDraft(8, GENERAL_TEMPLATE, 'lenses', weights(40, 30, 30), 'Weights of the lenses: Pairwise comparison, CR 0.03');
  expect(lenses(8)).toEqual([40, 30, 30]);
  expect(readDraft(8)!.model.lenses[0]!.factors.map((factor) => factor.weight)).toEqual([50, 50]);
  expect(readDraft(8)!.note).toBe('Weights of Past: Swing · Weights of the lenses: Pairwise comparison, CR 0.03');
  back!();
  expect([lenses(8), readDraft(8)!.note]).toEqual([[20, 30, 50], 'Weights of the lenses: Points · Weights of Past: Swing']);
  keepDraft(8, null);
});

test('a level that the draft has lost takes no weights', () => {
  const [past, ...others] = GENERAL_TEMPLATE.lenses;
  keepDraft(9, { model: { ...GENERAL_TEMPLATE, lenses: [{ ...past!, factors: past!.factors.slice(0, 1) }, ...others] }, note: '' });
  expect(takeIntoDraft(9, GENERAL_TEMPLATE, 'factor.trade', [], 'x')).toBeNull();
});
