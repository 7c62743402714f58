#!/usr/bin/env node
// `npm run fuzz -- [--frames N] [--seed S]`: the hostile frames of tests/fuzz/relay, as many as one wants.
import { parseArgs } from 'node:util'
import { ensureInstalled, giveUp, requireNode, runNode } from './prepare.mjs'

const usage = `Usage: npm run fuzz -- [--frames N] [--seed S]

Sends N hostile frames (default 1000000), drawn from the seed S (default 1), to a relay in a process of its own: from
strangers and from people who were let in. Prints what was sent, how connections ended, what the relay's memory did and
how long honest people beside it waited. Exit code 1 when the relay dies, grows, or loses anything.
`

requireNode()
ensureInstalled()
const text = { type: /** @type {const} */ ('string') }
let given
try {
  given = parseArgs({ options: { frames: text, seed: text, help: { type: 'boolean' } } }).values
} catch (error) {
  giveUp(`${error.message}\n${usage}`, 2)
}
if (given.help) giveUp(usage, 0)
const { frames = '1000000', seed = '1' } = given
if (![frames, seed].every((each) => /^\d{1,9}$/.test(each))) giveUp(usage, 2)
process.exit(
  await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/fuzz/relay', '--disableConsoleIntercept'], {
    env: { ...process.env, SAMVERKSTAD_FUZZ_FRAMES: frames, SAMVERKSTAD_FUZZ_SEED: seed },
  }),
)
