import { describe, expect, test } from 'vitest';
import { BLOCKS, BLOCK_OF_KIND, blockOf, POINTS, whyNoPlace } from '#domain/blocks.ts';
import { addDays } from '#domain/day.ts';
import { FACT_KINDS, HALF_LIVES } from '#domain/factKinds.ts';
import { freshnessOf, freshnessState, newestJudgements, readCanvas, type CanvasQuestion, type PlacedFact } from '#domain/insight/canvas.ts';
import { questionFaults } from '#domain/insight/question.ts';

const TODAY = '2026-03-31';
const fact = (id: number, more: Partial<PlacedFact> = {}): PlacedFact => ({ id, kind: 'market', evidence: 'document', observedOn: TODAY, expiresOn: null, block: null, topic: null, ...more });
const question = (id: number, more: Partial<CanvasQuestion> = {}): CanvasQuestion => ({ id, block: 'environment', topic: null, dueOn: null, answeredOn: null, factIds: [], ...more });
const read = (facts: PlacedFact[], questions: CanvasQuestion[] = []) => readCanvas(facts, questions, TODAY, HALF_LIVES);
const block = (facts: PlacedFact[], questions: CanvasQuestion[] = [], key = 'environment') => read(facts, questions).blocks.find((one) => one.key === key)!;

describe('where a fact stands', () => {
  test('in its own block, else in that of its kind; what is about anything stands nowhere yet', () => {
    expect(blockOf({ block: 'supply', kind: 'market' })).toBe('supply');
    expect(blockOf({ block: null, kind: 'market' })).toBe('environment');
    expect(blockOf({ block: 'gone', kind: 'strategy' })).toBe('strategy');
    expect(blockOf({ block: null, kind: 'other' })).toBeNull();
    expect(FACT_KINDS.map((kind) => BLOCK_OF_KIND[kind])).toEqual(['winElements', 'winElements', 'organisation', 'supply', 'strategy', 'environment', 'businessDesign', 'supply', null]);
    expect(read([fact(1, { kind: 'other' }), fact(2, { kind: 'other', block: 'investment' })])).toMatchObject({ unplaced: [{ id: 1 }] });
  });
  test('every block has four to six points, none twice', () => {
    for (const key of BLOCKS) {
      expect(POINTS[key].length).toBeGreaterThanOrEqual(4);
      expect(POINTS[key].length).toBeLessThanOrEqual(6);
      expect(new Set(POINTS[key]).size).toBe(POINTS[key].length);
    }
  });
  test('a point belongs to a block that is named with it', () => {
    expect([whyNoPlace(null, null), whyNoPlace('supply', 'criteria'), whyNoPlace('supply', null)]).toEqual([null, null, null]);
    expect([whyNoPlace('moon', null), whyNoPlace('supply', 'goals'), whyNoPlace(null, 'criteria')]).toEqual([
      { field: 'block', reason: 'unknown_block' }, { field: 'topic', reason: 'unknown_point' }, { field: 'topic', reason: 'unknown_point' }]);
  });
});

describe('completeness: points that are answered', () => {
  test('by a living fact on the point; a fact of the block without a point answers none', () => {
    expect(block([fact(1), fact(2, { block: 'environment', topic: 'regulation' }), fact(3, { block: 'environment', topic: 'regulation' })])).toMatchObject({ completeness: 1 / 5, facts: [{ id: 3 }, { id: 2 }, { id: 1 }] });
    // Documents of the market weigh 0.95 × 0.5^(age/365): below 0.3 after 607 days.
    const answered = (observedOn: string, evidence: PlacedFact['evidence'] = 'document') => block([fact(1, { block: 'environment', topic: 'rivals', observedOn, evidence })]).completeness > 0;
    expect([answered(addDays(TODAY, -606)), answered(addDays(TODAY, -607))]).toEqual([true, false]);
    // An assumption answers nothing, however fresh; an inference for 0.415 of a half-life.
    expect([answered(TODAY, 'assumption'), answered(addDays(TODAY, -151), 'inferred'), answered(addDays(TODAY, -152), 'inferred')]).toEqual([false, true, false]);
  });
  test('by an answered question: as long as a fact it cites lives, in words alone for one half-life', () => {
    const asked = (more: Partial<CanvasQuestion>, facts: PlacedFact[] = []) => block(facts, [question(7, { topic: 'rivals', ...more })]).points.find((point) => point.key === 'rivals');
    expect(asked({})).toEqual({ key: 'rivals', by: null, asked: true });
    expect(asked({ answeredOn: TODAY })).toEqual({ key: 'rivals', by: 'answer', asked: false });
    expect(asked({ answeredOn: addDays(TODAY, -365) })).toMatchObject({ by: 'answer' });
    expect(asked({ answeredOn: addDays(TODAY, -366) })).toMatchObject({ by: null });
    const old = fact(1, { kind: 'strategy', observedOn: addDays(TODAY, -700) });
    expect(asked({ answeredOn: TODAY, factIds: [1] }, [old])).toMatchObject({ by: null });
    expect(asked({ answeredOn: TODAY, factIds: [1, 2] }, [old, fact(2, { kind: 'strategy' })])).toMatchObject({ by: 'answer' });
  });
  test('over all blocks, every point counts the same; the gate wants 60 % and no stale block', () => {
    const all = BLOCKS.flatMap((key) => POINTS[key].map((topic) => ({ block: key as PlacedFact['block'], topic: topic as string })));
    expect(all).toHaveLength(42);
    const some = (n: number) => read(all.slice(0, n).map((place, id) => fact(id + 1, place)));
    expect(some(25)).toMatchObject({ completeness: 25 / 42, understood: false, stale: [] });
    expect(some(26)).toMatchObject({ completeness: 26 / 42, understood: true });
    const stale = read([...all.slice(0, 40).map((place, id) => fact(id + 1, place)), fact(99, { block: 'winElements', topic: 'risks', observedOn: '2020-01-01' })].filter((one) => one.id === 99 || one.block !== 'winElements'));
    expect(stale).toMatchObject({ stale: ['winElements'], understood: false });
    expect(stale.completeness).toBeGreaterThan(0.8);
  });
});

