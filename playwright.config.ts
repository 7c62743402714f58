// Two projects: journeys in Chromium, and those in the desktop app. `npm test` sets up what they need and runs both.
import { defineConfig } from '@playwright/test'

const isRoot = process.getuid?.() === 0

/** Nothing in here may reach the internet, and Chromium's own services try. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
]

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.pw.ts',
  outputDir: 'test-results',
  // Two cores and real programs: side by side they only wait for each other.
  workers: 1,
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
        launchOptions: {
          executablePath: process.env.SAMVERKSTAD_CHROMIUM ?? '/usr/bin/chromium',
          args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])],
        },
      },
    },
    {
      name: 'electron',
      testMatch: ['electron/**/*.pw.ts', 'security/**/*.pw.ts', '**/*.desktop.pw.ts'],
    },
  ],
})
