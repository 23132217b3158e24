import { expect, test } from 'vitest';
import { addDays } from '#domain/day.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type Client } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { ada, dora, mo, max, vera } = PEOPLE;
const TODAY = NOW.toISOString().slice(0, 10);
const FACT = { statement: 'Three suppliers share the castings', source: 'Ms Wen, purchasing', sourceType: 'person', evidence: 'person', kind: 'process', observedOn: '2026-03-30' } as const;

async function fill(store: Store) {
  await addPeople(store);
  const [mine, other, second] = await addCompanies(store) as [number, number, number];
  await giveTo(store, mo, [mine, second]);
  await giveTo(store, max, [other]);
  await giveTo(store, vera, [mine], 'member');
  let now = NOW;
  const api = await startApi(store, {}, { now: () => now });
  return { api, mine, other, second, turnTo: (day: string) => { now = new Date(`${day}T08:00:00Z`); } };
}
const ask = async (client: Client, id: number, ...questions: object[]) => ((await client.call('POST /api/accounts/{id}/questions', { params: { id }, body: { questions: questions.map((one) => ({ block: 'supply', text: 'Who else supplies them?', ...one })) } as never })).body as { ids: number[]; event: number });
const supply = async (client: Client, id: number) => (await client.call('GET /api/accounts/{id}/canvas', { params: { id } })).body.blocks.find((block) => block.key === 'supply')!;
const undo = async (client: Client, id: number) => (await client.call('POST /api/events/{id}/undo', { params: { id } })).body;
const fieldsOf = ({ status, body }: { status: number; body: unknown }) => [status, ...((body as { fields?: { path: string; reason: string }[] }).fields ?? []).map((field) => `${field.path} ${field.reason}`)];

