import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { ADA, call, cookieOf, expect, test } from './fixtures.ts';
import { startServer, type RunningServer } from './server.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const YEAR = 366;
const DAY_MS = 86_400_000;
interface Row { id: number; key: string; name: string; rank: number; currency: string; months: number[] }

/** Signs the browser in; the sessions of the year before have run out. */
async function signIn(server: RunningServer, context: BrowserContext): Promise<string> {
  const cookie = await cookieOf(server);
  const at = cookie.indexOf('=');
  await context.clearCookies();
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  return cookie;
}

const answer = async <T>(server: RunningServer, cookie: string, path: string): Promise<T> => (await (await call(server, 'GET', path, undefined, cookie)).json()) as T;

/** The same trade a year later, half as much again, brought in like any file. */
async function bringNextYear(server: RunningServer, cookie: string, row: Row, asOf: string): Promise<void> {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
  const lines = row.months.map((minor, n) => {
    const at = new Date(Date.UTC(year, month - 1 + n + 1, 15)).toISOString().slice(0, 10);
    return `${row.key},"${row.name}",Y${n},${at},${((minor * 1.5) / 100).toFixed(2)},${(minor / 100).toFixed(2)},${row.currency}`;
  });
  const upload = await fetch(`${server.url}/api/imports?fileName=next-year.csv&kind=lines`, {
    method: 'POST', headers: { cookie, origin: server.url, 'content-type': 'application/octet-stream' }, body: `Customer ID,Customer,Invoice No,Invoice Date,Amount,Cost,Currency\n${lines.join('\n')}\n`,
  });
  const { id, findings } = (await upload.json()) as { id: number; findings: { plan: unknown } };
  const reaches = (state: string) => expect.poll(async () => (await answer<{ state: string }>(server, cookie, `/api/imports/${id}`)).state).toBe(state);
  await call(server, 'POST', `/api/imports/${id}/check`, findings.plan, cookie);
  await reaches('checked');
  await call(server, 'POST', `/api/imports/${id}/commit`, undefined, cookie);
  await reaches('committed');
}

const keyAccounts = (page: Page) => page.getByRole('grid').getByRole('row', { name: /^Rank \d/ });

