import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../postgres.ts';
import { ADA, call, cookieOf, expect, test } from './fixtures.ts';
import { startServer } from './server.ts';

test('the same on PostgreSQL: demo, ranking, find, a mark and its undo', async ({ page, context }) => {
  test.setTimeout(180_000);
  const postgres = await startPostgres();
  const name = `vitalfew_journey_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const server = await startServer({ DATABASE_URL: url.href });
  try {
    await call(server, 'POST', '/api/setup/administrator', { ...ADA, workspace: '' });
    const cookie = await cookieOf(server);
    await call(server, 'POST', '/api/demo', undefined, cookie);
    const at = cookie.indexOf('=');
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.url, httpOnly: true, sameSite: 'Lax' }]);
    await page.goto(`${server.url}/portfolio`);
    await expect(page.getByText(/make 80.?% of revenue; the last \d+ cost/)).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: /^A customer in Chinese/ }).fill('dgx');
    await expect(page.getByRole('option').filter({ hasText: '短歌行' })).toBeVisible();
    await page.keyboard.press('Enter');
    const why = page.getByRole('heading', { name: /^Why \d/ });
    const before = (await why.textContent())!;
    await page.getByRole('tab', { name: 'Assess' }).click();
    await page.getByRole('button', { name: /^Fights rivals by unfair means/ }).click();
    await page.getByRole('button', { name: '1 applies' }).click();
    await expect(page.getByText('Fights rivals by unfair means: applies', { exact: true })).toBeVisible();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await expect(why).not.toHaveText(before);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(why).toHaveText(before);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ ok: true, store: 'postgres' });
  } finally {
    expect(await server.stop()).toBe(0);
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    await postgres.stop();
  }
});
