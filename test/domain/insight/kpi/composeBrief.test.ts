import { expect, test } from 'vitest';
import { BRIEF_LIMITS, briefFaults, cut, linesOf, widthOf } from '#domain/insight/kpi/brief.ts';
import { composeBrief, type BriefInput } from '#domain/insight/kpi/composeBrief.ts';

type Fact = BriefInput['facts'][number];
const fact = (id: number, confidence: number, state: Fact['state'] = 'proven'): Fact => ({ id, statement: `Fact ${id}`, source: `Report, p. ${id}`, observedOn: '2026-03-01', evidence: state === 'assumed' ? 'assumption' : 'document', confidence, state });
const kpi = (id: number, importance: number, facts: number[] = []) => ({ id, text: `KPI ${id}`, target: '', importance, need: `Need ${id}`, facts });
const EMPTY: BriefInput = {
  language: 'en', madeOn: '2026-03-31', meetingOn: '2026-04-10', account: { id: 1, name: 'Aeolus' }, position: { id: 2, title: 'Purchasing director', function: 'purchasing', level: 'head', holder: null },
  kpis: [], topics: [], facts: [], opportunities: [], capabilities: [], questions: [],
};

test('the weightiest KPIs, of equal weight the best known; facts numbered as they are first mentioned', () => {
  const brief = composeBrief({
    ...EMPTY, kpis: [kpi(1, 3), kpi(2, 5, [11, 12]), kpi(3, 4, [13]), kpi(4, 4, [14]), kpi(5, 2), kpi(6, 1)], facts: [fact(11, 0.2, 'stale'), fact(12, 0.9), fact(13, 0.25, 'stale'), fact(14, 0.8), fact(99, 1)],
    topics: [{ text: 'Of nothing', kpiId: null, opportunityId: null, facts: [14] }, { text: 'Of KPI 3', kpiId: 3, opportunityId: null, facts: [] }, { text: 'Of a KPI left out', kpiId: 6, opportunityId: null, facts: [] }],
  });
  expect(brief.kpis.map(({ text, state, cites }) => [text, state, cites])).toEqual([['KPI 2', 'proven', [1, 2]], ['KPI 4', 'proven', [3]], ['KPI 3', 'stale', [4]], ['KPI 1', 'assumed', []]]);
  expect(brief.topics.map(({ text, state, cites }) => [text, state, cites])).toEqual([['Of KPI 3', 'stale', [4]], ['Of nothing', 'proven', [3]], ['Of a KPI left out', 'assumed', []]]);
  expect(brief.facts.map(({ n, id }) => [n, id])).toEqual([[1, 12], [2, 11], [3, 14], [4, 13]]);
  expect(brief.left).toMatchObject({ kpis: 2, facts: 0 });
});

test('open questions by their day, then one for each KPI that is only assumed', () => {
  const brief = composeBrief({ ...EMPTY, kpis: [kpi(1, 5), kpi(2, 4, [11])], facts: [fact(11, 0.9)], questions: [{ text: 'Undated?', dueOn: null }, { text: 'Later?', dueOn: '2026-06-01' }, { text: 'Soon?', dueOn: '2026-04-01' }] });
  expect(brief.questions).toEqual(['Soon?', 'Later?', 'Undated?', 'Is “KPI 1” what you are measured by, and where does it stand today?']);
  const many = composeBrief({ ...EMPTY, kpis: [kpi(1, 5), kpi(2, 4), kpi(3, 3)], questions: [1, 2, 3, 4, 5, 6].map((n) => ({ text: `Open ${n}?`, dueOn: null })) });
  expect([many.questions.map((one) => one.slice(0, 8)), many.left.questions]).toEqual([['Open 1?', 'Open 2?', 'Open 3?', 'Is “KPI ', 'Is “KPI '], 4]);
  expect(composeBrief({ ...EMPTY, language: 'zh', kpis: [{ ...kpi(1, 5), text: '采购降本率' }] }).questions).toEqual(['“采购降本率”是不是您今年真正的考核重点？目前做到什么水平？']);
});

