import { afterEach, describe, expect, test, vi } from 'vitest';
import { addressOf, call, ProblemError } from '../../../src/web/call.ts';
import { readMessage } from '../../../src/web/live.ts';
import { readAuditSearch } from '../../../src/web/parts/audit/search.ts';
import { sentenceOf, showValue } from '../../../src/web/parts/audit/sentence.ts';
import { suggestPassword } from '../../../src/web/parts/members/suggestPassword.ts';
import { readMoney, readNumber, readPercent, writeMoney, writePercent } from '../../../src/web/parts/settings/readNumber.ts';
import { initials } from '../../../src/web/parts/shell/initials.ts';
import { formatFor } from '../../../src/web/format.ts';
import { texts as en } from '../../../src/web/text/en.ts';
import { texts as zhHans } from '../../../src/web/text/zhHans.ts';

afterEach(() => vi.unstubAllGlobals());

describe('call', () => {
  const answering = (status: number, body: unknown, type = 'application/json') => {
    const fetch = vi.fn(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } }));
    vi.stubGlobal('fetch', fetch);
    return fetch;
  };
  test('fills path and query', () => {
    expect(addressOf('GET /api/accounts/{id}/invoices', { params: { id: 7 }, query: { after: 'a/b', limit: 5 } })).toBe('/api/accounts/7/invoices?after=a%2Fb&limit=5');
    expect(addressOf('GET /api/accounts', { query: { q: undefined } })).toBe('/api/accounts');
  });
  test('sends a body and answers with it parsed', async () => {
    const fetch = answering(200, { event: 3 });
    expect(await call('PATCH /api/settings', { body: { workspaceName: 'A' } })).toEqual({ event: 3 });
    expect(fetch).toHaveBeenCalledWith('/api/settings', expect.objectContaining({ method: 'PATCH', body: '{"workspaceName":"A"}' }));
  });
  test('throws the refusal the server worded', async () => {
    answering(409, { code: 'conflict', message: 'taken', reason: 'email_taken' });
    await expect(call('GET /api/me')).rejects.toMatchObject({ status: 409, problem: { reason: 'email_taken' } });
  });
  test('a page of a proxy or no answer at all counts as unreachable', async () => {
    answering(502, '<html>', 'text/html');
    await expect(call('GET /api/me')).rejects.toMatchObject({ problem: { code: 'unreachable' } });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(call('GET /api/me')).rejects.toBeInstanceOf(ProblemError);
  });
});

test('live messages are known by the event or the data; anything else is left alone', () => {
  expect(readMessage('{"asOf":"2026-10-31"}', 'scored')).toEqual({ type: 'scored', asOf: '2026-10-31' });
  expect(readMessage('{"type":"change","verb":"marked","accountId":3}', 'message')).toEqual({ type: 'change', verb: 'marked', accountId: 3 });
  expect(readMessage('{"type":"else"}', 'message')).toBeNull();
  expect(readMessage('not json', 'change')).toBeNull();
});

describe('numbers somebody types', () => {
  test('with grouping, full width, and none', () => {
    expect(['1,234.5', '１２３', '-3', '', 'abc', '1.2.3'].map(readNumber)).toEqual([1234.5, 123, -3, null, null, null]);
  });
  test('money stays exact', () => {
    expect(readMoney('80.15', 'CNY')).toBe(8015);
    expect(readMoney('80', 'JPY')).toBe(80);
    expect(readMoney('-1', 'CNY')).toBeUndefined();
    expect(writeMoney(8015, 'CNY')).toBe('80.15');
  });
  test('per cent', () => {
    expect(readPercent('8', 0, 1)).toBe(0.08);
    expect(readPercent('12.5 %'.replace(' ', ''), 0, 1)).toBe(0.125);
    expect(readPercent('120', 0, 1)).toBeUndefined();
    expect(writePercent(0.07)).toBe('7');
  });
});

