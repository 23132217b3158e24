import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { TABLET_MAKER } from '#domain/demo/insight/tabletMaker.ts';
import { sharedData } from '../sharedData.ts';
import { call, expect, test } from './fixtures.ts';
import type { RunningServer } from './server.ts';

interface Report { readonly name: string; readonly content: Buffer; readonly passages: readonly { readonly find: string; readonly quote: string; readonly statement: string }[] }

/** A real annual report where it is at hand, else that of the demo's tablet maker, which is invented. */
function report(): Report {
  const real = sharedData('02_financial_statements/apple_10-K_text.md');
  if (real !== null) {
    return {
      name: 'form-10-k.md', content: readFileSync(real),
      passages: [
        { find: 'single or limited sources', quote: 'single or limited sources', statement: 'Many of its parts come from single or limited sources' },
        { find: 'outsourcing partners', quote: 'outsourcing partners', statement: 'Manufacturing lies with outsourcing partners' },
        { find: 'research and development', quote: 'research and development', statement: 'Innovation is what it competes by' },
      ],
    };
  }
  const [{ text }] = TABLET_MAKER.sources as [(typeof TABLET_MAKER.sources)[number]];
  return {
    name: 'annual-report.txt', content: Buffer.from(text.en),
    passages: [
      { find: 'sound fault', quote: 'every fifth return today is for a sound fault', statement: 'Every fifth return is a sound fault' },
      { find: 'automatic assembly', quote: 'CNY 140 million in automatic assembly', statement: 'CNY 140 million go into automatic assembly' },
      { find: 'far-field voice', quote: 'far-field voice', statement: 'Every second device gets far-field voice' },
    ],
  };
}

/** Passages of Chinese annual reports where they are at hand, else the report of the demo's tablet maker in Chinese. */
function chinese(): { readonly content: string; readonly find: string; readonly quote: string } {
  const real = sharedData('02_financial_statements/chinese_report_excerpts.json');
  if (real === null) return { content: TABLET_MAKER.sources[0]!.text.zh, find: '远场语音', quote: '远场语音' };
  const { items } = JSON.parse(readFileSync(real, 'utf8')) as { items: { company: string; quote: string }[] };
  return { content: items.map(({ company, quote }) => `${company}\n${quote}`).join('\n\n'), find: '派发现金红利', quote: '拟派发现金红利' };
}

/** Selects the words on the page of the reader that says them, as a mouse would. */
async function select(page: Page, quote: string): Promise<void> {
  await page.waitForFunction((wanted) => [...document.querySelectorAll('[data-page]')].some((one) => one.textContent.includes(wanted)), quote);
  await page.evaluate((wanted) => {
    const sheet = [...document.querySelectorAll('[data-page]')].find((one) => one.textContent.includes(wanted))!;
    const start = sheet.textContent.indexOf(wanted);
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node as Text;
      if (start >= at && start < at + length) range.setStart(node, start - at);
      if (start + wanted.length > at && start + wanted.length <= at + length) range.setEnd(node, start + wanted.length - at);
      at += length;
    }
    document.getSelection()!.removeAllRanges();
    document.getSelection()!.addRange(range);
  }, quote);
}

const ask = async <T>(server: RunningServer & { readonly cookie: string }, path: string): Promise<T> => (await (await call(server, 'GET', path, undefined, server.cookie)).json()) as T;

