import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ADVICE, adviceTable } from '../relate/adviceNetwork.ts';
import { sharedData } from '../sharedData.ts';
import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';
import { expectNoSidewaysScroll } from './widths.ts';

type Demo = RunningServer & { readonly cookie: string };

/** A customer with a project whose map is empty; gives their ids. */
async function emptyMap(server: Demo, key: string, project: string): Promise<{ account: number; project: number }> {
  const { ids: [account] } = await (await call(server, 'POST', '/api/accounts', { accounts: [{ key, name: `Maker ${key}` }] }, server.cookie)).json() as { ids: [number] };
  const { ids: [id] } = await (await call(server, 'POST', `/api/accounts/${account}/projects`, { name: project }, server.cookie)).json() as { ids: [number] };
  await call(server, 'POST', `/api/projects/${id}/map`, { from: 'empty' }, server.cookie);
  return { account, project: id };
}

const card = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).and(page.locator('[data-person]'));
const cards = (page: Page) => page.locator('[data-person]');

/** Pastes a table of "who asks whom" and draws it. */
async function pasteAdvice(page: Page, table: string, lines: number): Promise<void> {
  await page.getByRole('button', { name: 'Paste lines' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: /columns from a spreadsheet/ }).fill(table);
  await expect(drawer.getByRole('radio', { name: 'The first asks the second' })).toBeChecked();
  await drawer.getByRole('textbox', { name: /Who said it/ }).fill('Survey in March');
  await drawer.getByRole('button', { name: `Draw ${lines} lines` }).click();
  await expect(page.getByText(`${lines} lines drawn`)).toBeVisible();
}

