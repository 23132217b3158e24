import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { workbook } from '../actions/files/packages.ts';
import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import { texts } from '../../src/web/text/en.ts';

const LINES = 'Customer,Invoice No,Invoice Date,Amount\nArbor Audio,INV-1,2026-01-15,1200.50\nNorthwind,INV-2,2026-02-20,800.00\n';
const ROWS = Array.from({ length: 400 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${(n * 7919) % 1000}</v></c><c r="B${n + 1}"><v>${n}</v></c></row>`).join('');
const encrypted = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(1024)]);
/** 130 MB of one row that pack into a few hundred kilobytes. */
function* bomb(): Generator<string> {
  yield '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>';
  for (let n = 0; n < 130; n++) yield ' '.repeat(1_000_000);
  yield '</t></is></c></row></sheetData></worksheet>';
}

/** Drops a file on the page's drop zone, as a hand from another window would. */
async function dropFile(page: Page, name: string, content: Buffer): Promise<void> {
  const zone = page.getByRole('region', { name: 'Drop a CSV or Excel file here' });
  const transfer = await page.evaluateHandle(({ name: file, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], file));
    return data;
  }, { name, base64: content.toString('base64') });
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Let go to read this file')).toBeVisible();
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

test('files that cannot be read are refused where they were brought, in words, and leave nothing behind', async ({ inDemo: page, demo }) => {
  test.setTimeout(120_000);
  const known = async (): Promise<number> => ((await (await call(demo, 'GET', '/api/imports?limit=200', undefined, demo.cookie)).json()) as { rows: unknown[] }).rows.length;
  const before = await known();
  const kept = readdirSync(join(demo.dataDir, 'uploads')).length;
  await page.goto(`${demo.url}/imports`);
  const honest = await workbook({ Lines: ROWS });
  const files: [string, Buffer, string, Record<string, string>?][] = [
    ['secret.xlsx', encrypted(), 'file_encrypted'],
    ['lines.csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'file_other_kind', { kind: 'PDF' }],
    ['lines.xlsx', honest.subarray(0, Math.floor(honest.length * 0.6)), 'file_damaged'],
    ['small.xlsx', await workbook({ Lines: bomb() }), 'file_bomb'],
    ['empty.csv', Buffer.alloc(0), 'file_empty'],
  ];
  for (const [name, content, reason, params = {}] of files) {
    await test.step(name, async () => {
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
      await expect(page.getByRole('alert').locator('p')).toHaveText(texts.errors.reasons[reason]!(params));
      await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
    });
  }
  await expectAccessible(page, 'refused file');
  expect(await known()).toBe(before);
  expect(readdirSync(join(demo.dataDir, 'uploads'))).toHaveLength(kept);
});

test('a file is dropped on the page: a refused one says why, the next opens its import', async ({ inDemo: page, demo }) => {
  await page.goto(`${demo.url}/imports`);
  await dropFile(page, 'report.csv', Buffer.from('%PDF-1.7\n1 0 obj'));
  await expect(page.getByRole('alert')).toContainText('This is a PDF file');
  await dropFile(page, 'lines.csv', Buffer.from(LINES));
  await expect(page.getByRole('heading', { name: 'Is this the right table?' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'First rows of the table' }).getByText('Arbor Audio')).toBeVisible();
  await page.getByRole('button', { name: 'Map columns' }).click();
  await page.getByRole('button', { name: 'Start dry run' }).click();
  await expect(page.getByRole('heading', { name: '2 of 2 rows would be taken' })).toBeVisible();
});
