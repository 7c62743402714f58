// No request leaves this machine: a page may reach its own files and the relay, whatever its content asks for.
import { type Session } from 'electron'

/** True for an address on the relay at `relayUrl` (`http://127.0.0.1:PORT`), over HTTP or a socket. */
export function isRelayAddress(address: string, relayUrl: string | undefined): boolean {
  if (relayUrl === undefined || !URL.canParse(address)) return false
  const url = new URL(address)
  return (url.protocol === 'http:' || url.protocol === 'ws:') && url.host === new URL(relayUrl).host
}

/**
 * Cancels every request to the network that is not for the relay. `alsoAllowed` is the bundler's server while
 * developing. Files are reached through app:// alone.
 */
export function keepRequestsLocal(
  session: Session,
  relayUrl: () => string | undefined,
  alsoAllowed?: string,
): void {
  const filter = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] }
  session.webRequest.onBeforeRequest(filter, ({ url }, answer) =>
    answer({ cancel: !isRelayAddress(url, relayUrl()) && !isRelayAddress(url, alsoAllowed) }),
  )
}
