// `relay --port P --host H --data DIR --key-file F`: a relay by itself, until it is told to stop.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { lanAddresses } from './desk/lanAddresses'
import { causeOf } from './levelStorage'
import { openLog } from './log'
import type { Doorway, Relay } from './relay'
import { newSecret } from './secrets'
import { startRelay } from './startRelay'

export const relayHelp = `Usage: relay --data DIR [--port P] [--host H] [--key-file F]

Serves the rooms of workshops to browsers and apps until it is stopped.

  --data DIR     folder for the database and the pictures; made when it is not there
  --port P       port to listen on; 0 takes any free one (default 4750)
  --host H       address to listen on (default 127.0.0.1)
  --key-file F   file with the key that may create sessions; made when it is not there (default DIR/key)
  --help         shows this
`

const defaultPort = 4750

interface RelayOrder {
  dataDir: string
  port: number
  host: string
  keyFile: string
}

/**
 * Runs the command until SIGINT or SIGTERM. Gives the exit code: 0 after an orderly stop, 1 when the relay could not
 * run, 2 for wrong use; the reason stands in one sentence on stderr.
 */
export async function runRelayCommand(argv: readonly string[]): Promise<number> {
  const order = readOrder(argv)
  if (order === 'help') {
    process.stdout.write(relayHelp)
    return 0
  }
  if ('problem' in order) {
    process.stderr.write(`${order.problem} See relay --help.\n`)
    return 2
  }
  let relay: Relay
  try {
    relay = await startFromOrder(order)
  } catch (error) {
    process.stderr.write(`${failure(order, error)}\n`)
    return 1
  }
  process.stdout.write(`Relay at ${relay.url}, data in ${order.dataDir}, key in ${order.keyFile}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await relay.close()
  return 0
}

function readOrder(argv: readonly string[]): RelayOrder | 'help' | { problem: string } {
  const text = { type: 'string' } as const
  let given
  try {
    given = parseArgs({
      args: [...argv],
      options: { port: text, host: text, data: text, 'key-file': text, help: { type: 'boolean' } },
      strict: true,
    }).values
  } catch (error) {
    return { problem: firstSentence(error) }
  }
  if (given.help) return 'help'
  if (!given.data) return { problem: 'The folder for the data is missing (--data DIR).' }
  const port = given.port === undefined ? defaultPort : Number(given.port)
  if (!/^\d+$/.test(given.port ?? '0') || port > 65535)
    return { problem: `The port must be a number from 0 to 65535, not "${given.port}".` }
  return {
    dataDir: given.data,
    port,
    host: given.host ?? '127.0.0.1',
    keyFile: given['key-file'] ?? join(given.data, 'key'),
  }
}

async function startFromOrder({ dataDir, port, host, keyFile }: RelayOrder): Promise<Relay> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const key = await readOrMakeKey(keyFile)
  const log = openLog(process.stderr)
  const relay: Relay = await startRelay({
    dataDir,
    port,
    host,
    key,
    log,
    keepDoors: true,
    doorway: ownDoorway(host, () => relay),
  })
  return relay
}

/** Guests reach an open door where the relay itself listens. */
function ownDoorway(host: string, relay: () => Relay): Doorway {
  return {
    open: async ({ secret }) => {
      const { url, port } = relay()
      const everywhere = host === '0.0.0.0' || host === '::'
      const reached = everywhere
        ? lanAddresses().map((lan) => ({
            interface: lan.interface,
            shortUrl: `http://${lan.address}:${port}`,
          }))
        : []
      const all = reached.length > 0 ? reached : [{ interface: 'relay', shortUrl: url }]
      return all.map((each) => ({ ...each, url: `${each.shortUrl}/#join=${secret}` }))
    },
    closed: async () => {},
  }
}

async function readOrMakeKey(file: string): Promise<string> {
  try {
    const key = (await readFile(file, 'utf8')).trim()
    if (!/^[\x21-\x7e]{20,200}$/.test(key))
      throw new Error(`The key in ${file} must have 20 to 200 characters, no spaces.`)
    return key
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const key = newSecret()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

function failure({ dataDir, port }: RelayOrder, error: unknown): string {
  if (causeOf(error) === 'LEVEL_LOCKED') return `Another relay already uses ${dataDir}.`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is already in use.`
  return firstSentence(error)
}

function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const line = text.split('\n', 1)[0]!.replace(/(\.)\s.*$/, '$1')
  return line.endsWith('.') ? line : `${line}.`
}
