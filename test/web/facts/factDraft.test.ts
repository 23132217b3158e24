import { describe, expect, test } from 'vitest';
import { changed, draftFaults, draftOf, emptyDraft, siteOf, statementsIn } from '../../../src/web/parts/facts/factDraft.ts';

const TODAY = '2026-03-31';
const empty = emptyDraft(TODAY);

describe('statements in what was pasted', () => {
  test('one a line, without list signs and empty lines, none twice', () => {
    expect(statementsIn('- Opens a plant\r\n\n• 新增两条产线\n3. Pays late\n4）账期 90 天\n(5) Third\n  – Opens a plant \nOpens a plant')).toEqual(['Opens a plant', '新增两条产线', 'Pays late', '账期 90 天', 'Third']);
  });
  test('a number that begins a sentence stays', () => expect(statementsIn('40 % more boards\n2026 is the year\n1.5 million units\n-5 % a year')).toEqual(['40 % more boards', '2026 is the year', '1.5 million units', '-5 % a year']));
  test('nothing in nothing', () => expect(statementsIn(' \n\t\n')).toEqual([]));
});

describe('what follows from a change', () => {
  test('who says it is a person; what was seen or read is none', () => {
    expect(changed(empty, { evidence: 'person' }).sourceType).toBe('person');
    expect(changed(changed(empty, { evidence: 'hearsay' }), { evidence: 'document' }).sourceType).toBe('text');
    expect(changed(empty, { sourceType: 'person' }).evidence).toBe('person');
    expect(changed(changed(empty, { evidence: 'hearsay' }), { sourceType: 'person' }).evidence).toBe('hearsay');
  });
  test('a pasted address is a web page, which is a document', () => {
    const pasted = changed(empty, { source: ' https://customer.example/news ' });
    expect(pasted).toMatchObject({ sourceType: 'url', url: 'https://customer.example/news', source: '', evidence: 'document' });
    // The title is written beside it, and going back takes the address away.
    expect(changed(pasted, { source: 'Press release' })).toMatchObject({ source: 'Press release', url: 'https://customer.example/news' });
    expect(changed(pasted, { sourceType: 'text' })).toMatchObject({ url: null });
  });
  test('only an import has a file, only a certificate an expiry', () => {
    expect(changed({ ...empty, sourceType: 'import', importId: 3 }, { sourceType: 'text' }).importId).toBeNull();
    expect(changed({ ...empty, kind: 'certification', expiresOn: '2027-01-01' }, { kind: 'market' }).expiresOn).toBeNull();
  });
});

test('faults by field, as the server would name them', () => {
  expect([...draftFaults({ ...empty, observedOn: '2026-04-01' }, TODAY)]).toEqual([['statement', 'required'], ['source', 'source_required'], ['observedOn', 'in_the_future']]);
  expect([...draftFaults({ ...empty, statement: 'x', sourceType: 'url', url: '' }, TODAY)]).toEqual([['url', 'no_web_address']]);
  expect([...draftFaults({ ...empty, statement: 'x', source: 'Visit', url: '' }, TODAY)]).toEqual([]);
});

test('what is edited of a fact is what a person wrote', () => {
  const fact = { ...empty, statement: 'x', id: 1, accountId: 2, recordedBy: null, recordedAt: '', withdrawnAt: null };
  expect(draftOf(fact)).toEqual({ ...empty, statement: 'x' });
});

test('a site as one says it', () => expect([siteOf('https://www.customer.example/a?b=1'), siteOf('x')]).toEqual(['customer.example', 'x']));