test('choose a key account → a year passes → what happened since → review → undo; and what people can carry', async ({ page, context }) => {
  test.setTimeout(240_000);
  let server = await startServer();
  try {
    await call(server, 'POST', '/api/setup/administrator', { ...ADA, workspace: 'Journeys' });
    let cookie = await signIn(server, context);
    await call(server, 'POST', '/api/demo', undefined, cookie);
    // The demo's people have chosen some already: the best ranked that nobody has.
    const [first, second] = (await answer<{ rows: Row[] }>(server, cookie, '/api/accounts?limit=2&key=no')).rows;
    const { keyAccounts: chosen } = await answer<{ keyAccounts: number }>(server, cookie, '/api/decisions');
    const { asOf } = (await answer<{ workspace: { asOf: string } }>(server, cookie, '/api/me')).workspace;

    await test.step('choosing asks for reasons, people and alternatives, and says what is kept', async () => {
      await page.goto(`${server.url}/accounts/${first!.id}`);
      await page.getByRole('button', { name: 'Choose as key account' }).click();
      const drawer = page.getByRole('dialog');
      await expect(drawer.getByRole('heading', { name: 'Kept with the decision, unchanged' })).toBeVisible();
      const send = drawer.getByRole('button', { name: 'Choose as key account' });
      await expect(send).toBeDisabled();
      await drawer.getByLabel('What speaks for it').fill('It opens a second plant next door');
      await drawer.getByLabel('What speaks against it').fill('It pays late');
      await drawer.getByRole('checkbox', { name: second!.name }).check();
      await drawer.getByRole('combobox', { name: 'Another customer' }).fill('ampst');
      await expect(page.getByTitle(/^Oakhampstow/)).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(drawer.getByRole('checkbox', { name: /^Oakhampstow/ })).toBeChecked();
      await expectAccessible(page, 'choosing');
      await send.click();
      await expect(page.getByText(`${first!.name} is a key account`)).toBeVisible();
      await expect(page.getByRole('link', { name: /^Key account since/ })).toBeVisible();
    });

    await test.step('it is marked in the ranked list, and the list filters by it', async () => {
      await page.goto(`${server.url}/portfolio`);
      await page.getByRole('button', { name: /^Key accounts/ }).click();
      await expect(keyAccounts(page)).toHaveCount(chosen + 1);
      await expect(keyAccounts(page).filter({ hasText: first!.name })).toContainText('chosen');
    });

    await test.step('the decision reads as a document, on a phone too', async () => {
      await page.goto(`${server.url}/decisions`);
      await page.getByRole('link', { name: first!.name }).click();
      await expect(page.getByRole('heading', { level: 1, name: `${first!.name}, chosen as a key account` })).toBeVisible();
      await expect(page.getByText('It opens a second plant next door')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Facts as quoted then' })).toBeVisible();
      await expect(page.getByRole('row', { name: new RegExp(second!.name) })).toBeVisible();
      await expect(page.getByText(/^Nothing new yet/)).toBeVisible();
      await expectAccessible(page, 'decision');
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoSidewaysScroll(page, 'decision');
      await page.setViewportSize({ width: 1440, height: 900 });
    });

    const before = server;
    expect(await before.stop({ data: true })).toBe(0);
    server = await startServer({}, { dataDir: before.dataDir, daysAhead: YEAR });
    await page.clock.setFixedTime(new Date(Date.now() + YEAR * DAY_MS));
    cookie = await signIn(server, context);
    await bringNextYear(server, cookie, first!, asOf);

    await test.step('a year later the review is due, and the page says what happened since', async () => {
      await page.goto(`${server.url}/decisions?show=due`);
      await expect(page.getByText(`${chosen + 1} key accounts · `)).toBeVisible();
      await page.getByRole('link', { name: first!.name }).click();
      await expect(page.getByText(/^Revenue \+50%, /)).toBeVisible();
      await expect(page.getByRole('img', { name: /^Revenue by month from/ })).toBeVisible();
      await expect(page.getByText(/^It has been due since/)).toBeVisible();
      await expectAccessible(page, 'a year later');
    });

    await test.step('this year’s review is recorded, taken back, and recorded again', async () => {
      const record = async (): Promise<void> => {
        await page.getByRole('radio', { name: 'Watch' }).check();
        await page.getByLabel('What the review found').fill('It grew by half; the plant is late');
        await page.getByRole('button', { name: 'Record the review' }).click();
        await expect(page.getByText('Reviewed: under watch')).toBeVisible();
      };
      const stands = page.getByRole('columnheader', { name: /^Review / });
      await record();
      await expect(stands).toHaveCount(1);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(stands).toHaveCount(0);
      await expect(page.getByText('withdrawn', { exact: true })).toBeVisible();
      await record();
      await expect(stands).toHaveCount(1);
      await expect(page.getByText(/^It will be due on/)).toBeVisible();
    });

    await test.step('the structure warns when more were chosen than people can carry', async () => {
      await page.goto(`${server.url}/portfolio`);
      await page.getByRole('button', { name: 'Structure' }).click();
      await expect(page.getByText(new RegExp(`^${chosen + 1} key accounts chosen; \\d+ people can carry \\d+\\.$`))).toBeVisible();
      await expectAccessible(page, 'structure');
      await page.getByLabel('Strategic, each').fill('0');
      await page.getByLabel('Strategic, each').press('Enter');
      await expect(page.getByRole('alert')).toContainText(new RegExp(`^${chosen + 1} key accounts for \\d+ people means none: \\d+ people can carry 0\\.`));
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(page.getByText(new RegExp(`^${chosen + 1} key accounts chosen`))).toBeVisible();
      for (const width of [390, 768]) {
        await page.setViewportSize({ width, height: 844 });
        await expectNoSidewaysScroll(page, `structure at ${width}`);
      }
    });
  } finally {
    await server.stop();
  }
});
