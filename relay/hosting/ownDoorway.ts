// The way in for guests of a relay by itself: where the relay itself listens, or the proxy before it.
import { lanAddresses } from '../desk/lanAddresses'
import type { Doorway, Relay } from '../relay'
import type { Order } from './order'

/** `relay` is asked for when the first door opens. */
export function ownDoorway({ host, publicUrl }: Order, relay: () => Relay): Doorway {
  const reached = (): { interface: string; shortUrl: string }[] => {
    if (publicUrl !== undefined) return [{ interface: 'relay', shortUrl: publicUrl }]
    const { url, port } = relay()
    const isEverywhere = host === '0.0.0.0' || host === '::'
    const scheme = new URL(url).protocol
    const found = isEverywhere ? lanAddresses() : []
    if (found.length === 0) return [{ interface: 'relay', shortUrl: url }]
    return found.map((lan) => ({
      interface: lan.interface,
      shortUrl: `${scheme}//${lan.address}:${port}`,
    }))
  }
  return {
    open: async ({ secret }) =>
      reached().map((each) => ({ ...each, url: `${each.shortUrl}/#join=${secret}` })),
    closed: async () => {},
  }
}
