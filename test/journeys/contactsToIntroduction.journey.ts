import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call, expect, testAlone as test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

const NORA = { name: 'Nora Quist', email: 'nora@journeys.test', password: 'correct horse battery' };

/** Old telephones write 2.1 with each byte in hexadecimal, and break a line in the middle of a character. */
const quoted = (text: string): string => [...Buffer.from(text, 'utf8')].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const ADAS_CARDS = [
  `BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted('诸葛')};${quoted('云')}=\r\n${quoted('帆')};;;\r\nORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted('示例设计院')}\r\nTEL;CELL:13900000777\r\nEND:VCARD\r\n`,
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Veld;Tobias;;;\r\nFN:Tobias Veld\r\nORG:Veld Consulting\r\nEMAIL;TYPE=WORK:tobias@veld.example\r\nEND:VCARD\r\n',
].join('');
const NORAS_CARDS = [
  'BEGIN:VCARD\r\nVERSION:4.0\r\nN:Falkenrath;Quirin;;;\r\nFN:Quirin Falkenrath\r\nORG:Osprey Turbines\r\nTITLE:Technical director\r\nTEL;VALUE=uri;TYPE="voice,cell":tel:+49-30-5550-7781\r\nEND:VCARD\r\n',
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Heronsgate;Hilda;;;\r\nFN:Hilda Heronsgate\r\nORG:Choir of St Anne\r\nEMAIL:hilda@heronsgate.example\r\nEND:VCARD\r\n',
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ulm;Ida;;;\r\nFN:Ida Ulm\r\nORG:Ulm Valves\r\nEMAIL:ida@ulm.example\r\nEND:VCARD\r\n',
].join('');
const file = (name: string, text: string) => ({ name, mimeType: 'text/vcard', buffer: Buffer.from(text) });

async function signedIn(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('E-mail').fill(NORA.email);
  await page.getByLabel('Password', { exact: true }).fill(NORA.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('link', { name: 'My contacts' })).toBeVisible();
  return page;
}

