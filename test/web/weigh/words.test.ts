import { expect, test } from 'vitest';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { formatFor } from '../../../src/web/format.ts';
import { texts as enFirst } from '../../../src/web/text/en.ts';
import { later as enLater } from '../../../src/web/text/en/later.ts';
import { texts as zhFirst } from '../../../src/web/text/zhHans.ts';
import { later as zhLater } from '../../../src/web/text/zhHans/later.ts';
import { fractionText, judgementText } from '../../../src/web/parts/weigh/judgement.ts';
import { swingEnds } from '../../../src/web/parts/weigh/swingEnds.ts';

const en = { ...enFirst, ...enLater };
const zh = { ...zhFirst, ...zhLater };

const format = formatFor('en');
const inEnglish = (text: { en: string }): string => text.en;

test('a comparison as people say it, in words and figures', () => {
  expect([3, 1, 1 / 7, 2.449].map((value) => fractionText(value, format))).toEqual(['3', '1', '1/7', '2.45']);
  expect(judgementText(5, 'Past', 'Future', en.weigh, format)).toBe('Past over Future: strongly more important (5 : 1)');
  expect(judgementText(1 / 9, 'Past', 'Future', en.weigh, format)).toBe('Future over Past: extremely more important (9 : 1)');
  expect(judgementText(1, 'Past', 'Future', en.weigh, format)).toBe('Past and Future: equally important');
  expect(judgementText(1 / 2.4, 'Past', 'Future', en.weigh, format)).toBe('Future over Past: slightly more important (2.40 : 1)');
  expect(judgementText(5, '看过去', '看未来', zh.weigh, formatFor('zh-Hans'))).toBe('“看过去”比“看未来”明显重要（5 : 1）');
});

test('the worst and the best of each kind of item', () => {
  const ends = (item: Parameters<typeof swingEnds>[0]) => swingEnds(item, inEnglish, 'CNY', format, en);
  const [past, present] = GENERAL_TEMPLATE.lenses;
  const trade = past!.factors[1]!.indicators;
  const by = (measure: string) => trade.find((one) => one.kind === 'computed' && one.measure === measure)!;
  expect(ends(past!)).toEqual({ parts: past!.factors.map((factor) => factor.name.en) });
  expect(ends(present!.factors[0]!)).toEqual({ parts: present!.factors[0]!.indicators.map((one) => one.name.en) });
  const assessed = present!.factors[0]!.indicators[0]!;
  expect(ends(assessed)).toEqual(assessed.kind === 'assessed' ? { worst: assessed.anchors[0]!.en, best: assessed.anchors[4]!.en } : null);
  expect(ends(by('revenue'))).toEqual({ worst: '0.02%', best: '5%' });
  expect(ends(by('recency'))).toEqual({ worst: '365 days', best: '14 days' });
  expect(ends({ ...by('recency'), kind: 'computed', measure: 'recency', normalise: { type: 'percentile', better: 'lower' } })).toEqual({ worst: en.weigh.lastOfAll, best: en.weigh.firstOfAll });
  expect(ends({ ...by('recency'), kind: 'computed', measure: 'recency', normalise: { type: 'steps', steps: [{ from: 0, points: 100 }, { from: 30, points: 40 }, { from: 90, points: 0 }] } })).toEqual({ worst: '90 days', best: '0 days' });
  const words = (name: string) => ({ en: name, zh: name });
  expect(ends({ key: 'x', name: words('x'), weight: 1, missing: 'exclude', kind: 'categorical', options: [{ key: 'a', name: words('Best'), points: 90 }, { key: 'b', name: words('Worst'), points: 5 }] })).toEqual({ worst: 'Worst', best: 'Best' });
});
