// demo OUT.samverk: the demo session as a file. The same every time but for Yjs's own marks.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeAtomically } from '../../relay/library/atomicFile'
import { makeDemo } from '../../relay/library/demo'
import { writeSessionFile } from '../../relay/library/writeSessionFile'
import { fail, refuse, refuseLine } from './readInput'

const usage = `Usage: demo OUT.samverk

Writes the demo session "Grannköket": a whiteboard and the three canvases, filled and tied together.
`

/** When the demo's workshop was held. */
const moment = Date.UTC(2026, 2, 14, 9)

const reasons: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'that is a folder',
  EACCES: 'that is not allowed',
  EPERM: 'that is not allowed',
  EROFS: 'the disk cannot be written to',
  ENOSPC: 'the disk is full',
}

/** Exit code 0 when the file is there, 1 when it could not be written, 2 when the command line is wrong. */
export async function runDemoCommand(argv: readonly string[]): Promise<number> {
  let given
  try {
    given = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    })
  } catch (problem) {
    return refuseLine('demo', problem)
  }
  if (given.values.help) {
    process.stdout.write(usage)
    return 0
  }
  const [out, ...more] = given.positionals
  if (out === undefined || more.length > 0) return refuse('demo wants one file name: demo OUT.samverk')
  if (!out.endsWith('.samverk')) return refuse(`The file's name must end in .samverk, not "${out}".`)
  try {
    await writeAtomically(resolve(out), await writeSessionFile(makeDemo(moment), moment), 0o644)
    return 0
  } catch (problem) {
    const code = String((problem as NodeJS.ErrnoException).code)
    return fail(`${out} could not be written: ${reasons[code] ?? (problem as Error).message}.`)
  }
}
