import { defineConfig } from '@playwright/test';
import { findChromium } from './test/chromium.ts';

const { executablePath, args, env } = await findChromium();

/** Journeys through the product in a real browser against a real server. Files run two at a time, each worker with a server of its own: 285 s instead of 448 on two cores. */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    launchOptions: { executablePath, args, env },
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    // A trace of everything costs a quarter of the time; who looks for a failure asks for one: --trace=retain-on-failure.
    trace: 'off',
    actionTimeout: 15_000,
    // Movement is beauty for people and noise for journeys.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
