import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const WALLET = ['Category\tUnit\tSize\tOurs %\tArbor %\tBirch %\tWhite space %', 'Glue\tPhones\t10,000,000\t20%\t50%\t?\t', 'Tape\tPhones\t4,000,000\t\t80%\t\t20%', 'Film\tTablets\t\t10%\t\t\t', 'Total\t\t14,000,000\t\t\t\t'].join('\n');

test('a wallet is pasted, a goal set, moves planned in two scenarios, and the result is the server’s; printed on one sheet, undone in one step', async ({ inDemo: page, demo: server, context }) => {
  const made = await call(server, 'POST', '/api/accounts', { accounts: [{ key: 'S1', name: 'Aeolus Mobile' }] }, server.cookie);
  const { ids: [id] } = await made.json() as { ids: [number] };
  await call(server, 'POST', `/api/accounts/${id}/opportunities`, { opportunities: [{ title: 'Second source for glue' }] }, server.cookie);
  const sand = async () => await (await call(server, 'GET', `/api/accounts/${id}/sand?period=2027`, undefined, server.cookie)).json() as { lines: { category: string; size: number | null; shares: { holder: string; supplier: string | null; percent: number | null }[] }[]; scenarios: { id: number; name: string; moves: unknown[] }[] };
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${server.url}/accounts/${id}?tab=insight&part=sand&period=2027`);
  await expect(page.getByText(/draw the board/)).toBeVisible();
  await page.getByRole('button', { name: 'Enter the first line' }).click();
  await expect(page.getByRole('textbox', { name: 'Category, New line' })).toBeFocused();

  // A block from Excel: the row of sums is none, an empty cell is unknown.
  await page.evaluate((text) => navigator.clipboard.writeText(text), WALLET);
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('img', { name: /Treemap of 3 lines/ })).toBeVisible();
  expect((await sand()).lines.map((line) => [line.category, line.size, line.shares.map((share) => [share.supplier ?? share.holder, share.percent])])).toEqual([
    ['Glue', 1_000_000_000, [['ours', 20], ['Arbor', 50], ['Birch', null]]], ['Tape', 400_000_000, [['Arbor', 80], ['open', 20]]], ['Film', null, [['ours', 10]]]]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/draw the board/).or(page.getByRole('textbox', { name: 'Category, New line' })).first()).toBeVisible();
  await expect.poll(async () => (await sand()).lines.length).toBe(0);
  await page.getByRole('textbox', { name: 'Category, New line' }).focus();
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('img', { name: /Treemap of 3 lines/ })).toBeVisible();

  // One cell by keyboard: the row is kept when it is left.
  await page.getByRole('gridcell', { name: /^Film$/ }).or(page.getByRole('gridcell').filter({ hasText: /^Film$/ })).first().click();
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.type('2.5m');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await sand()).lines[2]!.size).toBe(250_000_000);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await sand()).lines[2]!.size).toBe(null);
  await expect(page.getByText('1 line of unknown size not in it')).toBeVisible();

  await page.getByRole('button', { name: 'Set a goal' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('2.8m');
  await page.getByRole('button', { name: 'Keep the goal' }).click();
  await expect(page.getByText('Goal kept')).toBeVisible();
  await page.getByRole('button', { name: 'Set a goal' }).click();
  await page.getByRole('textbox', { name: 'At most, % of all wallets' }).fill('50');
  await page.getByRole('button', { name: 'Keep the goal' }).click();
  await expect(page.getByText('Arbor at most 50%').first()).toBeVisible();

  await page.getByRole('button', { name: 'New scenario' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Base');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Base' })).toBeVisible();
  const plan = async (line: RegExp, from: string, points: [string, string, string], chance: string, carried?: RegExp): Promise<void> => {
    await page.getByRole('button', { name: 'Plan a move' }).click();
    const drawer = page.getByRole('dialog', { name: 'Plan a move' });
    const choose = async (label: string, option: RegExp | string): Promise<void> => {
      await drawer.getByRole('combobox', { name: label }).click();
      await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: option }).first().click();
    };
    await choose('Line of the wallet', line);
    await choose('Points come from', from);
    for (const [n, name] of ['Low', 'Likely', 'High'].entries()) await drawer.getByRole('textbox', { name, exact: true }).fill(points[n]!);
    await drawer.getByRole('textbox', { name: /^Chance/ }).fill(chance);
    if (carried) await choose('Opportunity point that carries it', carried);
    await drawer.getByRole('button', { name: 'Keep the move' }).click();
    await expect(drawer).toBeHidden();
  };
  await plan(/Glue/, 'Arbor', ['5', '10', '15'], '60', /Second source/);
  await plan(/Tape/, 'White space', ['10', '15', '60'], '50');
  await expect(page.getByText(/there is no more to take \(room 20/)).toBeVisible();

  const [base] = (await sand()).scenarios;
  const simulated = await (await call(server, 'GET', `/api/scenarios/${base!.id}/simulation`, undefined, server.cookie)).json() as { p50: number; chance: number };
  const millions = (minor: number): string => (minor / 1e8).toFixed(2).replace(/\.?0+$/, '');
  const outcome = page.getByRole('region', { name: 'Expected result' });
  await expect(outcome).toContainText(`the middle is CN¥${millions(simulated.p50)}M`);
  await expect(outcome).toContainText(`reached in ${Math.round(simulated.chance * 100)} of 100 futures`);

  await page.getByRole('button', { name: 'Scenarios: Base' }).click();
  await page.getByRole('menuitem', { name: 'Copy this scenario' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bold');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Bold' })).toHaveAttribute('aria-selected', 'true');
  await plan(/Tape/, 'Arbor', ['10', '20', '30'], '80');
  const compare = page.getByRole('region', { name: 'Scenarios side by side' }).first();
  await expect(compare.getByRole('row', { name: /^Base/ })).toContainText(`CN¥${millions(simulated.p50)}M`);
  const bold = await (await call(server, 'GET', `/api/scenarios/${(await sand()).scenarios[1]!.id}/simulation`, undefined, server.cookie)).json() as { p50: number };
  expect(bold.p50).toBeGreaterThan(simulated.p50);
  await expect(compare.getByRole('row', { name: /^Bold/ })).toContainText(`CN¥${millions(bold.p50)}M`);
  await expectAccessible(page, 'sand table');

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox ?\[[^\]]*\]/g)!;
  expect(sheets).toHaveLength(1);
  expect(sheets[0]).toMatch(/0 0 1191(\.\d+)? 84\d/);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  for (const width of [390, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `sand table at ${width}`);
  }
});
