import { readFileSync } from 'node:fs';
import { FilledBook } from '../assessBook.ts';
import { expectAccessible } from './axe.ts';
import { call, cookieOf, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const BEN = { name: 'Ben Ho', email: 'ben@journeys.test', password: 'another long horse' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('customers are assessed in Excel: downloaded, filled in, brought back, a conflict decided, recorded, taken back', async ({ inDemo: page, demo }) => {
  await page.getByRole('button', { name: 'Assess in Excel' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download workbook' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^Assessment \d{4}-\d\d-\d\d\.xlsx$/);
  const book = await FilledBook.of(readFileSync(await download.path()));
  const [first, second, third] = book.rows.slice(4, 7).map((cells) => ({ id: Number(cells[0]), code: String(cells[1]), name: String(cells[2]) })) as [Account, Account, Account];

  // A colleague marks the first customer while the workbook is out.
  await call(demo, 'POST', '/api/members', { ...BEN, role: 'director' }, demo.cookie);
  const ben = await cookieOf(demo, BEN);
  const other = (level: number) => (level % 5) + 1;
  const was = Number(book.text(first.code, 'brand')) || 1;
  const [mine, theirs] = [other(was), other(other(was))];
  await call(demo, 'POST', `/api/accounts/${first.id}/marks`, { marks: [{ indicator: 'brand', value: theirs }] }, ben);
  const funding = other(Number(book.text(second.code, 'funding')) || 1);
  book.set(first.code, 'brand', mine).set(second.code, 'funding', funding).set(second.code, 'source', 'Annual report 2025, p. 12').set(third.code, 'bribery', 'yes').set(third.code, 'reason', 'Asked for it, mail of 12 March').set(third.code, 'brand', 6);
  const marks = async (id: number) => new Map(((await (await call(demo, 'GET', `/api/accounts/${id}`, undefined, demo.cookie)).json()) as { marks: { indicator: string; value: unknown; evidence: string }[] }).marks.map((mark) => [mark.indicator, mark]));
  const before = await Promise.all([first, second, third].map(({ id }) => marks(id)));

  await test.step('brought back: every change in sight, nothing recorded', async () => {
    await page.locator('input[type=file]').setInputFiles({ name: 'May.xlsx', mimeType: XLSX, buffer: await book.bytes() });
    await expect(page.getByRole('heading', { name: 'Filled-in assessment' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '1 place cannot be read' })).toBeVisible();
    await expect(page.getByRole('cell', { name: book.at(third.code, 'brand'), exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: '1 mark somebody has changed meanwhile' })).toBeVisible();
    await expect(page.getByText(/^Ben Ho, /)).toBeVisible();
    await expect(page.getByRole('heading', { name: '2 changes on 2 customers' })).toBeVisible();
    await expect(page.getByText('From a document · Annual report 2025, p. 12')).toBeVisible();
    await expectAccessible(page, 'returned assessment');
    expect((await marks(second.id)).get('funding')?.value).toBe(before[1]!.get('funding')?.value);
  });

  await test.step('the faults as a CSV', async () => {
    const csv = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect(readFileSync(await (await csv).path(), 'utf8')).toBe(`\ufeffCell,Column,Value,Reason\r\n${book.at(third.code, 'brand')},Brand,6,Not a level: a whole number from 1 to 5.\r\n`);
  });

  await test.step('on a phone it reads without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page, 'returned assessment');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('recorded only when the conflict is decided, by the keyboard, and the fault left out', async () => {
    const record = page.getByRole('button', { name: /^Record \d+ marks?$/ });
    await expect(record).toBeDisabled();
    await expect(page.getByText('1 conflict is undecided.')).toBeVisible();
    await page.getByRole('radio', { name: 'Mine' }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByText('Say first what is to become of the cells that cannot be read.')).toBeVisible();
    await page.getByText('Leave them out and record the rest').click();
    await expect(record).toHaveText('Record 3 marks');
    await record.click();
    await expect(page.getByText('3 marks on 3 customers recorded')).toBeVisible();
    await expect(page).toHaveURL(/\/portfolio/);
    const after = await Promise.all([first, second, third].map(({ id }) => marks(id)));
    expect([after[0]!.get('brand')?.value, after[1]!.get('funding')?.value, after[1]!.get('funding')?.evidence, after[2]!.get('bribery')?.value]).toEqual([mine, funding, 'document', true]);
  });

  await test.step('all of it goes back with one click', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText('Taken back')).toBeVisible();
    const values = async (id: number) => [...await marks(id)].map(([indicator, mark]) => `${indicator} ${String(mark.value)}`).toSorted();
    for (const [n, { id }] of [first, second, third].entries()) expect(await values(id)).toEqual([...before[n]!].map(([indicator, mark]) => `${indicator} ${String(mark.value)}`).toSorted());
    await page.goto(`${demo.url}/audit`);
    await expect(page.getByText('took back 3 marks on 3 customers')).toBeVisible();
  });
});

test('a workbook that is none of ours says so, where it was dropped', async ({ inDemo: page, demo }) => {
  await page.goto(`${demo.url}/assessments/return`);
  await page.locator('input[type=file]').setInputFiles({ name: 'other.xlsx', mimeType: XLSX, buffer: Buffer.from('Customer,Brand\nC001,5\n') });
  await expect(page.getByRole('alert')).toContainText('This is not a workbook from “Assess in Excel”');
  await expectAccessible(page, 'assessment drop');
});

interface Account { readonly id: number; readonly code: string; readonly name: string }
