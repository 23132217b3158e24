import { expectAccessible } from './axe.ts';
import { call, expect, testOnOwnDemo as test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './widths.ts';

test('coverage names what is missing; a level that is told moves a gap, a place that is added fills one, and both are taken back', async ({ inDemo: page, demo: server }) => {
  const { rows } = await (await call(server, 'GET', '/api/people?q=Ma+Lin', undefined, server.cookie)).json() as { rows: { id: number; accountId: number }[] };
  await page.goto(`${server.url}/accounts/${rows[0]!.accountId}?tab=people`);
  await page.getByRole('radio', { name: 'Coverage' }).check({ force: true });
  await expect(page).toHaveURL(/part=coverage/);
  const gaps = page.getByRole('region', { name: 'What is missing' });
  const gap = (says: string) => gaps.getByRole('listitem').filter({ hasText: says });
  const directors = gap('Director, VP: nobody of ours on this level meets');
  // Known to the account manager alone; the quality manager of ours could meet her.
  await expect(gap('Quality: nobody of ours in Quality knows')).toContainText('Known so far to Zhao Kai. On our side: Qian Wei.');
  await expect(directors).toContainText('Liang Song');
  await expect(directors).not.toContainText('Ma Lin');
  await expectAccessible(page, 'coverage');
  // One sheet to take along, however long what is missing.
  expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type ?\/Page\b(?!s)/g)).toHaveLength(1);

  // Her level is only read from her title, until it is told.
  await gap('Quality: nobody').getByRole('button', { name: 'Open Ma Lin' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('Manager – read from the title')).toBeVisible();
  await drawer.getByRole('combobox', { name: 'Level' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'Director, VP' }).click();
  await expect(drawer.getByText(/^Told by/)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(directors).toContainText('Ma Lin');
  await page.keyboard.press('Control+z');
  await expect(directors).not.toContainText('Ma Lin');

  // Looked at when nothing waits to be taken back: Ctrl+Z works while its toast is there, and axe may take longer than that on a busy machine.
  await call(server, 'PATCH', `/api/people/${rows[0]!.id}`, { function: 'quality' }, server.cookie);
  await gap('Quality: nobody').getByRole('button', { name: 'Open Ma Lin' }).click();
  await expect(drawer.getByText(/^Told by/)).toHaveCount(1);
  await expectAccessible(page, 'the drawer of a person whose function is told');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);

  // Of one project: only who is on its map.
  await expect(gap('Top management: nobody')).toContainText('Luo Zheng');
  await page.getByRole('combobox', { name: 'Whose' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'Speakers for the new cockpit' }).click();
  await expect(gap('Top management: nobody')).toHaveCount(0);
  await expect(page).toHaveURL(/project=\d+/);
  await page.goto(page.url().replace(/&project=\d+/, ''));

  // A function in which nobody is known becomes a place to fill.
  await gap('Finance: we know nobody there.').getByRole('button', { name: 'Add the place' }).click();
  await expect(gap('Finance: only the position is known')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(gap('Finance: we know nobody there.')).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, 'coverage on a phone');
  await expect(page.getByRole('region', { name: 'Levels' }).getByText('gap').first()).toBeVisible();
});