eachEngine((_engine, open) => {
  test('asked, edited, answered with a fact in the same act, undone and done again as one', async () => {
    const { api, mine } = await fill(await open());
    const as = api.as(mo);
    const { ids: [id] } = await ask(as, mine, { topic: 'suppliers', ownerId: 'mo', dueOn: addDays(TODAY, 7) });
    const params = { id: id! };
    expect(await supply(as, mine)).toMatchObject({ completeness: 0, openCount: 1, questions: [{ id, owner: { id: 'mo', name: 'Mo Zhang' }, dueOn: '2026-04-07', overdue: false, askedBy: { id: 'mo' } }] });
    const edited = await as.call('PATCH /api/questions/{id}', { params, body: { ownerId: 'vera', text: 'Who supplies castings?' } });
    expect((await supply(as, mine)).questions[0]).toMatchObject({ owner: { id: 'vera' }, text: 'Who supplies castings?', topic: 'suppliers' });
    await undo(as, edited.body.event);

    const answered = (await as.call('POST /api/questions/{id}/answer', { params, body: { answer: 'Three foundries', fact: FACT } })).body;
    const facts = async (withdrawn: 'no' | 'only' = 'no') => (await as.call('GET /api/accounts/{id}/facts', { params: { id: mine }, query: { withdrawn } })).body.rows;
    expect(await facts()).toMatchObject([{ id: answered.factId, statement: FACT.statement, block: 'supply', topic: 'suppliers', recordedBy: { id: 'mo' } }]);
    expect(await supply(as, mine)).toMatchObject({ completeness: 1 / 6, openCount: 0, answeredCount: 1, factCount: 1 });
    expect((await as.call('GET /api/accounts/{id}/questions', { params: { id: mine }, query: { state: 'answered' } })).body.rows).toMatchObject([{ id, answer: { text: 'Three foundries', by: { id: 'mo' } }, overdue: false, facts: [{ id: answered.factId, statement: FACT.statement, state: 'proven' }] }]);

    const { event: back } = await undo(as, answered.event);
    expect(await supply(as, mine)).toMatchObject({ completeness: 0, openCount: 1, answeredCount: 0, factCount: 0 });
    expect(await facts('only')).toMatchObject([{ id: answered.factId }]);
    await undo(as, back);
    expect(await supply(as, mine)).toMatchObject({ completeness: 1 / 6, openCount: 0, factCount: 1 });

    const reopened = (await as.call('POST /api/questions/{id}/reopen', { params })).body;
    expect(await supply(as, mine)).toMatchObject({ openCount: 1, factCount: 1, completeness: 1 / 6 });
    await undo(as, reopened.event);
    expect((await supply(as, mine)).answeredCount).toBe(1);
    const gone = (await as.call('POST /api/questions/{id}/withdraw', { params, body: { withdrawn: true } })).body;
    expect(await supply(as, mine)).toMatchObject({ openCount: 0, answeredCount: 0 });
    await undo(as, gone.event);
    expect((await supply(as, mine)).answeredCount).toBe(1);
  });

  test('a fact that was withdrawn by somebody since keeps the answer from being undone', async () => {
    const { api, mine } = await fill(await open());
    const as = api.as(mo);
    const { ids: [id] } = await ask(as, mine, {});
    const { event, factId } = (await as.call('POST /api/questions/{id}/answer', { params: { id: id! }, body: { answer: 'Three', fact: { ...FACT, block: 'strategy' } } })).body;
    await as.call('POST /api/facts/{id}/withdraw', { params: { id: factId! }, body: { withdrawn: true } });
    expect(await undo(as, event)).toMatchObject({ code: 'conflict', reason: 'changed_since' });
  });

  test('an answer in words alone, and one that cites what we have; a question that moves leaves its point behind', async () => {
    const { api, mine } = await fill(await open());
    const as = api.as(mo);
    const { ids: [words, citing] } = await ask(as, mine, { topic: 'criteria' }, { topic: 'process' });
    const [fact] = ((await as.call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [FACT] } })).body as { ids: number[] }).ids;
    expect((await as.call('POST /api/questions/{id}/answer', { params: { id: words! }, body: { answer: 'Price, then quality' } })).body).toMatchObject({ factId: null });
    expect((await as.call('POST /api/questions/{id}/answer', { params: { id: citing! }, body: { answer: 'By tender', facts: [fact!] } })).status).toBe(200);
    expect((await supply(as, mine)).points.filter((point) => point.by !== null)).toEqual([{ key: 'process', by: 'answer', asked: false }, { key: 'criteria', by: 'answer', asked: false }]);
    await as.call('POST /api/facts/{id}/withdraw', { params: { id: fact! }, body: { withdrawn: true } });
    const { ids: [moved] } = await ask(as, mine, { topic: 'process' });
    await as.call('PATCH /api/questions/{id}', { params: { id: moved! }, body: { block: 'strategy' } });
    expect((await as.call('GET /api/accounts/{id}/questions', { params: { id: mine }, query: { block: 'strategy' } })).body.rows).toMatchObject([{ id: moved, block: 'strategy', topic: null }]);
  });

  test('the research list: key accounts first, then the oldest; mine, overdue, by block; page by page; never of customers one may not see', async () => {
    const { api, mine, other, second, turnTo } = await fill(await open());
    const as = api.as(mo);
    const { ids: [a, b] } = await ask(as, mine, { ownerId: 'mo', dueOn: TODAY }, { block: 'strategy' });
    const { ids: [c] } = await ask(as, second, { dueOn: addDays(TODAY, 30) });
    const { ids: [d] } = await ask(api.as(max), other, {});
    await ask(as, mine, {}).then(({ ids }) => as.call('POST /api/questions/{id}/answer', { params: { id: ids[0]! }, body: { answer: 'x' } }));
    expect((await api.as(dora).call('POST /api/accounts/{id}/decisions', { params: { id: second }, body: { kind: 'choose', reasons: { for: 'x' }, people: ['dora'] } })).status).toBe(200);
    turnTo(addDays(TODAY, 1));
    const list = async (client: Client, query: object = {}) => (await client.call('GET /api/questions', { query })).body;
    const first = await list(as);
    expect(first.rows.map((row) => [row.id, row.account.keyAccount, row.overdue, row.can.describe])).toEqual([[c, true, false, true], [a, false, true, true], [b, false, false, true]]);
    expect(first.counts).toEqual({ all: 3, mine: 1, overdue: 1 });
    expect((await list(api.as(ada))).rows.map((row) => row.id)).toEqual([c, a, b, d]);
    expect((await list(api.as(vera))).rows.map((row) => [row.id, row.can.describe])).toEqual([[a, false], [b, false]]);
    for (const [query, ids] of [[{ owner: 'me' }, [a]], [{ overdue: 'only' }, [a]], [{ block: 'strategy' }, [b]], [{ owner: 'me', block: 'strategy' }, []]] as const) expect((await list(as, query)).rows.map((row) => row.id)).toEqual(ids);
    const pages = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await list(api.as(ada), { limit: 1, ...(after ? { after } : {}) });
      pages.push(...page.rows.map((row) => row.id));
      after = page.next;
    }
    expect(pages).toEqual([c, a, b, d]);
    await api.as(ada).call('POST /api/accounts/{id}/archive', { params: { id: mine }, body: { archived: true } });
    expect((await list(as)).rows.map((row) => row.id)).toEqual([c]);
  });

  test('refusals: 401, 403, 404 alike for absent and not theirs, 409 where somebody was faster, 422 with every path', async () => {
    const { api, mine, other } = await fill(await open());
    const as = api.as(mo);
    const { ids: [own] } = await ask(as, mine, {});
    const { ids: [foreign] } = await ask(api.as(max), other, {});
    const asked = (client: Client, account: number, question: number) => Promise.all([
      client.call('GET /api/accounts/{id}/questions', { params: { id: account } }),
      client.call('POST /api/accounts/{id}/questions', { params: { id: account }, body: { questions: [{ block: 'supply', text: 'x' }] } }),
      client.call('PATCH /api/questions/{id}', { params: { id: question }, body: { text: 'x' } }),
      client.call('POST /api/questions/{id}/answer', { params: { id: question }, body: { answer: 'x' } }),
      client.call('POST /api/questions/{id}/reopen', { params: { id: question } }),
      client.call('POST /api/questions/{id}/withdraw', { params: { id: question }, body: { withdrawn: true } }),
    ]);
    const statuses = async (client: Client, account: number, question: number) => (await asked(client, account, question)).map((answer) => answer.status);
    expect([await statuses(api.nobody, mine, own!), (await api.nobody.call('GET /api/questions')).status]).toEqual([[401, 401, 401, 401, 401, 401], 401]);
    expect(await statuses(api.as(vera), mine, own!)).toEqual([200, 403, 403, 403, 403, 403]);
    const [notTheirs, absent] = [await asked(as, other, foreign!), await asked(as, 99_999, 99_999)];
    expect(notTheirs.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(notTheirs.map((answer) => answer.body)).toEqual(absent.map((answer) => answer.body));

    const params = { id: own! };
    const post = (questions: object[]) => as.call('POST /api/accounts/{id}/questions', { params: { id: mine }, body: { questions } as never });
    expect(fieldsOf(await post([]))).toEqual([422, 'questions too_small']);
    expect(fieldsOf(await post([{ block: 'moon', text: ' ', dueOn: 'soon' }]))).toEqual([422, 'questions.0.block invalid_value', 'questions.0.text too_small', 'questions.0.dueOn invalid_format']);
    // Two days ago is over everywhere on earth; yesterday may still be today for somebody.
    expect(fieldsOf(await post([{ block: 'supply', text: 'x', topic: 'goals', dueOn: addDays(TODAY, -2) }, { block: 'supply', text: 'x', dueOn: '2026-02-30', ownerId: 'max' }, { block: 'supply', text: 'x', ownerId: 'nobody' }]))).toEqual([
      422, 'questions.0.topic unknown_point', 'questions.0.dueOn in_the_past', 'questions.1.dueOn no_such_day', 'questions.1.ownerId owner_not_in_team', 'questions.2.ownerId unknown_person']);
    expect(fieldsOf(await as.call('PATCH /api/questions/{id}', { params, body: { ownerId: 'max', dueOn: '2020-01-01', topic: 'goals' } }))).toEqual([422, 'topic unknown_point', 'dueOn in_the_past', 'ownerId owner_not_in_team']);
    const answer = (body: object) => as.call('POST /api/questions/{id}/answer', { params, body: body as never });
    expect(fieldsOf(await answer({ answer: ' ' }))).toEqual([422, 'answer too_small']);
    expect(fieldsOf(await answer({ answer: 'x', fact: { ...FACT, source: '', observedOn: '2026-09-01' } }))).toEqual([422, 'fact.source source_required', 'fact.observedOn in_the_future']);
    expect(fieldsOf(await answer({ answer: 'x', facts: [99_999] }))).toEqual([422, 'facts unknown_fact']);
    expect((await as.call('GET /api/accounts/{id}/facts', { params: { id: mine } })).body.total).toBe(0);
    expect((await as.call('POST /api/questions/{id}/reopen', { params })).body).toMatchObject({ reason: 'question_open' });
    await answer({ answer: 'x' });
    expect(await answer({ answer: 'y' })).toMatchObject({ status: 409, body: { reason: 'question_answered' } });
    const withdraw = (withdrawn: boolean) => as.call('POST /api/questions/{id}/withdraw', { params, body: { withdrawn } });
    expect(await withdraw(false)).toMatchObject({ status: 409, body: { reason: 'note_counts' } });
    await withdraw(true);
    expect(await withdraw(true)).toMatchObject({ status: 409, body: { reason: 'note_withdrawn' } });
    expect((await answer({ answer: 'z' })).status).toBe(404);
    expect(fieldsOf(await as.call('GET /api/questions', { query: { after: 'x', owner: 'you', limit: 0 } }))).toEqual([422, 'owner invalid_value', 'after invalid_format', 'limit too_small']);
  });

  test('a due day that has passed keeps nobody from mending the words', async () => {
    const { api, mine, turnTo } = await fill(await open());
    const { ids: [id] } = await ask(api.as(mo), mine, { dueOn: TODAY });
    turnTo(addDays(TODAY, 20));
    expect((await api.as(mo).call('PATCH /api/questions/{id}', { params: { id: id! }, body: { text: 'Who else supplies castings?', dueOn: TODAY } })).status).toBe(200);
    expect((await supply(api.as(mo), mine)).questions[0]).toMatchObject({ text: 'Who else supplies castings?', overdue: true });
  });
});
