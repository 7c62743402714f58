#!/usr/bin/env node
// `npm run convergence -- [--seeds N] [--from S]`: the random workshops of tests/convergence, as many as one wants.
import { parseArgs } from 'node:util'
import { ensureInstalled, giveUp, requireNode, runNode } from './prepare.mjs'

const usage = `Usage: npm run convergence -- [--seeds N] [--from S]

Holds N random workshops (default 1000) with the seeds S, S+1, … (default 1), several at once, on one, two and three
relays, of which one is killed about once a second. In the end everybody must have the same content, nothing acknowledged may be missing and nothing
refused may be seen. Names the seeds that failed, and why.
`

requireNode()
ensureInstalled()
const text = { type: /** @type {const} */ ('string') }
let given
try {
  given = parseArgs({ options: { seeds: text, from: text, help: { type: 'boolean' } } }).values
} catch (error) {
  giveUp(`${error.message}\n${usage}`, 2)
}
if (given.help) giveUp(usage, 0)
const { seeds = '1000', from = '1' } = given
if (![seeds, from].every((each) => /^\d{1,9}$/.test(each))) giveUp(usage, 2)
process.exit(
  await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/convergence'], {
    env: { ...process.env, SAMVERKSTAD_SEEDS: seeds, SAMVERKSTAD_FROM_SEED: from },
  }),
)