test('two colleagues bring their cards, say when they last spoke, and one is led through the other to who decides', async ({ inDemo: page, demo, browser }) => {
  test.slow();
  await call(demo, 'POST', '/api/members', { ...NORA, role: 'director' }, demo.cookie);
  const { ids: [account] } = (await (await call(demo, 'POST', '/api/accounts', { accounts: [{ key: 'OSPREY', name: 'Osprey Turbines' }] }, demo.cookie)).json()) as { ids: number[] };
  const today = new Date().toISOString().slice(0, 10);
  await call(demo, 'POST', '/api/people', { people: [{ kind: 'customer', accountId: account, name: 'Quirin Falkenrath', source: 'website', collectedOn: today, items: [{ kind: 'phone', value: '+49 30 55507781', source: 'website', collectedOn: today }] }] }, demo.cookie);
  const find = (name: string) => page.getByRole('combobox', { name: 'Whom do we need to reach?' }).fill(name);
  let nora!: Page;

  await test.step('Ada brings cards of an old telephone; of none it is known when they last spoke, and the ways say so', async () => {
    await page.goto(`${demo.url}/contacts`);
    // Nobody yet: one place says what for and takes them.
    await expect(page.getByRole('region', { name: 'Bring contacts' }).getByText('Start with the people you know')).toBeVisible();
    await expect(page.locator('.vf-empty')).toHaveCount(0);
    await page.locator('input[type=file]').setInputFiles(file('ada.vcf', ADAS_CARDS));
    await expect(page.getByRole('row').filter({ hasText: '诸葛云帆' })).toContainText('示例设计院');
    await expectAccessible(page, 'a file of contacts');
    await page.getByRole('button', { name: 'Take in' }).click();
    await expect(page.getByText('Of 2 contacts it is not known when you last spoke')).toBeVisible();
    await page.goto(`${demo.url}/introductions`);
    await find('zhugeyunfan');
    await expect(page.getByText('No way by ties of known strength, but one leads there')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use ties of unknown strength' }).click();
    await expect(page.locator('.vf-way').first()).toContainText('unknown');
  });

  await test.step('the quick pass: a number each, taken back, said otherwise', async () => {
    await page.goto(`${demo.url}/contacts`);
    await page.getByRole('button', { name: 'Say when you last spoke: 2 contacts' }).click();
    const rows = page.locator('.vf-pass > li');
    await expect(rows).toHaveCount(2);
    await expectAccessible(page, 'the pass over contacts');
    await expectNoSidewaysScroll(page, 'the pass over contacts');
    await page.keyboard.press('2');
    await expect(page.getByText('诸葛云帆: within a month')).toBeVisible();
    await expect(rows).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(rows).toHaveCount(2);
    await page.keyboard.press('k');
    await rows.first().getByRole('combobox', { name: 'How do you know each other? 诸葛云帆' }).selectOption({ label: 'Same class' });
    await expect(page.getByText('诸葛云帆: same class')).toBeVisible();
    await page.keyboard.press('3');
    await expect(rows).toHaveCount(1);
    await page.keyboard.press('1');
    await expect(page.getByText('Of all your contacts it is known when you last spoke.')).toBeVisible();
    await page.getByRole('button', { name: 'Done for now' }).click();
    await expect(page.getByRole('row').filter({ hasText: '诸葛云帆' })).toContainText(/Same class.*about/);
    await expectNoSidewaysScroll(page, 'own contacts');
  });

  await test.step('Nora signs in and brings hers: one stays hers alone, of one she says how and when', async () => {
    nora = await signedIn(browser, demo.url);
    await nora.goto(`${demo.url}/contacts`);
    await nora.locator('input[type=file]').setInputFiles(file('nora.vcf', NORAS_CARDS));
    await expect(nora.getByRole('row').filter({ hasText: 'Quirin Falkenrath' })).toContainText('Known here');
    await nora.getByRole('switch', { name: 'Only mine: Hilda Heronsgate' }).click();
    await nora.getByRole('checkbox', { name: 'Mark: Quirin Falkenrath' }).check();
    await nora.getByRole('checkbox', { name: 'Mark: Hilda Heronsgate' }).check();
    await nora.getByRole('combobox', { name: 'When did you last speak? – 2 people marked' }).selectOption({ label: 'Within a month' });
    await nora.getByRole('combobox', { name: 'How do you know each other? Quirin Falkenrath' }).selectOption({ label: 'One team' });
    await nora.getByRole('button', { name: 'Take in' }).click();
    await expect(nora.getByRole('row').filter({ hasText: 'Quirin Falkenrath' })).toContainText(/One team.*about/);
    await expect(nora.getByRole('row').filter({ hasText: 'Hilda Heronsgate' })).toContainText('Only you');
    await expect(nora.getByRole('row').filter({ hasText: 'Ida Ulm' })).toContainText('unknown');
  });

  await test.step('who knows the man wanted stands with him, with its formula', async () => {
    await page.goto(`${demo.url}/accounts/${account}?tab=people`);
    await page.getByRole('button', { name: 'Quirin Falkenrath', exact: true }).click();
    const tie = page.getByRole('region', { name: 'Who knows them' }).getByRole('button', { name: /^Nora Quist/ });
    await expect(tie).toContainText('One team');
    await tie.click();
    await expect(page.getByText('0.70 × 0.5^(18 / 365) = 0.68')).toBeVisible();
    await expect(page.getByText('From a vCard')).toBeVisible();
    await expectAccessible(page, 'a person with ties');
    await page.keyboard.press('Escape');
  });

  await test.step('the way is found while the name is typed, and asked for', async () => {
    await nora.goto(`${demo.url}/introductions?show=waiting`);
    await expect(nora.getByRole('heading', { name: 'Introductions' })).toBeVisible();
    await page.goto(`${demo.url}/introductions`);
    await find('Falkenr');
    const way = page.locator('.vf-way').first();
    await expect(way).toContainText('Nora Quist');
    await expect(way).toContainText('0.68');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ask Nora Quist' }).first().click();
    await expect(page.getByRole('textbox', { name: 'What for' })).toBeFocused();
    await page.keyboard.type('Half an hour on bearings that outlast the tower');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Asked Nora Quist')).toBeVisible();
  });

  await test.step('Ada follows her request; Nora, whose page was open, sees what is asked and accepts', async () => {
    await page.goto(`${demo.url}/introductions?show=mine`);
    const request = nora.locator('.vf-request', { hasText: 'Quirin Falkenrath' });
    await expect(request).toContainText('Half an hour on bearings that outlast the tower');
    await request.getByRole('button', { name: 'Accept' }).click();
    await expect(request.locator('[aria-current=step]')).toContainText('Accepted');
  });

  await test.step('Ada sees that she has, without asking again', async () => {
    await expect(page.locator('.vf-request', { hasText: 'Quirin Falkenrath' }).locator('[aria-current=step]')).toContainText('Accepted');
  });

  await test.step('whom Nora keeps to herself is nowhere, not even for the administrator', async () => {
    await page.goto(`${demo.url}/introductions`);
    await find('Heronsgate');
    await expect(page.getByText('Nobody of that name among the people you may see.')).toBeVisible();
    for (const path of ['/api/people?q=Heronsgate', '/api/contacts?q=Heronsgate', '/api/people?limit=500', '/api/events?limit=100']) expect([path, await (await call(demo, 'GET', path, undefined, demo.cookie)).text()]).toEqual([path, expect.not.stringContaining('Heronsgate')]);
    await nora.goto(`${demo.url}/contacts`);
    await expect(nora.getByRole('row').filter({ hasText: 'Hilda Heronsgate' })).toContainText('Only you');
    await nora.context().close();
  });
});
