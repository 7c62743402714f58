import { defineConfig } from 'vitest/config'

const tests = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`)

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that does other work may miss a moment; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    pool: 'forks',
    // Many wait for programs and lines that they started: three keep two cores busy.
    maxWorkers: 3,
    exclude: ['node_modules', 'out', 'tests/journeys/**'],
    projects: [
      // Functions without a state of their own: files of tests may share a process, and what it has loaded.
      { extends: true, test: { name: 'shared', include: tests('shared'), isolate: false } },
      {
        extends: true,
        test: { name: 'programs', include: tests('relay', 'renderer', 'electron', 'scripts', 'tests') },
      },
    ],
  },
})
