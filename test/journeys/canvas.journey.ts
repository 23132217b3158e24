import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const block = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** A customer that nobody knows anything about yet. */
async function openUnknown(page: Page, demo: { url: string; cookie: string } & Parameters<typeof call>[0], name: string): Promise<number> {
  const { ids } = (await (await call(demo, 'POST', '/api/accounts', { accounts: [{ key: `V${Date.now()}`, name }] }, demo.cookie)).json()) as { ids: number[] };
  await page.goto(`${demo.url}/accounts/${ids[0]!}?tab=insight`);
  await expect(block(page, 'Supplier relations')).toBeVisible();
  return ids[0]!;
}
/** The customer of the demo that is known best. */
async function openKnown(page: Page, demo: { url: string; cookie: string } & Parameters<typeof call>[0]): Promise<void> {
  const { accounts } = (await (await call(demo, 'GET', `/api/find?q=${encodeURIComponent('善水坊')}`, undefined, demo.cookie)).json()) as { accounts: { id: number }[] };
  await page.goto(`${demo.url}/accounts/${accounts[0]!.id}?tab=insight`);
  await expect(block(page, 'Environment').locator('.vf-canvas-fact').first()).toBeVisible();
}
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0;

test('an empty sheet teaches; a question is asked by keyboard, answered with a fact, and the block is better known: freshness apart; undo', async ({ inDemo: page, demo }) => {
  await openUnknown(page, demo, 'Journeyman Valves');
  await test.step('one sentence, one example, one button; then arrows and Enter', async () => {
    await expect(page.getByText('Understand a customer before the first visit')).toBeVisible();
    await block(page, 'Environment').focus();
    await page.keyboard.press('ArrowRight');
    await expect(block(page, 'Strategy')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(block(page, 'Organisation')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(block(page, 'Supplier relations')).toBeFocused();
    await page.keyboard.press('q');
  });
  await test.step('q asks, on a point', async () => {
    await expect(page.getByRole('textbox', { name: 'What do we not know?' })).toBeFocused();
    await page.keyboard.type('Who makes their castings today?');
    await page.getByRole('combobox', { name: 'Point' }).click();
    await page.getByRole('option', { name: 'Suppliers and shares' }).or(page.locator('.ant-select-item-option', { hasText: 'Suppliers and shares' })).first().click();
    await page.getByRole('textbox', { name: 'What do we not know?' }).press('Control+Enter');
    await expect(page.getByText('Asked: Who makes their castings today?')).toBeVisible();
    await expectAccessible(page, 'an open block');
    await page.keyboard.press('Escape');
    await expect(block(page, 'Supplier relations')).toContainText('Who makes their castings today?');
    await expect(block(page, 'Supplier relations')).toContainText('0%');
    await expect(block(page, 'Supplier relations')).toContainText('no facts');
  });
  await test.step('the answer is recorded as a fact in the same act', async () => {
    await block(page, 'Supplier relations').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Answer “Who makes their castings today?”' }).click();
    await page.keyboard.type('Two foundries in Ningbo share them');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toHaveText('Name the source: who said it, or where it stands.');
    await page.getByRole('form', { name: 'Answer' }).getByRole('textbox', { name: 'Source', exact: true }).fill('Their works manager');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Answered', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('list', { name: 'Facts' })).toContainText('Two foundries in Ningbo share them');
    await page.keyboard.press('Escape');
    await expect(block(page, 'Supplier relations')).toContainText('17%');
    await expect(block(page, 'Supplier relations')).toContainText('fresh 100%');
    await expect(page.locator('.vf-canvas-middle')).toContainText('2%');
  });
  await test.step('one undo takes back both; a judgement stands apart', async () => {
    await page.keyboard.press('Control+z');
    await expect(block(page, 'Supplier relations')).toContainText('no facts');
    await expect(block(page, 'Supplier relations')).toContainText('Who makes their castings today?');
    await block(page, 'Supplier relations').getByRole('button', { name: /^What it means for us/ }).click();
    await page.keyboard.type('A third source is welcome');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Judgement kept')).toBeVisible();
    await expect(block(page, 'Supplier relations').locator('.vf-canvas-judgement')).toHaveClass(/vf-assumed/);
    await expect(block(page, 'Supplier relations')).toContainText('0%');
  });
});

test('a fact is moved by its menu and by dragging', async ({ inDemo: page, demo }) => {
  const id = await openUnknown(page, demo, 'Journeyman Springs');
  await call(demo, 'POST', `/api/accounts/${id}/facts`, { facts: [{ statement: 'Orders twice a year', source: 'Their buyer', observedOn: '2026-03-01' }] }, demo.cookie);
  await page.reload();
  await expect(page.getByText('1 fact has no place on the sheet yet')).toBeVisible();
  await page.getByRole('button', { name: 'Move “Orders twice a year”' }).click();
  await page.getByRole('menuitem', { name: 'Supplier relations' }).click();
  await expect(page.getByText('Moved to Supplier relations')).toBeVisible();
  await expect(block(page, 'Supplier relations')).toContainText('Orders twice a year');
  await page.locator('.vf-canvas-fact', { hasText: 'Orders twice a year' }).dragTo(block(page, 'Organisation'));
  await expect(block(page, 'Organisation')).toContainText('Orders twice a year');
  await page.keyboard.press('Control+z');
  await expect(block(page, 'Supplier relations')).toContainText('Orders twice a year');
});

/** What of the sheet is drawn on paper, but not whole. */
async function cutThrough(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 1512, height: 1047 });
  return await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.vf-canvas-block')].flatMap((card) => {
    // What is drawn at all is drawn whole: what has no room stands in a column to the right of its list, where nothing is drawn.
    return [...card.querySelectorAll<HTMLElement>('.vf-canvas-facts > li, .vf-canvas-asked > li, .vf-canvas-judgement, header, footer')].map((part) => ({ part, box: part.getBoundingClientRect(), edge: (part.closest('ul') ?? card).getBoundingClientRect() }))
      .filter(({ box, edge }) => box.height > 0 && box.left < edge.right - 1 && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1 || box.right > edge.right + 1)).map(({ part }) => (part.textContent ?? '').slice(0, 60));
  }));
}

