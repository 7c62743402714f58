import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,relay,renderer,electron,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules', 'out', 'tests/journeys/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