describe('freshness: mean of the age factors, weighted by what facts weigh', () => {
  test('worked example: Σ w·a / Σ w', () => {
    // Two documents, one of today (a = 1, w = 0.95) and one a half-life old (a = 0.5, w = 0.475): (0.95 + 0.2375) / 1.425 = 0.8333.
    expect(block([fact(1), fact(2, { observedOn: addDays(TODAY, -365) })]).freshness).toBeCloseTo(0.83333, 5);
    expect(freshnessOf([{ weight: 0.95, base: 0.95 }, { weight: 0.475, base: 0.95 }])).toBeCloseTo(1.1875 / 1.425, 12);
    // How it is known does not age it: an assumption of today is as fresh as a document of today.
    expect(block([fact(1, { evidence: 'assumption' })])).toMatchObject({ freshness: 1, state: 'fresh', completeness: 0 });
  });
  test('an old archive does not make a block stale that was renewed; without facts there is none', () => {
    const archive = Array.from({ length: 50 }, (_, n) => fact(n + 10, { observedOn: addDays(TODAY, -1500) }));
    expect(block(archive)).toMatchObject({ state: 'stale' });
    expect(block([...archive, fact(1), fact(2), fact(3), fact(4), fact(5)]).freshness).toBeGreaterThan(0.6);
    expect(block([])).toMatchObject({ freshness: null, state: 'empty' });
    expect(block([fact(1, { kind: 'certification', block: 'supply', expiresOn: '2026-03-30' })], [], 'supply')).toMatchObject({ freshness: 0, state: 'stale' });
    expect(block([fact(1, { kind: 'certification', block: 'supply', observedOn: '2020-01-01', expiresOn: TODAY })], [], 'supply')).toMatchObject({ freshness: 1, state: 'fresh' });
    expect([0.6, 0.59, 0.3, 0.29].map(freshnessState)).toEqual(['fresh', 'ageing', 'ageing', 'stale']);
  });
});

test('facts stand best first; questions: the soonest due first, then the oldest; the last answered first', () => {
  const one = block(
    [fact(1, { observedOn: '2025-01-01' }), fact(2, { evidence: 'observed' }), fact(3), fact(4)],
    [question(1), question(2, { dueOn: '2026-05-01' }), question(3, { dueOn: '2026-04-01' }), question(4), question(5, { answeredOn: '2026-01-01' }), question(6, { answeredOn: '2026-02-01' })],
  );
  expect(one.facts.map((each) => each.id)).toEqual([2, 4, 3, 1]);
  expect([one.open, one.answered]).toEqual([[3, 2, 1, 4], [6, 5]]);
});

test('of judgements the newest counts; an empty one takes it back', () => {
  const versions = [{ id: 3, block: 'strategy', text: 'new' }, { id: 1, block: 'strategy', text: 'old' }, { id: 2, block: 'supply', text: 'x' }, { id: 4, block: 'supply', text: '' }, { id: 5, block: 'gone', text: 'y' }];
  expect([...newestJudgements(versions)]).toEqual([['strategy', versions[0]]]);
});

test('a question: its words, its place, its day', () => {
  const asked = (more: object) => questionFaults({ block: 'supply', topic: null, text: 'Who else?', ownerId: null, dueOn: null, ...more }, TODAY, 'q').map((fault) => `${fault.path} ${fault.reason}`);
  expect(asked({})).toEqual([]);
  expect(asked({ dueOn: TODAY, topic: 'suppliers' })).toEqual([]);
  expect(asked({ text: ' ', block: 'moon', dueOn: '2026-02-30' })).toEqual(['q.text required', 'q.block unknown_block', 'q.dueOn no_such_day']);
  expect(asked({ topic: 'goals', dueOn: '2026-03-30' })).toEqual(['q.topic unknown_point', 'q.dueOn in_the_past']);
});