describe('audit', () => {
  const say = (verb: string, payload: object): string => sentenceOf({ verb, payload: payload as Record<string, unknown> }, en.audit, en.common, (id) => (id === 'u1' ? 'Zhou Min' : undefined), (of) => of.en).text;
  test('says each change as a sentence', () => {
    expect(say('accountsCreated', { count: 3, ids: [1, 2, 3] })).toBe('created 3 customers');
    expect(say('memberChanged', { userId: 'u1', before: { role: 'viewer', disabled: false }, after: { role: 'director', disabled: false } })).toBe('made Zhou Min Sales director');
    expect(say('memberAdded', { userId: 'gone', role: 'viewer' })).toBe('added a person as Viewer');
    expect(say('somethingNew', {})).toBe('somethingNew');
    expect(say('modelPublished', { versionId: 4, version: 2, note: 'less past', activeBefore: 1, name: { en: 'Telecom electronics', zh: '通信电子' } })).toBe('published version 2 of Telecom electronics – less past');
    expect(say('modelPublished', { versionId: 4, version: 2, note: '', activeBefore: 1 })).toBe('published version 2 of the score model');
    expect(say('modelActivated', { versionId: 4, activeBefore: 1, version: 1, name: { en: 'Ours', zh: '我们的' } })).toBe('put Ours, version 1, to use');
  });
  test('says what was done with people, ties, what is known of them and requests in the words of each, one and several', () => {
    const said = (payload: object, of = false): string => sentenceOf({ verb: 'peopleChanged', payload: { people: 2, changeId: 1, personIds: [], ...payload } as Record<string, unknown>, account: of ? { id: 1, name: 'A' } : null }, en.audit, en.common, () => undefined, (name) => name.en).text;
    const zh = (payload: object): string => sentenceOf({ verb: 'peopleChanged', payload: { people: 2, changeId: 1, personIds: [], ...payload } as Record<string, unknown>, account: null }, zhHans.audit, zhHans.common, () => undefined, (name) => name.zh).text;
    expect(['person', 'person_item', 'tie', 'introduction'].flatMap((noun) => [1, 2].map((count) => said({ act: 'added', noun, count })))).toEqual([
      'added 1 person', 'added 2 people', 'added 1 detail of a person', 'added 2 details of a person', 'told 1 tie', 'told 2 ties', 'asked for an introduction', 'asked for 2 introductions',
    ]);
    expect([said({ act: 'withdrawn', noun: 'tie', count: 1 }, true), said({ act: 'changed', noun: 'introduction', count: 1, step: 'accepted' }, true), said({ act: 'changed', noun: 'introduction', count: 1 }), said({ act: 'merged', noun: 'person', count: 1 })]).toEqual(['took back 1 tie to people at', 'agreed to an introduction at', 'changed 1 request for an introduction', 'merged two entries of one person']);
    expect([zh({ act: 'added', noun: 'tie', count: 3 }), zh({ act: 'changed', noun: 'introduction', count: 1, step: 'met' }), zh({ act: 'restored', noun: 'person_item', count: 1 })]).toEqual(['记下了 3 条人脉关系', '经引荐见了面', '恢复了 1 条人员资料']);
    // The oldest events do not say how many ties there were.
    expect(said({ act: 'added', noun: 'tie' })).toBe('added 2 people');
  });
  test('quotes facts, long ones by their beginning', () => {
    const long = 'A second line '.repeat(20).trim();
    expect(say('factsRecorded', { ids: [1], statement: 'Pays late' })).toBe('recorded the fact “Pays late” about');
    expect(say('factsRecorded', { ids: [1, 2], statement: long })).toMatch(/^recorded 2 facts \(“A second line .{50,70}…” …\) about$/);
    expect(say('factEdited', { factId: 1, statement: 'Pays late', before: { source: 'a', observedOn: '2026-01-01' }, after: { source: 'b', observedOn: '2026-01-02' } })).toBe('changed source, day observed of the fact “Pays late” about');
    expect(say('factsWithdrawn', { factIds: [1], withdrawn: true, statement: 'Pays late' })).toBe('withdrew the fact “Pays late” about');
    expect(say('factsWithdrawn', { factIds: [1, 2], withdrawn: false, statement: 'Pays late' })).toBe('brought back 2 facts (“Pays late” …) about');
    expect(say('marked', { changes: [{}], facts: { ids: [4], statement: 'x', withdrawn: false } })).toBe('recorded 1 mark and 1 fact on');
  });
  test('names kinds of facts where half-lives change, and choices by their words', () => {
    const { changes } = sentenceOf({ verb: 'settingsChanged', payload: { before: { halfLives: { statement: 400, other: 365 } }, after: { halfLives: { statement: 300, other: 365 } } } }, en.audit, en.common, () => undefined, (of) => of.en);
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([['half-lives of facts · Financial statements', 400, 300]]);
    expect(showValue('evidence', 'hearsay', en.audit, en.common, formatFor('en'), 'CNY')).toBe('Told by another');
  });
  test('names only the fields that changed, in their unit', () => {
    const { text, changes } = sentenceOf({ verb: 'settingsChanged', payload: { before: { costToServe: { perOrder: 6000, perLine: 300 } }, after: { costToServe: { perOrder: 8000, perLine: 300 } } } }, en.audit, en.common, () => undefined, (of) => of.en);
    expect(text).toBe('changed the settings: cost to serve');
    expect(changes.map(({ key, field, before, after }) => [field, showValue(key, before, en.audit, en.common, formatFor('en'), 'CNY'), showValue(key, after, en.audit, en.common, formatFor('en'), 'CNY')])).toEqual([['cost to serve · per order', 'CN¥60.00', 'CN¥80.00']]);
  });
  test('reads only filters that fit from the address', () => {
    expect(readAuditSearch({ verb: 'marked', from: '2026-10-01', to: 'yesterday', x: 1 })).toEqual({ verb: 'marked', from: '2026-10-01' });
  });
});

test('a suggested password is long enough and easy to read out', () => {
  const passwords = Array.from({ length: 50 }, suggestPassword);
  expect(new Set(passwords).size).toBe(50);
  for (const password of passwords) expect(password).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/);
});

test('initials of western and Chinese names', () => {
  expect(['Anna Berger', 'Madonna', '周敏', '欧阳建国', '  '].map(initials)).toEqual(['AB', 'M', '周敏', '建国', '']);
});
