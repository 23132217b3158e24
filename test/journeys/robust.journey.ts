import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call, expect, testOnOwnDemo as test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';
import { cellsOf } from './workbook.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'Robustness of the ranking' });
const drawn = (page: Page) => expect(strip(page).getByText(/^10,000 weightings, seed \d+, [\d.]+ s/)).toBeVisible({ timeout: 45_000 });
const row = (page: Page, rank: number) => page.getByRole('row', { name: new RegExp(`^Rank ${rank}, `) });

test('robustness: the same figures as the server, fragile picks named, one customer opened', async ({ inDemo: page, demo }) => {
  test.setTimeout(120_000);
  await page.goto(`${demo.url}/portfolio`);
  await expect(page.getByText('180 customers', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Robustness' }).click();
  await drawn(page);
  await expect(strip(page).getByText(/^Of 36 picks, \d+ stands? under at least 90% of all weightings; (none is|\d+ (is|are)) fragile\.$/)).toBeVisible();
  await expectAccessible(page, 'robustness');

  const { rows, verdicts } = (await (await call(demo, 'GET', '/api/portfolio/robustness?limit=200', undefined, demo.cookie)).json()) as { rows: { rank: number; name: string; chance: number; verdict: string; low: number; high: number }[]; verdicts: Record<string, number> };
  expect(verdicts['picks']).toBe(36);
  for (const verdict of ['solid', 'open', 'fragile', 'overlooked']) {
    const word = { solid: 'Solid', open: 'Depends', fragile: 'Fragile', overlooked: 'Overlooked' }[verdict]!;
    await expect(strip(page).getByRole('button', { name: new RegExp(`^Show these customers: .*${word}$`) }).getByText(verdicts[verdict]!.toLocaleString('en'), { exact: true })).toHaveCount(verdicts[verdict]! > 0 ? 1 : 0);
  }
  const shown = (share: number): string => (share > 0.995 && share < 1) || (share > 0 && share < 0.01) ? `${Number((share * 100).toFixed(1))}%` : `${Math.round(share * 100)}%`;
  for (const rank of [1, 5, 9]) await expect(row(page, rank).getByRole('button', { name: /^Robustness of / })).toContainText(shown(rows[rank - 1]!.chance));

  await test.step('the fragile ones, all of them and nobody else', async () => {
    const fragile = rows.filter((one) => one.verdict === 'fragile');
    expect(fragile.length).toBeGreaterThan(0);
    await strip(page).getByRole('button', { name: /^Show these customers: .*Fragile$/ }).click();
    await expect(page.getByText(`Fragile: ${fragile.length}`)).toBeVisible();
    await expect(page.getByRole('grid').getByRole('row', { name: /^Rank \d/ })).toHaveCount(fragile.length);
    for (const { rank } of fragile) await expect(row(page, rank)).toContainText('Fragile');
    await page.getByRole('button', { name: 'Show all again' }).click();
    await expect(page.getByText('180 customers', { exact: true })).toBeVisible();
  });

  await test.step('sorted by chance, whoever is overlooked rises among the picks', async () => {
    await page.getByRole('columnheader', { name: /^Chance/ }).getByRole('button').click();
    const best = rows.toSorted((a, b) => b.chance - a.chance)[0]!;
    await expect(page.getByRole('grid').getByRole('row', { name: /^Rank \d/ }).and(page.locator('[aria-rowindex="2"]'))).toContainText(shown(best.chance));
    await page.getByRole('columnheader', { name: /^Rank/ }).getByRole('button').click();
  });

  await test.step('rows copied into a spreadsheet carry it', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData('text/plain').split('\n').map((line) => line.split('\t'));
    });
    expect(copied[0]!.slice(-2)).toEqual(['Chance', 'Robustness']);
    expect(Number(copied[1]!.at(-2))).toBe(rows[0]!.chance);
    await page.keyboard.press('Escape');
  });

  await test.step('one customer: ranks, central weights, confidence, and what would turn it', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('img', { name: new RegExp(`usually ${rows[1]!.low} to ${rows[1]!.high}$`) })).toBeVisible();
    await expect(drawer.getByRole('heading', { name: 'Weights that pick it' })).toBeVisible();
    await expect(drawer.getByText(/^Even under those weights it is among the first 36 with a probability of \d+%/)).toBeVisible();
    const said = drawer.getByText(/^If .+ weighed [\d.]+% instead of [\d.]+%, .+ would pass .+\.$/);
    await expect(said).toBeVisible();
    await expectAccessible(page, 'robustness of a customer');
    const [, winner] = /%, (.+) would pass /.exec((await said.textContent())!)!;
    await drawer.getByRole('button', { name: 'Try it on the sliders' }).click();
    await expect(page.getByText('The sliders show these weights', { exact: false })).toBeVisible();
    await expect(drawer).toHaveCount(0);
    const places = await page.getByRole('grid').getByRole('row', { name: /^Rank \d/ }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!).sort((a, b) => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0])));
    const at = (name: string) => places.findIndex((label) => label.includes(`, ${name}, `));
    const loser = [rows[0]!.name, rows[1]!.name].find((name) => name !== winner)!;
    expect(at(winner!)).toBeLessThan(at(loser));
    await page.getByRole('button', { name: 'Reset' }).click();
  });

  await test.step('near today’s weights; when they move, the answer says that it is old', async () => {
    await strip(page).getByRole('radio', { name: '±10%' }).check();
    await drawn(page);
    await expect(strip(page).getByText(/of the weightings within ±10% of today’s/)).toBeVisible();
    await page.getByRole('slider', { name: 'Weight of Present' }).fill('60');
    await expect(strip(page).getByText('The weights have moved since.')).toBeVisible();
    await strip(page).getByRole('button', { name: 'Draw again' }).click();
    await expect(strip(page).getByText('The weights have moved since.')).toHaveCount(0);
    await drawn(page);
    await page.getByRole('button', { name: 'Reset' }).click();
  });

  await test.step('who counts as picked; nonsense is not taken', async () => {
    await strip(page).getByRole('radio', { name: 'Any' }).check();
    const field = strip(page).getByLabel('Picked');
    await field.fill('every');
    await expect(strip(page).getByRole('alert')).toHaveText('20% or 15');
    await field.fill('10');
    await field.press('Enter');
    await expect(strip(page).getByText(/^Of 10 picks, /)).toBeVisible({ timeout: 45_000 });
    expect(page.url()).toContain('top=10');
  });

  await test.step('the exported list carries the chances on screen', async () => {
    await drawn(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Excel workbook (.xlsx)' }).click();
    const [header, first] = await cellsOf(await (await download).path());
    expect(header!.slice(-2)).toEqual(['Chance to be picked', 'Robustness']);
    await expect(row(page, 1).getByRole('button', { name: /^Robustness of / })).toContainText(shown(Number(first!.at(-2))));
  });
});

