import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { ADA, call, cookieOf, expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const PASSWORD = 'correct horse battery';
const PEOPLE = { dora: { name: 'Dora Wu', role: 'director' }, mo: { name: 'Mo Zhang', role: 'manager' }, cleo: { name: 'Cleo Sun', role: 'contributor' } } as const;
type Key = keyof typeof PEOPLE;

/** A page in a browser of its own, signed in as one of the people. */
async function pageOf(browser: Browser, server: RunningServer, key: Key): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', locale: 'en-US' });
  const pair = await cookieOf(server, { email: `${key}@journeys.test`, password: PASSWORD });
  const at = pair.indexOf('=');
  await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  return await context.newPage();
}

/** Submits what the page's person has marked. */
async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit my marks' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Submit my marks' }).click();
  await expect(page.getByText('Marks submitted', { exact: true })).toBeVisible();
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });

test('three people assess a customer blind, say why they are apart, agree, and one dissents', async ({ empty, browser }) => {
  test.setTimeout(180_000);
  await call(empty, 'POST', '/api/setup/administrator', { ...ADA, workspace: 'Journeys' });
  const ada = await cookieOf(empty);
  const ids = {} as Record<Key, string>;
  for (const [key, person] of Object.entries(PEOPLE) as [Key, (typeof PEOPLE)[Key]][]) {
    ids[key] = ((await (await call(empty, 'POST', '/api/members', { ...person, email: `${key}@journeys.test`, password: PASSWORD }, ada)).json()) as { id: string }).id;
  }
  await call(empty, 'POST', '/api/members', { name: 'Max Chen', role: 'manager', email: 'max@journeys.test', password: PASSWORD }, ada);
  const { ids: [account] } = (await (await call(empty, 'POST', '/api/accounts', { accounts: [{ key: 'A1', name: 'Arbor Audio' }] }, ada)).json()) as { ids: number[] };
  await call(empty, 'PUT', `/api/accounts/${account}/team`, { team: [{ userId: ids.mo, role: 'owner' }, { userId: ids.cleo, role: 'solution' }] }, ada);
  await call(empty, 'POST', `/api/accounts/${account}/marks`, { marks: [{ indicator: 'funding', value: 3 }, { indicator: 'brand', value: 1 }] }, ada);
  const [dora, mo, cleo] = [await pageOf(browser, empty, 'dora'), await pageOf(browser, empty, 'mo'), await pageOf(browser, empty, 'cleo')];
  /** What the server gives this person of the panel, whatever the screen shows of it. */
  const given = async (page: Page) => (await (await page.request.get(`${empty.url}/api/panels/1`)).json()) as { marks: { by: string }[]; comparison: unknown[] };

  await test.step('the director invites: who cannot see the customer cannot be chosen', async () => {
    await dora.goto(`${empty.url}/accounts/${account}`);
    await dora.getByRole('button', { name: 'Invite a panel' }).click();
    await dora.getByLabel('What is to be decided?').fill('Is it one of our vital few?');
    await dora.getByLabel('Who assesses').click();
    await expect(dora.locator('.ant-select-item-option-disabled', { hasText: 'Max Chen · cannot see this customer: add to its team first' })).toBeVisible();
    for (const name of ['Cleo Sun', 'Dora Wu', 'Mo Zhang']) await dora.locator('.ant-select-item-option', { hasText: name }).click();
    await dora.keyboard.press('Escape');
    for (const group of ['Past', 'Present', 'Deductions', 'Red lines']) await dora.getByRole('checkbox', { name: group, exact: true }).uncheck();
    await expect(dora.getByText('7 of 28', { exact: true })).toBeVisible();
    await dora.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect(dora.getByRole('heading', { level: 1, name: 'Is it one of our vital few?' })).toBeVisible();
  });

  await test.step('the account manager finds it waiting and marks by the keyboard', async () => {
    await mo.goto(`${empty.url}/panels`);
    await expect(mo.getByRole('link', { name: /^Panels/ }).getByText('1 panel waits for you')).toBeAttached();
    await mo.getByRole('link', { name: 'Is it one of our vital few?' }).click();
    await expect(mo.getByRole('group', { name: 'Market share' })).toBeVisible();
    await mo.keyboard.press('3');
    await expect(mo.getByRole('group', { name: 'Brand' })).toBeVisible();
    await mo.keyboard.press('n');
    await mo.getByRole('textbox', { name: 'Reason for Brand' }).fill('Hall 3 was theirs');
    await mo.keyboard.press('Control+Enter');
    await mo.keyboard.press('4');
    await mo.keyboard.press('5');
    await mo.keyboard.press('0');
    await expect(mo.getByText('Saved, seen by you alone')).toBeVisible();
    await expectAccessible(mo, 'giving marks');
    await submit(mo);
    await expect(row(mo, 'Brand')).toContainText('4');
  });

  await test.step('nobody else sees a mark before giving theirs: not on the screen, not from the server', async () => {
    for (const page of [dora, cleo]) {
      await page.goto(`${empty.url}/panels/1`);
      await expect(page.getByRole('listitem').filter({ hasText: 'Mo Zhang: submitted' })).toBeVisible();
      await expect(page.getByRole('table')).toHaveCount(0);
      expect(await page.content()).not.toContain('Hall 3');
      expect(await given(page)).toMatchObject({ marks: [], comparison: [] });
    }
    await cleo.getByRole('button', { name: /^Brand *: not marked/ }).click();
    await cleo.keyboard.press('2');
    await cleo.keyboard.press('4');
    await expect(cleo.getByText('Saved, seen by you alone')).toBeVisible();
    expect((await given(cleo)).marks).toHaveLength(2);
    expect((await given(mo)).marks.every((mark) => mark.by === ids.mo)).toBe(true);
    await submit(cleo);
    expect((await given(dora)).marks).toEqual([]);
    await dora.getByRole('button', { name: /^Brand *: not marked/ }).click();
    await dora.keyboard.press('4');
    await dora.keyboard.press('4');
    await submit(dora);
  });

  await test.step('who is far off is asked why, as soon as everybody is in, without loading the page anew', async () => {
    await expect(cleo.getByText('Your mark is far from the others on 1 item. Say why.')).toBeVisible();
    await expect(row(cleo, 'Brand')).toContainText('far off');
    await cleo.getByRole('button', { name: 'Brand: Say why' }).click();
    await cleo.getByRole('textbox').fill('Nobody at their own plant knows the name');
    await cleo.getByRole('button', { name: 'Keep' }).click();
    await expect(cleo.getByText('Nobody at their own plant knows the name')).toBeVisible();
    await expect(cleo.getByText('Your mark is far from the others')).toHaveCount(0);
    await expect(dora.getByText('Nobody at their own plant knows the name')).toBeVisible();
    await expectAccessible(dora, 'comparison');
  });

  await test.step('the director agrees: on what is close at once, on the rest with a reason; the score moves, undo takes it back', async () => {
    const before = await dora.getByText(/^ · Score/).textContent();
    await dora.getByRole('button', { name: 'Agree on 2 close marks' }).click();
    await expect(dora.getByText('Agreed on 2 marks')).toBeVisible();
    await expect(dora.getByText(/^ · Score/)).not.toHaveText(before!);
    await dora.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(dora.getByText(/^ · Score/)).toHaveText(before!);
    await dora.getByRole('button', { name: 'Agree on 2 close marks' }).click();
    await dora.getByRole('combobox', { name: 'Brand: Another mark' }).click();
    await dora.locator('.ant-select-item-option', { hasText: /^3 ·/ }).click();
    await expect(dora.getByRole('button', { name: 'Agree: 3', exact: true })).toBeDisabled();
    await dora.getByRole('textbox', { name: /^Why this mark/ }).fill('Known in its trade, not at its own plant');
    await dora.getByRole('button', { name: 'Agree: 3', exact: true }).click();
    await expect(row(dora, 'Brand')).toContainText('Known in its trade, not at its own plant');
  });

  await test.step('one holds on to the own mark', async () => {
    await cleo.getByRole('button', { name: 'Brand: I hold on to 2' }).click();
    await cleo.getByRole('textbox').fill('I walked the plant');
    await cleo.getByRole('button', { name: 'Record' }).click();
    await expect(cleo.getByText('Cleo Sun holds on to 2: I walked the plant')).toBeVisible();
  });

  await test.step('closed, the customer\'s page shows the agreed mark with the dissent', async () => {
    await dora.getByRole('button', { name: 'Close the panel' }).click();
    await expect(dora.getByText('Panel closed', { exact: true })).toBeVisible();
    await mo.goto(`${empty.url}/accounts/${account}`);
    const panels = mo.locator('#panels');
    await expect(panels).toContainText('3 marks agreed');
    await expect(panels).toContainText('Brand3');
    await expect(panels.getByText('Cleo Sun holds on to 2: I walked the plant')).toBeVisible();
    const marks = ((await (await mo.request.get(`${empty.url}/api/accounts/${account}`)).json()) as { marks: { indicator: string; value: unknown }[] }).marks;
    expect(marks.find((mark) => mark.indicator === 'brand')).toMatchObject({ value: 3 });
    await mo.goto(`${empty.url}/accounts/${account}?tab=timeline`);
    await expect(mo.getByText('Holds on to Brand 2: I walked the plant')).toBeVisible();
  });

  await test.step('on a phone and on paper', async () => {
    await mo.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/panels?state=ended', '/panels/1']) {
      await mo.goto(empty.url + path);
      await expect(mo.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoSidewaysScroll(mo, path);
    }
    await mo.goto(`${empty.url}/panels/1`);
    await expect(mo.getByText('I walked the plant')).toBeVisible();
    await mo.emulateMedia({ media: 'print' });
    await expect(mo.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(mo.getByText('Known in its trade, not at its own plant')).toBeVisible();
  });
  for (const page of [dora, mo, cleo]) await page.context().close();
});
