// The way in for phones in the room: listens on the local network while at least one door is open.
import type { DoorAddress, Doorway, ExtraListener, Listening, OpenDoor, Relay } from '../relay'
import { chosenAddress, lanAddresses, type LanAddress } from './lanAddresses'

export interface LanDoorwayOptions {
  /** The port to try first; the following ones when it is taken, then any. */
  port: number
  serves: ExtraListener['serves']
  /** How this computer is reached; looked up anew for each door, as people move between networks. */
  addresses?: () => LanAddress[]
}

/** `relay` is asked for when the first door opens. */
export function lanDoorway(relay: () => Relay, options: LanDoorwayOptions): Doorway {
  const lookUp = options.addresses ?? lanAddresses
  let listening: { host: string; listener: Promise<Listening> } | undefined

  const listen = async (host: string): Promise<Listening> => {
    if (listening && listening.host !== host) await close()
    listening ??= { host, listener: listenNear(relay(), host, options) }
    try {
      return await listening.listener
    } catch (problem) {
      listening = undefined
      throw problem
    }
  }
  const close = async () => {
    const open = listening
    listening = undefined
    await (await open?.listener)?.close()
  }

  return {
    open: async (door: OpenDoor): Promise<DoorAddress[]> => {
      const chosen = options.addresses ? undefined : chosenAddress()
      const found = chosen ? [chosen] : lookUp()
      // Without a network the door still opens for this computer's own browsers.
      const { port } = await listen(chosen?.address ?? (found.length > 0 ? '0.0.0.0' : '127.0.0.1'))
      const reached = found.length > 0 ? found : [{ interface: 'loopback', address: '127.0.0.1' }]
      return reached.map(({ interface: name, address }) => {
        const shortUrl = `http://${address}:${port}`
        return { interface: name, url: `${shortUrl}/#join=${door.secret}`, shortUrl }
      })
    },
    closed: close,
  }
}

async function listenNear(relay: Relay, host: string, options: LanDoorwayOptions): Promise<Listening> {
  const { port: first, serves } = options
  const tried = first === 0 ? [0] : [first, first + 1, first + 2, first + 3, 0]
  for (const port of tried)
    try {
      return await relay.listenAlso({ host, port, serves })
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || port === tried.at(-1)) throw problem
    }
  throw new Error('no port to listen on')
}