/** Sets one thing for people who are chosen, as a document says. */
async function setForChosen(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Set for all' }).click();
  await page.getByRole('menuitem', { name: field }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('radio', { name: value }).check();
  await drawer.getByRole('combobox', { name: 'How we know' }).selectOption({ label: 'From a document' });
  await drawer.getByRole('textbox', { name: /Who said it/ }).fill('Organisation chart 2026');
  await drawer.getByRole('button', { name: 'Record' }).click();
  await expect(drawer).toBeHidden();
}

test('a table of who asks whom is pasted, several people get their rank at once, and the map shows that the boss is not the one who is asked', async ({ inDemo: page, demo: server, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { project } = await emptyMap(server, 'ME1', 'Advice');
  await page.goto(`${server.url}/projects/${project}/map`);

  // Rows that cannot be taken are named by their number; nothing is drawn until they are mended.
  await page.getByRole('button', { name: 'Paste lines' }).click();
  const drawer = page.getByRole('dialog');
  const area = drawer.getByRole('textbox', { name: /columns from a spreadsheet/ });
  await area.fill('Gu Wenbo\tJi Lan\t9\nJi Lan\tJI　LAN');
  await expect(drawer.getByText('Row 1: “9” is no weight.', { exact: false })).toBeVisible();
  await expect(drawer.getByText('Row 2: Ji Lan cannot have a line to themselves.')).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Draw', exact: true })).toBeDisabled();
  await area.fill('Gu Wenbo\tJi Lan');
  await expect(drawer.getByRole('cell', { name: 'Ji Lan → Gu Wenbo' })).toBeVisible();
  await drawer.getByRole('radio', { name: 'The first influences the second' }).check();
  await expect(drawer.getByRole('cell', { name: 'Gu Wenbo → Ji Lan' })).toBeVisible();
  await drawer.getByRole('button', { name: 'Draw 1 line' }).click();
  await expect(drawer.getByText('Name the source.', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  // All at once, taken back at once, done again at once.
  await pasteAdvice(page, adviceTable('en'), ADVICE.asks.length);
  await expect(cards(page)).toHaveCount(ADVICE.people.length);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('Done again')).toBeVisible();
  await expect(cards(page)).toHaveCount(ADVICE.people.length);

  // Everybody gets the middle rank, then those above and below: three steps instead of eleven.
  await page.keyboard.press('Control+a');
  await expect(page.getByText('11 people chosen')).toBeVisible();
  await setForChosen(page, 'Authority', '3');
  await expect(page.getByText('Authority recorded for 11 people')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Taken back')).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('Done again')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('people chosen')).toHaveCount(0);
  for (const level of [5, 4, 2, 1] as const) {
    for (const { en } of ADVICE.people.filter(({ authority }) => authority === level)) await card(page, en).click({ modifiers: ['Shift'] });
    await setForChosen(page, 'Authority', String(level));
    await page.getByRole('button', { name: 'Clear' }).click();
  }

  const rail = page.getByRole('complementary', { name: 'What the map says' });
  const section = (name: string) => rail.locator('section').filter({ has: page.getByRole('heading', { name }) });
  await expect(section('Asked most').getByRole('listitem').first()).toHaveText(`${ADVICE.asked.en} 8 people`);
  await expect(section('More influence than rank').getByRole('listitem').first()).toContainText(ADVICE.underrated.en);
  await expect(section('More rank than influence').getByRole('listitem').first()).toContainText(ADVICE.overrated.en);
  await page.getByRole('radio', { name: 'Table' }).check();
  await page.getByRole('button', { name: 'Asked by' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText(ADVICE.asked.en);
  await expect(page.getByRole('row', { name: new RegExp(ADVICE.boss.en) }).getByRole('cell').nth(4)).toHaveText('2');
  await page.getByRole('checkbox', { name: `Choose ${ADVICE.boss.en}` }).check();
  await expect(page.getByText('1 person chosen')).toBeVisible();
  await expectAccessible(page, 'map as a table with somebody chosen');

  // Out to Excel, and the same rows in again are the same lines.
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Copy lines (Excel)' }).click();
  await expect(page.getByText('18 lines copied', { exact: false })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(ADVICE.asks.length + 1);
  expect(copied.split('\n')[1]!.split('\t').slice(0, 4)).toEqual([ADVICE.people[1].en, ADVICE.people[0].en, '1', 'Influence']);
  await page.getByRole('button', { name: 'Paste lines' }).click();
  await area.fill(copied);
  await expect(drawer.getByRole('radio', { name: 'The first influences the second' })).toBeChecked();
  await expect(drawer.getByRole('button', { name: 'Draw 18 lines' })).toBeEnabled();
  await expect(drawer.getByText('not known yet')).toHaveCount(0);
  await expectAccessible(page, 'pasting lines');
});

test('several people are chosen with a rectangle, moved by keys, taken off and brought back; a position gets its name, and becomes one with somebody known', async ({ inDemo: page, demo: server }) => {
  const { account, project } = await emptyMap(server, 'ME2', 'Line 4');
  const today = new Date().toISOString().slice(0, 10);
  await call(server, 'POST', '/api/people', { people: [{ name: '王芳', accountId: account, title: 'Finance', source: 'Card', collectedOn: today }] }, server.cookie);
  await page.goto(`${server.url}/projects/${project}/map`);
  await page.getByRole('button', { name: 'Add people' }).first().click();
  await page.getByRole('textbox', { name: 'Positions without a name, one a line' }).fill('The CFO\nPlant manager\nBuyer');
  await page.getByRole('button', { name: 'Put on the map' }).click();
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(0);
  const found = async (): Promise<number> => ((await (await call(server, 'GET', `/api/accounts/${account}/people?q=CFO`, undefined, server.cookie)).json()) as { rows: unknown[] }).rows.length;
  expect(await found()).toBe(0);
  await page.keyboard.press('Control+y');
  await expect(cards(page)).toHaveCount(3);
  expect(await found()).toBe(1);

  // A rectangle with Shift held; without Shift the canvas is panned.
  const frame = (await page.locator('.vf-map-frame').boundingBox())!;
  await page.keyboard.down('Shift');
  await page.mouse.move(frame.x + 5, frame.y + 5);
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width - 5, frame.y + frame.height - 60, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByText('3 people chosen')).toBeVisible();
  // On a tablet the bar stands below the canvas: it covers no card.
  const wide = page.viewportSize()!;
  await page.setViewportSize({ width: 768, height: 1024 });
  const [bar, canvas] = await page.evaluate(() => ['.vf-map-chosen', '.vf-map-frame'].map((one) => document.querySelector(one)!.getBoundingClientRect()) as [DOMRect, DOMRect]);
  expect(bar.top).toBeGreaterThanOrEqual(canvas.bottom);
  await page.setViewportSize(wide);
  await card(page, 'Buyer').click({ modifiers: ['Shift'] });
  await expect(page.getByText('2 people chosen')).toBeVisible();
  const placeOf = async (name: string): Promise<number> => (await card(page, name).boundingBox())!.x;
  const before = [await placeOf('The CFO'), await placeOf('Plant manager'), await placeOf('Buyer')];
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('2 people moved')).toBeVisible();
  expect([await placeOf('The CFO'), await placeOf('Plant manager'), await placeOf('Buyer')].map((x, n) => Math.sign(Math.round(x - before[n]!)))).toEqual([1, 1, 0]);
  const box = (await card(page, 'The CFO').boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 80, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText('2 people moved')).toBeVisible();
  const [moved] = [(await card(page, 'Plant manager').boundingBox())!];
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await card(page, 'Plant manager').boundingBox())!.y).toBeLessThan(moved.y - 20);
  // One key sets the stance of all who are chosen.
  await card(page, 'The CFO').focus();
  await page.keyboard.press('2');
  await expect(page.locator('[data-person][data-stance="supporter"][data-state="assumed"]')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(page.getByText('2 people taken off the map')).toBeVisible();
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(page.getByText('people chosen')).toHaveCount(0);
  await card(page, 'Buyer').focus();
  await page.keyboard.press('x');
  await expect(page.getByText('1 person chosen')).toBeVisible();
  await page.keyboard.press('Escape');
  // By touch, without a key: the button makes dragging choose, and a tap adds.
  await page.getByRole('button', { name: 'Choose several' }).click();
  await card(page, 'Buyer').click();
  await expect(page.getByText('1 person chosen')).toBeVisible();
  await card(page, 'Buyer').click();
  await page.getByRole('button', { name: 'Choose several' }).click();

  // The position gets a name, and again none.
  const drawer = page.getByRole('dialog');
  await card(page, 'The CFO').click();
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Zhao Lei');
  await drawer.getByRole('button', { name: 'Name them Zhao Lei' }).click();
  await expect(drawer.getByText('Say where the name is from.')).toBeVisible();
  await drawer.getByRole('textbox', { name: /where it stands/ }).fill('Mr Qian, on the phone');
  await drawer.getByRole('button', { name: 'Name them Zhao Lei' }).click();
  await expect(page.getByText('The CFO is Zhao Lei')).toBeVisible();
  await expect(card(page, 'Zhao Lei')).toHaveAttribute('data-stance', 'supporter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(card(page, 'The CFO')).toBeVisible();

  // It is somebody we know: found by pinyin, and the two become one.
  await page.getByRole('radio', { name: 'Table' }).check();
  await page.getByRole('cell').getByRole('button', { name: 'The CFO' }).click();
  await drawer.getByRole('textbox', { name: 'Name' }).fill('wangfang');
  await expectAccessible(page, 'naming a position');
  await drawer.getByRole('button', { name: 'This is 王芳' }).click();
  await expect(page.getByText('The CFO and 王芳 are one')).toBeVisible();
  await expect(drawer.getByText('Who is it?')).toHaveCount(0);
  await drawer.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole('radio', { name: 'Map' }).check();
  await expect(card(page, '王芳')).toHaveAttribute('data-stance', 'supporter');
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(card(page, 'The CFO')).toBeVisible();
});

test('a project is renamed, closed and opened again, and withdrawn; each can be taken back', async ({ inDemo: page, demo: server }) => {
  const { account, project } = await emptyMap(server, 'ME3', 'Press shop');
  await page.goto(`${server.url}/projects/${project}/map`);
  const drawer = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Edit project' }).click();
  await drawer.getByRole('textbox', { name: 'What is decided' }).fill('Press shop, second line');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Press shop, second line' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1, name: /^Press shop$/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('heading', { level: 1, name: 'Press shop, second line' })).toBeVisible();
  await page.getByRole('button', { name: 'Edit project' }).click();
  await drawer.getByRole('textbox', { name: 'Note' }).fill('Decision in May');
  await drawer.getByRole('button', { name: 'Close today' }).click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Decision in May')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).getByText(/^closed/)).toBeVisible();

  await page.goto(`${server.url}/accounts/${account}?tab=projects`);
  await page.getByRole('button', { name: 'Edit project: Press shop, second line' }).click();
  await drawer.getByRole('button', { name: 'Reopen' }).click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Project reopened')).toBeVisible();
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `projects at ${width}`);
  }
  await page.getByRole('link', { name: 'Press shop, second line' }).click();
  await page.getByRole('button', { name: 'Edit project' }).click();
  await expectAccessible(page, 'editing a project');
  await drawer.getByRole('button', { name: 'Withdraw this project' }).click();
  await expect(page).toHaveURL(/tab=projects/);
  await expect(page.getByRole('link', { name: 'Press shop, second line' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('main').getByRole('link', { name: 'Press shop, second line' })).toBeVisible();
});

const folder = '06_influence_networks';
test('Krackhardt (1987): on the map of 21 managers a vice president, not the CEO, is asked most (shared data)', async ({ inDemo: page, demo: server }) => {
  test.skip(sharedData(`${folder}/krackhardt_advice_edges.csv`) === null, 'the shared data is not here');
  const rowsOf = (name: string) => readFileSync(sharedData(`${folder}/krackhardt_${name}.csv`)!, 'utf8').trim().split(/\r?\n/).slice(1).map((row) => row.split(',').map(Number));
  const called = (id: number): string => `Manager ${String(id).padStart(2, '0')}`;
  const { project } = await emptyMap(server, 'ME4', 'Managers');
  await page.goto(`${server.url}/projects/${project}/map`);
  const edges = rowsOf('advice_edges');
  await pasteAdvice(page, ['Who\tAsks whom', ...edges.map(([asks, asked]) => `${called(asks!)}\t${called(asked!)}`)].join('\n'), edges.length);
  await expect(cards(page)).toHaveCount(21);
  await page.getByRole('radio', { name: 'Table' }).check();
  for (const level of [1, 2, 3]) {
    for (const [id] of rowsOf('managers_nodes').filter((row) => row[3] === level)) await page.getByRole('checkbox', { name: `Choose ${called(id!)}` }).check();
    await setForChosen(page, 'Authority', String(6 - level));
    await page.getByRole('button', { name: 'Clear' }).click();
  }
  await page.getByRole('button', { name: 'Asked by' }).click();
  const rowOf = (id: number) => page.getByRole('row', { name: new RegExp(called(id)) });
  await expect(page.getByRole('row').nth(1)).toContainText(called(2));
  await expect(rowOf(2).getByRole('cell').nth(4)).toHaveText('18');
  await expect(rowOf(7).getByRole('cell').nth(4)).toHaveText('13');
  await page.getByRole('button', { name: 'Real influence' }).click();
  // Weighed by who asks, it is another of the vice presidents, and still not the CEO.
  await expect(page.getByRole('row').nth(1)).toContainText(called(21));
  const rail = page.getByRole('complementary', { name: 'What the map says' });
  await expect(rail.locator('section').filter({ has: page.getByRole('heading', { name: 'Asked most' }) }).getByRole('listitem').first()).toHaveText(`${called(2)} 18 people`);
  for (const name of ['More influence than rank', 'More rank than influence']) await expect(rail.locator('section').filter({ has: page.getByRole('heading', { name }) }).getByRole('listitem').first()).toBeVisible();
});
