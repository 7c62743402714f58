// A relay by itself, from what was asked for.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openLog } from '../log'
import type { Relay } from '../relay'
import { startRelay } from '../startRelay'
import { readOrMakeKey } from './keyFile'
import type { Given } from './options'
import { ownDoorway } from './ownDoorway'

const defaultPort = 4750

/** What was given, with the defaults in place. */
export interface HostedOrder extends Given {
  data: string
  port: number
  host: string
  keyFile: string
}

/** Undefined without a folder for the data, the one thing that has no default. */
export function completeOrder(given: Given): HostedOrder | undefined {
  const { data } = given
  if (data === undefined) return undefined
  return { port: defaultPort, host: '127.0.0.1', keyFile: join(data, 'key'), ...given, data }
}

/** Throws when the data folder is in use, the port is taken, or a file cannot be used. */
export async function startHosted({ data, port, host, keyFile }: HostedOrder): Promise<Relay> {
  await mkdir(data, { recursive: true, mode: 0o700 })
  const relay: Relay = await startRelay({
    dataDir: data,
    port,
    host,
    key: await readOrMakeKey(keyFile),
    log: openLog(process.stderr),
    keepDoors: true,
    doorway: ownDoorway(host, () => relay),
  })
  return relay
}
