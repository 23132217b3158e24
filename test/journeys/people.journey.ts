import { expectAccessible } from './axe.ts';
import { call, expect, test } from './fixtures.ts';

const card = (name: string, organisation: string, number: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${name};;;\r\nORG:${organisation}\r\nTEL:${number}\r\nEND:VCARD\r\n`;

test("a customer's people: typed, told more of, opened with a reason, made one; undo takes back", async ({ inDemo: page, demo }) => {
  const created = (await (await call(demo, 'POST', '/api/accounts', { accounts: [{ key: `P${Date.now()}`, name: 'Kestrel Pumps' }] }, demo.cookie)).json()) as { ids: number[] };
  await page.goto(`${demo.url}/accounts/${created.ids[0]}?tab=people`);

  await test.step('the empty page teaches; several people, one of them unknown, by keyboard', async () => {
    await expect(page.getByText('A customer is people')).toBeVisible();
    await page.getByRole('button', { name: 'Add people' }).click();
    await expect(page.getByRole('textbox', { name: 'People', exact: true })).toBeFocused();
    await page.keyboard.type('Wang Fang, purchasing director, 138 0013 8000\n? CFO\nFang Wang, buyer');
    await expect(page.getByRole('listitem').filter({ hasText: 'CFO' })).toContainText('Name unknown');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toHaveText('Needed.');
    await page.getByRole('textbox', { name: 'Where do you know this from?' }).fill('Card, fair in Hannover');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('3 people added')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(4);
  });

  await test.step('family is guarded at once; it opens with a reason that is kept', async () => {
    await page.getByRole('button', { name: 'Wang Fang', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Note something' }).click();
    await expect(drawer.getByRole('combobox', { name: 'What' })).toBeFocused();
    await drawer.getByRole('textbox', { name: 'Number' }).fill('0755 1234');
    await drawer.getByRole('form', { name: 'Add' }).getByRole('textbox', { name: 'Source' }).fill('Card');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Telephone noted')).toBeVisible();
    await expect(drawer.getByRole('textbox', { name: 'Number' })).toHaveValue('');
    await expect(drawer.getByRole('textbox', { name: 'Number' })).toBeFocused();
    // The form waits, empty, for the next: Ctrl+Z means what was just noted.
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Taken back')).toBeVisible();
    await expect(drawer.getByText('0755 1234')).toHaveCount(0);
    await drawer.getByRole('combobox', { name: 'What' }).click();
    await page.getByTitle('Family', { exact: true }).click();
    await drawer.getByRole('textbox', { name: 'What matters' }).fill('Her daughter sits exams in June');
    const form = drawer.getByRole('form', { name: 'Add' });
    await form.getByRole('textbox', { name: 'Source' }).fill('Dinner on 3 March');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Family noted')).toBeVisible();
    await expect(drawer.getByText('Her daughter')).toHaveCount(0);
    await drawer.getByRole('button', { name: 'Show: Family' }).click();
    await expect(drawer.getByRole('textbox', { name: 'Why do you need it?' })).toBeFocused();
    await page.keyboard.type('Gift check before the visit');
    await page.keyboard.press('Enter');
    await expect(drawer.getByText('Her daughter sits exams in June')).toBeVisible();
    await expect(drawer.getByText('Ada Lin · Family · Gift check before the visit')).toBeVisible();
    await expectAccessible(page, 'a person');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await test.step('two entries of one person become one, and two again', async () => {
    await page.getByRole('button', { name: '1 pair may be one person' }).click();
    await page.getByRole('button', { name: 'Keep Wang Fang' }).click();
    await expect(page.getByText('Two entries of Wang Fang are one')).toBeVisible();
    await expect(page.getByText('No two entries look like one person.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('row')).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('row')).toHaveCount(4);
  });
});

test('own contacts: read, one kept to oneself, taken in, brought again without change, taken out again', async ({ inDemo: page, demo }) => {
  await page.goto(`${demo.url}/contacts`);
  const cards = { name: 'cards.vcf', mimeType: 'text/vcard', buffer: Buffer.from(card('张;伟', '示例科技', '13900000001') + card('Doe;Jane', 'Acme', '+49301234567')) };
  await page.locator('input[type=file]').setInputFiles(cards);
  await expect(page.getByText('2 people shared')).toBeVisible();
  await expectAccessible(page, 'contacts before they are taken in');
  await page.getByRole('switch', { name: 'Only mine: Jane Doe' }).click();
  await expect(page.getByText('1 person only yours')).toBeVisible();
  await page.getByRole('button', { name: 'Take in' }).click();
  await expect(page.getByText('2 contacts taken in')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Jane Doe' })).toContainText('Only you');
  await expect(page.getByRole('row').filter({ hasText: '张伟' })).not.toContainText('Only you');

  await page.locator('input[type=file]').setInputFiles(cards);
  await expect(page.getByText('Nothing new in this file: nothing was changed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take in' })).toBeDisabled();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Take out again' }).click();
  await expect(page.getByText('Contacts taken out again')).toBeVisible();
  await expect(page.getByText('Start with the people you know.')).toBeVisible();
});
