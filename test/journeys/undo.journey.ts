import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call, cookieOf, expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';
import { expectNoSidewaysScroll } from './widths.ts';

type Demo = RunningServer & { readonly cookie: string };
const card = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).and(page.locator('[data-person]'));
const toast = (page: Page) => page.locator('.vf-toast');

/** A customer with an empty map; gives the way to its page and to all that the map says. */
async function emptyMap(server: Demo, key: string, name: string): Promise<{ account: number; path: string; said: () => Promise<string> }> {
  const { ids: [account] } = await (await call(server, 'POST', '/api/accounts', { accounts: [{ key, name: `Maker ${key}` }] }, server.cookie)).json() as { ids: [number] };
  const { ids: [project] } = await (await call(server, 'POST', `/api/accounts/${account}/projects`, { name }, server.cookie)).json() as { ids: [number] };
  await call(server, 'POST', `/api/projects/${project}/map`, { from: 'empty' }, server.cookie);
  return { account, path: `/projects/${project}/map`, said: async () => JSON.stringify(await (await call(server, 'GET', `/api/projects/${project}/map`, undefined, server.cookie)).json(), null, 1) };
}

async function drag(page: Page, name: string, by: { readonly x: number; readonly y: number }): Promise<void> {
  const box = (await card(page, name).boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 40 + by.x, box.y + 20 + by.y, { steps: 4 });
  await page.mouse.up();
  await expect(toast(page)).toContainText(`${name} moved`);
}

test('five acts of different kinds on a map are taken back one by one long after, and done again', async ({ inDemo: page, demo: server }) => {
  const { path, said } = await emptyMap(server, 'UN1', 'Line 7');
  await page.goto(server.url + path);
  const states = [await said()];
  /** What was done is said, and kept; the toast is put away: nobody needs it for the keys. */
  const done = async (words: string): Promise<void> => {
    await expect(toast(page)).toContainText(words);
    await expect.poll(said).not.toBe(states.at(-1));
    states.push(await said());
    await toast(page).getByRole('button', { name: 'Close' }).click();
    await expect(toast(page)).toHaveCount(0);
  };
  await page.getByRole('button', { name: 'Add people' }).first().click();
  await page.getByRole('textbox', { name: 'Positions without a name, one a line' }).fill('Plant manager\nBuyer\nLine engineer');
  await page.getByRole('button', { name: 'Put on the map' }).click();
  await expect(page.locator('[data-person]')).toHaveCount(3);
  await done('3 people put on the map');
  await card(page, 'Buyer').focus();
  await page.keyboard.press('2');
  await done('Buyer: Supporter');
  await drag(page, 'Buyer', { x: 120, y: 40 });
  await done('Buyer moved');
  const drawer = page.getByRole('dialog');
  await card(page, 'Line engineer').click();
  await drawer.getByRole('button', { name: 'Draw a line' }).first().click();
  await drawer.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Plant manager' });
  await drawer.getByRole('button', { name: 'Draw a line' }).last().click();
  await done('Line drawn');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await card(page, 'Line engineer').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Delete');
  await done('Line engineer taken off the map');

  const words = ['3 people put on the map', 'Buyer: Supporter', 'Buyer moved', 'Line drawn', 'Line engineer taken off the map'];
  for (let n = 4; n >= 0; n -= 1) {
    await page.keyboard.press('Control+z');
    await expect(toast(page)).toContainText(`Taken back: ${words[n]}`);
    expect(await said()).toBe(states[n]);
  }
  await expect(page.locator('[data-person]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  for (const [n, key] of ['Control+Shift+z', 'Control+y', 'Control+y', 'Control+Shift+z', 'Control+y'].entries()) {
    await page.keyboard.press(key);
    await expect(toast(page)).toContainText(`Done again: ${words[n]}`);
    expect(await said()).toBe(states[n + 1]);
  }
  await expect(page.locator('[data-person]')).toHaveCount(2);

  // Pressed faster than the server answers, each press is one act, in order. A new act then ends what could be done again.
  for (const key of ['Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+y']) await page.keyboard.press(key);
  await expect(toast(page)).toContainText('Done again: Buyer: Supporter');
  expect(await said()).toBe(states[2]);
  await expect(page.locator('[data-stance="supporter"]')).toHaveCount(1);
  await card(page, 'Plant manager').focus();
  await page.keyboard.press('4');
  await expect(toast(page)).toContainText('Plant manager: ');
  await page.keyboard.press('Control+y');
  await expect(toast(page).getByRole('button', { name: 'Redo' })).toHaveCount(0);
  // The button does what the key does, step by step.
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Taken back: Plant manager: ');
  await toast(page).getByRole('button', { name: 'Undo more' }).click();
  await expect(toast(page)).toContainText('Taken back: Buyer: Supporter');
  await toast(page).getByRole('button', { name: 'Redo' }).click();
  await expect(toast(page)).toContainText('Done again: Buyer: Supporter');
  await page.getByRole('radio', { name: 'Table' }).check();
  await expectAccessible(page, 'a toast with its buttons');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, 'a toast at 390');
});

