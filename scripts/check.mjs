#!/usr/bin/env node
// `npm run check`: types, lint, format, dependencies, import map and unit tests; all of them, whichever fails.
import { ensureInstalled, requireNode, runNode, say } from './prepare.mjs'

requireNode()
ensureInstalled()

// The import map is a unit test: tests/architecture.
const steps = [
  ['types', 'node_modules/typescript/bin/tsc', []],
  ['lint', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings']],
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '.']],
  ['dependencies', 'node_modules/tsx/dist/cli.mjs', ['scripts/dependencies/check.ts']],
  ['import map and unit tests', 'node_modules/vitest/vitest.mjs', ['run']],
]

/** A step that could not ask whom it has to ask ends with this; where nobody reads what is said, that is not enough. */
const couldNotAsk = 3
const mustAsk = Boolean(process.env.CI)

const failed = []
const unasked = []
for (const [name, script, args] of steps) {
  say(`\n── ${name} ──`)
  const code = await runNode(script, args)
  if (code === couldNotAsk && !mustAsk) unasked.push(name)
  else if (code !== 0) failed.push(name)
}
const open = unasked.length === 0 ? '' : ` Not checked to the end: ${unasked.join(', ')} (see above).`
say(
  failed.length === 0 ? `\nAll that was checked is well.${open}` : `\nNot well: ${failed.join(', ')}.${open}`,
)
process.exit(failed.length === 0 ? 0 : 1)
