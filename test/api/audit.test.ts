import { beforeAll, expect, test } from 'vitest';
import type { Verb } from '#domain/trust/events.ts';
import { startApi, type TestApi } from '../api.ts';
import { addPeople, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';
import { startFakeModel } from '../fakeModel.ts';

const { ada } = PEOPLE;
const LINES = 'Customer,Invoice No,Invoice Date,Amount\nArbor Audio,INV-1,2026-01-15,1200.50\nNorthwind,INV-2,2026-02-20,800.00\n';

eachEngine((_engine, open) => {
  let api: TestApi;
  const written = new Map<Verb, number>();
  const events = async (verb?: Verb) => (await api.as(ada).call('GET /api/events', { query: { limit: 200, ...(verb === undefined ? {} : { verb }) } })).body.rows;
  const undo = async (id: number) => (await api.as(ada).call('POST /api/events/{id}/undo', { params: { id } })).status;
  const newest = async (verb: Verb) => (await events()).find((row) => row.verb === verb)!;
  /** Does something and notes the event it must have left. */
  const leaves = async (verb: Verb, work: () => Promise<{ status: number; body: unknown }>) => {
    const before = (await events())[0]?.id ?? 0;
    const answer = await work();
    expect([verb, answer.status, answer.status === 200 ? null : answer.body]).toEqual([verb, 200, null]);
    // Loading the demo leaves more events than a page has: only those of the verb are asked for.
    const made = (await events(verb)).filter((row) => row.id > before);
    expect(made.map((row) => row.verb)).toContain(verb);
    const event = made.find((row) => row.verb === verb)!;
    expect(event).toMatchObject({ by: { id: 'ada', name: 'Ada Lin' }, undone: false });
    expect(Math.abs(Date.now() - Date.parse(event.at))).toBeLessThan(60_000);
    written.set(verb, event.id);
    return answer.body as never as Record<string, never>;
  };

  beforeAll(async () => {
    const store = await open();
    await addPeople(store);
    api = await startApi(store);
  });

  test('every change leaves its row, and those that can be taken back are', async () => {
    const as = api.as(ada);
    const [id] = (await leaves('accountsCreated', () => as.call('POST /api/accounts', { body: { accounts: [{ key: 'A1', name: 'Aeolus' }] } })))['ids'] as unknown as number[];
    const params = { id: id! };
    await leaves('accountEdited', () => as.call('PATCH /api/accounts/{id}', { params, body: { country: 'Norge' } }));
    await leaves('teamAssigned', () => as.call('PUT /api/accounts/{id}/team', { params, body: { team: [{ userId: 'mo', role: 'owner' }] } }));
    const { versions } = (await as.call('GET /api/models')).body;
    const { model } = (await as.call('GET /api/models/{id}', { params: { id: versions[0]!.id } })).body;
    const assessed = model.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators)).find((indicator) => indicator.kind === 'assessed')!;
    const recorded = await leaves('factsRecorded', () => as.call('POST /api/accounts/{id}/facts', { params, body: { facts: [{ statement: 'Opens a plant in May', source: 'Annual report, p. 3', observedOn: '2026-03-01' }] } }));
    await leaves('factEdited', () => as.call('PATCH /api/facts/{id}', { params: { id: (recorded['ids'] as unknown as number[])[0]! }, body: { source: 'Annual report, p. 4' } }));
    await leaves('factsWithdrawn', () => as.call('POST /api/facts/{id}/withdraw', { params: { id: (recorded['ids'] as unknown as number[])[0]! }, body: { withdrawn: true } }));
    const cited = await leaves('sourceAdded', () => as.call('POST /api/accounts/{id}/sources/address', { params, body: { url: 'https://aeolus.example/report' } }));
    await leaves('sourceWithdrawn', () => as.call('POST /api/sources/{id}/withdraw', { params: { id: (cited['source'] as unknown as { id: number }).id }, body: { withdrawn: true } }));
    await leaves('noted', () => as.call('POST /api/accounts/{id}/judgements', { params, body: { block: 'strategy', text: 'They will buy, not build' } }));
    const positions = (await as.call('POST /api/accounts/{id}/positions', { params, body: { positions: [{ title: 'Purchasing director', function: 'purchasing', holder: 'N. N.' }] } })).body.ids;
    await leaves('holderErased', () => as.call('POST /api/positions/{id}/erase-holder', { params: { id: positions[0]! } }));
    const person = await leaves('peopleChanged', () => as.call('POST /api/people', { body: { people: [{ name: 'Eve Ross', accountId: id!, source: 'Card', collectedOn: '2026-03-01' }] } }));
    expect([await undo(written.get('peopleChanged')!), await undo(written.get('peopleChanged')!)]).toEqual([200, 409]);
    const other = (await as.call('POST /api/people', { body: { people: [{ name: 'Eve Ross', accountId: id!, source: 'Card', collectedOn: '2026-03-01' }] } })).body;
    expect((await as.call('GET /api/people/{id}', { params: { id: (person['ids'] as unknown as number[])[0]! } })).status).toBe(404);
    const card = (await as.call('POST /api/people/{id}/items', { params: { id: other.ids[0]! }, body: { items: [{ kind: 'family', value: 'x', source: 'Card', collectedOn: '2026-03-01' }] } })).body.ids[0]!;
    await leaves('itemRevealed', () => as.call('POST /api/person-items/{id}/reveal', { params: { id: card }, body: { reason: 'Gift check' } }));
    await leaves('personExported', () => as.call('POST /api/people/{id}/export', { params: { id: other.ids[0]! }, body: { reason: 'asked for it' } }));
    expect((await as.call('GET /api/events', { query: { verb: 'itemRevealed' } })).body.rows).toMatchObject([{ by: { id: 'ada' }, person: { id: other.ids[0]!, name: 'Eve Ross', accountId: id! }, payload: { kind: 'family', reason: 'Gift check' }, account: null }]);
    await leaves('personErased', () => as.call('POST /api/people/{id}/erase', { params: { id: other.ids[0]! }, body: { reason: 'asked for it' } }));
    await leaves('marked', () => as.call('POST /api/accounts/{id}/marks', { params, body: { marks: [{ indicator: assessed.key, value: 4 }] } }));
    await leaves('assessed', () => as.call('POST /api/assessments', { body: { fileName: 'assess.xlsx', sets: [{ accountId: id!, marks: [{ indicator: 'fraud', value: true, note: 'court file' }] }] } }));
    expect([await undo(written.get('assessed')!), await undo(written.get('assessed')!)]).toEqual([200, 409]);
    expect((await events()).find((row) => row.id === written.get('assessed'))).toMatchObject({ undone: true, payload: { accounts: 1, marks: 1, fileName: 'assess.xlsx', takenBack: false } });
    const panelOf = async (question: string) => ({ id: (await leaves('panelOpened', () => as.call('POST /api/accounts/{id}/panels', { params, body: { question, dueOn: '2199-12-31', assessors: ['ada', 'mo'] } })))['id'] as unknown as number });
    const cancelled = await panelOf('By mistake');
    await leaves('panelCancelled', () => as.call('POST /api/panels/{id}/cancel', { params: cancelled }));
    const panel = await panelOf('Is it one of the vital few?');
    await leaves('panelDeclined', () => as.call('POST /api/panels/{id}/decline', { params: panel, body: { declined: true } }));
    expect(await undo(written.get('panelDeclined')!)).toBe(200);
    for (const [person, value] of [[ada, 2], [PEOPLE.mo, 4]] as const) {
      expect((await api.as(person).call('PUT /api/panels/{id}/marks', { params: panel, body: { marks: [{ indicator: assessed.key, value }] } })).status).toBe(200);
      if (person === ada) await leaves('panelSubmitted', () => as.call('POST /api/panels/{id}/submit', { params: panel }));
      else expect((await api.as(person).call('POST /api/panels/{id}/submit', { params: panel })).status).toBe(200);
    }
    await leaves('panelReasoned', () => as.call('POST /api/panels/{id}/reason', { params: panel, body: { indicator: assessed.key, reason: 'I was there' } }));
    await leaves('panelEntryClosed', () => as.call('POST /api/panels/{id}/close-entry', { params: panel }));
    await leaves('panelAgreed', () => as.call('POST /api/panels/{id}/agree', { params: panel, body: { agreements: [{ indicator: assessed.key, value: 3 }] } }));
    await leaves('panelDissented', () => as.call('POST /api/panels/{id}/dissent', { params: panel, body: { indicator: assessed.key, reason: 'I was there' } }));
    await leaves('panelClosed', () => as.call('POST /api/panels/{id}/close', { params: panel }));
    const decision = { reasons: { for: 'It opens a plant next door' }, people: ['ada'] };
    const chosen = await leaves('keyAccountChosen', () => as.call('POST /api/accounts/{id}/decisions', { params, body: { kind: 'choose', ...decision } }));
    const review = await leaves('decisionReviewed', () => as.call('POST /api/decisions/{id}/reviews', { params: { id: Number(chosen['id']) }, body: { outcome: 'watch', note: 'The plant is late' } }));
    await leaves('reviewWithdrawn', () => as.call('POST /api/reviews/{id}/withdraw', { params: { id: Number(review['id']) }, body: {} }));
    const dropped = await leaves('keyAccountDropped', () => as.call('POST /api/accounts/{id}/decisions', { params, body: { kind: 'drop', ...decision } }));
    await leaves('decisionWithdrawn', () => as.call('POST /api/decisions/{id}/withdraw', { params: { id: Number(dropped['id']) }, body: {} }));
    for (const verb of ['decisionWithdrawn', 'keyAccountDropped', 'reviewWithdrawn', 'decisionReviewed', 'keyAccountChosen'] as const) expect([verb, await undo(written.get(verb)!)]).toEqual([verb, 200]);
    const several = (await as.call('POST /api/accounts', { body: { accounts: [{ key: 'A7', name: 'Notos' }, { key: 'A8', name: 'Zephyr' }] } })).body;
    const archivedAt = async (one: number) => (await as.call('GET /api/accounts/{id}', { params: { id: one } })).body.account.archivedAt;
    expect([await undo(several.event), await undo(several.event)]).toEqual([200, 409]);
    for (const one of several.ids) expect(await archivedAt(one)).not.toBeNull();
    await leaves('accountArchived', () => as.call('POST /api/accounts/{id}/archive', { params, body: { archived: true } }));
    await leaves('settingsChanged', () => as.call('PATCH /api/settings', { body: { rates: { EUR: 7.8 } } }));
    const languageModel = await startFakeModel();
    await leaves('languageModelChanged', () => as.call('PUT /api/language-model', { body: { base: languageModel.base, model: 'tiny' } }));
    const text = (await as.call('POST /api/accounts/{id}/sources/text', { params, body: { title: 'Plans', text: 'They will buy' } })).body.source;
    await leaves('textSent', () => as.call('POST /api/sources/{id}/proposals', { params: { id: text.id }, body: { from: 1 } }));
    await languageModel.close();
    await leaves('memberAdded', () => as.call('POST /api/members', { body: { name: 'N', email: 'n@maker.example', role: 'viewer', password: 'a long enough one' } }));
    await leaves('memberChanged', () => as.call('PATCH /api/members/{id}', { params: { id: 'max' }, body: { role: 'viewer' } }));
    await leaves('weighed', () => as.call('POST /api/models/{id}/weighings', { params: { id: versions[0]!.id }, body: { method: 'direct', level: 'lenses', points: [{ item: 'past', points: 2 }, { item: 'present', points: 1 }, { item: 'future', points: 1 }] } }));
    await leaves('modelPublished', () => as.call('POST /api/models', { body: { model, note: 'again' } }));
    expect((await as.call('GET /api/models')).body.versions.find((version) => version.active)!.version).toBe(2);
    await leaves('modelActivated', () => as.call('POST /api/models/{id}/activate', { params: { id: versions[0]!.id } }));

    // Newest first: what was changed twice goes back in the order of its changes.
    for (const verb of ['modelActivated', 'modelPublished', 'weighed', 'memberChanged', 'settingsChanged', 'accountArchived', 'panelClosed', 'panelDissented', 'panelAgreed', 'panelOpened', 'panelCancelled', 'marked', 'noted', 'teamAssigned', 'accountEdited'] as const) {
      expect([verb, await undo(written.get(verb)!)]).toEqual([verb, 200]);
      expect([verb, await undo(written.get(verb)!)]).toEqual([verb, 409]);
      expect((await events()).find((row) => row.id === written.get(verb))).toMatchObject({ undone: true, can: { undo: false } });
      expect((await events())[0]!.undoes).toBe(written.get(verb));
    }
    const account = (await as.call('GET /api/accounts/{id}', { params })).body;
    expect(account).toMatchObject({ account: { country: null, archivedAt: null }, team: [], marks: [] });
    for (const verb of ['memberAdded', 'languageModelChanged', 'textSent', 'holderErased', 'panelSubmitted', 'panelReasoned', 'panelEntryClosed'] as const) expect([verb, await undo(written.get(verb)!)]).toEqual([verb, 409]);
  });

  test('an import and its undo, from the audit page too', async () => {
    const as = api.as(ada);
    const started = (await as.call('POST /api/imports', { query: { fileName: 'lines.csv', kind: 'lines' }, body: LINES as never })).body;
    const params = { id: started.id };
    const state = async (wanted: string) => {
      await expect.poll(async () => (await as.call('GET /api/imports/{id}', { params })).body.state, { timeout: 20_000 }).toBe(wanted);
    };
    expect((await as.call('POST /api/imports/{id}/check', { params, body: started.findings!.plan })).status).toBe(200);
    await state('checked');
    await leaves('importCommitted', async () => {
      const answer = await as.call('POST /api/imports/{id}/commit', { params });
      await state('committed');
      return answer;
    });
    const [arbor] = (await as.call('GET /api/find', { query: { q: 'arbor' } })).body.accounts;
    const timeline = (await as.call('GET /api/accounts/{id}/timeline', { params: { id: arbor!.id } })).body.rows;
    expect(timeline.map((row) => row.verb)).toContain('importCommitted');

    await leaves('importUndone', async () => {
      const answer = await as.call('POST /api/events/{id}/undo', { params: { id: written.get('importCommitted')! } });
      await state('undone');
      return answer;
    });
    expect((await newest('importCommitted')).undone).toBe(true);
    expect(await undo(written.get('importCommitted')!)).toBe(409);
    expect((await as.call('GET /api/find', { query: { q: 'arbor' } })).body.accounts).toEqual([]);
  });

  test('the demo in and out, in a workspace of its own', async () => {
    const store = await open();
    await addPeople(store);
    api = await startApi(store);
    const as = api.as(ada);
    const { accounts } = await leaves('demoLoaded', () => as.call('POST /api/demo'));
    expect(accounts).toBeGreaterThan(100);
    expect((await as.call('GET /api/me')).body.workspace).toMatchObject({ accounts, demo: true });
    expect((await as.call('POST /api/demo')).status).toBe(409);
    await leaves('demoRemoved', () => as.call('DELETE /api/demo'));
    expect((await as.call('GET /api/me')).body.workspace).toMatchObject({ accounts: 0, demo: false });
  }, 120_000);

  test('nothing was left out', () => {
    // A verb that is added to the domain must be named here: the type asks for it. `undone` is written by nobody: an undo has the verb of its opposite.
    const verbs: Record<Exclude<Verb, 'undone'>, true> = {
      accountsCreated: true, accountEdited: true, accountArchived: true, teamAssigned: true, marked: true, modelPublished: true, modelActivated: true, importCommitted: true,
      importUndone: true, settingsChanged: true, languageModelChanged: true, textSent: true, memberAdded: true, memberChanged: true, demoLoaded: true, demoRemoved: true, factsRecorded: true, factEdited: true, factsWithdrawn: true, sourceAdded: true, sourceWithdrawn: true, noted: true, holderErased: true, weighed: true,
      panelOpened: true, panelSubmitted: true, panelDeclined: true, panelEntryClosed: true, panelReasoned: true, panelAgreed: true, panelDissented: true, panelClosed: true, panelCancelled: true,
      assessed: true, peopleChanged: true, personErased: true, personExported: true, itemRevealed: true,
      keyAccountChosen: true, keyAccountDropped: true, decisionWithdrawn: true, decisionReviewed: true, reviewWithdrawn: true,
    };
    expect([...written.keys()].toSorted()).toEqual(Object.keys(verbs).toSorted());
  });
});
