import { expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

/** Width of A4 between margins of 12 mm, in CSS pixels. */
const PORTRAIT = 703;
const LANDSCAPE = 1032;

test('portfolio and customer go to a meeting on paper: light from a dark screen, nothing cut off, headers on every page', async ({ inDemo: page, demo }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${demo.url}/portfolio`);
  await expect(page.getByRole('row', { name: /^Rank 1, / })).toBeVisible();
  const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--text'));
  const onScreen = await colour();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: LANDSCAPE, height: 703 });
  expect(await colour()).not.toBe(onScreen);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.vf-rank-top')!).display)).toBe('table-header-group');
  await expectNoSidewaysScroll(page, 'portfolio on paper');
  expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox ?\[ ?0 0 8\d\d(\.\d+)? 59\d/g)?.length).toBeGreaterThan(2);

  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('row', { name: /^Rank 1, / }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^Why \d/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Invoice lines' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: PORTRAIT, height: 1000 });
  await expectNoSidewaysScroll(page, 'customer on paper');
  // The portfolio was printed across before: its page must not hold here.
  const sizes = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox ?\[[^\]]*\]/g)!;
  expect(new Set(sizes.map((size) => /0 0 59\d/.test(size)))).toEqual(new Set([true]));
});
