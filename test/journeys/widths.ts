import { expect, type Page } from '@playwright/test';

/** Nothing sticks out to the right: the page does not scroll sideways. Names the widest elements where it does. */
export async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > limit + 1)
      .slice(0, 8).map((element) => `${element.tagName.toLowerCase()}.${String(element.className).split(' ').join('.')} → ${Math.round(element.getBoundingClientRect().right)} of ${limit}`);
  });
  expect(wide, `width of ${name}`).toEqual([]);
}
