// One listener for each address of the local network, all on the same port; none on tunnels and virtual networks.
import type { CloseName } from '../../shared/relay/closeCodes'
import type { ExtraListener, Listening, Relay } from '../relay'

export interface LanListeners {
  /**
   * Listens on these addresses too, and gives those where that is possible. Those of before stay: the network may come
   * back, and who is connected notices nothing. Throws when not one of them can be listened on.
   */
  listenOn(addresses: readonly string[]): Promise<string[]>
  /** 0 while nothing listens. */
  port(): number
  disconnect(name: CloseName): void
  /** How many other devices have connected since the first listener opened. */
  reached(): number
  close(): Promise<void>
}

export type LanListenersOptions = Pick<ExtraListener, 'port' | 'serves' | 'secureContext'>

export function lanListeners(relay: () => Relay, options: LanListenersOptions): LanListeners {
  const { port: first, serves, secureContext } = options
  const open = new Map<string, Listening>()
  let port = 0

  const listen = async (host: string, at: number) => {
    const listener = { host, port: at, ...(serves && { serves }), ...(secureContext && { secureContext }) }
    open.set(host, await relay().listenAlso(listener))
  }
  /** The first listener decides on the port; the others follow. */
  const findPort = async (host: string) => {
    const tried = first === 0 ? [0] : [first, first + 1, first + 2, first + 3, 0]
    for (const at of tried)
      try {
        return await listen(host, at)
      } catch (problem) {
        const { code } = problem as NodeJS.ErrnoException
        if ((code !== 'EADDRINUSE' && code !== 'EACCES') || at === tried.at(-1)) throw problem
      }
  }

  return {
    async listenOn(addresses) {
      let problem: unknown
      for (const host of addresses)
        if (!open.has(host))
          try {
            if (port === 0) {
              await findPort(host)
              port = open.get(host)!.port
            } else await listen(host, port)
          } catch (cause) {
            problem = cause
          }
      const possible = addresses.filter((host) => open.has(host))
      if (possible.length === 0) throw problem
      return possible
    },
    port: () => port,
    disconnect: (name) => open.forEach((listening) => listening.disconnect(name)),
    reached: () => new Set([...open.values()].flatMap((listening) => [...listening.reached()])).size,
    async close() {
      const closing = [...open.values()]
      open.clear()
      port = 0
      await Promise.all(closing.map((listening) => listening.close()))
    },
  }
}
