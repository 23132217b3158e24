import { beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#domain/trust/settings.ts';
import { startApi, type TestApi } from '../api.ts';
import { addCompanies, addPeople, giveTo, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';

const { ada, dora, mo, max, vera } = PEOPLE;

eachEngine((_engine, open) => {
  let api: TestApi;
  let ids: number[];
  beforeAll(async () => {
    const store = await open();
    await addPeople(store);
    ids = await addCompanies(store);
    await giveTo(store, mo, ids.slice(0, 2));
    api = await startApi(store);
  });
  const undo = (who: { id: string }, id: number) => api.as(who).call('POST /api/events/{id}/undo', { params: { id } });
  const edit = async (who: { id: string }, id: number, body: object) => (await api.as(who).call('PATCH /api/accounts/{id}', { params: { id }, body })).body.event;
  const timeline = async (who: { id: string }, id: number) => (await api.as(who).call('GET /api/accounts/{id}/timeline', { params: { id } })).body.rows;
  const country = async (id: number) => (await api.app.services.store.read.selectFrom('account').select('country').where('id', '=', id).executeTakeFirstOrThrow()).country;

  describe('settings', () => {
    test('have the defaults of the house; administrators change them', async () => {
      expect((await api.as(vera).call('GET /api/settings')).body).toEqual({ settings: DEFAULT_SETTINGS, can: { change: false } });
      expect((await api.as(dora).call('PATCH /api/settings', { body: { workspaceName: 'X' } })).status).toBe(403);
    });

    test('are checked as a whole, each fault with its path', async () => {
      const answer = await api.as(ada).call('PATCH /api/settings', { body: { reportingCurrency: 'XQX', asOf: { mode: 'fixed', day: '2026-02-30' } } });
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({ code: 'invalid', fields: [{ path: 'reportingCurrency', reason: 'unknown_currency' }, { path: 'asOf.day', reason: 'no_such_day' }] });
    });

    test('change, are recorded with before and after, and go back', async () => {
      const { event } = (await api.as(ada).call('PATCH /api/settings', { body: { workspaceName: 'Maker', rates: { EUR: 7.8 } } })).body;
      expect((await api.as(vera).call('GET /api/settings')).body.settings).toMatchObject({ workspaceName: 'Maker', rates: { EUR: 7.8 } });
      const [newest] = (await api.as(ada).call('GET /api/events')).body.rows;
      expect(newest).toMatchObject({
        id: event, verb: 'settingsChanged', by: { id: 'ada', name: 'Ada Lin' }, account: null, undone: false, can: { undo: true },
        payload: { before: { workspaceName: '', rates: {} }, after: { workspaceName: 'Maker', rates: { EUR: 7.8 } } },
      });
      expect((await undo(ada, event)).status).toBe(200);
      expect((await api.as(vera).call('GET /api/settings')).body.settings).toEqual(DEFAULT_SETTINGS);
    });
  });

  describe('undo', () => {
    test('takes an edit back, once, and can itself be taken back', async () => {
      const event = await edit(mo, ids[0]!, { country: 'Norge' });
      const back = (await undo(mo, event)).body.event;
      expect(await country(ids[0]!)).toBe('中国');
      expect((await undo(mo, event)).body).toMatchObject({ code: 'conflict', reason: 'already_undone' });
      expect((await undo(mo, back)).status).toBe(200);
      expect(await country(ids[0]!)).toBe('Norge');
      const rows = await timeline(mo, ids[0]!);
      expect(rows.slice(0, 3).map((row) => [row.verb, row.undoes, row.undone])).toEqual([['accountEdited', back, false], ['accountEdited', event, true], ['accountEdited', null, false]]);
    });

    test('is refused when the same field was changed again since, until that is taken back', async () => {
      const first = await edit(mo, ids[1]!, { country: 'A' });
      const second = await edit(mo, ids[1]!, { country: 'B' });
      const other = await edit(mo, ids[1]!, { industry: 'Rail' });
      expect((await undo(mo, first)).body).toMatchObject({ code: 'conflict', reason: 'changed_since' });
      expect((await undo(mo, second)).status).toBe(200);
      expect((await undo(mo, first)).status).toBe(200);
      expect(await country(ids[1]!)).toBe('United Kingdom');
      expect((await undo(mo, other)).status).toBe(200);
    });

    test('two at the same instant: one', async () => {
      const event = await edit(ada, ids[2]!, { country: 'Twice' });
      const both = await Promise.all([undo(ada, event), undo(ada, event)]);
      expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    });

    test('of what an import changed meanwhile is refused', async () => {
      const event = await edit(ada, ids[2]!, { country: 'Here' });
      await api.app.services.store.write.updateTable('account').set({ country: 'There' }).where('id', '=', ids[2]!).execute();
      expect((await undo(ada, event)).body).toMatchObject({ reason: 'changed_since' });
    });

    test('archiving and teams go back', async () => {
      const archived = (await api.as(ada).call('POST /api/accounts/{id}/archive', { params: { id: ids[3]! }, body: { archived: true } })).body.event;
      expect((await undo(ada, archived)).status).toBe(200);
      const team = (await api.as(ada).call('PUT /api/accounts/{id}/team', { params: { id: ids[0]! }, body: { team: [{ userId: 'max', role: 'owner' }] } })).body.event;
      expect((await api.as(mo).call('GET /api/accounts/{id}/timeline', { params: { id: ids[0]! } })).status).toBe(404);
      expect((await undo(ada, team)).status).toBe(200);
      expect((await api.as(mo).call('GET /api/accounts/{id}/timeline', { params: { id: ids[0]! } })).status).toBe(200);
    });

    test('a mark that replaced another goes back and comes again, as often as one likes', async () => {
      const params = { id: ids[1]! };
      const mark = async (value: number) => (await api.as(mo).call('POST /api/accounts/{id}/marks', { params, body: { marks: [{ indicator: 'brand', value }] } })).body.event;
      const value = async () => (await api.as(mo).call('GET /api/accounts/{id}', { params })).body.marks.find((one) => one.indicator === 'brand')?.value;
      await mark(2);
      let event = await mark(4);
      for (const wanted of [2, 4, 2, 4]) {
        event = (await undo(mo, event)).body.event;
        expect(await value()).toBe(wanted);
      }
    });

    test('a role goes back; the last administrator stays', async () => {
      const raised = (await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'cleo' }, body: { role: 'administrator' } })).body.event;
      expect((await undo(PEOPLE.cleo, raised)).status).toBe(200);
      expect((await api.as(PEOPLE.cleo).call('GET /api/me')).body.role).toBe('contributor');
    });

    test('is for one\'s own changes; an administrator\'s is for any; what is not yours to see is missing', async () => {
      const event = await edit(dora, ids[0]!, { industry: 'Sea' });
      expect((await undo(mo, event)).body).toMatchObject({ code: 'forbidden', reason: 'not_your_change' });
      expect((await undo(max, event)).status).toBe(404);
      expect((await undo(max, 999_999)).body).toEqual((await undo(max, event)).body);
      expect((await undo(ada, event)).status).toBe(200);
      const added = (await api.as(ada).call('POST /api/members', { body: { name: 'N', email: 'n@maker.example', role: 'viewer', password: 'a long enough one' } })).body.event;
      expect((await undo(ada, added)).body).toMatchObject({ reason: 'not_undoable' });
    });
  });

  describe('audit', () => {
    test('is for administrators and directors', async () => {
      for (const [person, status] of [[ada, 200], [dora, 200], [mo, 403], [vera, 403]] as const) expect((await api.as(person).call('GET /api/events')).status).toBe(status);
    });

    test('names who did what, and pages through everything once', async () => {
      const all = (await api.as(dora).call('GET /api/events', { query: { limit: 200 } })).body;
      expect(all.next).toBeNull();
      const pages: number[] = [];
      for (let after: string | null = ''; after !== null;) {
        const page: any = (await api.as(dora).call('GET /api/events', { query: { limit: 4, ...(after ? { after } : {}) } })).body;
        pages.push(...page.rows.map((row: { id: number }) => row.id));
        after = page.next;
      }
      expect(pages).toEqual(all.rows.map((row) => row.id));
      expect(new Set(pages).size).toBe(pages.length);
    });

    test('filters by verb, person and day', async () => {
      const rows = async (query: object) => (await api.as(ada).call('GET /api/events', { query: { limit: 200, ...query } })).body.rows;
      expect((await rows({ verb: 'settingsChanged' })).every((row) => row.verb === 'settingsChanged')).toBe(true);
      expect(new Set((await rows({ by: 'mo' })).map((row) => row.by!.id))).toEqual(new Set(['mo']));
      const today = new Date().toISOString().slice(0, 10);
      expect((await rows({ from: today, to: today })).length).toBe((await rows({})).length);
      expect(await rows({ to: '2001-01-01' })).toEqual([]);
      expect((await api.as(ada).call('GET /api/events', { query: { from: '2026-02-30' } })).status).toBe(422);
      expect((await api.as(ada).call('GET /api/events', { query: { after: 'x' } })).status).toBe(422);
    });

    test('holds no e-mail address and no password', async () => {
      const text = JSON.stringify((await api.as(ada).call('GET /api/events', { query: { limit: 200 } })).body);
      expect(text).not.toMatch(/@maker|long enough/);
    });
  });

  test('a timeline of somebody else\'s customer is missing', async () => {
    const missing = await api.as(mo).call('GET /api/accounts/{id}/timeline', { params: { id: 999_999 } });
    const foreign = await api.as(mo).call('GET /api/accounts/{id}/timeline', { params: { id: ids[4]! } });
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
  });
});
