import { beforeAll, describe, expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { endpoints, type Endpoints } from '#contract/endpoints.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, NOW, PEOPLE, type CastPerson } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { ada, dora, mo, cleo, vera } = PEOPLE;
const DUE = '2026-04-10';
/** Words that nobody else may read before their own marks are in. */
const WHISPER = 'whispered-by-mo';

async function workplace(open: () => Promise<Store>): Promise<{ api: TestApi; ids: number[]; clock: { now: Date } }> {
  const store = await open();
  await addPeople(store);
  const ids = await addCompanies(store);
  await giveTo(store, mo, [ids[0]!]);
  await giveTo(store, cleo, [ids[0]!], 'member');
  await giveTo(store, vera, [ids[0]!], 'member');
  await scorePortfolio(await contextOf(store));
  const clock = { now: NOW };
  return { api: await startApi(store, {}, { now: () => clock.now }), ids, clock };
}

eachEngine((_engine, open) => {
  let api: TestApi;
  let ids: number[];
  let clock: { now: Date };
  const as = (person: CastPerson) => api.as(person);
  const openPanel = async (account: number, assessors: readonly CastPerson[] = [mo, cleo, dora], by: CastPerson = dora, indicators?: string[]) => {
    const answer = await as(by).call('POST /api/accounts/{id}/panels', { params: { id: account }, body: { question: 'Is it one of the vital few?', dueOn: DUE, assessors: assessors.map(({ id }) => id), ...(indicators ? { indicators } : {}) } });
    expect([answer.status, answer.status === 200 ? null : answer.body]).toEqual([200, null]);
    return answer.body.id;
  };
  const read = async (person: CastPerson, id: number) => (await as(person).call('GET /api/panels/{id}', { params: { id } })).body;
  const keep = (person: CastPerson, id: number, marks: { indicator: string; value: number | string | boolean | null; reason?: string; factIds?: number[] }[]) => as(person).call('PUT /api/panels/{id}/marks', { params: { id }, body: { marks } });
  const submit = (person: CastPerson, id: number) => as(person).call('POST /api/panels/{id}/submit', { params: { id } });
  const give = async (person: CastPerson, id: number, marks: Parameters<typeof keep>[2]) => {
    expect((await keep(person, id, marks)).status).toBe(200);
    expect((await submit(person, id)).status).toBe(200);
  };
  const undo = async (person: CastPerson, event: number) => (await as(person).call('POST /api/events/{id}/undo', { params: { id: event } })) as { status: number; body: { reason?: string; event?: number } };
  const fields = (answer: { body: unknown }) => (answer.body as { fields: { path: string; reason: string }[] }).fields.map((field) => `${field.path} ${field.reason}`);

  describe('opening', () => {
    beforeAll(async () => ({ api, ids, clock } = await workplace(open)));

    test('everything that people judge, under the active model, unless fewer are chosen', async () => {
      const id = await openPanel(ids[0]!);
      const panel = await read(dora, id);
      expect(panel).toMatchObject({ phase: 'marking', late: false, question: 'Is it one of the vital few?', dueOn: DUE, openedBy: { id: 'dora' }, agreed: 0, sees: false, can: { mark: true, agree: false, close: false, cancel: true } });
      expect(panel.assessors.map((one) => [one.person.name, one.state])).toEqual([['Cleo Sun', 'invited'], ['Dora Wu', 'invited'], ['Mo Zhang', 'invited']]);
      expect(panel.indicators).toContain('brand');
      expect(panel.indicators).toContain('bribery');
      expect(panel.indicators).not.toContain('revenue');
      const page = (await as(dora).call('GET /api/accounts/{id}/panels', { params: { id: ids[0]! } })).body;
      expect(page.can).toEqual({ open: false, opens: true });
      expect(page.people).toContainEqual({ person: { id: 'max', name: 'Max Chen' }, why: 'team' });
      expect(page.people).toContainEqual({ person: { id: 'vera', name: 'Vera Guo' }, why: 'role' });
      expect((await as(cleo).call('GET /api/accounts/{id}/panels', { params: { id: ids[0]! } })).body).toMatchObject({ people: [], can: { open: false, opens: false } });
      const other = await openPanel(ids[1]!, [dora, ada], dora, ['brand']);
      expect((await read(ada, other)).indicators).toEqual(['brand']);
    });

    test('one open panel an account', async () => {
      const again = await as(mo).call('POST /api/accounts/{id}/panels', { params: { id: ids[0]! }, body: { question: 'Again', dueOn: DUE, assessors: ['mo', 'cleo'] } });
      expect(again).toMatchObject({ status: 409, body: { reason: 'panel_open' } });
    });

    test('refusals name every field, and who must first join the team', async () => {
      const params = { id: ids[2]! };
      const faulty = await as(dora).call('POST /api/accounts/{id}/panels', { params, body: { question: 'x', dueOn: '2026-03-30', assessors: ['dora', 'max', 'vera', 'nobody', 'dora'], indicators: ['brand', 'revenue', 'brand'] } });
      expect(faulty).toMatchObject({ status: 422, body: { reason: 'assessor_not_in_team', params: { names: 'Max Chen' } } });
      expect(fields(faulty)).toEqual(['dueOn in_the_past', 'assessors.1 assessor_not_in_team', 'assessors.2 assessor_role', 'assessors.3 unknown_person', 'assessors.4 repeated_person', 'indicators.1 not_judged', 'indicators.2 marked_twice']);
      expect((faulty.body as never as { fields: { message: string }[] }).fields[1]!.message).toBe('Max Chen cannot see this customer. Add them to its team first.');
      const role = await as(dora).call('POST /api/accounts/{id}/panels', { params, body: { question: 'x', dueOn: DUE, assessors: ['dora', 'vera'] } });
      expect(role).toMatchObject({ status: 422, body: { reason: 'assessor_role', params: { names: 'Vera Guo' } } });
      expect(fields(await as(dora).call('POST /api/accounts/{id}/panels', { params, body: { question: 'x', dueOn: '2026-02-30', assessors: ['dora'] } }))).toEqual(['dueOn no_such_day', 'assessors too_few_assessors']);
      expect((await as(dora).call('POST /api/accounts/{id}/panels', { params, body: '{}' })).status).toBe(422);
    });

    test('whose account it is decides; missing and not-yours read the same', async () => {
      const body = { question: 'x', dueOn: DUE, assessors: ['mo', 'dora'] };
      expect((await as(cleo).call('POST /api/accounts/{id}/panels', { params: { id: ids[0]! }, body })).status).toBe(403);
      const [absent, others] = await Promise.all([999_999, ids[1]!].map((id) => as(mo).call('POST /api/accounts/{id}/panels', { params: { id }, body })));
      expect([absent!.status, others!.status]).toEqual([404, 404]);
      expect(others!.body).toEqual(absent!.body);
      const [missing, foreign] = await Promise.all([999_999, ids[1]!].map((id) => as(mo).call('GET /api/accounts/{id}/panels', { params: { id } })));
      expect([missing!.status, foreign!.status, foreign!.body]).toEqual([404, 404, missing!.body]);
      const ownPanel = (await as(mo).call('GET /api/panels', { query: { state: 'open' } })).body;
      expect(ownPanel.rows.map((row) => row.account.id)).toEqual([ids[0]]);
      const theirs = (await as(dora).call('GET /api/panels', { query: { state: 'open' } })).body.rows.find((row) => row.account.id === ids[1])!.id;
      for (const [name, body] of [
        ['GET /api/panels/{id}', undefined], ['PUT /api/panels/{id}/marks', { marks: [{ indicator: 'brand', value: 3 }] }], ['POST /api/panels/{id}/submit', undefined], ['POST /api/panels/{id}/decline', { declined: true }],
        ['POST /api/panels/{id}/reason', { indicator: 'brand', reason: 'x' }], ['POST /api/panels/{id}/close-entry', undefined], ['POST /api/panels/{id}/agree', { agreements: [{ indicator: 'brand', value: 3 }] }],
        ['POST /api/panels/{id}/dissent', { indicator: 'brand', reason: 'x' }], ['POST /api/panels/{id}/close', undefined], ['POST /api/panels/{id}/cancel', undefined],
      ] as const) {
        const [none, foreign] = await Promise.all([999_999, theirs].map((id) => as(mo).call(name, { params: { id }, ...(body ? { body: body as never } : {}) })));
        expect([name, none!.status, foreign!.status, foreign!.body]).toEqual([name, 404, 404, none!.body]);
        expect([name, (await api.nobody.call(name, { params: { id: theirs } })).status]).toEqual([name, 401]);
        if (!name.startsWith('GET')) expect([name, (await as(vera).call(name, { params: { id: theirs }, ...(body ? { body: body as never } : {}) })).status]).toEqual([name, 403]);
      }
    });
  });

  describe('blind', () => {
    let panel: number;
    beforeAll(async () => {
      ({ api, ids, clock } = await workplace(open));
      panel = await openPanel(ids[0]!, [mo, cleo, dora], mo);
    });
    /** Everything that the person may ask for by GET, in one text. */
    const everythingFor = async (person: CastPerson) => {
      const texts: string[] = [];
      for (const name of Object.keys(endpoints) as (keyof Endpoints)[]) {
        if (!name.startsWith('GET ') || name === 'GET /api/stream') continue;
        for (const id of name.includes('{id}') ? [panel, ids[0]!] : [0]) {
          const query = { 'GET /api/find': '?q=a', 'GET /api/panels': '?state=open', 'GET /api/accounts/export': '?format=csv' }[name as string] ?? '';
          texts.push(await (await as(person).fetch(name.slice(4).replace('{id}', String(id)) + query)).text());
        }
      }
      return texts.join('\n');
    };

    test('drafts and submitted marks reach nobody before their own are in: not by any address, not by the live stream', async () => {
      const stream = (await as(ada).fetch('/api/stream')).body!.pipeThrough(new TextDecoderStream()).getReader();
      let heard = '';
      await give(mo, panel, [{ indicator: 'brand', value: 2, reason: WHISPER }, { indicator: 'ownershipKind', value: 'listed' }]);
      while (!heard.includes('panelSubmitted')) heard += (await stream.read()).value ?? '';
      await stream.cancel();
      expect(heard).not.toMatch(/whisper|listed|brand/);
      await keep(cleo, panel, [{ indicator: 'brand', value: 5, reason: 'drafted-by-cleo' }]);
      for (const person of [ada, dora, cleo, vera]) {
        const all = await everythingFor(person);
        expect([person.id, all.includes(WHISPER), /"(value|raw|valueBefore)":"listed"/.test(all), person !== cleo && all.includes('drafted-by-cleo')]).toEqual([person.id, false, false, false]);
        expect(all).toContain('Is it one of the vital few?');
        const view = await read(person, panel);
        expect(view).toMatchObject({ sees: false, comparison: [], agreements: [] });
        expect(view.marks.map((mark) => mark.by)).toEqual(person === cleo ? ['cleo'] : []);
        expect(view.assessors.map((one) => one.state)).toEqual(['invited', 'invited', 'submitted']);
      }
    });

    test('who has submitted sees the marks of those who have, never a draft', async () => {
      await give(dora, panel, [{ indicator: 'brand', value: 4 }]);
      const view = await read(dora, panel);
      expect(view.sees).toBe(true);
      expect(view.marks.map((mark) => [mark.by, mark.indicator, mark.value, mark.reason])).toEqual([['dora', 'brand', 4, ''], ['mo', 'brand', 2, WHISPER], ['mo', 'ownershipKind', 'listed', '']]);
      expect(view.comparison.find((one) => one.indicator === 'brand')).toMatchObject({ n: 2, median: 3, spread: 2, consent: 'apart' });
      expect(await everythingFor(mo)).not.toContain('drafted-by-cleo');
      expect(await everythingFor(dora)).toMatch(/"value":"listed"/);
      expect(await everythingFor(ada)).not.toContain(WHISPER);
    });

    test('marks stand: no change, no second submission, no declining, no undo', async () => {
      for (const answer of [await keep(mo, panel, [{ indicator: 'brand', value: 5 }]), await submit(mo, panel), await as(mo).call('POST /api/panels/{id}/decline', { params: { id: panel }, body: { declined: true } })]) expect(answer).toMatchObject({ status: 409, body: { reason: 'panel_submitted' } });
      const event = (await as(ada).call('GET /api/events', { query: { verb: 'panelSubmitted' } })).body.rows[0]!;
      expect(event.can.undo).toBe(false);
      expect(await undo(ada, event.id)).toMatchObject({ status: 409, body: { reason: 'not_undoable' } });
    });

    test('nothing is agreed on or closed while somebody is awaited', async () => {
      const refused = [await as(mo).call('POST /api/panels/{id}/agree', { params: { id: panel }, body: { agreements: [{ indicator: 'brand', value: 3 }] } }), await as(mo).call('POST /api/panels/{id}/close', { params: { id: panel } })];
      for (const answer of refused) expect(answer).toMatchObject({ status: 409, body: { reason: 'panel_entry_open' } });
      expect(await as(mo).call('POST /api/panels/{id}/close-entry', { params: { id: panel } })).toMatchObject({ status: 409, body: { reason: 'panel_not_due', params: { day: DUE } } });
    });

    test('the last answer shows the marks to who did not assess; who declined waits, and may come back', async () => {
      const declined = await as(cleo).call('POST /api/panels/{id}/decline', { params: { id: panel }, body: { declined: true } });
      expect(declined.status).toBe(200);
      expect((await read(vera, panel)).marks).toHaveLength(3);
      expect(await read(cleo, panel)).toMatchObject({ phase: 'comparing', sees: false, comparison: [], marks: [{ by: 'cleo' }], can: { comeBack: true, mark: false } });
      expect(await keep(cleo, panel, [{ indicator: 'brand', value: 5 }])).toMatchObject({ status: 409, body: { reason: 'panel_declined' } });
      expect((await undo(cleo, declined.body.event)).status).toBe(200);
      expect(await read(vera, panel)).toMatchObject({ phase: 'marking', sees: false, marks: [] });
      expect(await read(cleo, panel)).toMatchObject({ can: { mark: true }, marks: [{ value: 5 }] });
      expect(await as(cleo).call('POST /api/panels/{id}/decline', { params: { id: panel }, body: { declined: false } })).toMatchObject({ status: 409, body: { reason: 'not_declined' } });
    });

    test('past the due day entry is closed: late counts as declined, for good', async () => {
      clock.now = new Date('2026-04-11T00:00:01Z');
      expect((await as(mo).call('GET /api/panels')).body).toMatchObject({ waiting: 1, rows: [{ id: panel, late: true, waiting: 'entry' }] });
      expect((await as(cleo).call('POST /api/panels/{id}/close-entry', { params: { id: panel } })).status).toBe(403);
      const closed = await as(mo).call('POST /api/panels/{id}/close-entry', { params: { id: panel } });
      expect(closed.status).toBe(200);
      expect(await undo(ada, closed.body.event)).toMatchObject({ status: 409, body: { reason: 'not_undoable' } });
      const view = await read(cleo, panel);
      expect(view).toMatchObject({ phase: 'comparing', sees: true, can: { comeBack: false } });
      expect(view.comparison.find((one) => one.indicator === 'brand')!.n).toBe(2);
      expect(await as(cleo).call('POST /api/panels/{id}/decline', { params: { id: panel }, body: { declined: false } })).toMatchObject({ status: 409, body: { reason: 'panel_entry_closed' } });
      expect(await submit(cleo, panel)).toMatchObject({ status: 409, body: { reason: 'panel_declined' } });
      expect(await as(mo).call('POST /api/panels/{id}/close-entry', { params: { id: panel } })).toMatchObject({ status: 409, body: { reason: 'panel_entry_closed' } });
      clock.now = NOW;
    });
  });

  describe('drafts', () => {
    let panel: number;
    beforeAll(async () => {
      ({ api, ids, clock } = await workplace(open));
      panel = await openPanel(ids[0]!, [mo, cleo], dora, ['brand', 'ownershipKind', 'bribery']);
    });

    test('are kept one by one, keep what is not said anew, and are left out again by null', async () => {
      const { ids: [fact] } = (await as(mo).call('POST /api/accounts/{id}/facts', { params: { id: ids[0]! }, body: { facts: [{ statement: 'Hall 3 was theirs', source: 'Trade fair', observedOn: '2026-03-20' }] } })).body;
      expect((await keep(mo, panel, [{ indicator: 'brand', value: 4, reason: 'the fair', factIds: [fact!] }])).body).toEqual({ ok: true });
      await keep(mo, panel, [{ indicator: 'brand', value: 3 }, { indicator: 'ownershipKind', value: 'state' }]);
      expect((await read(mo, panel)).marks).toMatchObject([{ indicator: 'brand', value: 3, reason: 'the fair', factIds: [fact] }, { indicator: 'ownershipKind', value: 'state', reason: '', factIds: [] }]);
      expect((await read(mo, panel)).facts).toMatchObject([{ id: fact, statement: 'Hall 3 was theirs', withdrawnAt: null, state: 'proven' }]);
      await keep(mo, panel, [{ indicator: 'ownershipKind', value: null }]);
      expect((await read(mo, panel)).marks.map((mark) => mark.indicator)).toEqual(['brand']);
      // Private: nothing of it in the timeline, and no fact counts as cited.
      expect((await as(ada).call('GET /api/accounts/{id}/timeline', { params: { id: ids[0]! } })).body.rows.map((row) => row.verb)).toEqual(['factsRecorded', 'panelOpened']);
      expect((await as(ada).call('GET /api/accounts/{id}/facts', { params: { id: ids[0]! } })).body.rows[0]!.citedBy).toEqual([]);
    });

    test('are refused with the path of every fault', async () => {
      const answer = await keep(mo, panel, [{ indicator: 'brand', value: 6 }, { indicator: 'funding', value: 3 }, { indicator: 'nothing', value: 1 }, { indicator: 'ownershipKind', value: 'none' }, { indicator: 'bribery', value: 3, factIds: [999_999] }, { indicator: 'brand', value: 1 }]);
      expect(answer.status).toBe(422);
      expect(fields(answer).toSorted()).toEqual(['marks.0.value not_on_scale', 'marks.1.indicator not_in_panel', 'marks.2.indicator not_in_panel', 'marks.3.value not_on_scale', 'marks.4.factIds.0 unknown_fact', 'marks.4.value not_on_scale', 'marks.5.indicator marked_twice']);
      expect((await keep(dora, panel, [{ indicator: 'brand', value: 3 }]))).toMatchObject({ status: 403, body: { reason: 'not_assessor' } });
      for (const answer of [await submit(dora, panel), await as(dora).call('POST /api/panels/{id}/decline', { params: { id: panel }, body: { declined: true } }), await as(dora).call('POST /api/panels/{id}/reason', { params: { id: panel }, body: { indicator: 'brand', reason: 'x' } })]) expect(answer).toMatchObject({ status: 403, body: { reason: 'not_assessor' } });
    });

    test('are submitted with at least one mark, and a red line with its reason', async () => {
      expect(fields(await submit(cleo, panel))).toEqual(['marks nothing_marked']);
      await keep(cleo, panel, [{ indicator: 'bribery', value: true }]);
      expect(fields(await submit(cleo, panel))).toEqual(['marks.bribery.reason reason_required']);
      expect(await as(cleo).call('POST /api/panels/{id}/reason', { params: { id: panel }, body: { indicator: 'bribery', reason: 'x' } })).toMatchObject({ status: 409, body: { reason: 'not_submitted' } });
      await give(cleo, panel, [{ indicator: 'bribery', value: true, reason: 'asked our driver for an envelope' }]);
      expect(await as(dora).call('GET /api/panels')).toMatchObject({ body: { waiting: 0 } });
      await give(mo, panel, [{ indicator: 'bribery', value: false }]);
      expect((await as(dora).call('GET /api/panels')).body).toMatchObject({ waiting: 1, rows: [{ waiting: 'agreement' }] });
    });
  });

  describe('comparing and agreeing', () => {
    let panel: number;
    let fact: number;
    const total = async () => (await as(dora).call('GET /api/accounts/{id}', { params: { id: ids[0]! } })).body.account.total;
    const marks = async () => new Map((await as(dora).call('GET /api/accounts/{id}', { params: { id: ids[0]! } })).body.marks.map((mark) => [mark.indicator, mark]));
    const agree = (person: CastPerson, agreements: { indicator: string; value: number | string | boolean; reason?: string }[]) => as(person).call('POST /api/panels/{id}/agree', { params: { id: panel }, body: { agreements } });
    const dissent = (person: CastPerson, indicator: string, reason = 'I was there') => as(person).call('POST /api/panels/{id}/dissent', { params: { id: panel }, body: { indicator, reason } });
    beforeAll(async () => {
      ({ api, ids, clock } = await workplace(open));
      fact = (await as(mo).call('POST /api/accounts/{id}/facts', { params: { id: ids[0]! }, body: { facts: [{ statement: 'Hall 3 was theirs', source: 'Trade fair', observedOn: '2026-03-20' }] } })).body.ids[0]!;
      await as(mo).call('POST /api/accounts/{id}/marks', { params: { id: ids[0]! }, body: { marks: [{ indicator: 'brand', value: 1, note: 'a guess' }] } });
      panel = await openPanel(ids[0]!, [mo, cleo, dora], dora, ['brand', 'funding', 'ownershipKind', 'disparagement', 'bribery']);
      await give(mo, panel, [{ indicator: 'brand', value: 4, reason: 'the fair', factIds: [fact] }, { indicator: 'funding', value: 3 }, { indicator: 'ownershipKind', value: 'listed' }, { indicator: 'disparagement', value: false }]);
      await give(cleo, panel, [{ indicator: 'brand', value: 2 }, { indicator: 'funding', value: 4 }, { indicator: 'ownershipKind', value: 'state' }, { indicator: 'disparagement', value: false }]);
      await give(dora, panel, [{ indicator: 'brand', value: 4 }, { indicator: 'ownershipKind', value: 'listed' }]);
    });

    test('an outlier without a reason is asked for it; the mark stands', async () => {
      const view = await read(cleo, panel);
      expect(view.comparison.find((one) => one.indicator === 'brand')).toMatchObject({ median: 4, spread: 2, outliers: ['cleo'], proposal: 4 });
      expect(view.asked).toEqual(['brand', 'ownershipKind']);
      expect((await as(cleo).call('GET /api/panels')).body).toMatchObject({ waiting: 1, rows: [{ waiting: 'reason' }] });
      const reason = (indicator: string) => as(cleo).call('POST /api/panels/{id}/reason', { params: { id: panel }, body: { indicator, reason: 'nobody at their own plant knew the slogan' } });
      expect((await reason('brand')).status).toBe(200);
      expect((await reason('ownershipKind')).status).toBe(200);
      expect(fields(await reason('bribery'))).toEqual(['indicator no_own_mark']);
      const after = await read(mo, panel);
      expect(after.marks.find((mark) => mark.by === 'cleo' && mark.indicator === 'brand')).toMatchObject({ value: 2, reason: 'nobody at their own plant knew the slogan' });
      expect((await as(cleo).call('GET /api/panels')).body.waiting).toBe(0);
      const timeline = JSON.stringify((await as(vera).call('GET /api/accounts/{id}/timeline', { params: { id: ids[0]! } })).body.rows.filter((row) => row.verb === 'panelReasoned'));
      expect(timeline).not.toMatch(/slogan|brand/);
    });

    test('refusals of agreeing: off the scale, judged by nobody, without the reason it needs, not in the panel, who may not', async () => {
      const answer = await agree(dora, [{ indicator: 'brand', value: 3 }, { indicator: 'bribery', value: true, reason: 'x' }, { indicator: 'ownershipKind', value: 'none', reason: 'x' }, { indicator: 'brand', value: 4 }, { indicator: 'planning', value: 3 }]);
      expect(answer.status).toBe(422);
      expect(fields(answer).toSorted()).toEqual(['agreements.0.reason agreement_reason', 'agreements.1.indicator nobody_marked', 'agreements.2.value not_on_scale', 'agreements.3.indicator marked_twice', 'agreements.4.indicator not_in_panel']);
      expect((await agree(cleo, [{ indicator: 'brand', value: 4 }])).status).toBe(403);
      expect(fields(await dissent(cleo, 'brand'))).toEqual(['indicator not_agreed']);
    });

    test('agreed marks become the account\'s at once, citing what the panel cited, and the score moves', async () => {
      const before = await total();
      const answer = await agree(dora, [{ indicator: 'brand', value: 4 }, { indicator: 'funding', value: 3 }, { indicator: 'ownershipKind', value: 'listed' }, { indicator: 'disparagement', value: false }]);
      expect([answer.status, answer.status === 200 ? null : answer.body]).toEqual([200, null]);
      const now = await marks();
      expect(now.get('brand')).toMatchObject({ value: 4, factIds: [fact], evidence: 'observed', note: 'Mo Zhang: the fair', by: { id: 'dora' } });
      expect(now.get('funding')).toMatchObject({ value: 3, factIds: [], evidence: 'assumption' });
      expect(now.has('disparagement')).toBe(false);
      expect(await total()).not.toBe(before);
      expect(await agree(dora, [{ indicator: 'brand', value: 4 }])).toMatchObject({ status: 409, body: { reason: 'already_agreed' } });
      expect((await read(dora, panel)).agreements).toMatchObject([{ indicator: 'brand', value: 4, counts: true, by: { id: 'dora' }, dissents: [] }, { indicator: 'funding' }, { indicator: 'ownershipKind' }, { indicator: 'disparagement', value: false, counts: true }]);
      expect(await as(cleo).call('POST /api/panels/{id}/reason', { params: { id: panel }, body: { indicator: 'brand', reason: 'other words' } })).toMatchObject({ status: 409, body: { reason: 'already_agreed' } });

      expect((await undo(dora, answer.body.event)).status).toBe(200);
      expect(await total()).toBe(before);
      expect((await marks()).get('brand')).toMatchObject({ value: 1, note: 'a guess' });
      expect((await marks()).has('funding')).toBe(false);
      const view = await read(dora, panel);
      expect(view.agreements).toEqual([]);
      // The marks have been shown: taking the agreement back lets nobody in again.
      expect(view.entryClosedAt).not.toBeNull();
      expect((await undo(dora, answer.body.event))).toMatchObject({ status: 409, body: { reason: 'already_undone' } });
      expect((await agree(dora, [{ indicator: 'brand', value: 3, reason: 'between the fair and the plant' }, { indicator: 'funding', value: 4 }])).status).toBe(200);
      expect((await marks()).get('brand')).toMatchObject({ value: 3, note: 'between the fair and the plant', factIds: [fact] });
    });

    test('dissent stands beside the agreed mark, needs its reason and another mark, and can be taken back by who holds it', async () => {
      const held = await dissent(cleo, 'brand', 'I walked their plant');
      expect(held.status).toBe(200);
      expect(await dissent(cleo, 'brand')).toMatchObject({ status: 409, body: { reason: 'already_dissented' } });
      expect(fields(await dissent(cleo, 'funding'))).toEqual(['indicator same_mark']);
      expect(fields(await dissent(dora, 'funding'))).toEqual(['indicator no_own_mark']);
      expect((await as(ada).call('POST /api/panels/{id}/dissent', { params: { id: panel }, body: { indicator: 'brand', reason: 'x' } })).body).toMatchObject({ reason: 'not_assessor' });
      expect((await as(cleo).call('POST /api/panels/{id}/dissent', { params: { id: panel }, body: { indicator: 'brand', reason: ' ' } })).status).toBe(422);
      expect((await undo(cleo, held.body.event)).status).toBe(200);
      expect((await read(dora, panel)).agreements[0]!.dissents).toEqual([]);
      await dissent(cleo, 'brand', 'I walked their plant');
      const [row] = (await as(vera).call('GET /api/accounts/{id}/panels', { params: { id: ids[0]! } })).body.rows;
      expect(row!.agreements[0]).toMatchObject({ indicator: 'brand', value: 3, counts: true, reason: 'between the fair and the plant', dissents: [{ person: { id: 'cleo', name: 'Cleo Sun' }, value: 2, reason: 'I walked their plant' }] });
    });

    test('closing: what was agreed stands, dissent stays possible, undo opens it again; a later mark of the account is told apart', async () => {
      const closed = await as(dora).call('POST /api/panels/{id}/close', { params: { id: panel } });
      expect(closed.status).toBe(200);
      for (const answer of [await agree(dora, [{ indicator: 'ownershipKind', value: 'listed' }]), await as(dora).call('POST /api/panels/{id}/cancel', { params: { id: panel } }), await as(dora).call('POST /api/panels/{id}/close', { params: { id: panel } })]) expect(answer).toMatchObject({ status: 409, body: { reason: 'panel_closed' } });
      expect((await dissent(mo, 'brand', 'the fair counts more')).status).toBe(200);
      expect((await as(mo).call('GET /api/panels', { query: { state: 'ended' } })).body.rows).toMatchObject([{ id: panel, phase: 'closed', closedBy: { id: 'dora' } }]);
      const other = await openPanel(ids[0]!, [mo, dora]);
      expect(await undo(dora, closed.body.event)).toMatchObject({ status: 409, body: { reason: 'panel_open' } });
      const cancelled = await as(dora).call('POST /api/panels/{id}/cancel', { params: { id: other } });
      expect(cancelled.status).toBe(200);
      expect(await submit(mo, other)).toMatchObject({ status: 409, body: { reason: 'panel_cancelled' } });
      expect((await undo(dora, closed.body.event)).status).toBe(200);
      expect(await read(dora, panel)).toMatchObject({ phase: 'comparing', closedAt: null });
      expect(await undo(dora, cancelled.body.event)).toMatchObject({ status: 409, body: { reason: 'panel_open' } });
      expect(await as(dora).call('POST /api/panels/{id}/cancel', { params: { id: panel } })).toMatchObject({ status: 409, body: { reason: 'panel_agreed' } });
      await as(mo).call('POST /api/accounts/{id}/marks', { params: { id: ids[0]! }, body: { marks: [{ indicator: 'brand', value: 5 }] } });
      expect((await read(dora, panel)).agreements.map((one) => [one.indicator, one.counts])).toEqual([['brand', false], ['funding', true]]);
    });
  });

  describe('at the same instant', () => {
    test('of two who open a panel one does, of two who agree one does', async () => {
      ({ api, ids, clock } = await workplace(open));
      const body = { question: 'Which?', dueOn: DUE, assessors: ['mo', 'dora'] };
      const opened = await Promise.all([dora, ada, mo].map((person) => as(person).call('POST /api/accounts/{id}/panels', { params: { id: ids[0]! }, body })));
      expect(opened.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
      const id = opened.find((answer) => answer.status === 200)!.body.id;
      await Promise.all([give(mo, id, [{ indicator: 'brand', value: 4 }]), give(dora, id, [{ indicator: 'brand', value: 4 }])]);
      const agreed = await Promise.all([dora, ada].map((person) => as(person).call('POST /api/panels/{id}/agree', { params: { id }, body: { agreements: [{ indicator: 'brand', value: 4 }] } })));
      expect(agreed.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
      expect((await as(dora).call('GET /api/accounts/{id}', { params: { id: ids[0]! } })).body.marks).toHaveLength(1);
    });

    test('an indicator that the active model no longer has cannot become a mark', async () => {
      const { versions } = (await as(ada).call('GET /api/models')).body;
      const { model } = (await as(ada).call('GET /api/models/{id}', { params: { id: versions[0]!.id } })).body;
      const id = await openPanel(ids[1]!, [dora, ada], dora, ['disparagement', 'brand']);
      await give(dora, id, [{ indicator: 'disparagement', value: true }, { indicator: 'brand', value: 3 }]);
      await give(ada, id, [{ indicator: 'disparagement', value: true }]);
      expect((await as(ada).call('POST /api/models', { body: { model: { ...model, deductions: model.deductions.filter((one) => one.key !== 'disparagement') }, note: 'without' } })).status).toBe(200);
      expect((await read(ada, id)).indicators).toEqual(['disparagement', 'brand']);
      const answer = await as(dora).call('POST /api/panels/{id}/agree', { params: { id }, body: { agreements: [{ indicator: 'brand', value: 3 }, { indicator: 'disparagement', value: true }] } });
      expect([answer.status, fields(answer)]).toEqual([422, ['agreements.1.indicator unknown_indicator']]);
      expect((await as(dora).call('POST /api/panels/{id}/agree', { params: { id }, body: { agreements: [{ indicator: 'brand', value: 3 }] } })).status).toBe(200);
    });
  });
});
