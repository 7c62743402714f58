#!/usr/bin/env node
// `npm run check`: types, lint, format, import map and unit tests; all of them, whichever fails.
import { ensureInstalled, requireNode, runNode, say } from './prepare.mjs'

requireNode()
ensureInstalled()

// The import map is a unit test: tests/architecture.
const steps = [
  ['types', 'node_modules/typescript/bin/tsc', []],
  ['lint', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings']],
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '.']],
  ['import map and unit tests', 'node_modules/vitest/vitest.mjs', ['run']],
]

const failed = []
for (const [name, script, args] of steps) {
  say(`\n── ${name} ──`)
  if ((await runNode(script, args)) !== 0) failed.push(name)
}
say(failed.length === 0 ? '\nAll is well.' : `\nNot well: ${failed.join(', ')}.`)
process.exit(failed.length === 0 ? 0 : 1)
