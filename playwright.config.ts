// Two projects: journeys in Chromium, and those in the desktop app. `npm test` sets up what they need and runs both.
import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './tests/chromium'

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.pw.ts',
  outputDir: 'test-results',
  // Journeys mostly wait for one page or another: two fill two cores, and each has a desk, ports and folders of its own.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A machine that does other work may miss a moment; what fails twice is broken, and what passes then is named flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    locale: 'sv-SE',
    // A trace of every test takes two fifths of all processor time; `--trace on` when one looks for something.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testIgnore: ['electron/**', 'security/**', '**/*.desktop.pw.ts'],
      use: {
        browserName: 'chromium',
        launchOptions: chromiumOptions,
      },
    },
    {
      name: 'electron',
      // On one display only one window has the focus.
      workers: 1,
      testMatch: ['electron/**/*.pw.ts', 'security/**/*.pw.ts', '**/*.desktop.pw.ts'],
    },
  ],
})
