// The way in for guests of a relay by itself: where the relay itself listens.
import { lanAddresses } from '../desk/lanAddresses'
import type { Doorway, Relay } from '../relay'

/** `relay` is asked for when the first door opens. */
export function ownDoorway(host: string, relay: () => Relay): Doorway {
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
