// `web --port P --data DIR --no-open`: the app in the local browser, for computers without Electron or a display.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { causeOf } from '../levelStorage'
import { openLog } from '../log'
import { openBrowser } from './openBrowser'
import { startDesk, type Desk } from './startDesk'

export const webHelp = `Usage: web --data DIR [--port P] [--no-open] [--pages DIR]

Serves Samverkstad to the browser on this computer until it is stopped.

  --data DIR    folder for the workshops; made when it is not there
  --port P      port on 127.0.0.1; 0 takes any free one (default 0)
  --no-open     only prints the address
  --pages DIR   the built pages (default: those of the last build)
  --help        shows this
`

interface WebOrder {
  dataDir: string
  port: number
  opens: boolean
  pages: string
}

/**
 * Runs the command until SIGINT or SIGTERM. Gives the exit code: 0 after an orderly stop, 1 when the desk could not
 * run, 2 for wrong use; the reason stands in one sentence on stderr.
 */
export async function runWebCommand(argv: readonly string[]): Promise<number> {
  const order = readOrder(argv)
  if (order === 'help') {
    process.stdout.write(webHelp)
    return 0
  }
  if (typeof order === 'string') return say(`${order} See web --help.`, 2)
  if (!existsSync(join(order.pages, 'facilitator/index.html')))
    return say(`The built pages are not in ${order.pages}: run npm run build first.`, 1)
  // Before anything is started: a signal that comes early ends it too.
  const told = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
  let desk: Desk
  try {
    const log = openLog(process.stderr, 'warn')
    desk = await startDesk({ dataDir: order.dataDir, port: order.port, rendererDir: order.pages, log })
  } catch (problem) {
    return say(failure(order, problem), 1)
  }
  const address = `${desk.url}/facilitator/#key=${desk.key}`
  process.stdout.write(`Samverkstad: ${address}\n`)
  if (order.opens && !(await openBrowser(address)))
    process.stderr.write('No browser could be opened here: open the address above in one.\n')
  await told
  await desk.close()
  return 0
}

function readOrder(argv: readonly string[]): WebOrder | 'help' | string {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  let given
  try {
    given = parseArgs({
      args: [...argv],
      options: {
        data: text,
        port: text,
        pages: text,
        'no-open': flag,
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (problem) {
    return firstSentence(problem)
  }
  if (given.help) return 'help'
  if (!given.data) return 'The folder for the workshops is missing (--data DIR).'
  const port = Number(given.port ?? 0)
  if (!/^\d+$/.test(given.port ?? '0') || port > 65535)
    return `The port must be a number from 0 to 65535, not "${given.port}".`
  return {
    dataDir: resolve(given.data),
    port,
    opens: !given['no-open'],
    pages: resolve(given.pages ?? builtPages()),
  }
}

/** Beside the bundle this runs from; from source, in the build folder. */
function builtPages(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [join(here, '../renderer'), join(here, '../../renderer')]
  const root = join(here, '../..')
  const fromSource = resolve(root, process.env.SAMVERKSTAD_OUT ?? 'out', 'renderer')
  return places.find((place) => existsSync(join(place, 'assets'))) ?? fromSource
}

function failure({ dataDir, port }: WebOrder, problem: unknown): string {
  if (causeOf(problem) === 'LEVEL_LOCKED') return `Samverkstad already runs with the workshops in ${dataDir}.`
  if (problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE')
    return `Port ${port} is already in use.`
  return firstSentence(problem)
}

function firstSentence(problem: unknown): string {
  const line = (problem instanceof Error ? problem.message : String(problem)).split('\n', 1)[0]!
  const sentence = line.replace(/\.\s.*$/, '.')
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}

function say(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}

/** True when Node was started with this very file, bundled or not. */
function isProgram(): boolean {
  const started = process.argv[1]
  return (
    started !== undefined && existsSync(started) && realpathSync(started) === fileURLToPath(import.meta.url)
  )
}

if (isProgram()) void runWebCommand(process.argv.slice(2)).then((code) => process.exit(code))
