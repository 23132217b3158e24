import { expect, test } from 'vitest';
import { SYSTEM } from '#actions/act.ts';
import { loadDemo } from '#actions/demo/loadDemo.ts';
import { removeDemo } from '#actions/demo/removeDemo.ts';
import { examine } from '#actions/examine.ts';
import { createAccounts } from '#actions/select/createAccounts.ts';
import { importFile } from '#actions/select/importing/importFile.ts';
import { markAccount } from '#actions/select/markAccount.ts';
import { demoAccountIds } from '#storage/demo.ts';
import { readSettings } from '#storage/trust/settings.ts';
import { COMPANY_NOUNS, NOUNS, PEOPLE_NOUNS } from '#domain/nouns.ts';
import { startApi } from '../../api.ts';
import { addPeople, contextOf, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

eachEngine((_, open) => {
  test('the demo fills an empty workspace, scored, and leaves no trace but its own two events', async () => {
    const store = await open();
    await addPeople(store);
    const context = await contextOf(store, PEOPLE.ada);
    const settings = await readSettings(store.read);
    expect(await loadDemo(context, 'zh')).toEqual({ accounts: 180 });
    const standings = await store.read.selectFrom('standing').select(['grade', 'class', 'total']).execute();
    expect(standings).toHaveLength(180);
    expect(new Set(standings.map((row) => row.grade)).size).toBe(5);
    expect(new Set(standings.map((row) => row.class))).toEqual(new Set(['strategic', 'key', 'growth', 'maintain', 'exit']));
    expect((await readSettings(store.read)).costToServe.perOrder).toBeGreaterThan(0);
    expect(await examine(context)).toEqual([]);
    // Its people have chosen, dropped, assessed as a panel and weighed; a fact that several marks cite is there once.
    const count = async (table: 'decision' | 'decision_review' | 'panel' | 'panel_dissent' | 'weighing') => Number((await store.read.selectFrom(table).select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
    expect([await count('decision'), await count('decision_review'), await count('panel'), await count('panel_dissent'), await count('weighing')]).toEqual([5, 2, 2, 1, 1]);
    const facts = await store.read.selectFrom('fact').select(['account_id', 'statement', 'source']).execute();
    const told = facts.filter((fact) => fact.statement.startsWith('中标240'));
    expect(told).toHaveLength(1);
    await expect(loadDemo(context, 'zh')).rejects.toMatchObject({ code: 'conflict', reason: 'demo_loaded' });

    // What people try on it goes with it.
    const [someone] = [...(await demoAccountIds(store.read)).values()];
    await markAccount(context, someone!, [{ indicator: 'funding', value: 4, note: 'tried out' }]);
    await removeDemo(context);
    for (const table of ['account', 'account_team', 'mark', 'fact', 'mark_fact', 'source', 'source_page', ...NOUNS, ...COMPANY_NOUNS, ...PEOPLE_NOUNS, 'person_change', 'person_reveal', 'org_unit', 'citation', 'decision', 'decision_review', 'panel', 'panel_member', 'panel_mark', 'panel_agreement', 'panel_dissent', 'weighing', 'invoice_line', 'trade_month', 'standing', 'search_term', 'import', 'import_account', 'import_layout', 'import_touched'] as const) {
      expect(await store.read.selectFrom(table).select((row) => row.fn.countAll<number>().as('n')).executeTakeFirst(), table).toEqual({ n: 0 });
    }
    expect(await readSettings(store.read)).toEqual(settings);
    expect((await store.read.selectFrom('event').select('verb').where('account_id', 'is not', null).execute())).toEqual([]);
    await expect(removeDemo(context)).rejects.toMatchObject({ code: 'conflict', reason: 'no_demo' });
  }, 120_000);

  test('two customers are understood before the first visit, with sources, opportunity points, a sand table and a brief; maps, requests and ways are there to look at', async () => {
    const store = await open();
    await addPeople(store);
    await loadDemo(await contextOf(store, PEOPLE.ada), 'en');
    const ada = (await startApi(store, {}, { now: () => NOW })).as(PEOPLE.ada);
    const ids = await demoAccountIds(store.read);
    const read = [...new Set((await store.read.selectFrom('source').select('account_id').execute()).map((row) => row.account_id))];
    expect(read).toHaveLength(2);
    for (const id of read) {
      expect([...ids.values()]).toContain(id);
      expect((await ada.call('GET /api/accounts/{id}/canvas', { params: { id } })).body).toMatchObject({ understood: true, stale: [] });
      expect((await ada.call('GET /api/accounts/{id}/opportunities', { params: { id } })).body.rows.length).toBeGreaterThanOrEqual(2);
      for (const table of ['wallet_line', 'scenario', 'key_position', 'brief', 'strategy_item', 'need'] as const) {
        expect(await store.read.selectFrom(table).select('id').where('account_id', '=', id).execute(), table).not.toHaveLength(0);
      }
    }

    // Relate: one map of each light, one customer with two maps, requests in every state, and more than one way to a decider.
    const lights = (await Promise.all([...ids.values()].map(async (id) => (await ada.call('GET /api/accounts/{id}/projects', { params: { id } })).body.rows.map((row) => row.map?.light)))).filter((some) => some.length > 0);
    expect(new Set(lights.flat())).toEqual(new Set(['red', 'amber', 'green']));
    expect(Math.max(...lights.map((some) => some.length))).toBe(2);
    const states = (await store.read.selectFrom('introduction').select('state').distinct().execute()).map((row) => row.state);
    expect(states.toSorted()).toEqual(['accepted', 'declined', 'introduced', 'requested', 'thanked']);
    const [asked, waiting] = await Promise.all((['mine', 'waiting'] as const).map(async (side) => (await ada.call('GET /api/introductions', { query: { side } })).body.rows.map((row) => row.state)));
    expect([asked!.toSorted(), waiting], 'whoever loads it has asked, and something waits for them').toEqual([['accepted', 'introduced'], ['introduced']]);
    const wanted = (await ada.call('GET /api/people', { query: { q: 'He Xiao' } })).body.rows[0]!;
    const { ways } = (await ada.call('GET /api/people/{id}/ways', { params: { id: wanted.id } })).body;
    expect(ways.length).toBeGreaterThan(2);
  }, 120_000);

  test('what people brought themselves stays when the demo goes', async () => {
    const store = await open();
    await addPeople(store);
    const context = await contextOf(store, PEOPLE.ada);
    await loadDemo({ ...context, actor: SYSTEM }, 'en');
    const [key] = [...(await demoAccountIds(store.read)).keys()];
    await importFile(context, { fileName: 'own.csv', content: bytes(`Customer code,Customer,Date,Amount,Currency\n${key},Same code,2026-02-01,100.00,CNY\nOWN1,Ours Ltd,2026-02-02,250.00,CNY\n`) });
    await removeDemo(context);
    expect((await store.read.selectFrom('account').select('key').orderBy('key').execute()).map((row) => row.key)).toEqual([key, 'OWN1'].toSorted());
    expect(await store.read.selectFrom('mark').selectAll().execute()).toEqual([]);
    expect(await examine(context)).toEqual([]);
  }, 120_000);

  test('it is refused where customers are, and to those who may not', async () => {
    const store = await open();
    await addPeople(store);
    const context = await contextOf(store, PEOPLE.ada);
    await expect(loadDemo(await contextOf(store, PEOPLE.dora), 'en')).rejects.toMatchObject({ code: 'forbidden' });
    await createAccounts(context, [{ key: 'K1', name: 'Ours Ltd' }]);
    await expect(loadDemo(context, 'en')).rejects.toMatchObject({ code: 'conflict', reason: 'has_accounts' });
    await expect(removeDemo(context)).rejects.toMatchObject({ reason: 'no_demo' });
  });
});
