import { expect, type Page } from '@playwright/test';

/** Nothing sticks out to the right: the page does not scroll sideways. Names the widest elements where it does. */
export async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  // What is drawn to measure follows the width of its place a moment later.
  await expect.poll(() => widest(page), { message: `width of ${name}`, timeout: 5_000 }).toEqual([]);
}

function widest(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > limit + 1)
      .slice(0, 8).map((element) => `${element.tagName.toLowerCase()}.${String(element.className).split(' ').join('.')} → ${Math.round(element.getBoundingClientRect().right)} of ${limit}`);
  });
}
