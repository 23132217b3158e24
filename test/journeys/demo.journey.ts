import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { ADA, call, cookieOf, expect, testOnOwnDemo as test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const rows = (page: Page) => page.getByRole('grid').getByRole('row', { name: /^Rank \d/ });
const PAGES = ['/portfolio', '/portfolio?view=matrix', '/portfolio?view=whale', '/portfolio/structure', '/panels', '/panels?state=ended', '/decisions', '/models', '/imports', '/research', '/members', '/audit', '/settings', '/compare?ids=2,4,22', '/models/import', '/models/new?from=template-telecom'];

test('the demo comes through its door, and leaves no trace', async ({ page, empty }) => {
  test.setTimeout(120_000);
  await call(empty, 'POST', '/api/setup/administrator', { ...ADA, workspace: '' });
  await page.goto(empty.url);
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByLabel('Password', { exact: true }).fill(ADA.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Look at the demo/ }).click();
  await expect(page.getByText(/make 80.?% of revenue; the last \d+ cost/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('180 customers', { exact: true })).toBeVisible();

  const ada = await cookieOf(empty);
  const again = await fetch(`${empty.url}/api/demo`, { method: 'POST', headers: { origin: empty.url, cookie: ada } });
  expect(again.status, 'the demo on top of customers').toBe(409);

  await page.goto(`${empty.url}/settings`);
  await page.getByRole('button', { name: 'Remove demo' }).click();
  await expect(page.getByText('Demo removed')).toBeVisible({ timeout: 60_000 });
  await page.goto(`${empty.url}/portfolio`);
  await expect(page.getByText('A few customers decide the result.')).toBeVisible();
});

test('⌘K finds a customer by Chinese, pinyin, initials, code and part of an English word', async ({ inDemo: page, demo }) => {
  const { rows: accounts } = (await (await call(demo, 'GET', '/api/accounts?q=短歌行', undefined, demo.cookie)).json()) as { rows: { name: string; key: string }[] };
  const { name, key } = accounts[0]!;
  for (const words of ['短歌行', 'duangexing', 'dgx', key, '智能家居']) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: /^A customer in Chinese/ }).fill(words);
    await expect(page.getByRole('option').filter({ hasText: name }), words).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox', { name: /^A customer in Chinese/ })).toHaveCount(0);
  }
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^A customer in Chinese/ }).fill('ampst');
  await expect(page.getByRole('option', { name: /^Oakhampstow/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Oakhampstow/ })).toBeVisible();
});

test('the keyboard is enough', async ({ inDemo: page }) => {
  await page.goto(page.url().replace(/\/[^/]*$/, '/portfolio'));
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(rows(page).first()).toBeVisible();
});

test('curves and matrix lead to the customers behind them', async ({ inDemo: page, demo }) => {
  await page.goto(`${demo.url}/portfolio`);
  await expect(page.getByText('180 customers', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Show the \d+ customers of class A$/ }).click();
  await expect(page.getByText(/^\d+ of 180$/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all again' }).click();
  await expect(page.getByText('180 customers', { exact: true })).toBeVisible();

  await page.getByRole('radio', { name: 'Whale curve' }).check();
  await expect(page.getByText(/customers right of the peak cost/)).toBeVisible();
  await expect(page.getByText(/^Peak 1[1-9]\d(\.\d)?.?% at customer \d+$/)).toBeVisible();
  await page.getByRole('radio', { name: 'Matrix' }).check();
  await expect(page.getByRole('img', { name: /^Value today × potential of \d+ customers/ })).toBeVisible();
});

test('every word changes to Chinese, simplified and traditional', async ({ inDemo: page, demo }) => {
  await page.goto(`${demo.url}/portfolio`);
  await page.getByRole('button', { name: `You: ${ADA.name}` }).click();
  await page.getByRole('radio', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '客户组合' })).toBeVisible();
  await expect(page.getByText(/家客户/).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  for (const path of PAGES) {
    await page.goto(demo.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(/\p{Script=Han}/u);
  }
  await page.goto(`${demo.url}/portfolio`);
  await page.getByRole('button', { name: new RegExp(ADA.name) }).click();
  await page.getByRole('radio', { name: '繁體中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '客戶組合' })).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();
});

test('nothing is cut off at 390 px', async ({ inDemo: page, demo }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of PAGES) {
    await page.goto(demo.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
    await expectNoSidewaysScroll(page, path);
  }
  await page.goto(`${demo.url}/portfolio`);
  await page.getByRole('row', { name: /^Rank 1, / }).getByRole('link').click();
  await expect(page.getByRole('tablist')).toBeVisible();
  await expectNoSidewaysScroll(page, 'account');
  for (const tab of ['Assess', 'Facts', 'Timeline']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel').locator('h3, ul, ol').first()).toBeVisible();
    await expectNoSidewaysScroll(page, tab);
  }
});

for (const [scheme, pages] of [['light', PAGES], ['dark', ['/portfolio', '/portfolio?view=matrix', '/settings']]] as const) {
  test(`people with a screen reader, and people who need contrast, are served: ${scheme}`, async ({ inDemo: page, demo }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of pages) {
      await page.goto(demo.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
      await expectAccessible(page, `${path} ${scheme}`);
    }
    await page.goto(`${demo.url}/portfolio`);
    await page.getByRole('row', { name: /^Rank 1, / }).getByRole('link').click();
    await expect(page.getByRole('heading', { name: /^Why \d/ })).toBeVisible();
    await expectAccessible(page, `account ${scheme}`);
    await page.getByRole('tab', { name: 'Assess' }).click();
    await expect(page.getByRole('group').getByRole('heading', { level: 3 })).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByRole('combobox', { name: /^Type to find a fact/ })).toBeVisible();
    await expectAccessible(page, `assess ${scheme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await expect(page.getByRole('textbox', { name: 'What was seen, read or said' }).first()).toBeFocused();
    await expectAccessible(page, `facts ${scheme}`);
  });
}
