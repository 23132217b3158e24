import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDocument } from '#actions/files/documents/openDocument.ts';
import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';
import { expectNoSidewaysScroll } from './widths.ts';

/** Sheets of A4 that the page prints as. */
const sheetsOf = async (page: Page): Promise<string[]> => (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox ?\[[^\]]*\]/g) ?? [];
const A4 = /\[ ?0 0 59\d(\.\d+)? 84\d/;

async function customer(server: RunningServer & { readonly cookie: string }, name: string): Promise<number> {
  const { ids: [id] } = await (await call(server, 'POST', '/api/accounts', { accounts: [{ key: name, name }] }, server.cookie)).json() as { ids: number[] };
  await call(server, 'POST', `/api/accounts/${id}/facts`, { facts: [{ statement: 'Every sole source part has a second source by 2028', source: 'Annual report, p. 12', observedOn: new Date().toISOString().slice(0, 10), evidence: 'document', kind: 'strategy' }] }, server.cookie);
  return id!;
}

test('from a position over its KPIs, needs and topics to a brief of one page with cited facts, printed and as Word', async ({ inDemo: page, demo: server }) => {
  const id = await customer(server, 'Aeolus');
  await page.goto(`${server.url}/accounts/${id}?tab=insight&part=positions`);
  await page.getByRole('textbox').first().fill('Purchasing director\n2. Quality manager');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Quality manager/ })).toBeVisible();
  await page.getByRole('button', { name: /^Purchasing director Purchasing/ }).click();

  await page.getByRole('button', { name: 'Propose from the library' }).click();
  const drawer = page.getByRole('dialog');
  // What a fact speaks of comes first.
  await expect(drawer.getByRole('listitem').first()).toContainText('Single-source parts');
  await expect(drawer.getByRole('listitem').first()).toContainText('1 fact speaks of it');
  await drawer.getByRole('checkbox', { name: 'Choose Single-source parts' }).check();
  await drawer.getByRole('checkbox', { name: 'Choose Purchase cost reduction' }).check();
  await drawer.getByRole('button', { name: 'Take 2 KPIs with needs and topics' }).click();
  await expect(drawer).toBeHidden();
  const row = page.locator('.vf-thought', { hasText: 'Single-source parts' });
  await expect(row).toContainText('A second source that is approved before it is needed');
  await expect(row).toContainText('How we became second source elsewhere');
  await expect(row.locator('.vf-thought-kpi')).toHaveClass(/vf-proven/);
  await expect(page.locator('.vf-thought', { hasText: 'Purchase cost reduction' }).locator('.vf-thought-kpi')).toHaveClass(/vf-assumed/);

  await row.getByRole('button', { name: '+ Add a topic' }).click();
  await row.getByRole('textbox', { name: 'Add a topic' }).fill('Their plant and ours, side by side');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Their plant and ours, side by side');
  await row.locator('.vf-topic', { hasText: 'Their plant and ours' }).getByRole('button', { name: 'Make it an opportunity point' }).click();
  await expect(row.getByRole('link', { name: 'Opportunity point: Their plant and ours, side by side' })).toBeVisible();
  await expectAccessible(page, 'key positions');

  await page.getByRole('button', { name: 'Make a brief' }).click();
  await expect(page).toHaveURL(/\/briefs\/\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Purchasing director');
  await expect(page.getByText('[1] Every sole source part has a second source by 2028')).toBeVisible();
  await page.getByRole('button', { name: /^What we want from this talk/ }).click();
  await page.getByRole('textbox', { name: 'What we want from this talk' }).fill('Be the second source');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '+ Add a question' }).click();
  await page.getByRole('textbox', { name: 'Add a question' }).fill('Who signs the approval?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Who signs the approval?' })).toBeVisible();
  await expectAccessible(page, 'a brief');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word document' }).click()]);
  const path = join(mkdtempSync(join(tmpdir(), 'vitalfew-word-')), 'brief.docx');
  await download.saveAs(path);
  expect(download.suggestedFilename()).toMatch(/^Conversation brief Aeolus \d{4}-\d\d-\d\d\.docx$/);
  let text = '';
  for await (const part of (await openDocument(path)).pages()) text += part.text;
  for (const words of ['Aeolus · Conversation brief', 'Be the second source', 'Single-source parts', 'Who signs the approval?', '[1] Every sole source part has a second source by 2028  Annual report, p. 12', 'assumed']) expect(text).toContain(words);

  const sheets = await sheetsOf(page);
  expect([sheets.length, A4.test(sheets[0]!)]).toEqual([1, true]);
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `a brief at ${width}`);
  }
});

