// The desk: the facilitator's own relay, with the library, the built pages, and a door for the room.
import { mkdir } from 'node:fs/promises'
import type { Logger } from 'pino'
import { Backups } from '../library/backups'
import { addDemoOnce } from '../library/demoOnce'
import { Library } from '../library/library'
import { addLibraryRoutes } from '../library/libraryRoutes'
import { isForGuests, servePages } from '../pages/servedPages'
import type { Relay } from '../relay'
import { startRelay } from '../startRelay'
import type { LanAddress } from './lanAddresses'
import { lanDoorway } from './lanDoorway'
import { serveDeskPages } from './serveDeskPages'

/** Easy to say and to type, and free on most computers. */
export const defaultLanPort = 4747

export interface DeskOptions {
  /** Folder for sessions and their backups; made when it is not there. */
  dataDir: string
  /** Of the loopback listener; default: any free one. */
  port?: number
  /** The key of this launch; default: a new one. */
  key?: string
  /** The built pages: facilitator/, guest/, print/, assets/. */
  rendererDir: string
  /** First port to try for guests on the local network; default 4747. */
  lanPort?: number
  /** For tests: how this computer is reached. */
  lanAddresses?: () => LanAddress[]
  allowedOrigins?: readonly string[]
  log?: Logger
}

export interface Desk {
  /** Base address on this computer, `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly key: string
  readonly relay: Relay
  /** Finishes writing, makes a last backup of what changed, closes. */
  close(): Promise<void>
}

/** Starts the desk. Throws when the port is taken or the data folder cannot be used. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const pages = await servePages(options.rendererDir)
  let library: Library | undefined
  let backups: Backups | undefined
  const doorway = lanDoorway(() => relay, {
    port: options.lanPort ?? defaultLanPort,
    serves: (method, path) => isForGuests(pages, method, path),
    addresses: options.lanAddresses,
  })
  const relay: Relay = await startRelay({
    dataDir: options.dataDir,
    host: '127.0.0.1',
    port: options.port ?? 0,
    key: options.key,
    log: options.log,
    allowedOrigins: options.allowedOrigins,
    doorway,
    extend: async (app, extended) => {
      library = new Library(extended, options.dataDir)
      backups = new Backups(extended, options.dataDir, options.log)
      serveDeskPages(app, extended, pages)
      await addLibraryRoutes(app, extended, library, backups)
    },
  })
  try {
    if (!library || !backups) throw new Error('the relay was not extended')
    for (const sessionId of await library.emptyBin(Date.now())) await backups.forget(sessionId)
    await addDemoOnce(library, options.dataDir)
    // Doors that stood open when the computer stopped: guests find their way back.
    for (const door of relay.doors.list()) await doorway.open(door)
  } catch (problem) {
    await relay.close()
    throw problem
  }
  const parts = { library, backups }
  return {
    url: relay.url,
    key: relay.key,
    relay,
    close: async () => {
      await parts.backups.close()
      await parts.library.close()
      await relay.close()
    },
  }
}
