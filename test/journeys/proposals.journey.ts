import { startFakeModel } from '../fakeModel.ts';
import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';

const TEXT = 'Aeolus opens a plant in Penang in May 2027.\nIt buys micro speakers from two suppliers.\nIt pays after ninety days.';

test('a language model is set up, says where text goes, proposes facts, and records none without a yes', async ({ inDemo: page, demo: server }) => {
  const model = await startFakeModel();
  const host = new URL(model.base).host;
  const { ids: [id] } = await (await call(server, 'POST', '/api/accounts', { accounts: [{ key: 'P1', name: 'Aeolus' }] }, server.cookie)).json() as { ids: [number] };
  const { source } = await (await call(server, 'POST', `/api/accounts/${id}/sources/text`, { title: 'Plans', text: TEXT }, server.cookie)).json() as { source: { id: number } };

  await test.step('without one there is no button', async () => {
    await page.goto(`${server.url}/sources/${source.id}`);
    await expect(page.getByRole('button', { name: /^Record as fact/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Propose facts' })).toHaveCount(0);
  });

  await test.step('an administrator sets it up and tries it; the key is never shown again', async () => {
    await page.goto(`${server.url}/settings`);
    await expect(page.getByText('Switched off. No text leaves this server.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Address' }).fill('ftp://x');
    await page.getByRole('textbox', { name: 'Model' }).fill('tiny');
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Language model' }) });
    await section.getByRole('button', { name: 'Save' }).click();
    await expect(section.getByRole('alert')).toBeVisible();
    await page.getByRole('textbox', { name: 'Address' }).fill(model.base);
    await section.getByLabel(/^Key/).fill('sk-journey');
    await section.getByRole('button', { name: 'Save' }).click();
    await expect(section.getByText(`Text of chosen pages is sent to ${host}.`)).toBeVisible();
    await expect(section.getByLabel('Key (set)')).toHaveValue('');
    await section.getByRole('button', { name: 'Try it' }).click();
    await expect(section.getByText(`${host} answered in`)).toBeVisible();
  });

  await test.step('where the text goes stands there before it is sent; what is not in the text is dropped', async () => {
    model.answers(JSON.stringify({ facts: [{ statement: 'Opens a plant in Penang', quote: 'opens a plant in Penang', kind: 'strategy' }, { statement: 'Pays late', quote: 'It pays after ninety days', kind: 'process' }, { statement: 'Invented', quote: 'It loses money every year', kind: 'statement' }] }));
    const sent = model.asked.length;
    await page.goto(`${server.url}/sources/${source.id}`);
    await page.getByRole('button', { name: 'Propose facts' }).click();
    await expect(page.getByText(`The text of these pages is sent to ${host} (tiny). Nothing is recorded without your yes.`)).toBeVisible();
    expect(model.asked).toHaveLength(sent);
    await page.getByRole('button', { name: `Send to ${host}` }).click();
    await expect(page.getByText('2 proposals. Look at each in the text, then say yes.')).toBeVisible();
    await expect(page.getByText('1 proposal dropped: the quotation does not stand there word for word.')).toBeVisible();
    await expect(page.locator('[data-page="1"] mark').first()).toHaveText('opens a plant in Penang');
    await expect(page.getByText('None yet.')).toBeVisible();
    await expectAccessible(page, 'proposals beside the text');
  });

  await test.step('one is put into own words and recorded, with its place; undo takes it back; the other is dropped', async () => {
    const list = page.getByRole('list', { name: 'Proposed facts' });
    await list.getByRole('textbox', { name: 'Statement' }).first().fill('New plant in Penang from May 2027');
    await list.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Record 1 chosen fact' }).click();
    await expect(page.getByText('1 fact recorded')).toBeVisible();
    await expect(page.getByRole('button', { name: /^New plant in Penang from May 2027/ })).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText('None yet.')).toBeVisible();
    await list.getByRole('button', { name: 'Drop' }).click();
    await expect(page.getByText('All looked at.')).toBeVisible();
  });

  await test.step('what goes wrong there is told in one sentence', async () => {
    model.answers((_asked, response) => void response.writeHead(401).end());
    await page.getByRole('button', { name: 'More pages' }).click();
    await page.getByRole('button', { name: `Send to ${host}` }).click();
    await expect(page.getByText(`${host} refuses the key. An administrator looks at the settings.`)).toBeVisible();
  });
  await call(server, 'PUT', '/api/language-model', { base: '' }, server.cookie);
  await model.close();
});
