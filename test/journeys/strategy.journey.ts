import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

test('what business they are in, goals from a spreadsheet, an organisation brought twice and compared', async ({ inDemo: page, demo: server }) => {
  const made = await call(server, 'POST', '/api/accounts', { accounts: [{ key: 'STRATEGY-1', name: 'Aeolus Acoustics' }] }, server.cookie);
  const { ids: [id] } = await made.json() as { ids: [number] };
  await call(server, 'POST', `/api/accounts/${id}/facts`, { facts: [{ kind: 'strategy', statement: 'Invests 320 million in Penang', evidence: 'document', source: 'Annual report, p. 12', observedOn: new Date().toISOString().slice(0, 10) }] }, server.cookie);
  await page.goto(`${server.url}/accounts/${id}?tab=insight&part=strategy`);

  await test.step('the statement is dashed without a fact, solid with one, and the former stays as history', async () => {
    await page.getByRole('button', { name: 'State it' }).click();
    await page.getByRole('textbox', { name: 'They sell' }).fill('Micro speakers');
    await page.getByRole('textbox', { name: 'They are really in the business of' }).fill('Launch days');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.vf-strategy-statement')).toHaveClass(/vf-assumed/);
    await page.getByRole('button', { name: 'State it anew' }).click();
    await page.getByRole('combobox', { name: 'Rests on' }).fill('Penang');
    await page.getByTitle(/Invests 320 million in Penang/).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('.vf-strategy-statement')).toHaveClass(/vf-proven/);
    await expect(page.getByText('1 earlier statement')).toBeVisible();
  });

  await test.step('rows of a spreadsheet are shown as understood; a fault keeps them back; undo takes all of them', async () => {
    await page.getByRole('button', { name: 'Paste from Excel' }).click();
    const rows = page.getByRole('textbox', { name: 'Rows' });
    await rows.fill('text\tkind\tamount\tend\nPlant in Penang\tinvestment\t320,000,000\t2099\nDouble sales\tgoal\tlots\t');
    await expect(page.getByText('row 3: amount is no number')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add 2 lines' })).toBeDisabled();
    await rows.fill('text\tkind\tamount\tend\nPlant in Penang\tinvestment\t320,000,000\t2099\nDouble sales\tgoal\t\t');
    await page.getByRole('button', { name: 'Add 2 lines' }).click();
    await expect(page.getByText('2 lines added')).toBeVisible();
    await expect(page.locator('.vf-strategy-lane', { hasText: 'Long' }).getByText('Plant in Penang')).toBeVisible();
    await expect(page.locator('.vf-strategy-item')).toHaveCount(2);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.locator('.vf-strategy-item')).toHaveCount(0);
  });

  const bring = async (text: string, asOf: string): Promise<void> => {
    await page.getByRole('button', { name: 'Bring an organisation' }).click();
    await page.getByRole('textbox', { name: 'Table or list' }).fill(text);
    await page.getByLabel('As of', { exact: true }).fill(asOf);
    await page.getByRole('button', { name: /^Keep \d/ }).click();
    await expect(page.getByText(/^Organisation as of .* kept/)).toBeVisible();
  };
  await test.step('an organisation with faults is not kept; a good one is a tree for the keyboard', async () => {
    await page.getByRole('button', { name: 'Bring an organisation' }).click();
    await page.getByRole('textbox', { name: 'Table or list' }).fill('Code\tName\tParent\tManager\n1\tGroup\t\tSomebody\n2\tSales\t9\t');
    await expect(page.getByText('Row 3 names “9” as the unit above, which is not in the table')).toBeVisible();
    await expect(page.getByText('Left out, names of persons: Manager')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Keep/ })).toBeDisabled();
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await bring('Code\tName\tParent\tHead\n1\tGroup\t\tPresident\n2\tBuying\t1\tCPO\n3\tR&D\t1\t\n4\tLab\t3\t', '2025-01-01');
    const tree = page.getByRole('tree', { name: 'Organisation as a tree' });
    await tree.getByRole('treeitem', { name: /Group/ }).focus();
    await page.keyboard.press('End');
    await expect(tree.getByRole('treeitem', { name: /Lab/ })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('treeitem', { name: /R&D/ })).toHaveAttribute('aria-expanded', 'false');
    await expect(tree.getByRole('treeitem', { name: /Lab/ })).toHaveCount(0);
  });

  await test.step('a second version is compared in words; an earlier day shows the earlier one', async () => {
    await bring('Code\tName\tParent\tHead\n1\tGroup\t\tPresident\n2\tSupply chain\t1\tCPO\n3\tR&D\t2\t\n4\tLab\t3\t\n5\tQuality\t1\t', '2026-02-01');
    await expect(page.getByText('Buying is now called Supply chain')).toBeVisible();
    await expect(page.getByText('R&D moved from Group to Group / Supply chain')).toBeVisible();
    await expect(page.getByText('Quality is new, below Group')).toBeVisible();
    await page.getByLabel('As it was on').fill('2025-06-01');
    await expect(page.getByRole('treeitem', { name: /Buying/ })).toBeVisible();
    await page.getByLabel('As it was on').fill('2024-06-01');
    await expect(page.getByText(/^Nothing is known of/)).toBeVisible();
  });

  await page.getByLabel('As it was on').fill('2025-06-01');
  await expect(page.getByRole('treeitem', { name: /Buying/ })).toBeVisible();
  await expectAccessible(page, 'strategy');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, 'strategy at 390');
});
