import { call, expect, test } from './fixtures.ts';

test('a form that is sent too early names what is missing and puts the cursor there', async ({ inDemo: page, demo: server }) => {
  const post = async (path: string, body: unknown) => await (await call(server, 'POST', path, body, server.cookie)).json() as { ids: [number] };
  const today = new Date().toISOString().slice(0, 10);
  await post('/api/people', { people: [{ kind: 'outsider', name: 'Ottilie Brehm', organisation: 'Institute of Brehm', source: 'card', collectedOn: today }] });
  const { ids: [account] } = await post('/api/accounts', { accounts: [{ key: 'ND1', name: 'Maker ND1' }] });
  const drawer = page.getByRole('dialog');

  await test.step('telling a tie: whom, then how it is known', async () => {
    await page.goto(`${server.url}/introductions`);
    await page.getByRole('button', { name: 'Tell a tie' }).first().click();
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer.getByRole('combobox', { name: 'knows whom' })).toBeFocused();
    await expect(drawer.getByText('Needed.')).toHaveCount(2);
    await page.keyboard.type('Ottilie');
    await expect(page.locator('.vf-person-option', { hasText: 'Ottilie Brehm' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(drawer.getByText('Needed.')).toHaveCount(1);
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer.getByRole('textbox', { name: 'How you know it' })).toBeFocused();
    await page.keyboard.type('Four years in one office');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Tie told')).toBeVisible();
    await expect(drawer).toBeHidden();
  });

  await test.step('a project, people on its map, a line, and one thing for several', async () => {
    await page.goto(`${server.url}/accounts/${account}?tab=projects`);
    const name = page.locator('#project-name');
    await page.locator('.vf-project-new button[type=submit]').click();
    await expect(name).toBeFocused();
    await expect(page.getByRole('alert')).toBeVisible();
    await name.fill('Needed');
    await name.press('Enter');
    await page.getByRole('button', { name: 'Start empty' }).click();
    await page.getByRole('button', { name: 'Add people' }).first().click();
    await drawer.getByRole('button', { name: 'Put on the map' }).click();
    await expect(drawer.getByText('Write down a position, or tick somebody below.')).toBeVisible();
    await expect(drawer.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.type('Head of quality');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Chief buyer');
    await page.keyboard.press('Control+Enter');
    await expect(drawer).toBeHidden();
    await page.getByRole('radio', { name: 'Table' }).check();
    await page.getByRole('checkbox', { name: 'Choose all' }).check();
    await page.getByRole('button', { name: 'Set for all' }).click();
    await page.getByRole('menuitem', { name: 'Stance' }).click();
    await drawer.getByRole('button', { name: 'Record' }).click();
    await expect(drawer.getByText('Choose a value.')).toBeVisible();
    await expect(drawer.getByRole('radio', { name: 'Champion' })).toBeFocused();
  });
});
