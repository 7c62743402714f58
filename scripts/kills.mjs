#!/usr/bin/env node
// `npm run kills -- [--rounds N] [--seed S]`: kills a relay under load, N times, and looks for what it acknowledged.
import { parseArgs } from 'node:util'
import { ensureInstalled, giveUp, requireNode, runNode } from './prepare.mjs'

const usage = `Usage: npm run kills -- [--rounds N] [--seed S]

Starts a relay, lets six people write in rooms of every kind, kills it with SIGKILL at a random moment or while it writes
a snapshot, starts it again and looks whether every acknowledged edit is there; N times (default 100). At the end the
store is verified. Names the round and the seed (default: a new one) if something is lost.
`

requireNode()
ensureInstalled()
const text = { type: /** @type {const} */ ('string') }
let given
try {
  given = parseArgs({ options: { rounds: text, seed: text, help: { type: 'boolean' } } }).values
} catch (error) {
  giveUp(`${error.message}\n${usage}`, 2)
}
if (given.help) giveUp(usage, 0)
const { rounds = '100', seed } = given
if (![rounds, seed ?? '1'].every((each) => /^\d{1,9}$/.test(each))) giveUp(usage, 2)
process.exit(
  await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/relay/killed.test.ts'], {
    env: { ...process.env, SAMVERKSTAD_KILLS: rounds, ...(seed && { SAMVERKSTAD_SEED: seed }) },
  }),
)
