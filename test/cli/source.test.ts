import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordFacts } from '#actions/select/recordFacts.ts';
import { pdfOf } from '../actions/insight/documentFiles.ts';
import { addCompanies, addPeople, contextOf } from '../cast.ts';
import { eachEngine } from '../database.ts';
import { vitalfewOn } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitalfew-cli-'));

eachEngine((_engine, open) => {
  test('a document is brought and read; facts are told as JSON; what is wrong is said', async () => {
    const store = await open();
    await addPeople(store);
    const [id] = await addCompanies(store);
    const good = join(folder, 'report.pdf');
    writeFileSync(good, pdfOf('Annual report', 'Outlook'));
    const added = await vitalfewOn(store, 'source', 'add', good, '--account', 'c001', '--title', 'Report 2025');
    expect([added.code, added.err]).toEqual([0, '']);
    expect(JSON.parse(added.out)).toMatchObject({ account: 'C001', title: 'Report 2025', format: 'pdf', pages: 2 });

    const bad = join(folder, 'bad.pdf');
    writeFileSync(bad, '%PDF-1.4 nothing');
    const failed = await vitalfewOn(store, 'source', 'add', bad, '--account', '海浪声学科技有限公司');
    expect([failed.code, failed.out]).toEqual([1, '']);
    expect(failed.err).toContain('damaged');
    expect((await vitalfewOn(store, 'source', 'add', join(folder, 'none.pdf'), '--account', 'C001')).err).toContain('There is no file');
    expect(await vitalfewOn(store, 'source', 'add', good, '--account', 'C999')).toMatchObject({ code: 1, err: 'There is no customer with the code or name C999.\n' });
    expect((await vitalfewOn(store, 'source', 'add', good)).code).toBe(2);

    await recordFacts(await contextOf(store), id!, [{ kind: 'strategy', statement: 'Builds a plant', evidence: 'document', sourceType: 'text', source: 'Report, p. 2', url: null, importId: null, observedOn: '2026-03-01', expiresOn: null }]);
    const told = await vitalfewOn(store, 'facts', '--account', 'C001', '--format', 'json');
    expect(JSON.parse(told.out)).toMatchObject({ account: { key: 'C001' }, facts: [{ statement: 'Builds a plant', source: 'Report, p. 2' }] });
    expect((await vitalfewOn(store, 'facts', '--account', 'C001', '--format', 'table')).out).toMatch(/2026-03-01 {2}0\.\d\d {2}document {4}Builds a plant {2}\(Report, p\. 2\)/);
  });
});
