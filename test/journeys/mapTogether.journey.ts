import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call, cookieOf, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const LI = { name: 'Li Wei', email: 'liwei@journeys.test', password: 'correct horse battery' };

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** Opens what one thing of a person is set with, in the table. */
async function change(page: Page, person: string, field: string) {
  await rowOf(page, person).getByRole('button', { name: person }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: `Change: ${field}` }).click();
  return drawer;
}

test('two people set the stance of one person at once: the second is told, and chooses', async ({ inDemo: page, demo: server, browser }) => {
  await call(server, 'POST', '/api/members', { ...LI, role: 'director' }, server.cookie);
  const cookie = await cookieOf(server, LI);
  const post = async (path: string, body: unknown, who = server.cookie) => await (await call(server, 'POST', path, body, who)).json() as { ids: [number]; people: [number, number, number] };
  const { ids: [account] } = await post('/api/accounts', { accounts: [{ key: 'MT1', name: 'Maker MT1' }] });
  const { ids: [project] } = await post(`/api/accounts/${account}/projects`, { name: 'Together' });
  const { ids: [map] } = await post(`/api/projects/${project}/map`, { from: 'empty' });
  const { people: [, head, buyer] } = await post(`/api/maps/${map}/people`, { unnamed: [{ title: 'Finance director' }, { title: 'Head of quality' }, { title: 'Chief buyer' }] });
  const today = new Date().toISOString().slice(0, 10);
  const liSets = (personId: number, field: string, value: string) => post(`/api/maps/${map}/marks`, { marks: [{ personId, field, value, evidence: 'person', observedOn: today, note: 'On the phone' }] }, cookie);
  const address = `${server.url}/projects/${project}/map`;
  await page.goto(address);
  await page.getByRole('radio', { name: 'Table' }).check();

  await test.step('while the first chooses, the second records; the first sees it before anything is sent', async () => {
    const mine = await change(page, 'Finance director', 'Stance');
    await mine.getByRole('radio', { name: 'Opposed' }).check();
    const context = await browser.newContext({ locale: 'en-GB' });
    const at = cookie.indexOf('=');
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.url, httpOnly: true, sameSite: 'Lax' }]);
    const theirs = await context.newPage();
    await theirs.goto(address);
    await theirs.getByRole('radio', { name: 'Table' }).check();
    const drawer = await change(theirs, 'Finance director', 'Stance');
    await drawer.getByRole('radio', { name: 'Supporter' }).check();
    await drawer.getByRole('combobox', { name: 'How we know' }).selectOption({ label: 'Told by the person' });
    await drawer.getByRole('textbox', { name: /Who said it/ }).fill('On the phone');
    await drawer.getByRole('button', { name: 'Record' }).click();
    await expect(theirs.getByText('Finance director: Stance recorded')).toBeVisible();
    await context.close();

    await expect(mine.getByRole('alert')).toContainText(/Li Wei set “Supporter” \(told by the person, (today|\d.*)\) while you were choosing\. Yours: “Opposed”\./);
    await expect(mine.getByRole('button', { name: 'Record' })).toHaveCount(0);
    await expectAccessible(page, 'two on one map');
    await mine.getByRole('textbox', { name: /Who said it/ }).fill('Said so at the fair');
    await mine.getByRole('button', { name: 'Set mine' }).click();
    await expect(page.getByText('Finance director: Stance recorded')).toBeVisible();
    // Both are remembered.
    await mine.getByText('What was said before').click();
    await expect(mine.locator('.vf-actor-history')).toContainText('Supporter');
    await expect(mine.locator('.vf-actor-history')).toContainText('Opposed');
    await page.keyboard.press('Escape');
    await expect(mine).toBeHidden();
  });

  // From here nothing is heard of others: what the server refuses must say it.
  await page.route('**/api/stream', (route) => route.abort());
  await page.reload();
  await page.getByRole('radio', { name: 'Table' }).check();

  await test.step('who has not heard of it is refused, told, and keeps theirs', async () => {
    const drawer = await change(page, 'Head of quality', 'Influence');
    await liSets(head, 'influence', 'inner');
    await drawer.getByRole('radio', { name: 'Outside' }).check();
    await drawer.getByRole('textbox', { name: /Who said it/ }).fill('Seen at the fair');
    await drawer.getByRole('button', { name: 'Record' }).click();
    await expect(drawer.getByRole('alert')).toContainText('Li Wei set “Inner circle”');
    await drawer.getByRole('button', { name: 'Keep theirs' }).click();
    await expect(drawer.getByRole('alert')).toHaveCount(0);
    await expect(drawer.getByRole('listitem').filter({ hasText: 'Influence' }).first()).toContainText('Inner circle');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('of several at once the one in question is named; on a phone too', async () => {
    await page.getByRole('checkbox', { name: 'Choose all' }).check();
    await page.getByRole('button', { name: 'Set for all' }).click();
    await page.getByRole('menuitem', { name: 'How close we are' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('radio', { name: 'Brief' }).check();
    await liSets(buyer, 'closeness', 'depth');
    await drawer.getByRole('combobox', { name: 'How we know' }).selectOption({ label: 'Inferred' });
    await drawer.getByRole('button', { name: 'Record' }).click();
    await expect(drawer.getByRole('alert').getByRole('listitem')).toHaveText([/^Chief buyer Li Wei set/]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page, 'two on one map');
    await page.setViewportSize({ width: 1440, height: 900 });
    await drawer.getByRole('button', { name: 'Keep theirs, set the other 2' }).click();
    await expect(page.getByText('How close we are recorded for 2 people')).toBeVisible();
    await page.getByRole('button', { name: 'Clear' }).click();
  });

  await test.step('one key is asked about too', async () => {
    await page.getByRole('radio', { name: 'Map' }).check();
    await liSets(buyer, 'stance', 'champion');
    await page.getByRole('button', { name: /^Chief buyer/ }).and(page.locator('[data-person]')).focus();
    await page.keyboard.press('5');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('alert')).toContainText(/Li Wei set “Champion” .* Yours: “Opposed”\./);
    await drawer.getByRole('button', { name: 'Set mine' }).click();
    await expect(page.getByText('Chief buyer: Opposed recorded')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Chief buyer.*Opposed/ }).and(page.locator('[data-person]'))).toBeVisible();
  });
});
