import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';

type Demo = { url: string; cookie: string } & Parameters<typeof call>[0];
let made = 0;

/** A customer of the journey's own, with one fact. */
async function customer(demo: Demo, name: string, statement: string): Promise<number> {
  const { ids: [id] } = (await (await call(demo, 'POST', '/api/accounts', { accounts: [{ key: `O${Date.now()}${made++}`, name }] }, demo.cookie)).json()) as { ids: [number] };
  await call(demo, 'POST', `/api/accounts/${id}/facts`, { facts: [{ statement, kind: 'strategy', evidence: 'document', source: 'Annual report, p. 12', observedOn: '2026-01-15' }] }, demo.cookie);
  return id;
}
const column = (page: Page, stage: string) => page.locator('.vf-board-stage').and(page.getByRole('region', { name: stage }));

test('a fact becomes an opportunity point in one gesture; it moves over the board, is undone, and stands in the matrix', async ({ inDemo: page, demo }) => {
  const title = 'Builds a second plant in Hefei';
  const id = await customer(demo, 'Hefei Conveyors', `${title}; machines from 2027`);

  await test.step('one click at the fact opens it prefilled; a value and a horizon, and it is proposed', async () => {
    await page.goto(`${demo.url}/accounts/${id}?tab=facts`);
    await page.getByRole('button', { name: /^Opportunity point from: Builds a second plant/ }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('textbox', { name: 'What is the opportunity?' })).toHaveValue(title);
    await expect(drawer.locator('.vf-opportunity-fact')).toHaveText(/machines from 2027/);
    await drawer.getByRole('textbox', { name: 'Value, likely' }).fill('a lot');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByText('Not a number.')).toBeVisible();
    await drawer.getByRole('textbox', { name: 'Value, likely' }).fill('12m');
    await drawer.getByRole('radio', { name: 'Long-term' }).check();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Proposed: ${title}`)).toBeVisible();
    await expect(drawer).toBeHidden();
  });

  await test.step('g o: on the board its keys move it, Ctrl+Z takes it back, the menu moves it too', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await expect(page.getByRole('heading', { level: 1, name: 'Opportunity points' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Title, category or customer' }).fill('Hefei Conv');
    await expect(page).toHaveURL(/q=Hefei/);
    const card = page.getByRole('listitem', { name: title });
    await expect(column(page, 'Seen').getByRole('listitem', { name: title })).toBeVisible();
    await expect(card).toHaveCount(1);
    await expect(card).toContainText('12M');
    await expect(card).toHaveClass(/vf-proven/);
    await card.focus();
    await page.keyboard.press(']');
    await expect(column(page, 'Confirmed').getByRole('listitem', { name: title })).toBeFocused();
    await expect(page.getByText(`${title}: Confirmed`)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(column(page, 'Seen').getByRole('listitem', { name: title })).toBeVisible();
    await card.getByRole('button', { name: /^Move/ }).click();
    await page.getByRole('menuitem', { name: 'Pursued' }).click();
    await expect(column(page, 'Pursued').getByRole('listitem', { name: title })).toBeVisible();
    await page.reload();
    await expect(column(page, 'Pursued').getByRole('listitem', { name: title })).toBeVisible();
    await expectAccessible(page, 'board');
  });

  await test.step('a card is dragged', async () => {
    await page.getByRole('listitem', { name: title }).dragTo(column(page, 'Won'));
    await expect(column(page, 'Won').getByRole('listitem', { name: title })).toBeVisible();
  });

  await test.step('in the matrix the list says the same; the figure opens its formula with what is not known', async () => {
    await page.getByRole('radio', { name: 'Matrix' }).check();
    await expect(page).toHaveURL(/view=matrix/);
    await expect(page.getByRole('img', { name: /Value against fit of 1 opportunity point;/ })).toBeVisible();
    const row = page.getByRole('list', { name: 'Opportunity points by priority' }).getByRole('listitem');
    await expect(row).toContainText(title);
    await expectAccessible(page, 'matrix');
    await row.getByRole('button', { name: /How computed/ }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText('Priority = Σ weight × x')).toBeVisible();
    await expect(drawer.getByRole('row', { name: /^Value/ })).toContainText('12,000,000');
    await expect(drawer.getByText(/^Not known: fit · expected day/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });
});

test('a need that nothing of ours meets becomes something to build, and rolls up over customers', async ({ inDemo: page, demo }) => {
  const id = await customer(demo, 'Anhui Cells', 'Dust explosion rules apply from July');
  await page.goto(`${demo.url}/accounts/${id}?tab=insight&part=needs`);

  await test.step('needs are pasted from a spreadsheet', async () => {
    await page.getByRole('button', { name: 'Note needs' }).click();
    await page.getByRole('textbox', { name: 'Note needs' }).fill('Specifications\tHousings that keep dust out\t5\nServices\tAnswer within a day\t3');
    await page.getByRole('button', { name: 'Note 2 needs' }).click();
    await expect(page.getByText('2 needs noted')).toBeVisible();
    await expect(page.getByText('2 needs · 2 to be matched')).toBeVisible();
  });

  await test.step('arrow keys and figures match them; the gap stands first', async () => {
    const grid = page.getByRole('grid', { name: 'Needs against capabilities' });
    await expect(grid.getByRole('row').nth(1)).toContainText('Housings that keep dust out');
    await page.locator('[data-cell="0 0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('0');
    await expect(page.getByText('Housings that keep dust out: fit 0')).toBeVisible();
    await expect(page.getByText('2 needs · 1 open gap · 1 to be matched')).toBeVisible();
    await expect(grid.getByRole('row').nth(1)).toContainText('Gap');
    await expectAccessible(page, 'needs');
  });

  await test.step('the gap is answered: a capability that the catalogue does not have yet', async () => {
    await page.getByRole('button', { name: /Housings that keep dust out/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('radio', { name: 'To build' }).check();
    await drawer.getByRole('button', { name: 'To build' }).click();
    await expect(drawer.getByText('Name the capability, or describe it in the reason.')).toBeVisible();
    await drawer.getByRole('combobox', { name: 'Capability to build' }).fill('Dust chamber');
    await drawer.getByRole('button', { name: 'To build' }).click();
    await expect(page.getByText('Answered: Housings that keep dust out')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('grid')).toContainText('To build');
  });

  await test.step('g c: it stands in what our company should build, with its customer', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(page.getByRole('heading', { level: 1, name: 'Capabilities' })).toBeVisible();
    await page.getByRole('radio', { name: 'To build' }).check();
    const line = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Dust chamber' }) });
    await expect(line).toContainText('Customers: 1');
    await expect(line.getByRole('link', { name: 'Anhui Cells' })).toBeVisible();
    await expectAccessible(page, 'what to build');
  });
});