test('from an annual report to three cited facts, two opportunity points, a sand table with a P50, and a printed brief', async ({ inDemo: page, demo: server }) => {
  test.setTimeout(180_000);
  const { name, content, passages } = report();
  const made = await call(server, 'POST', '/api/accounts', { accounts: [{ key: 'READ-1', name: 'Read Before The Visit' }] }, server.cookie);
  const { ids: [id] } = (await made.json()) as { ids: [number] };

  await test.step('the report is brought; three passages become facts, each with its exact place', async () => {
    await page.goto(`${server.url}/accounts/${id}?tab=sources`);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: content });
    await expect(page.getByRole('link', { name })).toBeVisible();
    const { rows: [source] } = await ask<{ rows: [{ id: number }] }>(server, `/api/accounts/${id}/sources`);
    await expect.poll(async () => (await ask<{ source: { state: string } }>(server, `/api/sources/${source.id}`)).source.state).toBe('ready');
    for (const { find, quote, statement } of passages) {
      // The search finds its page among those of all sources; the words stand there one by one, the passage as a whole on some page.
      const { rows: hits } = await ask<{ rows: { sourceId: number }[] }>(server, `/api/pages?q=${encodeURIComponent(find)}`);
      expect(hits.map((hit) => hit.sourceId)).toContain(source.id);
      const { pages } = await ask<{ pages: { page: number; text: string }[] }>(server, `/api/sources/${source.id}/pages?from=1&count=50`);
      await page.goto(`${server.url}/sources/${source.id}?page=${pages.find((one) => one.text.includes(quote))!.page}`);
      await select(page, quote);
      await page.keyboard.press('f');
      await page.getByRole('textbox', { name: 'Statement' }).fill(statement);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('button', { name: new RegExp(`^${statement}`) })).toBeVisible();
    }
    const { rows } = await ask<{ rows: { statement: string; sourceId: number; anchor: { quote: string } }[] }>(server, `/api/accounts/${id}/facts`);
    expect(rows.map((fact) => [fact.statement, fact.sourceId, fact.anchor.quote]).toReversed()).toEqual(passages.map((one) => [one.statement, source.id, one.quote]));
  });

  await test.step('a Chinese source is found in Chinese, and cited to the character', async () => {
    const { content: text, find, quote } = chinese();
    await page.goto(`${server.url}/accounts/${id}?tab=sources`);
    await page.locator('input[type=file]').setInputFiles({ name: 'excerpts.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(page.getByRole('link', { name: 'excerpts.txt' })).toBeVisible();
    const { rows: [source] } = await ask<{ rows: [{ id: number }] }>(server, `/api/accounts/${id}/sources`);
    await expect.poll(async () => (await ask<{ rows: { sourceId: number }[] }>(server, `/api/pages?q=${encodeURIComponent(find)}&accountId=${id}`)).rows.map((hit) => hit.sourceId)).toContain(source.id);
    await page.goto(`${server.url}/sources/${source.id}`);
    await select(page, quote);
    await page.keyboard.press('f');
    await page.getByRole('textbox', { name: 'Statement' }).fill('Pays out its cash');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: /^Pays out its cash/ })).toBeVisible();
    const { rows: [fact] } = await ask<{ rows: [{ anchor: { quote: string } }] }>(server, `/api/accounts/${id}/facts`);
    expect(fact.anchor.quote).toBe(quote);
  });

  await test.step('two of them become opportunity points in one gesture each', async () => {
    await page.goto(`${server.url}/accounts/${id}?tab=facts`);
    for (const [n, { statement }] of passages.slice(0, 2).entries()) {
      await page.getByRole('button', { name: `Opportunity point from: ${statement}` }).click();
      const drawer = page.getByRole('dialog');
      await expect(drawer.getByRole('textbox', { name: 'What is the opportunity?' })).toHaveValue(statement);
      await drawer.getByRole('textbox', { name: 'Value, likely' }).fill(n === 0 ? '3m' : '800k');
      await page.keyboard.press('Control+Enter');
      await expect(drawer).toBeHidden();
    }
    await page.goto(`${server.url}/accounts/${id}?tab=insight&part=opportunities`);
    for (const { statement } of passages.slice(0, 2)) await expect(page.getByRole('listitem', { name: statement })).toHaveClass(/vf-proven/);
  });

  await test.step('the sand table says what a move carried by one of them may bring', async () => {
    await page.goto(`${server.url}/accounts/${id}?tab=insight&part=sand&period=2027`);
    await page.getByRole('button', { name: 'Enter the first line' }).click();
    await expect(page.getByRole('textbox', { name: 'Category, New line' })).toBeFocused();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'Category\tUnit\tSize\tOurs %\tArbor %\nSpeakers\tTablets\t10,000,000\t20%\t60%');
    await page.keyboard.press('Control+V');
    await expect(page.getByRole('img', { name: /Treemap of 1 line/ })).toBeVisible();
    await page.getByRole('button', { name: 'New scenario' }).click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Base' })).toBeVisible();
    await page.getByRole('button', { name: 'Plan a move' }).click();
    const drawer = page.getByRole('dialog', { name: 'Plan a move' });
    const choose = async (label: string, option: string): Promise<void> => {
      await drawer.getByRole('combobox', { name: label }).click();
      await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: option }).first().click();
    };
    await choose('Line of the wallet', 'Speakers');
    await choose('Points come from', 'Arbor');
    for (const [label, points] of [['Low', '5'], ['Likely', '10'], ['High', '20']] as const) await drawer.getByRole('textbox', { name: label, exact: true }).fill(points);
    await drawer.getByRole('textbox', { name: /^Chance/ }).fill('70');
    await choose('Opportunity point that carries it', passages[0]!.statement);
    await drawer.getByRole('button', { name: 'Keep the move' }).click();
    await expect(drawer).toBeHidden();
    const { scenarios: [base] } = await ask<{ scenarios: [{ id: number }] }>(server, `/api/accounts/${id}/sand?period=2027`);
    const { p50 } = await ask<{ p50: number }>(server, `/api/scenarios/${base.id}/simulation`);
    expect(p50).toBeGreaterThan(200_000_000);
    await expect(page.getByRole('region', { name: 'Expected result' })).toContainText(`the middle is CN¥${(p50 / 1e8).toFixed(2).replace(/\.?0+$/, '')}M`);
  });

  await test.step('a brief for the talk cites the facts, and is one page on paper', async () => {
    await page.goto(`${server.url}/accounts/${id}?tab=insight&part=positions`);
    await page.getByRole('textbox').first().fill('Purchasing director');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Purchasing director/ }).first().click();
    await page.getByRole('button', { name: 'Propose from the library' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('checkbox', { name: 'Choose Single-source parts' }).check();
    await drawer.getByRole('button', { name: /^Take 1 KPI/ }).click();
    await expect(drawer).toBeHidden();
    await page.getByRole('button', { name: 'Make a brief' }).click();
    await expect(page).toHaveURL(/\/briefs\/\d+$/);
    await expect(page.getByText(passages[0]!.statement).first()).toBeVisible();
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox ?\[[^\]]*\]/g) ?? [];
    expect(sheets).toHaveLength(1);
  });
});
