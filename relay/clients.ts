// Who is at the other end: behind a proxy, not the proxy. What a request says of its sender counts only where a
// trusted proxy says it; everybody could write it.
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv4 } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { networkOf } from './networkOf'

export interface Client {
  /** By which limits count: the whole address, or the first 64 bits of an IPv6 one. Never logged. */
  address: string
  /** The client's own connection is encrypted, to here or to the proxy. */
  isSecure: boolean
}

export interface Clients {
  of(request: IncomingMessage): Client
  /** True for a proxy: its connections are many people's. */
  isProxy(address: string): boolean
}

/** @param proxies addresses (`127.0.0.1`) and networks (`10.0.0.0/8`); see {@link isNetwork}. */
export function knowClients(proxies: readonly string[]): Clients {
  const trusted = new BlockList()
  for (const proxy of proxies) {
    const [address, length] = proxy.split('/') as [string, string?]
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (length === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(length), family)
  }
  const isProxy = (address: string) =>
    proxies.length > 0 && isIP(address) !== 0 && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

  return {
    isProxy,
    of({ socket, headers }) {
      let address = socket.remoteAddress ?? ''
      const isEncrypted = (socket as Partial<TLSSocket>).encrypted === true
      if (!isProxy(address)) return { address: networkOf(address), isSecure: isEncrypted }
      const scheme = listIn(headers['x-forwarded-proto']).at(-1)
      // From the nearest on: each proxy names whom it heard, and the first who is no proxy of ours is the client.
      for (const hop of listIn(headers['x-forwarded-for']).toReversed()) {
        const named = bareAddress(hop)
        if (named === undefined) break
        address = named
        if (!isProxy(address)) break
      }
      return {
        address: networkOf(address),
        isSecure: scheme === undefined ? isEncrypted : scheme === 'https',
      }
    },
  }
}

/** True for an address or a network, as in `127.0.0.1`, `::1`, `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const [address = '', length, more] = text.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  if (isIP(address) === 0 || more !== undefined) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most)
}

function listIn(header: string | string[] | undefined): string[] {
  return [header ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((each) => each.trim())
}

/** Without a port and brackets, which some proxies write. */
function bareAddress(hop: string): string | undefined {
  const bare = /^\[(.+)\](:\d+)?$/.exec(hop)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop)?.[1] ?? hop
  return isIP(bare) ? bare : undefined
}
