import { expect, test } from 'vitest';
import { FUNCTIONS, LEVELS } from '#domain/insight/kpi/kpi.ts';
import { KPI_LIBRARY } from '#domain/insight/kpi/library.ts';
import { mergeLibrary, type KpiRow } from '#domain/insight/kpi/mergeLibrary.ts';
import { proposeKpis } from '#domain/insight/kpi/proposeKpis.ts';

const two = (text: string) => ({ en: text, zh: `${text}（中文）` });
const row = (id: number, key: string, name: string, more: Partial<KpiRow> = {}): KpiRow => ({ id, key, function: 'quality', name: two(name), measure: two('m'), unit: two('u'), direction: 'up', needs: two('n'), topics: [two('t')], hidden: false, ...more });
const position = { function: 'purchasing', level: 'head' } as const;

test('the library has ten KPIs a function, each complete in both languages, each key once', () => {
  expect(Object.groupBy(KPI_LIBRARY, (kpi) => kpi.function)).toMatchObject(Object.fromEntries(FUNCTIONS.filter((name) => name !== 'other').map((name) => [name, expect.objectContaining({ length: 10 })])));
  expect(new Set(KPI_LIBRARY.map((kpi) => kpi.key)).size).toBe(KPI_LIBRARY.length);
  for (const kpi of KPI_LIBRARY) {
    expect(kpi.key).toMatch(/^[a-z0-9-]{1,60}$/);
    expect([kpi.key, kpi.topics.length]).toEqual([kpi.key, expect.toSatisfy((n: number) => n === 1 || n === 2)]);
    for (const text of [kpi.name, kpi.measure, kpi.needs, ...kpi.topics]) {
      expect([kpi.key, text.en]).toEqual([kpi.key, expect.stringMatching(/^[A-Z1(|ΣÅ]/)]);
      expect([kpi.key, text.zh]).toEqual([kpi.key, expect.stringMatching(/\p{Script=Han}|^Cpk$/u)]);
    }
    expect(kpi.words.every((word) => word === word.toLowerCase() && (word.length > 1 || /\p{Script=Han}/u.test(word)))).toBe(true);
    expect((kpi.levels ?? []).every((level) => LEVELS.includes(level))).toBe(true);
  }
});

test('a company’s words stand where the original stood, its own follow, the newest row counts, nothing is lost', () => {
  const merged = mergeLibrary(KPI_LIBRARY, [row(1, 'incoming-ppm', 'Old name'), row(2, 'incoming-ppm', 'Rejects'), row(3, '', 'Our own'), row(4, 'gone-from-library', 'Orphan'), row(5, '', 'Hidden own', { hidden: true })]);
  const quality = merged.filter((kpi) => kpi.function === 'quality');
  expect(quality[0]).toMatchObject({ key: 'incoming-ppm', name: two('Rejects'), origin: 'changed', rowId: 2, hidden: false });
  expect(quality[0]!.words).toEqual(expect.arrayContaining(['ppm', 'rejects']));
  expect(quality.slice(10).map((kpi) => [kpi.key, kpi.origin, kpi.hidden])).toEqual([['own-3', 'own', false], ['gone-from-library', 'own', false], ['own-5', 'own', true]]);
  expect(merged).toHaveLength(63);
  expect(merged[0]!.function).toBe('purchasing');
});

test('a row that only hides says what the library says, and is no change of its words', () => {
  const original = KPI_LIBRARY.find((kpi) => kpi.key === 'oee')!;
  const [entry] = mergeLibrary([original], [{ ...row(9, 'oee', ''), ...original, id: 9, hidden: true }]);
  expect(entry).toMatchObject({ origin: 'library', hidden: true, rowId: 9 });
});

test('proposals: usual for the level first, then what facts speak of, then the order of the library; hidden ones not at all', () => {
  const library = mergeLibrary(KPI_LIBRARY, [{ ...row(1, 'on-time-supply', ''), ...KPI_LIBRARY.find((kpi) => kpi.key === 'on-time-supply')!, id: 1, hidden: true }]);
  const facts = [
    { id: 7, statement: '要求两年内全部独家物料找到二供', confidence: 0.4 }, { id: 8, statement: 'No sole source after 2027', confidence: 0.9 },
    { id: 9, statement: 'They resource the project', confidence: 1 },
  ];
  const keys = (level: 'head' | 'specialist') => proposeKpis(library, { ...position, level }, new Set(['quote-cycle']), facts).map(({ kpi }) => kpi.key);
  expect(keys('head').slice(0, 3)).toEqual(['supply-risk', 'cost-reduction', 'payment-terms']);
  // A specialist is seldom measured by payment terms or the number of suppliers: those come last.
  expect(keys('specialist').slice(-3)).toEqual(['payment-terms', 'supplier-count', 'esg-suppliers']);
  expect(keys('head')).not.toContain('on-time-supply');
  const all = proposeKpis(library, position, new Set(['quote-cycle']), facts);
  expect(all[0]).toMatchObject({ facts: [8, 7], fits: true, taken: false });
  expect(all.find(({ kpi }) => kpi.key === 'quote-cycle')).toMatchObject({ taken: true, facts: [] });
});
