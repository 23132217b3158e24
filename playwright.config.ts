import { defineConfig } from '@playwright/test';
import { findChromium } from './test/chromium.ts';

const { executablePath, args, env } = await findChromium();

/** Journeys through the product in a real browser against a real server. One after the other: small machines run them too. */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    launchOptions: { executablePath, args, env },
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    // Movement is beauty for people and noise for journeys.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
