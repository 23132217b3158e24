import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfOf, zipOf } from '../actions/insight/documentFiles.ts';
import { call, expect, test } from './fixtures.ts';

test('a report is brought, found in, and a passage of it becomes a fact that opens it again', async ({ inDemo: page, demo: server }) => {
  const made = await call(server, 'POST', '/api/accounts', { accounts: [{ key: 'A1', name: 'Aeolus' }] }, server.cookie);
  const { ids: [id] } = await made.json() as { ids: [number] };
  await page.goto(`${server.url}/accounts/${id}?tab=sources`);
  await expect(page.getByText(/Read before you visit/)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([
    { name: 'report.pdf', mimeType: 'application/pdf', buffer: pdfOf('Annual report', 'Opens a plant in May') },
    { name: 'evil.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><html><body><p>Harmless text</p><script>window.evil = true</script></body></html>') },
    { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 nothing') },
  ]);
  await expect(page.getByRole('link', { name: 'report.pdf' })).toBeVisible();
  await expect(page.getByText(/damaged or cut off/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Find in these sources' }).or(page.getByRole('searchbox', { name: 'Find in these sources' })).fill('plant');
  await page.getByRole('link', { name: /^report\.pdf/ }).click();
  const sheet = page.locator('[data-page="2"]');
  await expect(sheet).toHaveText('Opens a plant in May');
  await expect(sheet.locator('mark')).toHaveText('plant');

  await sheet.selectText();
  await page.keyboard.press('f');
  await page.getByRole('textbox', { name: 'Statement' }).fill('A new plant opens in May');
  await page.getByRole('button', { name: 'Record the fact' }).click();
  const fact = page.getByRole('button', { name: /^A new plant opens in May/ });
  await expect(fact).toBeVisible();
  await fact.click();
  await expect(sheet.locator('mark.vf-cited').first()).toBeVisible();

  await page.goto(`${server.url}/accounts/${id}?tab=sources`);
  await page.getByRole('link', { name: 'evil.html' }).click();
  await expect(page.locator('[data-page="1"]')).toHaveText('Harmless text');
  expect(await page.evaluate(() => 'evil' in window)).toBe(false);
});

test('a corrupt PDF, a file of 200 MB and a Word file that unpacks to gigabytes say why they are not taken, and leave nothing to read', async ({ inDemo: page, demo: server }) => {
  const { ids: [id] } = await (await call(server, 'POST', '/api/accounts', { accounts: [{ key: 'A2', name: 'Boreas' }] }, server.cookie)).json() as { ids: [number] };
  await page.goto(`${server.url}/accounts/${id}?tab=sources`);
  await expect(page.getByText(/Read before you visit/)).toBeVisible();
  const input = page.locator('input[type=file]');
  await input.setInputFiles([
    { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 nothing') },
    { name: 'bomb.docx', mimeType: 'application/zip', buffer: zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'x' }, { 'word/document.xml': 4_000_000_000 }) },
  ]);
  await expect(page.getByText(/damaged or cut off/)).toBeVisible();
  await expect(page.getByText(/would unpack to far more/)).toBeVisible();
  const large = join(mkdtempSync(join(tmpdir(), 'vitalfew-large-')), 'yearbook.pdf');
  writeFileSync(large, '%PDF-1.7');
  truncateSync(large, 200_000_000);
  await input.setInputFiles(large);
  await expect(page.getByText('This is larger than 100 MB.')).toBeVisible();
  await expect(page.getByText('yearbook.pdf')).toHaveCount(0);
  const { rows } = await (await call(server, 'GET', `/api/accounts/${id}/sources`, undefined, server.cookie)).json() as { rows: { state: string; pages: number }[] };
  expect(rows.map(({ state, pages }) => [state, pages])).toEqual([['failed', 0], ['failed', 0]]);
});
