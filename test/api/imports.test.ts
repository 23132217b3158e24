import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { purgesEnded } from '#actions/select/importing/purge.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type Client } from '../api.ts';
import { addPeople, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';
import { books, csv, faultyMonths, liveLines } from '../imports.ts';
import { sharedData } from '../sharedData.ts';

const LINES = csv([
  ['C001', 'One', 'A1', 1, '2026-01-05', 'P1', 10, '1000.00', '600.00', 'CNY', '', ''],
  ['C002', '=Two', 'A2', 1, '2026-02-31', 'P2', 5, '=5+5', '', 'CNY', '', ''],
]);

async function ready(store: Store, config: Parameters<typeof startApi>[1] = {}) {
  await addPeople(store);
  return await startApi(store, { dataDir: store.dataDir, ...config });
}

async function bring(client: Client, fileName: string, body: Uint8Array) {
  return await client.call('POST /api/imports', { query: { fileName }, body });
}

/** The import when nothing is under way any more. */
async function settled(client: Client, id: number) {
  for (;;) {
    const { body } = await client.call('GET /api/imports/{id}', { params: { id } });
    if (!['reading', 'committing', 'undoing'].includes(body.state) && body.progress === null) return body;
    await pause(20);
  }
}

eachEngine((_engine, open) => {
  test('bring, look, check, take, list, take back', async () => {
    const store = await open();
    const api = await ready(store);
    const ada = api.as(PEOPLE.ada);
    const brought = await bring(ada, 'lines.csv', LINES);
    expect(brought).toMatchObject({ status: 200, body: { state: 'uploaded', kind: 'lines', fileName: 'lines.csv', fileSize: LINES.byteLength, by: { id: 'ada', name: 'Ada Lin' }, can: { undo: false } } });
    const { id, findings } = brought.body;
    expect(findings!.plan.columns).toMatchObject({ customerKey: 0, customerName: 1, invoiceNo: 2, day: 4, amount: 7 });
    const seen = await ada.call('POST /api/imports/{id}/preview', { params: { id }, body: { delimiter: ';' } });
    expect(seen.body.headers).toHaveLength(1);
    const looked = await ada.call('POST /api/imports/{id}/preview', { params: { id }, body: { delimiter: ',' } });

    await ada.call('POST /api/imports/{id}/check', { params: { id }, body: looked.body.plan });
    const checked = await settled(ada, id);
    expect(checked).toMatchObject({ state: 'checked', report: { rows: 2, created: 1, faults: 1, accountsCreated: 1 } });
    const refused = await ada.call('POST /api/imports/{id}/commit', { params: { id } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'conflict', reason: 'faults', params: { faults: 1 } } });

    await ada.call('POST /api/imports/{id}/check', { params: { id }, body: { ...looked.body.plan, faulty: 'leave_out' } });
    await settled(ada, id);
    expect((await ada.call('POST /api/imports/{id}/commit', { params: { id } })).status).toBe(200);
    const taken = await settled(ada, id);
    expect(taken).toMatchObject({ state: 'committed', can: { undo: true } });
    expect((await ada.call('GET /api/accounts')).body.rows.map((row) => row.key)).toEqual(['C001']);
    const page = await ada.call('GET /api/imports', { query: { limit: 1 } });
    expect(page.body).toMatchObject({ next: null, rows: [{ id, state: 'committed', findings: null, report: { created: 1 } }] });

    expect((await ada.call('POST /api/imports/{id}/undo', { params: { id } })).status).toBe(200);
    expect((await settled(ada, id)).state).toBe('undone');
    await purgesEnded(store);
    expect((await ada.call('GET /api/accounts')).body.rows).toEqual([]);
  });

  test('faults as a page and as a file in the viewer\'s language, safe to open in a spreadsheet', async () => {
    const store = await open();
    const api = await ready(store);
    const ada = api.as(PEOPLE.ada);
    const { body: { id, findings } } = await bring(ada, 'lines.csv', LINES);
    await ada.call('POST /api/imports/{id}/check', { params: { id }, body: findings!.plan });
    await settled(ada, id);
    const first = await ada.call('GET /api/imports/{id}/faults', { params: { id }, query: { limit: 1 } });
    expect(first.body).toEqual({ rows: [{ seq: 1, row: 3, column: 'Invoice Date', value: '2026-02-31', code: 'no_such_day', params: {} }], next: '1' });
    const second = await ada.call('GET /api/imports/{id}/faults', { params: { id }, query: { limit: 1, after: '1' } });
    expect(second.body).toMatchObject({ rows: [{ seq: 2, column: 'Amount', value: '=5+5', code: 'not_a_number' }], next: null });
    const file = async (locale?: 'zh-Hans' | 'zh-Hant' | 'en') => (await ada.call('GET /api/imports/{id}/faults.csv', { params: { id }, query: { locale } })).body as string;
    expect(await file()).toBe("Row,Column,Value,Reason\r\n3,Invoice Date,2026-02-31,There is no such day.\r\n3,Amount,'=5+5,Not a number.\r\n");
    expect(await file('zh-Hans')).toContain('没有这一天。');
    expect(await file('zh-Hant')).toContain('沒有這一天。');
  });

  test('refusals: 401, 403, 404, 409, 413, 422, and a file that is no table', async () => {
    const store = await open();
    const api = await ready(store, { uploadLimitBytes: 2000 });
    const ada = api.as(PEOPLE.ada);
    const { body: { id, findings } } = await bring(ada, 'lines.csv', LINES);
    expect((await bring(api.nobody, 'a.csv', LINES)).status).toBe(401);
    expect((await api.nobody.call('GET /api/imports/{id}', { params: { id } })).status).toBe(401);
    for (const person of [PEOPLE.mo, PEOPLE.cleo, PEOPLE.vera]) {
      expect((await bring(api.as(person), 'a.csv', LINES)).status).toBe(403);
      expect((await api.as(person).call('GET /api/imports')).status).toBe(403);
      expect((await api.as(person).call('GET /api/imports/{id}', { params: { id } })).status).toBe(403);
    }
    for (const name of ['GET /api/imports/{id}', 'POST /api/imports/{id}/commit', 'POST /api/imports/{id}/cancel', 'POST /api/imports/{id}/undo', 'GET /api/imports/{id}/faults', 'GET /api/imports/{id}/faults.csv'] as const) {
      expect((await ada.call(name, { params: { id: 999 } })).status, name).toBe(404);
    }
    expect((await ada.call('POST /api/imports/{id}/check', { params: { id: 999 }, body: findings!.plan })).status).toBe(404);
    expect((await ada.call('POST /api/imports/{id}/commit', { params: { id } })).body).toMatchObject({ code: 'conflict', reason: 'import_state' });
    expect((await ada.call('POST /api/imports/{id}/undo', { params: { id } })).body).toMatchObject({ code: 'conflict', reason: 'import_state' });

    const large = await bring(ada, 'large.csv', Buffer.alloc(5000, 'x,y\n'));
    expect(large).toMatchObject({ status: 413, body: { code: 'too_large' } });
    const none = await bring(ada, 'report.csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'));
    expect(none).toMatchObject({ status: 422, body: { code: 'file_refused' } });
    const bad = await ada.call('POST /api/imports/{id}/check', { params: { id }, body: { ...findings!.plan, columns: { customerKey: 0 } } });
    expect(bad).toMatchObject({ status: 422, body: { code: 'invalid', fields: [{ path: 'columns.day', reason: 'required' }, { path: 'columns.amount', reason: 'required' }] } });
    const worse = await ada.call('POST /api/imports/{id}/check', { params: { id }, body: { kind: 'lines' } as never });
    expect(worse.status).toBe(422);
    expect((await ada.call('POST /api/imports/{id}/cancel', { params: { id } })).body).toEqual({ ok: true });
    expect((await ada.call('POST /api/imports/{id}/cancel', { params: { id } })).status).toBe(409);
    expect((await ada.call('GET /api/imports')).body.rows.map((row) => row.state)).toEqual(['cancelled']);
  });
});