test('proofs that have run out by the day of the meeting prove nothing; what is left behind are those that hold', () => {
  const proof = (title: string, expiresOn: string | null) => ({ title, expiresOn });
  const brief = composeBrief({ ...EMPTY, capabilities: [
    { name: 'Weak', building: false, weight: 4, proofs: [proof('Sheet', null)] },
    { name: 'Strong', building: true, weight: 20, proofs: [proof('ISO', '2026-04-09'), proof('Reference', '2026-04-10'), proof('Data', null), proof('More', null)] },
    { name: 'Unproven', building: false, weight: 25, proofs: [proof('Gone', '2020-01-01')] },
  ] });
  expect(brief.proofs).toEqual([{ name: 'Strong', building: true, proofs: ['Reference', 'Data'] }, { name: 'Weak', building: false, proofs: ['Sheet'] }]);
  expect(brief.leaveBehind).toEqual(['Reference', 'Data', 'Sheet']);
});

test('an opportunity point that a topic became comes first, one that is won or dropped not at all', () => {
  const point = (id: number, stage: string) => ({ id, title: `Point ${id}`, stage, facts: [] });
  const brief = composeBrief({ ...EMPTY, opportunities: [point(1, 'won'), point(2, 'seen'), point(3, 'pursued'), point(4, 'confirmed'), point(5, 'dropped'), point(6, 'seen')], topics: [{ text: 't', kpiId: null, opportunityId: 6, facts: [] }] });
  expect([brief.opportunities.map((one) => one.text), brief.left.opportunities]).toEqual([['Point 6', 'Point 3', 'Point 4'], 1]);
});

test('whatever there is, each section and text keeps within its limit', () => {
  const long = '他们明年要把采购成本降下来'.repeat(40);
  const many = Array.from({ length: 30 }, (_, n) => n + 1);
  const brief = composeBrief({
    ...EMPTY, position: { ...EMPTY.position, title: long }, kpis: many.map((n) => ({ ...kpi(n, 5, [n]), text: long, target: long, need: long })), facts: many.map((n) => ({ ...fact(n, 0.9), statement: long, source: long })),
    topics: many.map((n) => ({ text: long, kpiId: null, opportunityId: null, facts: [n + 10] })).slice(0, 20), opportunities: many.map((id) => ({ id, title: long, stage: 'seen', facts: [id] })),
    capabilities: many.map((weight) => ({ name: long, building: false, weight, proofs: many.map((n) => ({ title: `${weight}-${n}${long}`, expiresOn: null })) })), questions: many.map(() => ({ text: long, dueOn: null })),
  });
  for (const name of ['kpis', 'topics', 'opportunities', 'proofs', 'facts', 'questions', 'leaveBehind'] as const) expect([name, brief[name].length]).toEqual([name, BRIEF_LIMITS[name]]);
  expect(brief.left).toEqual({ kpis: 26, topics: 16, opportunities: 27, proofs: 27, facts: 24, questions: 25 });
  expect(Math.max(...brief.kpis.map((one) => widthOf(one.need)))).toBeLessThanOrEqual(BRIEF_LIMITS.need);
  expect(Math.max(...brief.facts.map((one) => widthOf(one.statement)))).toBeLessThanOrEqual(BRIEF_LIMITS.statement);
  // More than 9 pt has room for (56 lines): the Word file is set in 8 pt. An empty one is far from it.
  expect(linesOf(brief, long.slice(0, 80))).toBeGreaterThan(56);
  expect(linesOf(brief, long.slice(0, 80))).toBeLessThan(78);
  expect(linesOf(composeBrief(EMPTY), '')).toBeLessThan(20);
  // A number that stands beside a text is always the number of a fact below.
  const numbers = new Set(brief.facts.map((one) => one.n));
  expect([...brief.kpis, ...brief.topics, ...brief.opportunities].flatMap((one) => one.cites).every((n) => numbers.has(n))).toBe(true);
});

test('cutting counts Chinese characters twice and says that something is missing', () => {
  expect([widthOf('ab中文'), cut('abcdef', 6), cut('abcdefg', 6), cut('中文字符号', 8)]).toEqual([6, 'abcdef', 'abcd…', '中文字…']);
});

test('what people write is refused where it would not fit, with the path of each line', () => {
  const faults = briefFaults({ meetingOn: '2026-02-30', purpose: 'x'.repeat(161), questions: ['ok', ' ', 'y'.repeat(121), 'a', 'b', 'c'], leaveBehind: ['好'.repeat(60)] });
  expect(faults.map(({ path, reason }) => `${path} ${reason}`)).toEqual(['meetingOn no_such_day', 'purpose too_long_for_page', 'questions too_many_for_page', 'questions.1 required', 'questions.2 too_long_for_page']);
});
