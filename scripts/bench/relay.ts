// `npm run bench:relay`: our relay beside `@y/websocket-server` and a bare `ws` fan-out, on this machine in one run.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dropBundle } from './relay/bundle'
import { measureColdJoin } from './relay/coldJoin'
import { startCrowd } from './relay/crowd'
import { measureCursors100, measureCursors200 } from './relay/cursors'
import { measureAcks, measureEdits } from './relay/edits'
import { measureJoins } from './relay/joins'
import { measureMemory } from './relay/memory'
import { printRows } from './relay/printRows'
import type { Bench } from './relay/rounds'
import { holds, type Row } from './relay/row'
import { measureSlowReader } from './relay/slowReader'

const parts: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  'cursors-100': measureCursors100,
  'cursors-200': measureCursors200,
  'edits-50': (bench) => measureEdits(bench, 50),
  'edits-200': (bench) => measureEdits(bench, 200),
  acks: measureAcks,
  joins: measureJoins,
  'cold-join': measureColdJoin,
  memory: measureMemory,
  'slow-reader': measureSlowReader,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const chosen = values.only ?? Object.keys(parts)
const unknown = chosen.find((name) => !Object.hasOwn(parts, name))
if (values.help || unknown !== undefined) {
  console.log(`Usage: npm run bench:relay -- [--only PART]… [--json FILE] [--quick]

Runs the relay, @y/websocket-server and a bare ws fan-out in turn and prints their figures side by side. Exit code 1
when one is out of bounds.

  --only PART   ${Object.keys(parts).join(', ')}
  --json FILE   writes the figures to a file as well
  --quick       fewer and shorter rounds: shows that it works, and little more`)
  process.exit(unknown === undefined ? 0 : 2)
}

const crowd = startCrowd()
const bench: Bench = {
  crowd,
  ...(values.quick
    ? { rounds: 1, warmMs: 1000, windowMs: 2000 }
    : { rounds: 5, warmMs: 2000, windowMs: 4000 }),
  say: (what) => void (process.stderr.isTTY && process.stderr.write(`\r\x1b[K${what}`)),
}
const rows: Row[] = []
let allRan = true
try {
  for (const name of chosen)
    try {
      rows.push(...(await parts[name]!(bench)))
    } catch (error) {
      // What the other parts show is worth having all the same.
      allRan = false
      console.error(
        `${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
} finally {
  await crowd.stop()
  await dropBundle()
}
bench.say('')
const allHold = printRows(rows)
if (values.json)
  writeFileSync(
    values.json,
    JSON.stringify(
      rows.map((row) => ({ ...row, holds: holds(row) })),
      null,
      2,
    ),
  )
process.exitCode = allRan && allHold ? 0 : 1
