import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPptx } from '../../src/actions/files/documents/office.ts';
import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

test('a power map is built, a stance gets evidence, the map of an earlier day is looked at, and a slide is taken along', async ({ inDemo: page, demo: server }) => {
  const { ids: [account] } = await (await call(server, 'POST', '/api/accounts', { accounts: [{ key: 'PM1', name: 'Aeolus Drives' }] }, server.cookie)).json() as { ids: [number] };
  await page.goto(`${server.url}/accounts/${account}?tab=projects`);
  await page.getByRole('textbox', { name: 'What is decided' }).fill('Scanners for line 3');
  await page.getByRole('button', { name: 'Begin a project' }).click();
  await page.getByRole('button', { name: 'Start empty' }).click();

  // Three positions without a name, and who has the last word.
  await page.getByRole('button', { name: 'Add people' }).first().click();
  await page.getByRole('textbox', { name: 'Positions without a name, one a line' }).fill('Plant manager\nQuality director, Plant 2\nLine engineer');
  await page.getByRole('button', { name: 'Put on the map' }).click();
  const card = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).and(page.locator('[data-person]'));
  await expect(card('Plant manager')).toBeVisible();
  await expect(page.getByText('No decider is named.', { exact: false })).toBeVisible();
  const drawer = page.getByRole('dialog');
  await card('Plant manager').click();
  await drawer.getByRole('button', { name: 'Change: Part in the decision' }).click();
  await drawer.getByRole('checkbox', { name: 'Decider' }).check();
  await drawer.getByRole('button', { name: 'Record' }).click();
  await expect(drawer.getByText('Name the source, or choose inferred.')).toBeVisible();
  await drawer.getByRole('textbox', { name: 'Who said it, or what was seen and where' }).fill('Signed the last two orders');
  await drawer.getByRole('button', { name: 'Record' }).click();
  await expect(drawer.getByText('Signed the last two orders').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('No decider is named.', { exact: false })).toHaveCount(0);

  // One key is a guess: dashed. With evidence it is solid.
  await card('Line engineer').focus();
  await page.keyboard.press('2');
  await expect(page.locator('[data-person][data-stance="supporter"][data-state="assumed"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await drawer.getByRole('button', { name: 'Change: Stance' }).click();
  await drawer.getByRole('button', { name: 'Help me decide' }).click();
  for (const answer of ['Yes', 'Yes', 'Yes']) await drawer.getByRole('button', { name: answer, exact: true }).click();
  await expect(drawer.getByText('who heard them speak for us, and when', { exact: false })).toBeVisible();
  await drawer.getByRole('textbox', { name: 'Who said it, or what was seen and where' }).fill('Praised our sample before the others');
  await drawer.getByRole('button', { name: 'Record' }).click();
  await expect(page.locator('[data-person][data-stance="champion"][data-state="proven"]')).toHaveCount(1);
  await drawer.getByRole('button', { name: 'Draw a line' }).first().click();
  await drawer.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Plant manager' });
  await drawer.getByRole('button', { name: 'Draw a line' }).last().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Line engineer → Plant manager' })).toBeVisible();

  // A card that was dragged stays there, and Ctrl+Z puts it back.
  const box = (await card('Quality director').boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText('Quality director moved')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Taken back')).toBeVisible();

  // Back in time: what is told of an earlier day is part of that day.
  const { rows } = await (await call(server, 'GET', `/api/accounts/${account}/projects`, undefined, server.cookie)).json() as { rows: { id: number; map: { id: number } }[] };
  const { map, today } = await (await call(server, 'GET', `/api/projects/${rows[0]!.id}/map`, undefined, server.cookie)).json() as { today: string; map: { people: { id: number; name: string }[] } };
  const engineer = map.people.find(({ name }) => name === 'Line engineer')!.id;
  const earlier = new Date(Date.parse(today) - 30 * 86_400_000).toISOString().slice(0, 10);
  await call(server, 'POST', `/api/maps/${rows[0]!.map.id}/marks`, { marks: [{ personId: engineer, field: 'stance', value: 'doubtful', evidence: 'observed', observedOn: earlier, note: 'Asked twice about the price' }] }, server.cookie);
  await page.reload();
  await page.getByLabel('Day', { exact: true }).fill(earlier);
  await expect(page.getByText('Past days are read only.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add people' })).toBeHidden();
  await expect(page.locator('[data-person][data-stance="doubtful"]')).toHaveCount(1);
  // What can only be read opens by a click too.
  await card('Line engineer').click();
  await expect(drawer.getByText('Asked twice about the price').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  // Where the browser is, it may be a day later than where the server is.
  await page.getByLabel('Compare with').fill((await page.getByLabel('Compare with').getAttribute('max'))!);
  await expect(page.getByText('Line engineer: Stance from Doubtful to Champion')).toBeVisible();
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(page.locator('[data-person]')).toHaveCount(3);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Slide (PPTX)' }).click();
  const path = join(tmpdir(), `vitalfew-map-${process.pid}.pptx`);
  writeFileSync(path, readFileSync(await (await downloading).path()));
  for await (const slide of (await openPptx(path, statSync(path).size)).pages()) for (const words of ['Power map: Scanners for line 3', 'Plant manager', 'Quality director', '▲▲ Champion']) expect(slide.text).toContain(words);

  // On paper it is one page, A3 across.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const sizes = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox ?\[[^\]]*\]/g)!;
  expect(sizes).toEqual([expect.stringMatching(/0 0 119\d(\.\d+)? 84\d/)]);

  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `power map at ${width}`);
  }
  await page.getByRole('radio', { name: 'Table' }).check();
  await expect(page.getByRole('cell', { name: /Champion/ })).toBeVisible();
  await expectAccessible(page, 'power map as a table');
});
