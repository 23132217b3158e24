import { expect, test } from 'vitest';
import { horizonOf, strategyFaults, type NewStrategyItem } from '#domain/insight/strategy/strategyItem.ts';
import { readStrategyLines, strategyText } from '#domain/insight/strategy/strategyLines.ts';

const ITEM: NewStrategyItem = { kind: 'goal', text: 'Double sales', horizon: 'mid', fromOn: '2026-01-01', toOn: '2028-12-31', amount: 320_000_000_00, currency: 'CNY' };
const paths = (item: Partial<NewStrategyItem>): string[] => strategyFaults({ ...ITEM, ...item }, 'items.0').map(({ path, reason }) => `${path} ${reason}`);
const defaults = { kind: 'goal', currency: 'CNY', today: '2026-03-31' } as const;

test('the horizon of a day: a year, three years, beyond', () => {
  expect(['2027-03-31', '2027-04-02', '2029-04-02', '2029-04-03'].map((day) => horizonOf(day, '2026-03-31'))).toEqual(['short', 'mid', 'mid', 'long']);
});

test('every fault of an item at once', () => {
  expect(paths({})).toEqual([]);
  expect(paths({ text: ' ', fromOn: '2026-02-30', toOn: 'x', amount: -1, currency: 'ABC' })).toEqual(['items.0.text required', 'items.0.fromOn no_such_day', 'items.0.toOn no_such_day', 'items.0.amount negative', 'items.0.currency unknown_currency']);
  expect(paths({ toOn: '2025-12-31' })).toEqual(['items.0.toOn ends_before_begin']);
  expect(paths({ currency: null })).toEqual(['items.0.currency required']);
});

test('pasted rows: Chinese headers in any order, years and months as edges, 亿 and 万, the horizon from the day', () => {
  const lines = readStrategyLines('内容\t类型\t投资额\t开始\t结束\t期限\n三年内声学销售翻番\t目标\t\t2026\t2028年12月\t\n新建马来西亚工厂\t投资领域\t3.2亿\t2026-07\t2030\t\n只做消费电子\t业务范围\t\t\t\t\n错\t什么\t很多\t2026-13\t\t永远', defaults);
  expect(lines.slice(0, 3).map(({ item }) => item)).toEqual([
    { kind: 'goal', text: '三年内声学销售翻番', horizon: 'mid', fromOn: '2026-01-01', toOn: '2028-12-31', amount: null, currency: null },
    { kind: 'investment', text: '新建马来西亚工厂', horizon: 'long', fromOn: '2026-07-01', toOn: '2030-12-31', amount: 320_000_000_00, currency: 'CNY' },
    { kind: 'scope', text: '只做消费电子', horizon: null, fromOn: null, toOn: null, amount: null, currency: null }]);
  expect(lines[3]).toMatchObject({ row: 5, faults: [{ path: 'fromOn', reason: 'no_such_day' }, { path: 'amount', reason: 'not_a_number' }, { path: 'kind', reason: 'unknown_kind' }, { path: 'horizon', reason: 'unknown_horizon' }] });
});

test('one column is the text, of the kind that was chosen', () => {
  expect(readStrategyLines('Enter Vietnam\n\nLeave toys', { ...defaults, kind: 'scope' }).map(({ row, item }) => [row, item.kind, item.text])).toEqual([[1, 'scope', 'Enter Vietnam'], [3, 'scope', 'Leave toys']]);
});

test('what is copied out is read in again the same', () => {
  const items: NewStrategyItem[] = [ITEM, { kind: 'scope', text: 'No toys', horizon: null, fromOn: null, toOn: null, amount: null, currency: null }, { kind: 'investment', text: 'Plant', horizon: 'long', fromOn: null, toOn: null, amount: 12_345_67, currency: 'USD' }];
  const words = { columns: { kind: '类型', text: '内容', horizon: '期限', fromOn: '开始', toOn: '结束', amount: '金额', currency: '币种' }, kinds: { goal: '目标', investment: '投资领域', scope: '业务范围' }, horizons: { short: '短期', mid: '中期', long: '长期' } };
  const lines = readStrategyLines(strategyText(items, words), defaults);
  expect([lines.map(({ item }) => item), lines.flatMap(({ faults }) => faults)]).toEqual([items, []]);
});
