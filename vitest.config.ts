import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,relay,renderer,electron,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules', 'out', 'tests/journeys/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that does other work may miss a moment; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    pool: 'forks',
    maxWorkers: 2,
  },
})