test('a card dragged several times goes back drop by drop; what is typed is the field\'s own', async ({ inDemo: page, demo: server }) => {
  const { path, said } = await emptyMap(server, 'UN2', 'Line 8');
  await page.goto(server.url + path);
  await page.getByRole('button', { name: 'Add people' }).first().click();
  await page.getByRole('textbox', { name: 'Positions without a name, one a line' }).fill('Buyer\nPlant manager');
  await page.getByRole('button', { name: 'Put on the map' }).click();
  await expect(page.locator('[data-person]')).toHaveCount(2);
  const places = async (): Promise<unknown[]> => (JSON.parse(await said()) as { map: { places: unknown[] } }).map.places;
  const before: unknown[][] = [await places()];
  for (const by of [{ x: 90, y: 30 }, { x: -60, y: 40 }, { x: 80, y: -20 }]) {
    await drag(page, 'Buyer', by);
    await expect.poll(places).not.toEqual(before.at(-1));
    before.push(await places());
  }
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+z');
  await expect.poll(places).toEqual(before[0]);
  for (let n = 0; n < 2; n += 1) await page.keyboard.press('Control+y');
  await expect.poll(places).toEqual(before[2]);

  // A field that is written in takes back its own letters, also once it is empty.
  await page.getByRole('button', { name: 'Add people' }).first().click();
  const field = page.getByRole('textbox', { name: 'Positions without a name, one a line' });
  await field.pressSequentially('Press');
  await page.keyboard.press('Control+z');
  await expect(field).not.toHaveValue('Press');
  await field.fill('');
  await field.pressSequentially('x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Taken back')).toHaveCount(0);
  expect(await places()).toEqual(before[2]);
});

test('what is refused says why and is passed over; another page says where it was; who signs out leaves nothing to take back', async ({ inDemo: page, demo: server, context }) => {
  // A session of its own: it ends here.
  const [name, value] = (await cookieOf(server)).split(/=(.*)/s) as [string, string];
  await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const { account, path, said } = await emptyMap(server, 'UN3', 'Line 9');
  await page.goto(server.url + path);
  await page.getByRole('button', { name: 'Add people' }).first().click();
  await page.getByRole('textbox', { name: 'Positions without a name, one a line' }).fill('Buyer');
  await page.getByRole('button', { name: 'Put on the map' }).click();
  for (const by of [{ x: 90, y: 30 }, { x: 60, y: 40 }]) {
    const before = await said();
    await drag(page, 'Buyer', by);
    await expect.poll(said).not.toBe(before);
  }
  // Somebody else moves the card.
  const { map } = JSON.parse(await said()) as { map: { id: number; people: { id: number }[] } };
  await call(server, 'POST', `/api/maps/${map.id}/places`, { places: [{ personId: map.people[0]!.id, x: 7, y: 7 }] }, server.cookie);
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('Not taken back: Buyer moved. This has been changed again since.');
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('Taken back: Buyer moved');

  await page.getByRole('link', { name: 'Maker UN3' }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts/${account}`));
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('Taken back: 1 person put on the map');
  await toast(page).getByRole('link', { name: /Line 9/ }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await page.keyboard.press('Control+y');
  await expect(card(page, 'Buyer')).toBeVisible();

  // From the list of changes: taken back there, it is done again with the same key.
  await page.getByRole('link', { name: 'Maker UN3' }).click();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(toast(page)).toContainText('Taken back: ');
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('Done again: ');

  await page.getByRole('button', { name: /^You: / }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(toast(page)).toHaveCount(0);
});