test('robustness on a phone and in Chinese: nothing cut off, everything reached', async ({ inDemo: page, demo }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${demo.url}/portfolio?robust=any`);
  await drawn(page);
  await expectNoSidewaysScroll(page, 'robustness');
  await row(page, 2).getByRole('button', { name: /^Robustness of / }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'What would turn it' })).toBeVisible();
  await expect(page.getByRole('dialog').getByText(/with a probability of/)).toBeVisible();
  await expectNoSidewaysScroll(page, 'robustness of a customer');
  await page.evaluate(() => localStorage.setItem('vitalfew.locale', 'zh-Hans'));
  await page.goto(`${demo.url}/portfolio?robust=0.2`);
  await expect(page.getByText(/家入选客户中，\d+ 家在 90% 以上的（现行权重 ±20% 以内的）权重组合下都能入选/)).toBeVisible({ timeout: 45_000 });
  await expectNoSidewaysScroll(page, '稳健性');
});

test('a run can be cancelled and taken up again', async ({ inDemo: page, demo }) => {
  // A thread that never answers stands for one that has not answered yet: there is something to cancel on any machine.
  let held = true;
  await page.route(/robustWorker-.*\.js$/, async (route) => {
    if (held) await route.fulfill({ contentType: 'text/javascript', body: '' });
    else await route.continue();
  });
  await page.goto(`${demo.url}/portfolio?robust=any`);
  await expect(strip(page).getByRole('progressbar', { name: 'Drawing weightings' })).toBeVisible();
  await strip(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(strip(page).getByText('Stopped after 0 weightings.')).toBeVisible();
  held = false;
  await strip(page).getByRole('button', { name: 'Draw again' }).click();
  await drawn(page);
});
