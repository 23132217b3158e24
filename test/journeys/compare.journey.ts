import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { ADA, call, cookieOf, expect, test as base } from './fixtures.ts';
import { startServer, type RunningServer } from './server.ts';
import { expectNoSidewaysScroll } from './widths.ts';

interface Account { id: number; name: string }

/** These journeys publish models and add customers: they have a demo of their own. */
const test = base.extend<{ inOwn: Page }, { own: RunningServer & { readonly cookie: string } }>({
  own: [async ({}, use) => {
    const server = await startServer();
    await call(server, 'POST', '/api/setup/administrator', { ...ADA, workspace: 'Comparing' });
    const cookie = await cookieOf(server);
    await call(server, 'POST', '/api/demo', undefined, cookie);
    await use({ ...server, cookie });
    await server.stop();
  }, { scope: 'worker', timeout: 120_000 }],
  inOwn: async ({ own, page, context }, use) => {
    const [name, ...value] = own.cookie.split('=');
    await context.addCookies([{ name: name!, value: value.join('='), url: own.url, httpOnly: true, sameSite: 'Lax' }]);
    await use(page);
  },
});

test('three customers side by side: what differs, what it rests on, one more, one less', async ({ inOwn: page, own }) => {
  test.setTimeout(120_000);
  const { rows } = (await (await call(own, 'GET', '/api/accounts?sort=confidence&order=desc&limit=4', undefined, own.cookie)).json()) as { rows: [Account, Account, Account, Account] };
  const [first, second, third, fourth] = rows;
  await page.goto(`${own.url}/portfolio`);
  await expect(page.getByRole('row', { name: /^Rank 1, / })).toBeVisible();
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Compare 3 customers' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers side by side' })).toBeVisible();
  await expect(page.getByRole('columnheader').getByRole('link')).toHaveCount(3);

  // The most thoroughly assessed ones, by their address.
  await page.goto(`${own.url}/compare?ids=${first.id},${second.id},${third.id}`);
  const table = page.getByRole('region', { name: 'Customers side by side' });
  const lines = table.getByRole('row');
  await expect(table.getByRole('columnheader').getByRole('link', { name: first.name })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: /^Total/ })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: /^Past/ })).toBeVisible();
  const all = await lines.count();
  await page.keyboard.press('d');
  await expect(page.getByRole('checkbox', { name: 'Only differences' })).toBeChecked();
  await expect.poll(() => lines.count()).toBeLessThan(all);
  await page.keyboard.press('d');
  await page.keyboard.press('f');
  const { facts } = (await (await call(own, 'GET', `/api/compare?ids=${first.id}`, undefined, own.cookie)).json() as { accounts: { facts: { statement: string }[] }[] }).accounts[0]!;
  await expect(table.getByText(facts[0]!.statement).first()).toBeVisible();
  await page.keyboard.press('f');

  await page.keyboard.press('a');
  await page.keyboard.type(fourth.name.slice(0, 4));
  await page.getByRole('option', { name: fourth.name }).or(page.locator('.ant-select-item-option').filter({ hasText: fourth.name })).first().click();
  await expect(table.getByRole('columnheader').getByRole('link')).toHaveCount(4);
  await page.getByRole('button', { name: `Take ${second.name} out` }).click();
  await page.getByRole('button', { name: `Compare the others with ${third.name}` }).click();
  await expect(table.getByRole('columnheader').getByRole('link')).toHaveText([third.name, first.name, fourth.name]);
  await expect(page).toHaveURL(new RegExp(`ids=${third.id}%2C${first.id}%2C${fourth.id}`));
  await expectAccessible(page, 'compare');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, 'compare');
  await page.goto(`${own.url}/compare?ids=999999`);
  await expect(page.getByText('There is no such customer among those you may see.')).toBeVisible();
});

