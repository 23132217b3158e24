import { beforeEach, describe, expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import type { Store } from '#storage/connect.ts';
import { insertFacts } from '#storage/select/facts.ts';
import { insertMarks } from '#storage/select/marks.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

const { ada, dora, mo, max, cleo, vera } = PEOPLE;
const months = (year: number) => Array.from({ length: 12 }, (_, n) => `${n < 9 ? year : year + 1}-${String(((n + 3) % 12) + 1).padStart(2, '0')}`);
const A_YEAR_LATER = new Date('2027-04-01T08:00:00.000Z');
const reasons = { for: 'Opens a plant next door', against: 'Pays late' };

/** Five customers; the first two trade, the first is assessed on a fact. Mo owns the first, the third is in the team of max. */
async function fill(store: Store): Promise<number[]> {
  await addPeople(store);
  const ids = await addCompanies(store);
  await addTrade(store, months(2025).flatMap((month) => [{ accountId: ids[0]!, day: `${month}-28`, amount: 100_000, cost: 70_000 }, { accountId: ids[1]!, day: `${month}-10`, amount: 40_000, cost: 38_000 }]));
  await store.transaction(async (tx) => {
    const fact = await insertFacts(tx, ids[0]!, [{ kind: 'strategy', statement: 'A second plant by 2027', evidence: 'document', sourceType: 'text', source: 'Annual report, p. 12', url: null, importId: null, observedOn: '2026-01-10', expiresOn: null }, { kind: 'other', statement: 'Of no use', evidence: 'observed', sourceType: 'text', source: 'Visit', url: null, importId: null, observedOn: '2026-01-10', expiresOn: null }], { userId: 'mo', at: NOW.toISOString() });
    // What a mark on an indicator of an older model cites is no ground.
    await insertMarks(tx, ids[0]!, [{ indicator: 'brand', value: 4, note: '', observedOn: '2026-01-10', factIds: [fact] }, { indicator: 'abolished', value: 4, note: '', observedOn: '2026-01-10', factIds: [fact + 1] }], { userId: 'mo', at: NOW.toISOString() });
  });
  await giveTo(store, mo, [ids[0]!]);
  await giveTo(store, max, [ids[2]!]);
  await scorePortfolio(await contextOf(store));
  return ids;
}

eachEngine((_engine, open) => {
  let store: Store;
  let ids: number[];
  let api: TestApi;
  let now: Date;
  beforeEach(async () => {
    store = await open();
    ids = await fill(store);
    now = NOW;
    api = await startApi(store, {}, { now: () => now });
  });
  const decide = (person: { id: string }, id: number, more: object = {}) => api.as(person).call('POST /api/accounts/{id}/decisions', { params: { id }, body: { kind: 'choose', reasons, people: ['dora', 'ada'], ...more } });
  const list = async (person: { id: string }, query: object = {}) => (await api.as(person).call('GET /api/accounts', { query })).body.rows;
  const read = (person: { id: string }, id: number) => api.as(person).call('GET /api/decisions/{id}', { params: { id } });
  const review = (person: { id: string }, id: number, body: object) => api.as(person).call('POST /api/decisions/{id}/reviews', { params: { id }, body: { outcome: 'keep', note: 'Grew as expected', ...body } });
  const undo = (person: { id: string }, id: number) => api.as(person).call('POST /api/events/{id}/undo', { params: { id } });

  describe('choosing', () => {
    test('is an act that freezes what it rests on: score, facts, alternatives, people, reasons', async () => {
      const made = await decide(dora, ids[0]!, { alternatives: [ids[1]!], decidedOn: '2026-03-30' });
      expect(made.status).toBe(200);
      const { body } = await read(dora, made.body.id);
      const row = (await list(dora)).find((one) => one.id === ids[0])!;
      expect(body.decision).toMatchObject({
        account: { id: ids[0], archived: false }, kind: 'choose', reasons, people: [{ id: 'dora', name: 'Dora Wu' }, { id: 'ada', name: 'Ada Lin' }], decidedOn: '2026-03-30', recordedBy: { id: 'dora' }, standing: true,
        reviews: 0, reviewDue: '2027-03-30', due: false, withdrawn: null,
      });
      expect(body.snapshot).toMatchObject({
        model: { version: 1 }, figures: { total: row.total, grade: row.grade, class: row.class, rank: 1, ranked: 2, revenue: 1_200_000, currency: 'CNY', asOf: '2026-03-28' },
        facts: [{ statement: 'A second plant by 2027', source: 'Annual report, p. 12', evidence: 'document', observedOn: '2026-01-10', state: 'proven', indicators: ['brand'] }],
        alternatives: [{ id: ids[1], rank: 2, name: 'Northwind Hearing Ltd' }], reviewId: null,
      });
      expect(body.snapshot.indicators.find((one) => one.key === 'brand')).toMatchObject({ raw: 4, said: { zh: expect.any(String) }, state: 'proven' });
      expect(body.months).toHaveLength(12);
      expect(body.since).toMatchObject({ days: 0, sameModel: true, revenue: { share: 0 }, indicators: [], factsLost: [] });
      expect(body.can).toEqual({ review: true, withdraw: true });
    });

    test('shows on list, detail, export and portfolio; the list filters by it', async () => {
      await decide(ada, ids[1]!);
      expect((await list(ada)).map((row) => row.keyAccountSince)).toEqual([null, '2026-03-31', null, null, null]);
      expect((await list(ada, { key: 'yes' })).map((row) => row.id)).toEqual([ids[1]]);
      expect((await list(ada, { key: 'no', limit: 200 })).map((row) => row.id)).not.toContain(ids[1]);
      expect((await list(ada, { key: 'yes', sort: 'name', order: 'desc', q: 'north' })).map((row) => row.id)).toEqual([ids[1]]);
      const page = (await api.as(ada).call('GET /api/accounts', { query: { key: 'yes' } })).body;
      expect(page).toMatchObject({ total: 1, next: null });
      const detail = (await api.as(ada).call('GET /api/accounts/{id}', { params: { id: ids[1]! } })).body;
      expect(detail).toMatchObject({ account: { keyAccountSince: '2026-03-31' }, decision: { kind: 'choose', reviewDue: '2027-03-31', due: false }, can: { choose: true } });
      expect((await api.as(ada).call('GET /api/portfolio')).body.keyAccounts).toBe(1);
      const csv = await (await api.as(ada).fetch('/api/accounts/export?format=csv&key=yes')).text();
      expect(csv.trim().split('\n')).toHaveLength(2);
      expect(csv).toContain('Key account since');
      expect(csv).toContain('2026-03-31');
    });

    test('proposes the neighbours in rank that are no key accounts, to those who may see them', async () => {
      const near = async (person: { id: string }, id: number) => (await api.as(person).call('GET /api/accounts/{id}/decisions', { params: { id } })).body;
      expect((await near(ada, ids[0]!)).neighbours.map((one) => one.id)).toEqual([ids[1]]);
      expect((await near(ada, ids[4]!)).neighbours.map((one) => one.id)).toEqual([ids[0], ids[1]]);
      await decide(ada, ids[1]!);
      expect((await near(ada, ids[0]!)).neighbours).toEqual([]);
      expect(await near(mo, ids[0]!)).toMatchObject({ rows: [], neighbours: [], can: { decide: false } });
    });

    test('refuses: no session, no right, not there, not theirs, what is no change, archived, every faulty field', async () => {
      const params = { id: ids[0]! };
      const body = { kind: 'choose' as const, reasons, people: ['ada'] };
      expect((await api.nobody.call('POST /api/accounts/{id}/decisions', { params, body })).status).toBe(401);
      for (const person of [mo, cleo, vera]) expect((await decide(person, ids[0]!)).status).toBe(403);
      expect(await decide(dora, 99_999)).toMatchObject({ status: 404, body: { reason: 'account' } });
      expect(await decide(dora, ids[0]!, { kind: 'drop' })).toMatchObject({ status: 409, body: { reason: 'no_key_account' } });
      expect(await decide(dora, ids[0]!, { reasons: { for: '  ' }, people: [], decidedOn: '2026-04-02', alternatives: [ids[0], 99_999] })).toMatchObject({
        status: 422, body: { fields: [
          { path: 'reasons.for', reason: 'required' }, { path: 'people', reason: 'required' }, { path: 'alternatives.0', reason: 'same_account' }, { path: 'alternatives.1', reason: 'unknown_account' }, { path: 'decidedOn', reason: 'in_the_future' },
        ] },
      });
      expect(await api.as(dora).call('POST /api/accounts/{id}/decisions', { params, body: '{"kind":"choose","people":["ada"]}' })).toMatchObject({ status: 422, body: { fields: [{ path: 'reasons' }] } });
      expect(await decide(dora, ids[0]!, { people: ['ada', 'nobody'] })).toMatchObject({ status: 422, body: { fields: [{ path: 'people.1', reason: 'unknown_person' }] } });
      expect((await decide(dora, ids[0]!)).status).toBe(200);
      expect(await decide(ada, ids[0]!)).toMatchObject({ status: 409, body: { reason: 'already_key_account' } });
      expect(await decide(ada, ids[0]!, { kind: 'drop', decidedOn: '2026-03-30' })).toMatchObject({ status: 422, body: { fields: [{ path: 'decidedOn', reason: 'before_last_decision' }] } });
      await api.as(ada).call('POST /api/accounts/{id}/archive', { params: { id: ids[1]! }, body: { archived: true } });
      expect(await decide(dora, ids[1]!)).toMatchObject({ status: 409, body: { reason: 'archived_account' } });
    });

    test('two at the same instant: one chooses, the other is told', async () => {
      const answers = await Promise.all([decide(ada, ids[0]!), decide(dora, ids[0]!)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    });
  });

  describe('who may know', () => {
    test('a decision is read by who sees the customer; alternatives and counts only by who sees those', async () => {
      const { body: { id } } = await decide(dora, ids[0]!, { alternatives: [ids[1]!, ids[2]!] });
      const { body: other } = await decide(dora, ids[2]!);
      const seen = await read(mo, id);
      expect(seen.status).toBe(200);
      expect(seen.body.snapshot.alternatives).toEqual([]);
      expect(seen.body.snapshot.figures).toMatchObject({ rank: 1, ranked: null });
      expect(seen.body.since.now.ranked).toBeNull();
      expect(seen.body.can).toEqual({ review: false, withdraw: false });
      const absent = await read(mo, 99_999);
      const notTheirs = await read(mo, other.id);
      expect(absent).toMatchObject({ status: 404, body: { reason: 'decision' } });
      expect([notTheirs.status, notTheirs.body]).toEqual([404, absent.body]);
      expect((await api.nobody.call('GET /api/decisions/{id}', { params: { id } })).status).toBe(401);
      const log = async (person: { id: string }, query: object = {}) => (await api.as(person).call('GET /api/decisions', { query })).body;
      expect(await log(mo)).toMatchObject({ rows: [{ id }], keyAccounts: 1, due: 0 });
      expect(await log(max)).toMatchObject({ rows: [{ id: other.id, account: { id: ids[2] } }], keyAccounts: 1 });
      expect(await log(vera)).toMatchObject({ rows: [], keyAccounts: 0, due: 0 });
      expect(await log(ada)).toMatchObject({ rows: [{ id: other.id }, { id }], keyAccounts: 2 });
      expect((await api.nobody.call('GET /api/decisions')).status).toBe(401);
      expect((await api.as(mo).call('GET /api/accounts/{id}/decisions', { params: { id: ids[2]! } })).status).toBe(404);
      expect((await api.nobody.call('GET /api/accounts/{id}/decisions', { params: { id: ids[0]! } })).status).toBe(401);
      expect((await list(mo, { key: 'yes' })).map((row) => row.id)).toEqual([ids[0]]);
      for (const [person, count] of [[ada, 2], [mo, 1], [vera, 0]] as const) expect((await api.as(person).call('GET /api/portfolio')).body.keyAccounts).toBe(count);
    });
  });

  describe('a year later', () => {
    /** Trade of the next year: the first grows by half, a mark is withdrawn with its fact, and everybody is scored again. */
    async function aYear(): Promise<void> {
      await addTrade(store, months(2026).map((month) => ({ accountId: ids[0]!, day: `${month}-28`, amount: 150_000, cost: 90_000 })));
      now = A_YEAR_LATER;
      await scorePortfolio({ ...(await contextOf(store)), now: () => now });
    }

    test('the review is due, the page says what happened, and the review keeps the figures of its day', async () => {
      const { body: { id } } = await decide(dora, ids[0]!);
      await decide(dora, ids[1]!, { decidedOn: '2026-03-01' });
      const due = async (query: object = {}) => (await api.as(dora).call('GET /api/decisions', { query: { show: 'due', ...query } })).body;
      expect(await due()).toMatchObject({ rows: [], due: 0 });
      await aYear();
      // The longest waiting first, page by page.
      const first = await due({ limit: 1 });
      expect(first).toMatchObject({ rows: [{ account: { id: ids[1] }, due: true }], due: 2 });
      expect(await due({ limit: 1, after: first.next })).toMatchObject({ rows: [{ id, due: true, reviewDue: '2027-03-31' }], next: null });
      expect((await api.as(dora).call('GET /api/accounts/{id}', { params: { id: ids[0]! } })).body.decision).toMatchObject({ id, due: true });

      const { body } = await read(dora, id);
      expect(body.since).toMatchObject({ from: '2026-03-28', to: '2027-03-28', days: 365, revenue: { then: 1_200_000, now: 1_800_000, share: 0.5 }, rank: { then: 1, now: 1, places: 0 } });
      expect(body.months).toHaveLength(24);
      expect(body.months.at(-1)).toEqual({ month: '2027-03', revenue: 150_000 });
      // The frozen grounds are those of the day, whatever happened since.
      expect(body.snapshot.figures.revenue).toBe(1_200_000);

      const kept = await review(dora, id, { outcome: 'watch', note: 'Grew by half, the plant is late' });
      expect(kept).toMatchObject({ status: 200, body: { dropDecisionId: null } });
      expect(await due()).toMatchObject({ rows: [{ account: { id: ids[1] } }], due: 1 });
      const after = (await read(dora, id)).body;
      expect(after.reviews).toMatchObject([{ outcome: 'watch', note: 'Grew by half, the plant is late', reviewedOn: '2027-04-01', reviewedBy: { id: 'dora' }, figures: { revenue: 1_800_000 }, can: { withdraw: true } }]);
      expect(after.decision).toMatchObject({ reviews: 1, lastReviewedOn: '2027-04-01', reviewDue: '2028-04-01', due: false });
      expect(after.can).toEqual({ review: true, withdraw: false });

      expect((await undo(dora, kept.body.event)).status).toBe(200);
      expect((await due()).due).toBe(2);
      expect((await read(dora, id)).body.reviews).toMatchObject([{ withdrawn: true, can: { withdraw: false } }]);
    });

    test('a review that drops makes the drop in the same act, and both go together', async () => {
      const { body: { id } } = await decide(dora, ids[0]!);
      await aYear();
      const dropped = await review(dora, id, { outcome: 'drop', note: 'The plant went elsewhere', people: ['dora'] });
      const dropId = dropped.body.dropDecisionId!;
      expect((await list(dora, { key: 'yes' }))).toEqual([]);
      expect((await read(dora, dropId)).body).toMatchObject({ decision: { kind: 'drop', reasons: { for: 'The plant went elsewhere' }, decidedOn: '2027-04-01', standing: true, reviewDue: null }, snapshot: { reviewId: dropped.body.id }, others: [{ id, kind: 'choose' }], can: { review: false, withdraw: true } });
      expect((await api.as(dora).call('GET /api/decisions', { query: { show: 'dropped' } })).body.rows.map((row) => row.id)).toEqual([dropId]);
      expect(await review(dora, id, {})).toMatchObject({ status: 409, body: { reason: 'decision_not_standing' } });

      expect((await undo(dora, dropped.body.event)).status).toBe(200);
      expect((await list(dora, { key: 'yes' })).map((row) => row.id)).toEqual([ids[0]]);
      expect((await read(dora, dropId)).body.decision.withdrawn).toMatchObject({ by: 'Dora Wu' });
      expect((await read(dora, id)).body.reviews).toMatchObject([{ withdrawn: true }]);

      // From the other end: withdrawing the drop takes its review along; both come back together.
      const again = await review(dora, id, { outcome: 'drop', note: 'Still', people: ['dora'] });
      const withdraw = (withdrawn: boolean) => api.as(dora).call('POST /api/decisions/{id}/withdraw', { params: { id: again.body.dropDecisionId! }, body: { withdrawn } });
      expect((await withdraw(true)).status).toBe(200);
      expect((await read(dora, id)).body.reviews.map((one) => one.withdrawn)).toEqual([true, true]);
      expect((await withdraw(false)).status).toBe(200);
      expect((await read(dora, id)).body.reviews.map((one) => one.withdrawn)).toEqual([true, false]);
      expect((await list(dora, { key: 'yes' }))).toEqual([]);
    });

    test('refuses: no session, no right, not there, every faulty field, what does not stand', async () => {
      const { body: { id } } = await decide(dora, ids[0]!);
      const { body: other } = await decide(dora, ids[2]!);
      const body = { outcome: 'keep' as const, note: 'x' };
      expect((await api.nobody.call('POST /api/decisions/{id}/reviews', { params: { id }, body })).status).toBe(401);
      expect((await review(mo, other.id, {})).status).toBe(403);
      expect(await review(dora, 99_999, {})).toMatchObject({ status: 404, body: { reason: 'decision' } });
      expect(await review(dora, id, { note: ' ', reviewedOn: '2027-04-09', outcome: 'drop', people: [] })).toMatchObject({ status: 422, body: { fields: [{ path: 'note', reason: 'required' }, { path: 'reviewedOn', reason: 'in_the_future' }, { path: 'people', reason: 'required' }] } });
      expect(await review(dora, id, { reviewedOn: '2026-03-30' })).toMatchObject({ status: 422, body: { fields: [{ path: 'reviewedOn', reason: 'before_last_decision' }] } });
      expect(await review(dora, id, { outcome: 'drop', people: ['nobody'] })).toMatchObject({ status: 422, body: { fields: [{ path: 'people.0', reason: 'unknown_person' }] } });
      const params = { id: (await review(dora, id, {})).body.id };
      expect((await api.nobody.call('POST /api/reviews/{id}/withdraw', { params, body: {} })).status).toBe(401);
      expect((await api.as(mo).call('POST /api/reviews/{id}/withdraw', { params, body: {} })).status).toBe(403);
      expect((await api.as(dora).call('POST /api/reviews/{id}/withdraw', { params: { id: 99_999 }, body: {} }))).toMatchObject({ status: 404, body: { reason: 'review' } });
      expect(await api.as(dora).call('POST /api/reviews/{id}/withdraw', { params, body: { withdrawn: false } })).toMatchObject({ status: 409, body: { reason: 'already_undone' } });
      await review(dora, id, {});
      expect(await api.as(dora).call('POST /api/reviews/{id}/withdraw', { params, body: {} })).toMatchObject({ status: 409, body: { reason: 'changed_since' } });
    });
  });

  describe('withdrawing and undo', () => {
    const withdraw = (person: { id: string }, id: number, withdrawn = true) => api.as(person).call('POST /api/decisions/{id}/withdraw', { params: { id }, body: { withdrawn } });

    test('a decision goes as if it had not been made, stays to be read, and comes back', async () => {
      const { body: { id, event } } = await decide(dora, ids[0]!);
      expect((await undo(dora, event)).status).toBe(200);
      expect((await list(dora, { key: 'yes' }))).toEqual([]);
      expect((await read(dora, id)).body.decision).toMatchObject({ standing: false, withdrawn: { by: 'Dora Wu' }, reviewDue: null });
      expect((await api.as(dora).call('GET /api/decisions', { query: { show: 'chosen' } })).body.rows).toEqual([]);
      expect((await api.as(dora).call('GET /api/decisions')).body.rows).toMatchObject([{ id, withdrawn: { by: 'Dora Wu' } }]);
      expect(await undo(dora, event)).toMatchObject({ status: 409, body: { reason: 'already_undone' } });
      expect((await withdraw(dora, id, false)).status).toBe(200);
      expect((await list(dora, { key: 'yes' })).map((row) => row.id)).toEqual([ids[0]]);
    });

    test('only the last decision is taken back, only unreviewed, and only what follows from the one that stands comes back', async () => {
      const { body: { id, event } } = await decide(dora, ids[0]!);
      const { body: drop } = await decide(dora, ids[0]!, { kind: 'drop' });
      expect(await undo(dora, event)).toMatchObject({ status: 409, body: { reason: 'changed_since' } });
      expect(await withdraw(dora, id)).toMatchObject({ status: 409, body: { reason: 'changed_since' } });
      expect((await withdraw(dora, drop.id)).status).toBe(200);
      expect(await withdraw(dora, drop.id)).toMatchObject({ status: 409, body: { reason: 'already_undone' } });
      await review(dora, id, {});
      expect(await withdraw(dora, id)).toMatchObject({ status: 409, body: { reason: 'decision_reviewed' } });
      expect(await undo(dora, event)).toMatchObject({ status: 409, body: { reason: 'changed_since' } });
      // The review came after the drop that was withdrawn: letting that drop stand again would leave it hanging.
      now = A_YEAR_LATER;
      await review(dora, id, {});
      expect(await withdraw(dora, drop.id, false)).toMatchObject({ status: 409, body: { reason: 'changed_since' } });
      expect(await withdraw(dora, id, false)).toMatchObject({ status: 409, body: { reason: 'already_undone' } });
    });

    test('refuses: no session, no right, not there', async () => {
      const { body: { id } } = await decide(dora, ids[0]!);
      expect((await api.nobody.call('POST /api/decisions/{id}/withdraw', { params: { id }, body: {} })).status).toBe(401);
      expect((await withdraw(mo, id)).status).toBe(403);
      expect(await withdraw(dora, 99_999)).toMatchObject({ status: 404, body: { reason: 'decision' } });
    });

    test('the timeline of the customer tells of it', async () => {
      const { body: { id } } = await decide(dora, ids[3]!);
      const timeline = (await api.as(dora).call('GET /api/accounts/{id}/timeline', { params: { id: ids[3]! } })).body.rows;
      expect(timeline[0]).toMatchObject({ verb: 'keyAccountChosen', payload: { decisionId: id }, can: { undo: true } });
    });
  });

  test('a page marker of others is refused', async () => {
    expect(await api.as(dora).call('GET /api/decisions', { query: { after: 'x' } })).toMatchObject({ status: 422, body: { fields: [{ path: 'after' }] } });
  });
});