describe('real files', () => {
  const railFile = sharedData('01_transactions/network_rail_spend_2019_04_2020_03.csv');
  const retailFile = sharedData('01_transactions/online_retail_lines_2011-05-12.csv');

  eachEngine((_engine, open) => {
    test.skipIf(railFile === null)('network_rail: the 12 total rows are caught, the rest adds up; again changes nothing; undo leaves nothing', async () => {
      const store = await open();
      const api = await ready(store);
      const ada = api.as(PEOPLE.ada);
      const before = await books(store);
      const content = readFileSync(railFile!);
      const { body: { id, findings } } = await bring(ada, 'spend.csv', content);
      await ada.call('POST /api/imports/{id}/check', { params: { id }, body: findings!.plan });
      const { report } = await settled(ada, id);
      expect(report).toMatchObject({ rows: 29_472, created: 29_460, leftOut: { total_row: 12 }, faults: 0, firstDay: '2019-04-01', lastDay: '2020-03-31', accountsCreated: 1320, totals: [{ currency: 'GBP', amount: 655_141_567_120, lines: 29_460 }] });
      expect(report!.traps.find((trap) => trap.code === 'total_row')).toMatchObject({ count: 12, amount: 655_141_567_121, currency: 'GBP', leftOut: true });
      await ada.call('POST /api/imports/{id}/commit', { params: { id } });
      await settled(ada, id);
      expect(await faultyMonths(store)).toEqual([]);
      const top = (await ada.call('GET /api/accounts', { query: { sort: 'revenue', order: 'desc', limit: 3 } })).body.rows;
      expect(top.map((row) => [row.name, row.revenue])).toEqual([['EDF Energy Customers Ltd', 48_511_330_525], ['Balfour Beatty Rail Ltd', 22_591_626_591], ['BAM Nuttall Ltd', 20_012_001_866]]);

      const again = await bring(ada, 'spend again.csv', content);
      expect(again.body.findings!.remembered).toBe(true);
      await ada.call('POST /api/imports/{id}/check', { params: { id: again.body.id }, body: again.body.findings!.plan });
      expect((await settled(ada, again.body.id)).report).toMatchObject({ created: 0, changed: 0, unchanged: 29_460, accountsCreated: 0, accountsKnown: 1320 });
      await ada.call('POST /api/imports/{id}/commit', { params: { id: again.body.id } });
      await settled(ada, again.body.id);
      expect(await liveLines(store)).toHaveLength(29_460);

      await ada.call('POST /api/imports/{id}/undo', { params: { id } });
      await settled(ada, id);
      await purgesEnded(store);
      expect(await books(store)).toEqual(before);
    }, 120_000);

    test.skipIf(retailFile === null)('online retail, lines of one day: floats as codes, prices times quantities, lines without a customer', async () => {
      const store = await open();
      const api = await ready(store);
      const ada = api.as(PEOPLE.ada);
      const content = readFileSync(retailFile!);
      const { body: { id, findings } } = await bring(ada, 'lines.csv', content);
      await ada.call('POST /api/imports/{id}/check', { params: { id }, body: { ...findings!.plan, currency: 'GBP' } });
      const { report } = await settled(ada, id);
      const rows = content.toString().trim().split('\n').length - 1;
      expect(report!.rows).toBe(rows);
      expect(report!.created + (report!.leftOut['no_customer'] ?? 0)).toBe(rows);
      expect(report).toMatchObject({ faults: 0, firstDay: '2011-05-12', lastDay: '2011-05-12' });
      await ada.call('POST /api/imports/{id}/commit', { params: { id } });
      await settled(ada, id);
      expect(await faultyMonths(store)).toEqual([]);
      expect((await ada.call('GET /api/accounts', { query: { q: '15513' } })).body.rows).toMatchObject([{ key: '15513', country: 'United Kingdom', currency: expect.any(String) }]);
    }, 120_000);
  });
});
