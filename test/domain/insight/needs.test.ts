import { expect, test } from 'vitest';
import { aspectNamed } from '#domain/insight/aspects.ts';
import { capabilityEvidence, nameFaults, proofFaults, type Capability } from '#domain/insight/capability.ts';
import { gapsFirst, needFit, type NeedFit } from '#domain/insight/needs.ts';
import { opportunityFaults } from '#domain/insight/opportunity.ts';
import { readCapabilities, readNeeds } from '#domain/insight/pastedNotes.ts';
import { rollUp } from '#domain/insight/toBuild.ts';

const TODAY = '2026-03-31';
const proof = (expiresOn: string | null) => ({ id: 1, kind: 'certificate' as const, title: 'ISO 9001', url: null, expiresOn });
const can = (id: number, state: Capability['state'], proofs: Capability['proofs'] = []): [number, Capability] => [id, { id, aspect: 'products', name: `C${id}`, text: '', state, proofs }];

test('a proof proves until the end of its last day; without a living proof a capability is an assumption', () => {
  expect([[proof(null)], [proof('2026-03-31')], [proof('2026-03-30')], [], [proof('2020-01-01'), proof(null)]].map((proofs) => capabilityEvidence(proofs, TODAY))).toEqual(['proven', 'proven', 'assumed', 'assumed', 'proven']);
});

test('best fit: the highest we have, of equals the proven one; what is being built shows as later', () => {
  const catalogue = new Map([can(1, 'have'), can(2, 'have', [proof(null)]), can(3, 'building'), can(4, 'missing')]);
  const fit = (...matches: [number, number][]) => needFit(matches.map(([capabilityId, level]) => ({ capabilityId, fit: level })), catalogue, TODAY);
  expect(fit([1, 3], [2, 3])).toEqual({ best: 3, capabilityId: 2, evidence: 'proven', state: 'met', later: null });
  expect(fit([1, 3], [2, 2])).toMatchObject({ best: 3, capabilityId: 1, evidence: 'assumed' });
  expect(fit([2, 2], [3, 4])).toMatchObject({ best: 2, state: 'gap', later: 4 });
  expect(fit([4, 4])).toEqual({ best: 0, capabilityId: null, evidence: 'assumed', state: 'gap', later: null });
  expect(fit()).toMatchObject({ best: null, state: 'unmatched' });
  expect(fit([99, 4])).toMatchObject({ best: null, state: 'unmatched' });
});

test('gaps first, then what nobody looked at, then answered gaps, then what is met; the more important before', () => {
  const need = (id: number, state: NeedFit['state'], importance: number, best: number | null, answer: 'build' | null = null) => ({ id, aspect: 'products' as const, importance, answer, fit: { best, capabilityId: null, evidence: 'assumed' as const, state, later: null } });
  expect(gapsFirst([need(1, 'met', 5, 4), need(2, 'unmatched', 5, null), need(3, 'gap', 3, 1), need(4, 'gap', 5, 2), need(5, 'gap', 5, 0), need(6, 'gap', 5, 0, 'build')])).toEqual([5, 4, 3, 2, 6, 1]);
});

test('names stand in the catalogue once, however they are written', () => {
  expect(nameFaults(['IATF 16949', 'iatf  16949', ' ', 'Ｘ'], new Set(['x']), (n) => `capabilities.${n}.name`).map(({ path, reason }) => [path, reason])).toEqual([['capabilities.1.name', 'name_taken'], ['capabilities.2.name', 'required'], ['capabilities.3.name', 'name_taken']]);
  expect(proofFaults({ kind: 'certificate', title: ' ', url: 'javascript:x', expiresOn: '2026-02-30' }, 'proofs.0').map(({ path }) => path)).toEqual(['proofs.0.title', 'proofs.0.url', 'proofs.0.expiresOn']);
});

test('lines from a spreadsheet become capabilities and needs; the aspect may be left out', () => {
  expect(aspectNamed(' 技术 ')).toBe('technology');
  expect(readCapabilities('方面\t能力\t说明\t证明\t有效期\n技术\t激光焊接\t0.1 mm\tIATF 16949 证书\t2027/5/1\n产品\t微型扬声器\t\t《X1 规格书》\nTuning lab\tOn site\tArbor Audio, 2025', 'services')).toEqual([
    { aspect: 'technology', name: '激光焊接', text: '0.1 mm', state: 'have', proofs: [{ kind: 'certificate', title: 'IATF 16949 证书', url: null, expiresOn: '2027-05-01' }] },
    { aspect: 'products', name: '微型扬声器', text: '', state: 'have', proofs: [{ kind: 'datasheet', title: '《X1 规格书》', url: null, expiresOn: null }] },
    { aspect: 'services', name: 'Tuning lab', text: 'On site', state: 'have', proofs: [{ kind: 'reference', title: 'Arbor Audio, 2025', url: null, expiresOn: null }] },
  ]);
  expect(readNeeds('规格\tIP68\t5\n48 小时内响应\t4\n产品\nOne more\t9', 'services')).toEqual([
    { aspect: 'specifications', text: 'IP68', importance: 5 }, { aspect: 'services', text: '48 小时内响应', importance: 4 }, { aspect: 'services', text: '产品', importance: 3 }, { aspect: 'services', text: 'One more', importance: 3 },
  ]);
});

test('faults of an opportunity point are all named', () => {
  const point = { title: ' ', note: '', category: '', unit: '', needId: null, valueLow: 5, valueLikely: 3, valueHigh: 0, currency: null, fit: null, expectedOn: '2026-02-30', horizon: 'mid', stage: 'seen', ownerId: null } as const;
  expect(opportunityFaults(point, 'opportunities.0').map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    'opportunities.0.title required', 'opportunities.0.valueHigh not_positive', 'opportunities.0.valueLikely below_lower', 'opportunities.0.valueHigh below_lower', 'opportunities.0.currency required', 'opportunities.0.expectedOn no_such_day',
  ]);
  expect(opportunityFaults({ ...point, title: 'x', valueLow: 1, valueLikely: null, valueHigh: 1, currency: 'CNY', expectedOn: null }, '')).toEqual([]);
});

test('what to build rolls up by capability, the most valuable first; unknown values are counted, not zero', () => {
  const need = (id: number, accountId: number, capabilityId: number | null, value: number | null, importance = 3) => ({ id, accountId, capabilityId, aspect: 'products', importance, value });
  expect(rollUp([need(1, 1, 7, 100), need(2, 2, 7, null, 5), need(3, 2, 8, 500), need(4, 1, null, null), need(5, 3, null, null), need(6, 3, 9, null)])).toEqual([
    { capabilityId: 8, aspect: 'products', needs: [3], accounts: 1, value: 500, unknown: 0 },
    { capabilityId: 7, aspect: 'products', needs: [2, 1], accounts: 2, value: 100, unknown: 1 },
    { capabilityId: null, aspect: 'products', needs: [4, 5], accounts: 2, value: null, unknown: 2 },
    { capabilityId: 9, aspect: 'products', needs: [6], accounts: 1, value: null, unknown: 1 },
  ]);
});
