import { defineConfig } from '@playwright/test'
import base from '../../playwright.config'

/** `npm run help:shots`: photographs the demo for the guide. */
export default defineConfig({
  ...base,
  testDir: '../e2e',
  testMatch: '**/*.shots.spec.ts',
  testIgnore: [],
  globalSetup: './server.ts',
  outputDir: '../../test-results/shots',
  workers: 1,
  projects: [{ name: 'help' }],
})
