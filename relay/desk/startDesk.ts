// The desk: the facilitator's own relay, with the library, the built pages, and a door for the room.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { Backups } from '../library/backups'
import { addDemoOnce } from '../library/demoOnce'
import { Library } from '../library/library'
import { addLibraryRoutes } from '../library/libraryRoutes'
import { silentLog } from '../log'
import { isForGuests, servePages } from '../pages/servedPages'
import type { Relay } from '../relay'
import { addOnlineRoutes } from '../uplink/onlineRoutes'
import { organisationFile, type OrganisationFile, type OrganisationKeeper } from '../uplink/organisation'
import type { UplinkTiming } from '../uplink/timing'
import { keepUplinks, type Uplinks } from '../uplink/uplinks'
import { startRelay } from '../startRelay'
import { openDoorwayMemory } from './doorwayMemory'
import { addDoorwayRoutes } from './doorwayRoutes'
import { namedPort, type LanAddress } from './lanAddresses'
import { lanDoorway } from './lanDoorway'
import type { LocalNameOptions } from './localName'
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
  /** First port to try for guests on the local network; default the one named in the environment, else 4747. */
  lanPort?: number
  /** For tests: how this computer is reached. */
  lanAddresses?: () => LanAddress[]
  /** For tests: where the name on the local network is spoken of. */
  localName?: Partial<LocalNameOptions>
  /** Who knows the organisation's address and key; default: a file in the data folder that only its owner reads. */
  organisation?: OrganisationKeeper
  /** For tests: how patient lines to the organisation's relay are. */
  uplinkTiming?: Partial<UplinkTiming>
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
  let uplinks: Uplinks | undefined
  const ownFile: OrganisationFile | undefined = options.organisation
    ? undefined
    : organisationFile(join(options.dataDir, 'organisation.json'))
  const doorway = lanDoorway(() => relay, {
    folder: options.dataDir,
    memory: await openDoorwayMemory(options.dataDir),
    log: options.log ?? silentLog(),
    port: options.lanPort ?? namedPort() ?? defaultLanPort,
    serves: (method, path) => isForGuests(pages, method, path),
    ...(options.lanAddresses && { addresses: options.lanAddresses }),
    ...(options.localName && { localName: options.localName }),
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
      addDoorwayRoutes(app, extended, doorway)
      await addLibraryRoutes(app, extended, library, backups)
      uplinks = await keepUplinks({
        relay: extended,
        organisation: options.organisation ?? ownFile!,
        log: options.log ?? silentLog(),
        timing: options.uplinkTiming ?? {},
        library,
      })
      await addOnlineRoutes(app, extended, uplinks, ownFile)
    },
  })
  try {
    if (!library || !backups || !uplinks) throw new Error('the relay was not extended')
    for (const sessionId of await library.emptyBin(Date.now())) await backups.forget(sessionId)
    await addDemoOnce(library, options.dataDir)
    // Doors that stood open when the computer stopped: guests find their way back.
    for (const door of relay.doors.list()) await doorway.open(door)
  } catch (problem) {
    uplinks?.close()
    await relay.close()
    await doorway.closed()
    throw problem
  }
  const parts = { library, backups, uplinks }
  return {
    url: relay.url,
    key: relay.key,
    relay,
    close: async () => {
      parts.uplinks.close()
      await parts.backups.close()
      await parts.library.close()
      // First, so that guests are told to come back.
      await relay.close()
      await doorway.closed()
    },
  }
}