test('a brief with everything there can be is still one page, on every screen and in Chinese', async ({ inDemo: page, demo: server }) => {
  const id = await customer(server, 'Boreas');
  const post = async <T>(address: string, body: unknown, method = 'POST'): Promise<T> => (await (await call(server, method, address, body, server.cookie)).json()) as T;
  const long = (start: string, most: number) => `${start}他们明年要把采购成本降下来，交付和质量一样都不能少，`.padEnd(most, '账上认得才算数').slice(0, most);
  const { ids: facts } = await post<{ ids: number[] }>(`/api/accounts/${id}/facts`, { facts: Array.from({ length: 9 }, (_, n) => ({ statement: long(`${n}`, 400), source: long('', 120), observedOn: '2026-01-02', evidence: 'document' })) });
  const { ids: [position] } = await post<{ ids: number[] }>(`/api/accounts/${id}/positions`, { positions: [{ title: long('', 80), function: 'purchasing', holder: '某某某' }] });
  await post(`/api/positions/${position}/kpis`, { kpis: Array.from({ length: 6 }, (_, n) => ({ text: long(`${n}`, 100), target: long('', 60), need: long('', 300), importance: 5, facts: [facts[n], facts[n + 2]], topics: [long(`${n}`, 200)] })) });
  await post(`/api/accounts/${id}/opportunities`, { opportunities: Array.from({ length: 4 }, (_, n) => ({ title: long(`${n}`, 100), facts: [facts[n]] })) });
  const brief = await post<{ id: number }>(`/api/positions/${position}/briefs`, { purpose: long('', 80), language: 'zh' });
  await post(`/api/briefs/${brief.id}`, { questions: Array.from({ length: 5 }, (_, n) => long(`${n}`, 60)), leaveBehind: Array.from({ length: 4 }, (_, n) => long(`${n}`, 60)) }, 'PATCH');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server.url}/briefs/${brief.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const sheets = await sheetsOf(page);
    expect([width, sheets.length, A4.test(sheets[0]!)]).toEqual([width, 1, true]);
    await expectNoSidewaysScroll(page, `a full brief at ${width}`);
  }
  // Set smaller, but not so small that nobody reads it.
  expect(Number(await page.locator('.vf-leaf').getAttribute('data-fit'))).toBeGreaterThan(0.8);
});

test('a name is erased for good; the library is changed and used at once', async ({ inDemo: page, demo: server }) => {
  const id = await customer(server, 'Notus');
  await call(server, 'POST', `/api/accounts/${id}/positions`, { positions: [{ title: 'Plant manager', function: 'operations', holder: 'Nora Example' }] }, server.cookie);
  await page.goto(`${server.url}/accounts/${id}?tab=insight&part=positions`);
  await page.getByRole('button', { name: 'Erase the name' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('The name is erased.')).toBeVisible();
  await expect(page.getByText('Nora Example')).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { level: 1, name: 'KPI library' })).toBeVisible();
  await expectAccessible(page, 'the KPI library');
  await page.getByRole('button', { name: 'Add a KPI' }).click();
  const form = page.getByRole('dialog');
  for (const [group, words] of [['Name', 'Ramp-up yield of ours'], ['How it is measured', 'Good ÷ started'], ['Unit', '%'], ['What it makes a person need', 'First lots that are right']] as const) await form.getByRole('group', { name: group }).getByRole('textbox', { name: 'English' }).fill(words);
  await form.getByRole('combobox').first().click();
  await page.getByTitle('Operations').last().click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await page.getByRole('textbox', { name: 'Find words' }).fill('ramp-up yield');
  await expect(page.getByText('our own', { exact: true })).toBeVisible();
  await page.goto(`${server.url}/accounts/${id}?tab=insight&part=positions`);
  await page.getByRole('button', { name: 'Propose from the library' }).click();
  await expect(page.getByRole('dialog')).toContainText('Ramp-up yield of ours');
});
