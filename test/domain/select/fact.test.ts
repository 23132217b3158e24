import { describe, expect, test } from 'vitest';
import { HALF_LIVES } from '#domain/factKinds.ts';
import { evidenceState, fade, proofState, weighMark, weightOf, type Proof } from '#domain/select/evidence.ts';
import { factFaults, isWebAddress, type NewFact } from '#domain/select/fact.ts';

const TODAY = '2026-03-31';
const proof = (more: Partial<Proof>): Proof => ({ kind: 'other', evidence: 'observed', observedOn: TODAY, expiresOn: null, ...more });
const weight = (more: Partial<Proof>, asOf = TODAY): number => weightOf(proof(more), asOf, HALF_LIVES);

describe('what a fact weighs', () => {
  test('on its day: by how it is known', () => {
    expect((['observed', 'document', 'person', 'hearsay', 'inferred', 'assumption'] as const).map((evidence) => weight({ evidence }))).toEqual([1, 0.95, 0.8, 0.6, 0.4, 0.2]);
  });
  test('half after the half-life of its kind, which are those of the method', () => {
    for (const [kind, on] of [['stance', '2025-12-31'], ['relationship', '2025-10-02'], ['organisation', '2025-07-04'], ['strategy', '2025-03-31'], ['statement', '2025-02-24']] as const) {
      expect([kind, weight({ kind, observedOn: on })]).toEqual([kind, 0.5]);
    }
  });
  test('in between as 0.5^(age / half-life) does (computed apart)', () => {
    expect(weight({ kind: 'relationship', evidence: 'person', observedOn: '2025-11-14' })).toBeCloseTo(0.47203338164477215, 12);
    expect(weight({ kind: 'statement', evidence: 'document', observedOn: '2024-03-30' })).toBeCloseTo(0.26766481625127464, 12);
    expect(weight({ kind: 'stance', evidence: 'hearsay', observedOn: '2026-02-14' })).toBeCloseTo(0.4242640687119285, 12);
  });
  test('as much as a new one when it was seen after the as-of day', () => {
    expect(weight({ observedOn: '2026-05-01' })).toBe(1);
    expect(fade(-3)).toBe(1);
  });
  test('a certificate: all until its last day, nothing from the day after', () => {
    const certificate = { kind: 'certification', evidence: 'document', observedOn: '2024-01-01', expiresOn: '2026-03-31' } as const;
    expect([weight(certificate), weight(certificate, '2026-04-01')]).toEqual([0.95, 0]);
    expect(weight({ ...certificate, expiresOn: null })).toBeCloseTo(0.95 * 0.5 ** (820 / 365), 12);
  });
  test('a company that sets another half-life', () => {
    expect(weightOf(proof({ observedOn: '2026-03-01' }), TODAY, { ...HALF_LIVES, other: 30 })).toBe(0.5);
  });
});

describe('how a mark is known', () => {
  const weigh = (proofs: readonly Proof[], observedOn = TODAY) => weighMark({ observedOn, proofs }, TODAY, HALF_LIVES);

  test('without a fact: an assumption that fades too', () => {
    expect(weigh([])).toEqual({ evidence: 0.2, known: 'assumption', observedOn: TODAY });
    expect(weigh([], '2025-03-31')).toEqual({ evidence: 0.1, known: 'assumption', observedOn: '2025-03-31' });
  });
  test('by the fact that weighs most, not by their number and not by the newest', () => {
    const old = proof({ evidence: 'observed', observedOn: '2026-01-30' });
    const told = proof({ evidence: 'hearsay' });
    expect(weigh([told, old])).toMatchObject({ known: 'observed', observedOn: '2026-01-30' });
    expect(weigh([told, told, told]).evidence).toBe(0.6);
  });
  test('a fact that has faded below a guess makes it stale, not assumed', () => {
    const faded = weigh([proof({ evidence: 'document', observedOn: '2020-01-01' })]);
    expect(faded.known).toBe('document');
    expect(evidenceState(faded.known, faded.evidence)).toBe('stale');
    expect(weigh([proof({ evidence: 'document', expiresOn: '2026-03-30' })])).toMatchObject({ known: 'document', evidence: 0 });
  });
});

test('how evidence is drawn', () => {
  expect([proofState('observed', 0.3), proofState('observed', 0.29), proofState('hearsay', 0.6)]).toEqual(['proven', 'stale', 'proven']);
  expect([proofState('inferred', 0.4), proofState('assumption', 0.2)]).toEqual(['assumed', 'assumed']);
  expect(evidenceState(null, 0)).toBe('missing');
});

describe('what is wrong with a fact', () => {
  const good: NewFact = { kind: 'market', statement: 'Opens a plant in May', evidence: 'document', sourceType: 'text', source: 'Annual report, p. 3', url: null, importId: null, observedOn: TODAY, expiresOn: null };
  const faults = (more: Partial<Record<keyof NewFact, unknown>>): string[] => factFaults({ ...good, ...more } as NewFact, TODAY, 'facts.2').map((fault) => `${fault.path} ${fault.reason}`);

  test('nothing', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ sourceType: 'url', source: '', url: 'https://customer.example/news' })).toEqual([]);
    expect(faults({ evidence: 'assumption', source: '' })).toEqual([]);
    expect(faults({ sourceType: 'import', source: 'lines.csv', importId: 3 })).toEqual([]);
  });
  test('each with its path, all at once', () => {
    expect(faults({ statement: '  ', kind: 'gossip', source: ' ', observedOn: '2026-04-01', expiresOn: '2026-02-30' })).toEqual([
      'facts.2.statement required', 'facts.2.kind unknown_kind', 'facts.2.source source_required', 'facts.2.observedOn in_the_future', 'facts.2.expiresOn no_such_day',
    ]);
    expect(faults({ sourceType: 'url', url: null })).toEqual(['facts.2.url no_web_address']);
    expect(faults({ url: 'javascript:alert(1)' })).toEqual(['facts.2.url no_web_address']);
    expect(faults({ sourceType: 'import' })).toEqual(['facts.2.importId required']);
    expect(faults({ sourceType: 'person', source: '' })).toEqual(['facts.2.source source_required']);
    expect(faults({ observedOn: '2026-13-01' })).toEqual(['facts.2.observedOn no_such_day']);
    expect(faults({ expiresOn: '2026-03-30' })).toEqual(['facts.2.expiresOn before_observed']);
  });
  test('the path of a fact that stands alone is the bare name', () => {
    expect(factFaults({ ...good, statement: '' }, TODAY, '').map((fault) => fault.path)).toEqual(['statement']);
  });
  test('a link is only what a browser may safely open', () => {
    expect(['http://a.example', 'https://a.example/x?y=1#z', 'HTTPS://A.EXAMPLE'].map(isWebAddress)).toEqual([true, true, true]);
    expect(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', '//a.example', 'https://', 'https://a b', ' https://a.example', 'a.example'].map(isWebAddress)).toEqual(Array(8).fill(false));
  });
});
