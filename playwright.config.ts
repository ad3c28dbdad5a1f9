import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser-path'

const timed = process.env.TIMED === '1'
const full = process.env.FULL === '1'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: timed ? '**/*.timed.spec.ts' : '**/*.spec.ts',
  testIgnore: ['**/*.shots.spec.ts', ...(timed ? [] : ['**/*.timed.spec.ts'])],
  globalSetup: './tests/support/server.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  // A test that passes at the second attempt has found something.
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  timeout: full ? 600_000 : 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser() },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'mobile',
      grep: /@mobile/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
})
