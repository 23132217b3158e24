import { expectAccessible } from './axe.ts';
import { ADA, call, cookieOf, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

test('first run: the administrator, then two doors', async ({ page, empty }) => {
  await page.goto(empty.url);
  await expect(page.getByRole('heading', { name: 'Set up this workspace' })).toBeVisible();
  await expectAccessible(page, 'first run');

  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText('Please enter your name.')).toBeVisible();
  await page.getByLabel('Company').fill('Harmonia Acoustics');
  await page.getByLabel('Your name').fill(ADA.name);
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(ADA.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();

  await expect(page.getByRole('button', { name: /^Bring my customers/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Look at the demo/ })).toBeVisible();
  await expectAccessible(page, 'two doors');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, 'two doors');
});

test('nobody gets in without the right password, and everybody lands where they wanted to go', async ({ page, empty }) => {
  await call(empty, 'POST', '/api/setup/administrator', { ...ADA, workspace: '' });
  const second = await fetch(`${empty.url}/api/setup/administrator`, { method: 'POST', headers: { 'content-type': 'application/json', origin: empty.url }, body: JSON.stringify({ ...ADA, email: 'eve@journeys.test' }) });
  expect(second.status, 'a second first administrator').toBe(409);

  await page.goto(`${empty.url}/settings`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await page.getByLabel('E-mail').fill(ADA.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  await page.getByLabel('Password', { exact: true }).fill(ADA.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();

  await page.getByRole('button', { name: `You: ${ADA.name}` }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto(`${empty.url}/portfolio`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a person sees only what their role allows, and a closed access is closed', async ({ page, empty, context }) => {
  await call(empty, 'POST', '/api/setup/administrator', { ...ADA, workspace: '' });
  const ada = await cookieOf(empty);
  const vera = { name: 'Vera Wang', email: 'vera@journeys.test', password: 'seven brave badgers' };
  const { id } = (await (await call(empty, 'POST', '/api/members', { ...vera, role: 'viewer' }, ada)).json()) as { id: string };
  await call(empty, 'POST', '/api/accounts', { accounts: [{ key: 'K1', name: 'Not for Vera Ltd' }] }, ada);

  await page.goto(empty.url);
  await page.getByLabel('E-mail').fill(vera.email);
  await page.getByLabel('Password', { exact: true }).fill(vera.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('No customer is yours yet. Ask a director to put you in a team.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Bring data' })).toHaveCount(0);

  await call(empty, 'PATCH', `/api/members/${id}`, { disabled: true }, ada);
  await page.goto(`${empty.url}/portfolio`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect((await context.cookies()).every((cookie) => cookie.httpOnly || !/session/.test(cookie.name))).toBe(true);
});
