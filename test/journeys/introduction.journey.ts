import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

test('a target, a way, a request; the connector accepts by their own sign-in; introduced, met, thanked', async ({ inDemo: page, demo, browser }) => {
  const post = async (path: string, body: unknown, cookie = demo.cookie) => (await (await call(demo, 'POST', path, body, cookie)).json()) as { ids: number[] };
  const today = new Date().toISOString().slice(0, 10);
  await post('/api/members', { name: 'Otto Brandt', email: 'otto@journeys.test', role: 'director', password: 'correct horse battery' });
  const signedIn = await call(demo, 'POST', '/api/sign-in', { email: 'otto@journeys.test', password: 'correct horse battery' });
  const otto = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const { ids: [friend, target] } = await post('/api/people', { people: ['Edda Nyström', 'Quirin Falk'].map((name) => ({ kind: 'outsider', name, organisation: `Institute of ${name}`, source: 'card', collectedOn: today })) });
  await post('/api/ties', { ties: [{ a: null, b: friend, kind: 'team', evidence: 'four years in one office', lastContactOn: today }, { a: friend, b: target, kind: 'deal', evidence: 'built the test hall together', lastContactOn: today }] }, otto);

  await test.step('type a name: the way stands there with its evidence', async () => {
    await page.goto(`${demo.url}/introductions`);
    await page.getByRole('combobox', { name: 'Whom do we need to reach?' }).fill('Quirin');
    await expect(page.locator('.vf-way').first()).toContainText('Otto Brandt');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/person=\d+/);
    await page.getByRole('button', { name: /^Edda Nyström – Quirin Falk: 0\.60/ }).click();
    await expect(page.getByText('0.60 × 0.5^(0 / 365) = 0.60')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('built the test hall together')).toBeHidden();
    await expectAccessible(page, 'ways');
    await expectNoSidewaysScroll(page, 'ways');
  });

  await test.step('ask', async () => {
    await page.getByRole('button', { name: 'Ask Otto Brandt' }).first().click();
    await page.getByRole('textbox', { name: 'What for' }).fill('A first visit');
    await page.getByRole('textbox', { name: 'What is in it for them' }).fill('Fewer failures in the field');
    await page.getByRole('textbox', { name: 'What for' }).press('Control+Enter');
    await expect(page.getByText('Asked Otto Brandt')).toBeVisible();
  });

  await test.step('the connector accepts and introduces, with a sign-in of their own', async () => {
    // On Kiritimati it is the next day for most of the server's.
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Pacific/Kiritimati' });
    const [name, ...value] = otto.split('=');
    await context.addCookies([{ name: name!, value: value.join('='), url: demo.url, httpOnly: true, sameSite: 'Lax' }]);
    const theirs = await context.newPage();
    await theirs.goto(`${demo.url}/introductions`);
    await expect(theirs.getByRole('navigation').getByRole('link', { name: 'Introductions 1 waits for you' })).toBeVisible();
    await expect(theirs.getByRole('region', { name: 'Waiting for you' }).locator('.vf-request')).toContainText('You are asked: will you introduce them?');
    await theirs.getByRole('radio', { name: 'Waiting for me 1' }).check();
    const request = theirs.locator('.vf-request', { hasText: 'Quirin Falk' });
    const dayThere = () => theirs.evaluate(() => new Intl.DateTimeFormat('en-CA').format(new Date()));
    const days = [await dayThere()];
    await request.getByRole('button', { name: 'Accept' }).click();
    await expect(request.getByText('You agreed: introduce them.')).toBeVisible();
    const { rows: [waiting] } = await (await call(demo, 'GET', '/api/introductions?side=waiting', undefined, otto)).json() as { rows: [{ steps: { onDay: string }[] }] };
    days.push(await dayThere());
    expect(days).toContain(waiting.steps[1]!.onDay);
    await request.getByRole('button', { name: 'Introduced' }).click();
    await expect(theirs.getByText('Nobody waits for you.')).toBeVisible();
    await expect(theirs.getByRole('navigation').getByRole('link', { name: 'Introductions', exact: true })).toBeVisible();
    await theirs.getByRole('radio', { name: 'Asked of me' }).check();
    await expect(request.locator('[aria-current=step]')).toContainText('Introduced');
    await context.close();
  });

  await test.step('met, and thanked', async () => {
    // One waits since the demo began. It says so by itself, in the navigation too, on a phone behind its button.
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Introductions 2 wait for you' })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Open navigation 2 wait for you' }).click();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Introductions 2 wait for you' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${demo.url}/introductions?show=mine`);
    const request = page.locator('.vf-request', { hasText: 'Quirin Falk' });
    await request.getByRole('button', { name: 'We met' }).click();
    await expect(request.getByText('Thanks are owed.')).toBeVisible();
    await request.getByRole('button', { name: 'Thanked' }).click();
    await expect(request.locator('[aria-current=step]')).toContainText('Thanked');
    await expect(request.getByRole('button')).toHaveCount(0);
  });
});
