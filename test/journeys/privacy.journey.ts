import { expectAccessible } from './axe.ts';
import { ADA, call, cookieOf, expect, test } from './fixtures.ts';

const NORA = { name: 'Nora Quist', email: 'nora@journeys.test', password: 'correct horse battery' };
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const TODAY = day(0);

// On a server of its own: what is erased is gone for every other journey.
test('whoever asks to be forgotten is, also where a colleague keeps them private; whose time of keeping ends is kept, taken back, kept or erased', async ({ empty: server, page, context }) => {
  await call(server, 'POST', '/api/setup/administrator', { ...ADA, workspace: 'Privacy' });
  const ada = await cookieOf(server);
  await call(server, 'POST', '/api/members', { ...NORA, role: 'manager' }, ada);
  const nora = await cookieOf(server, NORA);
  const ids = async (path: string, body: unknown, cookie: string): Promise<number[]> => ((await (await call(server, 'POST', path, body, cookie)).json()) as { ids: number[] }).ids;
  const [account] = await ids('/api/accounts', { accounts: [{ key: 'OSPREY', name: 'Osprey Turbines' }] }, ada);
  const asked = { name: 'Ida Ulm', source: 'Card', collectedOn: TODAY, items: [{ kind: 'phone', value: '+86 139 0000 0777', source: 'Card', collectedOn: TODAY }] };
  const due = (name: string, retainUntil: string) => ({ kind: 'customer', accountId: account, name, source: 'Card', collectedOn: TODAY, retainUntil });
  await ids('/api/people', { people: [{ ...asked, kind: 'customer', accountId: account }, { ...asked, kind: 'customer', accountId: account, items: [] }, due('Wang Fang', day(3)), due('Li Qiang', day(9)), due('Zhao Min', day(20))] }, ada);
  const [hers] = await ids('/api/people', { people: [{ ...asked, kind: 'contact' }] }, nora);
  await call(server, 'POST', `/api/people/${hers}/private`, { private: true }, nora);
  const [name, value] = ada.split(/=(.*)/s);
  await context.addCookies([{ name: name!, value: value!, url: server.url, httpOnly: true, sameSite: 'Lax' }]);

  await test.step('name and number reach every entry of her, the private one too; a namesake without that number stays', async () => {
    await page.goto(`${server.url}/settings`);
    const form = page.getByRole('region', { name: 'Privacy' }).or(page.locator('section').filter({ has: page.getByRole('heading', { name: 'Privacy' }) })).first();
    const erase = form.getByRole('button', { name: 'Erase everywhere' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Ida Ulm');
    await form.getByRole('textbox', { name: 'Telephone, e-mail or WeChat' }).fill('139-0000-0778');
    await expect(erase).toBeDisabled();
    await form.getByRole('textbox', { name: 'Who asked, and when' }).fill('Asked in writing on 3 March');
    const goAway = async (): Promise<void> => {
      await erase.click();
      await page.getByRole('button', { name: 'Erase for good' }).click();
    };
    await goAway();
    await expect(page.getByText('No entry fits this name and number.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Telephone, e-mail or WeChat' }).fill('139-0000-0777');
    await goAway();
    await expect(page.getByText('2 entries erased', { exact: false })).toBeVisible();
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('');
    await expect(form.getByRole('region', { name: 'Register of erasures' }).getByRole('listitem')).toContainText('2 entries');
    await expectAccessible(page, 'privacy in the settings');
    expect(((await (await call(server, 'GET', '/api/contacts', undefined, nora)).json()) as { rows: unknown[] }).rows).toEqual([]);
    await form.getByRole('link', { name: 'All requests in the audit' }).click();
    await expect(page.getByText('Asked in writing on 3 March', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('Ida Ulm');
  });

  await test.step('of three whose time ends two are kept longer at once; Ctrl+Z makes them due again', async () => {
    await page.goto(`${server.url}/accounts/${account}?tab=people`);
    await expect(page.getByRole('row').filter({ hasText: 'Ida Ulm' })).toHaveCount(1);
    const note = page.getByText('The time of keeping ends for 3 people');
    await expect(note).toBeVisible();
    await page.getByRole('button', { name: 'Decide' }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('checkbox', { name: 'Choose Wang Fang' })).toBeChecked();
    await drawer.getByRole('checkbox', { name: 'Choose Zhao Min' }).uncheck();
    await expectAccessible(page, 'keep or erase');
    await drawer.getByRole('button', { name: 'Keep 2 people longer' }).click();
    await expect(page.getByText('2 people kept longer')).toBeVisible();
    await expect(drawer.getByRole('checkbox', { name: 'Choose Wang Fang' })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(drawer.getByRole('checkbox', { name: 'Choose Wang Fang' })).toBeVisible();
  });

  await test.step('kept again, and the third erased with a reason; nobody is left to decide on', async () => {
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('checkbox', { name: 'All' }).check();
    await drawer.getByRole('checkbox', { name: 'Choose Zhao Min' }).uncheck();
    await drawer.getByRole('button', { name: 'Keep 2 people longer' }).click();
    await expect(drawer.getByRole('checkbox', { name: 'Choose Zhao Min' })).toBeChecked();
    await expect(drawer.getByRole('button', { name: 'Erase 1 person' })).toBeDisabled();
    await drawer.getByRole('textbox', { name: 'Why erase' }).fill('Time of keeping is over');
    await drawer.getByRole('button', { name: 'Erase 1 person' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await expect(page.getByText('1 person erased')).toBeVisible();
    await expect(page.getByText('The time of keeping ends', { exact: false })).toHaveCount(0);
    await expect(page.getByRole('row').filter({ hasText: 'Zhao Min' })).toHaveCount(0);
    await expect(page.getByRole('row').filter({ hasText: 'Wang Fang' })).toHaveCount(1);
  });
});
