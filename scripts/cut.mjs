#!/usr/bin/env node
// `npm run cut -- [--minutes N]`: cuts the line between a desk and a hosted relay for as long as one wants.
import { parseArgs } from 'node:util'
import { ensureInstalled, giveUp, requireNode, runNode } from './prepare.mjs'

const usage = `Usage: npm run cut -- [--minutes N]

Shares a workshop online over a cable of its own (Linux alone), lets the cable lose every packet for N minutes (default
10) while both sides edit, set locks and change a name, heals it, and looks whether everything is on both sides. Prints
what happened, times in seconds.
`

requireNode()
ensureInstalled()
let given
try {
  given = parseArgs({ options: { minutes: { type: 'string' }, help: { type: 'boolean' } } }).values
} catch (error) {
  giveUp(`${error.message}\n${usage}`, 2)
}
if (given.help) giveUp(usage, 0)
const { minutes = '10' } = given
if (!/^\d{1,4}(\.\d+)?$/.test(minutes)) giveUp(usage, 2)
process.exit(
  await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/uplink/longCut.test.ts'], {
    env: { ...process.env, SAMVERKSTAD_CUT_SECONDS: String(60 * Number(minutes)) },
  }),
)
