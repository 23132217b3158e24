import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call, cookieOf, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const DORA = { name: 'Dora Wu', email: 'dora@journeys.test', password: 'another long passphrase' };

/** Says how the pair on screen compares, by keyboard alone: a digit for how much, arrows for the side, Enter for the next. */
async function answer(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
const found = (page: Page) => page.getByRole('complementary', { name: 'Weights' });

test('comparisons that contradict one another are mended, used, and published', async ({ inDemo: page, demo }) => {
  test.setTimeout(120_000);
  const { versions } = (await (await call(demo, 'GET', '/api/models', undefined, demo.cookie)).json()) as { versions: { id: number; version: number; active: boolean }[] };
  const active = versions.find((one) => one.active)!;

  await test.step('from the sliders of the portfolio to the question', async () => {
    await page.goto(`${demo.url}/portfolio`);
    await page.getByRole('link', { name: 'Find weights by comparing …' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Find weights' })).toBeVisible();
    await page.getByRole('navigation', { name: 'What is weighed' }).getByRole('button', { name: /^Present/ }).click();
    await expect(page.getByText('Comparison 1 of 6')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Use these weights' })).toBeDisabled();
  });

  await test.step('six comparisons by keyboard, one of them the wrong way round', async () => {
    await page.getByRole('radio', { name: 'Business processes and Supplier management: equally important' }).focus();
    await answer(page, ['2', 'Enter', '2', 'Enter']);
    await expect(found(page).getByText('Nothing connects Behaviour as a partner with the rest yet.', { exact: false })).toBeVisible();
    await answer(page, ['2', 'Enter', '4', 'Enter']);
    await expect(page.getByText('Comparison 5 of 6')).toBeVisible();
    // Supplier management is worth 4 × the partnership by the others; said is a seventh.
    await answer(page, ['ArrowRight', '7', 'Enter', '8']);
    await expect(page.getByText('Business processes over Behaviour as a partner: very strongly to extremely more important (8 : 1)', { exact: true })).toBeVisible();
    await expect(found(page).getByText(/^! Contradictory: 0\.\d\d is above 0\.10/)).toBeVisible();
    await expect(found(page).getByText('You said: Behaviour as a partner over Supplier management: very strongly more important (7 : 1)')).toBeVisible();
    await expect(found(page).getByText('The others say: Supplier management over Behaviour as a partner: moderately to strongly more important (4 : 1)')).toBeVisible();
    await expectAccessible(page, 'a contradiction');
  });

  await test.step('the matrix rings it; the method is explained, and the table named', async () => {
    await page.getByRole('radio', { name: 'Matrix' }).click();
    await expect(page.getByRole('combobox', { name: 'Supplier management compared with Behaviour as a partner, disturbs most' })).toHaveValue(/./);
    await expectAccessible(page, 'the matrix');
    await page.getByRole('button', { name: 'How computed' }).click();
    const drawer = page.getByRole('dialog', { name: 'How weights come from pairwise comparison' });
    await expect(drawer.getByText('Random index RI, Saaty 1980')).toBeVisible();
    await expect(drawer.getByText('0.9000')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('one click mends it, undo brings it back, and again', async () => {
    await page.getByRole('button', { name: 'Take 4 instead' }).click();
    await expect(found(page).getByText(/^✓ No contradiction at all\.$/)).toBeVisible();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(found(page).getByText(/^! Contradictory/)).toBeVisible();
    await page.getByRole('button', { name: 'Take 4 instead' }).click();
    await expect(found(page).getByText('CR 0.00')).toBeVisible();
    await expect(found(page).getByText('53.3%')).toBeVisible();
    await page.reload();
    await expect(found(page).getByText('53.3%'), 'kept in this browser').toBeVisible();
  });

  await test.step('into the draft, and published as a new version with its reason', async () => {
    await page.getByLabel('Note', { exact: true }).fill('Directors, Monday');
    await page.getByRole('button', { name: 'Use these weights' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `New version from version ${active.version}` })).toBeVisible();
    await expect(page.getByLabel('Weight of Business processes')).toHaveValue('53.3');
    await expect(page.getByLabel('What changed and why')).toHaveValue('Weights of Present: Pairwise comparison, CR 0.00');
    await page.getByRole('button', { name: 'Publish as new version' }).click();
    await expect(page.getByText(`General B2B, version ${active.version + 1}, published; every customer is scored by it`)).toBeVisible();
    await page.getByRole('link', { name: 'weigh Present' }).click();
    await expect(page.getByText(/Ada Lin · Pairwise comparison · CR 0\.00/)).toBeVisible();
    await expect(page.getByText('Directors, Monday')).toBeVisible();
    await expect(found(page).getByRole('img', { name: /^Business processes: –%, now 53\.3%$/ })).toBeVisible();
  });

  await test.step('a second director compares alone; together they are the geometric mean', async () => {
    await call(demo, 'POST', '/api/members', { name: DORA.name, email: DORA.email, role: 'director', password: DORA.password }, demo.cookie);
    const dora = await cookieOf(demo, DORA);
    const [a, b, c, d] = ['process', 'supplierManagement', 'qualitySystem', 'partnership'] as const;
    const pairs = [[a, b, 1 / 2], [b, c, 1 / 2], [c, d, 1 / 2], [a, c, 1 / 4], [b, d, 1 / 4], [a, d, 1 / 8]].map(([left, right, value]) => ({ left, right, value }));
    await call(demo, 'POST', `/api/models/${active.id}/weighings`, { method: 'ahp', level: 'lens.present', pairs }, dora);
    await page.reload();
    await expect(page.getByText('Dora Wu and Ada Lin have compared this level', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Combine' }).click();
    await expect(page.getByText(/2 people together · Pairwise comparison · CR 0\.00/)).toBeVisible();
    await expect(page.getByText('Business processes 25 · Supplier management 25 · Quality system 25 · Behaviour as a partner 25')).toBeVisible();
    await page.getByRole('button', { name: 'Open: Pairwise comparison, Dora Wu' }).click();
    await expect(found(page).getByText('53.3%')).toBeVisible();
    await expect(found(page).getByRole('img', { name: /^Behaviour as a partner: 53\.3%/ })).toBeVisible();
    await page.getByRole('button', { name: 'Withdraw: Pairwise comparison, Dora Wu' }).click();
    await expect(page.getByRole('button', { name: 'Open: Pairwise comparison, Dora Wu' })).toHaveCount(0);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Open: Pairwise comparison, Dora Wu' })).toBeVisible();
  });
});

test('swings and points give weights too; at 390 px nothing is cut off', async ({ inDemo: page, demo }) => {
  await page.goto(`${demo.url}/models/1/weigh?level=lens.past&method=swing`);
  await expect(page.getByText('Imagine a customer at its worst', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Lift Our trade with it first: 100' }).click();
  await page.getByRole('spinbutton', { name: 'Worth of lifting Customer\'s own results from worst to best' }).fill('25');
  await expect(found(page).getByText('80.0%')).toBeVisible();
  await expectAccessible(page, 'swings');
  await page.getByRole('button', { name: 'Record without using' }).click();
  await expect(page.getByText(/Ada Lin · Swing/)).toBeVisible();
  await page.getByRole('radio', { name: 'Points' }).click();
  await page.getByRole('button', { name: 'Start from the present weights' }).click();
  await expect(found(page).getByText('62.5%')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['?level=lens.past&method=swing', '?level=lens.past&method=direct', '?level=lens.present', '?level=factor.trade&view=matrix']) {
    await page.goto(`${demo.url}/models/1/weigh${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page, address);
  }
  await expectAccessible(page, 'matrix on a phone');
});

test('who may not publish may try, and reads how the weights were found', async ({ demo, page, context }) => {
  await call(demo, 'POST', '/api/members', { name: 'Mo Zhang', email: 'mo@journeys.test', role: 'manager', password: 'a third long passphrase' }, demo.cookie);
  const [name, value] = (await cookieOf(demo, { email: 'mo@journeys.test', password: 'a third long passphrase' })).split(/=(.*)/s) as [string, string];
  await context.addCookies([{ name, value, url: demo.url, httpOnly: true, sameSite: 'Lax' }]);
  await page.goto(`${demo.url}/models/1/weigh`);
  await expect(page.getByText('directors and administrators record weights', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use these weights' })).toHaveCount(0);
  await page.getByRole('radio', { name: /^Past over Present: strongly more important/ }).check();
  await expect(page.getByText('Past over Present: strongly more important (5 : 1)', { exact: true })).toBeVisible();
});
