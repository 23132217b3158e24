// Takes the guide's pictures from the demo workspace, in English and Chinese: npm run screens [-- scene …]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../test/chromium.ts';
import { call, cookieOf, ADA } from '../test/journeys/fixtures.ts';
import { startServer, type RunningServer } from '../test/journeys/server.ts';
import { SCENES, type Language, type Scene } from './scenes.ts';

const FOLDER = join(import.meta.dirname, '../docs/guide/pictures');
const LARGEST = 200_000;
const wanted = process.argv.slice(2);
const scenes = SCENES.filter((scene) => wanted.length === 0 || wanted.includes(scene.name));

const { executablePath, args, env } = await findChromium();
const browser = await chromium.launch({ executablePath, args, env });
mkdirSync(FOLDER, { recursive: true });
try {
  for (const language of ['en', 'zh'] as const) await tour(browser, language);
} finally {
  await browser.close();
}

/** One workspace per language: the empty one first, then the one with the demo. */
async function tour(browser: Browser, language: Language): Promise<void> {
  const server = await startServer();
  try {
    const locale = language === 'en' ? 'en' : 'zh-Hans';
    await call(server, 'POST', '/api/setup/administrator', { ...ADA, workspace: language === 'en' ? 'Harmonia Acoustics' : '和声电声', locale });
    const cookie = await cookieOf(server);
    for (const scene of scenes.filter((one) => one.needs === 'empty')) await take(browser, server, cookie, scene, language);
    await call(server, 'POST', '/api/demo', undefined, cookie);
    for (const scene of scenes.filter((one) => one.needs === 'demo')) await take(browser, server, cookie, scene, language);
  } finally {
    await server.stop();
  }
}

async function take(browser: Browser, server: RunningServer, cookie: string, scene: Scene, language: Language): Promise<void> {
  const context = await browser.newContext({
    viewport: scene.size ?? { width: 1440, height: 900 }, colorScheme: scene.dark ? 'dark' : 'light', reducedMotion: 'reduce',
    locale: language === 'en' ? 'en-US' : 'zh-CN', timezoneId: 'Asia/Shanghai',
  });
  const at = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.goto(server.url + scene.path);
  await scene.prepare(page, language);
  await page.evaluate(() => document.fonts.ready);
  const file = `${scene.name}-${language}.webp`;
  const bytes = await webp(page);
  writeFileSync(join(FOLDER, file), bytes);
  process.stdout.write(`${file} ${Math.round(bytes.length / 1000)} kB\n`);
  await context.close();
}

/** Chromium encodes WebP itself; lower quality only where a picture would grow too large to clone. */
async function webp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  for (const quality of [86, 75, 60, 40]) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length <= LARGEST) return bytes;
  }
  throw new Error('too large even at low quality');
}
