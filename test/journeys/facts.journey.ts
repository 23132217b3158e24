import type { Page } from '@playwright/test';
import { call, expect, test } from './fixtures.ts';

const statement = 'Visitors see the test bench run on our own gauges';
const chip = (page: Page, item: string) => page.locator(`[data-item=${item}] .vf-item-value`);
const heading = (page: Page) => page.getByRole('group').getByRole('heading', { level: 3 });

/** A prospect of the demo with judgements still open. */
async function openProspect(page: Page, demo: { url: string; cookie: string } & Parameters<typeof call>[0]): Promise<number> {
  const created = (await (await call(demo, 'POST', '/api/accounts', { accounts: [{ key: `J${Date.now()}`, name: 'Journeyman Sensors' }] }, demo.cookie)).json()) as { ids: number[] };
  const id = created.ids[0]!;
  await page.goto(`${demo.url}/accounts/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Journeyman Sensors' })).toBeVisible();
  return id;
}

test('by keyboard: record a fact, judge and cite it, see it solid; withdraw the fact, see it dashed; undo', async ({ inDemo: page, demo }) => {
  const id = await openProspect(page, demo);

  await test.step('f writes a fact down; what has no source is not taken', async () => {
    await page.keyboard.press('f');
    await expect(page).toHaveURL(/tab=facts/);
    await expect(page.getByRole('textbox', { name: 'What was seen, read or said' })).toBeFocused();
    await page.keyboard.type(statement);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toHaveText('Name the source: who said it, or where it stands.');
    await page.getByRole('textbox', { name: 'Source', exact: true }).focus();
    await page.keyboard.type('Our visit, hall 2');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Recorded: ${statement}`, { exact: true })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Facts 1' })).toBeVisible();
    await expect(page.locator('.vf-fact .vf-fact-chip')).toHaveClass(/vf-proven/);
    await expect(page.getByText('nothing cites it yet')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('keys judge and go on; c cites by typing', async () => {
    await page.goto(`${demo.url}/accounts/${id}?tab=assess&at=qualityPractice`);
    await expect(heading(page)).toHaveText('Quality work');
    await page.keyboard.press('4');
    await expect(heading(page)).toHaveText('Clear specifications');
    await page.keyboard.press('3');
    await expect(page.getByText('2 of 21 assessed')).toBeVisible();
    await expect(chip(page, 'qualityPractice')).toHaveClass(/vf-assumed/);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await expect(heading(page)).toHaveText('Quality work');
    await page.keyboard.press('c');
    await page.keyboard.type('test bench');
    await expect(page.getByRole('option', { name: new RegExp(statement) })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Quality work: evidence changed')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Quality work' }).getByRole('button', { name: /^level 4/ })).toHaveClass(/vf-proven/);
    await page.keyboard.press('j');
    await expect(chip(page, 'qualityPractice')).toHaveClass(/vf-proven/);
  });

  await test.step('a fact written in the same act; Backspace withdraws, Ctrl+Z brings back', async () => {
    await page.keyboard.press('c');
    await page.keyboard.type('Drawings carry limits since June');
    await page.getByRole('option', { name: /^New fact/ }).click();
    await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Drawing 4711, rev. C');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('list', { name: 'Rests on' })).toContainText('Drawings carry limits since June');
    await expect(page.getByRole('tab', { name: 'Facts 2' })).toBeVisible();
    await expect(heading(page)).toHaveText('Clear specifications');
    await page.keyboard.press('Backspace');
    await expect(page.getByText('1 of 21 assessed')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('2 of 21 assessed')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Rests on' })).toContainText('Drawings carry limits since June');
  });

  await test.step('a red line asks for its reason', async () => {
    await page.goto(`${demo.url}/accounts/${id}?tab=assess&at=bribery`);
    await expect(heading(page)).toHaveText('Demands bribes');
    await page.keyboard.press('1');
    await expect(page.getByRole('button', { name: 'Draw the red line' })).toBeDisabled();
    await page.keyboard.type('Their buyer asked for a private commission on 3 March');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Holds the grade at D:')).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText('Holds the grade at D:')).toHaveCount(0);
  });

  await test.step('the withdrawn fact leaves the mark dashed; undo makes it solid again', async () => {
    await page.getByRole('tab', { name: /^Facts/ }).click();
    await expect(page.getByRole('link', { name: 'Quality work' })).toBeVisible();
    await page.getByRole('button', { name: `Withdraw “${statement}”` }).click();
    await expect(page.getByText(`Withdrawn: ${statement}`, { exact: true })).toBeVisible();
    await page.getByRole('tab', { name: 'Assess' }).click();
    await expect(chip(page, 'qualityPractice')).toHaveClass(/vf-assumed/);
    await page.keyboard.press('Control+z');
    await expect(chip(page, 'qualityPractice')).toHaveClass(/vf-proven/);
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect(page.getByText(`Withdrew “${statement}”`)).toBeVisible();
    await expect(page.getByText(`Recorded: “${statement}”`)).toBeVisible();
    await expect(page.getByText(/^Assessed Clear specifications 3; recorded “Drawings carry limits since June”/)).toBeVisible();
  });
});

test('several pasted lines become several facts of one web page; the overview leads to what is missing', async ({ inDemo: page, demo }) => {
  await openProspect(page, demo);
  await page.getByRole('link', { name: 'Go on assessing' }).click();
  await expect(page).toHaveURL(/tab=assess/);
  await expect(page.getByText('0 of 21 assessed')).toBeVisible();
  await page.keyboard.press('f');
  await page.getByRole('textbox', { name: 'What was seen, read or said' }).fill('- Pays within 60 days\n- Buys from two suppliers\n- Pays within 60 days');
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('https://customer.example/report');
  await page.getByRole('button', { name: 'Record 2 facts' }).click();
  await expect(page.getByText('2 facts recorded')).toBeVisible();
  const link = page.getByRole('link', { name: /customer\.example/ }).first();
  await expect(link).toHaveAttribute('href', 'https://customer.example/report');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await page.getByRole('textbox', { name: 'Find words or a source' }).fill('suppliers');
  await expect(page.locator('.vf-fact')).toHaveCount(1);
});

test('half-lives in the settings: another one, and back to the house default', async ({ inDemo: page, demo }) => {
  await page.goto(`${demo.url}/settings`);
  const field = page.getByRole('textbox', { name: 'Processes' });
  await field.fill('120');
  await field.press('Enter');
  await expect(page.getByText('Half-life of Processes changed')).toBeVisible();
  await page.getByRole('button', { name: 'Reset Processes to the house default' }).click();
  await expect(field).toHaveValue('365');
  await expect(page.getByRole('button', { name: 'Reset Processes to the house default' })).toHaveCount(0);
  await field.fill('4000');
  await field.press('Enter');
  await expect(page.getByText('A whole number from 1 to 3,650 days.')).toBeVisible();
});