test('a model leaves as a file, comes back changed, is read in sentences and published; then who moves, and why', async ({ inOwn: page, own }) => {
  test.setTimeout(180_000);
  await page.goto(`${own.url}/models`);
  await page.getByRole('button', { name: /^More for General B2B, version 1/ }).click();
  const leaving = page.waitForEvent('download');
  await page.getByText('Save as a file (JSON)').click();
  const file = await leaving;
  expect(file.suggestedFilename()).toBe('score-model-general-v1.json');
  const text = await readFile(await file.path(), 'utf8');
  const changed = text.replace('"weight": 40', '"weight": 25').replace(/("key": "future",[^]*?"weight": )35/, '$150').replace('"en": "Brand"', '"en": "Reputation"');
  const bring = async (name: string, content: string): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  };

  await page.getByRole('button', { name: 'Bring a file' }).click();
  await bring('cut.json', changed.slice(0, 500));
  await expect(page.getByText(/This is not valid JSON: look at line \d+, column \d+\./)).toBeVisible();
  await bring('odd.json', changed.replace('"weight": 25', '"wieght": 25'));
  await expect(page.getByText('2 places to mend in the file')).toBeVisible();
  await expect(page.getByText('lenses.0.wieght')).toBeVisible();
  await bring('ours.json', changed);
  await expect(page.getByText('General B2B can be read.')).toBeVisible();
  await expect(page.getByText('Weight of Past: 40% → 25%')).toBeVisible();
  await expect(page.getByText('Weight of Future: 35% → 50%')).toBeVisible();
  await expect(page.getByText('“Brand” is now called “Reputation”')).toBeVisible();
  await expectAccessible(page, 'bring a model');
  await page.getByLabel('What changed and why').fill('We build for the next platforms');
  await page.getByRole('button', { name: 'Publish as new version' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'General B2B · Version 2' })).toBeVisible({ timeout: 30_000 });

  await page.getByRole('button', { name: /^More for General B2B, version 2/ }).click();
  await page.getByText('Compare with General B2B, version 1').click();
  await expect(page.getByText(/^\d+ customers of 180 change place; .* the first 36\.$/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Weight of Past: 40% → 25%')).toBeVisible();
  const movers = page.getByRole('region', { name: 'Who moves' });
  await expect(movers.getByText(/weighs .* points there/).first()).toBeVisible();
  await page.getByRole('radio', { name: /^Up \d+/ }).check();
  await expect(movers.getByText('▲').first()).toBeVisible();
  await expect(movers.getByText('▼')).toHaveCount(0);
  await page.getByRole('radio', { name: 'All who move' }).check();
  const cell = page.getByRole('button', { name: /^\d+ customers? from [A-D] to [A-D]$/ }).first();
  const count = Number(/^\d+/.exec((await cell.getAttribute('aria-label'))!)![0]);
  await cell.click();
  await expect(movers.getByRole('link')).toHaveCount(Math.min(20, count));
  await expectAccessible(page, 'two models');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, 'two models');
});

test('a template becomes a model of its own beside the one in use', async ({ inOwn: page, own }) => {
  test.setTimeout(120_000);
  await page.goto(`${own.url}/models`);
  await page.getByRole('button', { name: 'Start from it Telecom electronics' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New model from Telecom electronics' })).toBeVisible();
  await page.getByLabel('Name in English').first().fill('Antennas');
  await page.getByLabel('Code of the model').fill('antennas');
  await expect(page.getByText('Becomes version 1 of a model of its own').first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Score by it at once' }).uncheck();
  await page.getByRole('button', { name: 'Publish without using it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Antennas · Version 1' })).toBeVisible();
  await page.goto(`${own.url}/models`);
  await expect(page.getByRole('row', { name: /Version 1 Antennas/ }).getByRole('button', { name: 'Use this version' })).toBeVisible();
  await expect(page.getByText('In use')).toHaveCount(1);
});

test('prospects: one by hand with a proposed code, several from a spreadsheet, then by themselves', async ({ inOwn: page, own }) => {
  test.setTimeout(120_000);
  await page.goto(`${own.url}/portfolio`);
  await expect(page.getByRole('row', { name: /^Rank 1, / })).toBeVisible();
  await page.keyboard.press('n');
  const drawer = page.getByRole('dialog', { name: 'Add a prospect' });
  await drawer.getByLabel('Name', { exact: true }).fill('云岭天线股份有限公司');
  await expect(drawer.getByLabel('Code', { exact: true })).toHaveAttribute('placeholder', 'P-YLTX');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /云岭天线/ })).toBeVisible();
  await expect(page.getByText('P-YLTX')).toBeVisible();

  await page.goto(`${own.url}/portfolio`);
  await page.getByRole('button', { name: 'Add a prospect' }).click();
  await drawer.getByRole('radio', { name: 'Several from Excel' }).check();
  await drawer.getByRole('textbox', { name: 'Rows from Excel' }).fill('Name\tCode\tCountry\nAeolus Wind AS\t\tNorge\n云岭天线\tX-1\t中国\nBoreas\tP-YLTX\tNorge\n\tX-2\t');
  await expect(drawer.getByText('2 rows will be left out')).toBeVisible();
  await expect(drawer.getByText('Code: Used already.')).toBeVisible();
  await expect(drawer.getByText(/^There is a customer of this name: 云岭天线/)).toBeVisible();
  await expectAccessible(page, 'prospects');
  await drawer.getByRole('button', { name: 'Add 2 prospects' }).click();
  await expect(page.getByText('2 prospects added')).toBeVisible();

  await page.getByRole('button', { name: 'Prospects', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Aeolus Wind AS' })).toBeVisible();
  await expect(page).toHaveURL(/trade=none/);
  for (const row of await page.getByRole('row').filter({ has: page.getByRole('link') }).all()) await expect(row).toContainText('no trade');
});
