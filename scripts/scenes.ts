import { expect, type Page } from '@playwright/test';

export type Language = 'en' | 'zh';

/** One picture of the guide: where, in which workspace, and what is done before it is taken. */
export interface Scene {
  readonly name: string;
  readonly path: string;
  readonly needs: 'empty' | 'demo';
  readonly dark?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  prepare(page: Page, language: Language): Promise<void>;
}

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible();
/** The list has its rows and the sliders their figures. */
async function portfolioReady(page: Page): Promise<void> {
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
  await expect(page.getByRole('slider').first()).toBeVisible();
}
async function openFirst(page: Page): Promise<void> {
  await portfolioReady(page);
  await page.getByRole('grid').getByRole('row').nth(2).getByRole('link').click();
  await expect(page.getByRole('tablist')).toBeVisible();
  await expect(page.locator('#assess')).toBeAttached();
}
/** Nothing is being asked any more, and what was answered is drawn. */
async function calm(page: Page): Promise<void> {
  await heading(page);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.vf-skeleton')).toHaveCount(0);
}
/** Opens what belongs to customers of the demo: their numbers depend on what was imported before. */
async function openOf(page: Page, names: readonly string[], path: (ids: readonly number[]) => string): Promise<void> {
  await portfolioReady(page);
  const ids = await page.evaluate((wanted) => Promise.all(wanted.map(async (q) => ((await (await fetch(`/api/find?q=${encodeURIComponent(q)}`)).json()) as { accounts: { id: number }[] }).accounts[0]!.id)), [...names]);
  await page.goto(new URL(path(ids), page.url()).href);
  await calm(page);
}
const example = (page: Page) => page.locator('input[type=file]').setInputFiles('docs/examples/invoice-lines.csv');

export const SCENES: readonly Scene[] = [
  { name: 'start', path: '/', needs: 'empty', size: { width: 1280, height: 760 }, prepare: heading },
  {
    name: 'import-columns', path: '/imports', needs: 'empty',
    prepare: async (page, language) => {
      await example(page);
      await page.getByRole('button', { name: language === 'en' ? 'Map columns' : '对应列' }).click();
      await expect(page.getByRole('combobox').nth(5)).toBeVisible();
    },
  },
  {
    name: 'import-traps', path: '/imports', needs: 'empty',
    prepare: async (page, language) => {
      await example(page);
      await page.getByRole('button', { name: language === 'en' ? 'Map columns' : '对应列' }).click();
      await page.getByRole('button', { name: language === 'en' ? 'Start dry run' : '开始试运行' }).click();
      await expect(page.locator('.vf-trap').first()).toBeVisible();
    },
  },
  { name: 'portfolio', path: '/portfolio', needs: 'demo', prepare: portfolioReady },
  { name: 'portfolio-dark', path: '/portfolio', needs: 'demo', dark: true, prepare: portfolioReady },
  { name: 'whale', path: '/portfolio?view=whale', needs: 'demo', prepare: portfolioReady },
  { name: 'matrix', path: '/portfolio?view=matrix', needs: 'demo', prepare: portfolioReady },
  {
    name: 'weights', path: '/portfolio', needs: 'demo',
    prepare: async (page) => {
      await portfolioReady(page);
      await page.getByRole('slider').first().fill('15');
      await expect(page.locator('.vf-effect li').nth(3)).toBeVisible();
    },
  },
  { name: 'account', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1100 }, prepare: openFirst },
  { name: 'account-dark', path: '/portfolio', needs: 'demo', dark: true, size: { width: 1440, height: 1100 }, prepare: openFirst },
  {
    name: 'model', path: '/models', needs: 'demo',
    prepare: async (page) => {
      await page.getByRole('main').getByRole('link').first().click();
      await expect(page).toHaveURL(/\/models\/\d+/);
      await heading(page);
      await expect(page.getByRole('spinbutton').or(page.getByRole('slider')).or(page.getByRole('treeitem')).first()).toBeVisible();
    },
  },
  { name: 'facts', path: '/portfolio', needs: 'demo', prepare: (page) => openOf(page, ['青鸢渡'], ([id]) => `/accounts/${id}?tab=facts`) },
  { name: 'assess', path: '/portfolio', needs: 'demo', prepare: (page) => openOf(page, ['青鸢渡'], ([id]) => `/accounts/${id}?tab=assess`) },
  { name: 'weigh', path: '/models/1/weigh', needs: 'demo', prepare: calm },
  { name: 'panel', path: '/panels/1', needs: 'demo', size: { width: 1440, height: 1100 }, prepare: calm },
  { name: 'decision', path: '/decisions/1', needs: 'demo', size: { width: 1440, height: 1100 }, prepare: calm },
  { name: 'structure', path: '/portfolio/structure', needs: 'demo', prepare: calm },
  { name: 'compare', path: '/portfolio', needs: 'demo', prepare: (page) => openOf(page, ['善水坊', '短歌行', '青鸢渡'], (ids) => `/compare?ids=${ids.join(',')}`) },
  { name: 'canvas', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1400 }, prepare: (page) => openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=insight`) },
  { name: 'strategy', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1500 }, prepare: (page) => openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=insight&part=strategy`) },
  { name: 'research', path: '/research', needs: 'demo', prepare: calm },
  { name: 'needs', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1240 }, prepare: (page) => openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=insight&part=needs`) },
  { name: 'opportunities', path: '/opportunities', needs: 'demo', size: { width: 1440, height: 1100 }, prepare: calm },
  { name: 'positions', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1060 }, prepare: (page) => openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=insight&part=positions`) },
  {
    name: 'brief', path: '/portfolio', needs: 'demo',
    prepare: async (page) => {
      await openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=insight&part=positions`);
      await page.locator('.vf-position-acts a').click();
      await page.setViewportSize({ width: 1080, height: 1290 });
      await calm(page);
    },
  },
  { name: 'kpis', path: '/kpis', needs: 'demo', prepare: calm },
  { name: 'coverage', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1500 }, prepare: (page) => openOf(page, ['珩舟曲岸'], ([id]) => `/accounts/${id}?tab=people&part=coverage`) },
  { name: 'sand', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1500 }, prepare: (page) => openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=insight&part=sand`) },
  { name: 'people', path: '/portfolio', needs: 'demo', prepare: (page) => openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=people`) },
  {
    name: 'person', path: '/portfolio', needs: 'demo', size: { width: 1440, height: 1100 },
    prepare: async (page) => {
      await openOf(page, ['善水坊'], ([id]) => `/accounts/${id}?tab=people`);
      await page.locator('.vf-people-open').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await calm(page);
    },
  },
  {
    name: 'introductions', path: '/introductions', needs: 'demo', size: { width: 1440, height: 1000 },
    prepare: async (page) => {
      await calm(page);
      const decider = await page.evaluate(async () => ((await (await fetch('/api/projects/1/map')).json()) as { map: { reading: { vital: { person: number }[] } } }).map.reading.vital[0]!.person);
      await page.goto(new URL(`/introductions?person=${decider}`, page.url()).href);
      await calm(page);
      await expect(page.locator('.vf-way').first()).toBeVisible();
    },
  },
  { name: 'power-map', path: '/projects/1/map', needs: 'demo', size: { width: 1440, height: 1000 }, prepare: calm },
  {
    name: 'power-map-person', path: '/projects/1/map', needs: 'demo', size: { width: 1440, height: 1000 },
    prepare: async (page) => {
      await calm(page);
      await page.locator('[data-person][data-vital]').nth(1).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await calm(page);
    },
  },
];