test('the sheet goes to a meeting on exactly one page, light from a dark screen, nothing cut through; on a phone it is one column', async ({ inDemo: page, demo }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openKnown(page, demo);
  await expectAccessible(page, 'full view, dark');
  const a3 = await page.pdf({ preferCSSPageSize: true });
  expect([pagesOf(a3), /\/MediaBox ?\[ ?0 0 119\d(\.\d+)? 84\d/.test(a3.toString('latin1'))]).toEqual([1, true]);
  expect(pagesOf(await page.pdf({ format: 'A4', landscape: true }))).toBe(1);
  expect(await cutThrough(page)).toEqual([]);
  for (const width of [1440, 768, 390]) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `full view at ${width}`);
  }
  const lefts = await page.locator('[data-block]').evaluateAll((cards) => new Set(cards.map((card) => Math.round(card.getBoundingClientRect().left))).size);
  expect(lefts).toBe(1);
});

test('who writes much still gets one page, and no line is cut through', async ({ inDemo: page, demo }) => {
  const id = await openUnknown(page, demo, 'Journeyman Encyclopaedias with a very long name that goes on, GmbH & Co. KG');
  const long = (words: string, letters: number): string => `${words} ${'and so on with many words '.repeat(100)}`.slice(0, letters);
  for (const name of ['environment', 'strategy', 'businessDesign', 'investment', 'positions', 'supply', 'organisation', 'winElements']) {
    await call(demo, 'POST', `/api/accounts/${id}/facts`, { facts: Array.from({ length: 8 }, (_, n) => ({ statement: long(`Fact ${n}`, 1900), source: long('Source', 400), observedOn: '2026-03-01', block: name })) }, demo.cookie);
    await call(demo, 'POST', `/api/accounts/${id}/questions`, { questions: Array.from({ length: 4 }, (_, n) => ({ block: name, text: long(`Question ${n}`, 480) })) }, demo.cookie);
    await call(demo, 'POST', `/api/accounts/${id}/judgements`, { block: name, text: long('It means', 900) }, demo.cookie);
  }
  await page.reload();
  await expect(block(page, 'Win elements').locator('.vf-canvas-fact').first()).toBeVisible();
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  expect(await cutThrough(page)).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `long full view at ${width}`);
  }
});

test('the research list: g r, by whose and by block in the address, answered in place, into Excel', async ({ inDemo: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { level: 1, name: 'Open questions' })).toBeVisible();
  await expect(page.locator('.vf-research-row').first()).toContainText('key account');
  await expectAccessible(page, 'research list');
  await page.getByRole('radio', { name: /^Overdue/ }).check();
  await expect(page).toHaveURL(/whose=overdue/);
  await expect(page.locator('.vf-research-row').first()).toContainText('overdue since');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.keyboard.press('j');
  await expect(page.locator('.vf-research-row').first()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const text = (await page.locator('.vf-research-row').nth(1).locator('.vf-research-text').textContent())!;
  await page.keyboard.type('About CNY 120 million');
  await page.getByRole('radio', { name: 'words alone' }).check();
  await page.getByRole('button', { name: 'Answer it' }).click();
  await expect(page.getByText(text, { exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(text, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Copy for Excel' }).click();
  await expect(page.getByText(/questions copied/)).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(lines[0]!.split('\t')).toHaveLength(8);
  expect(lines.some((line) => line.includes(text))).toBe(true);
  for (const width of [768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `research list at ${width}`);
  }
});
