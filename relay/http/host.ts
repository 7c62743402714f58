/**
 * True for what a Host header may hold: a name or an address, and a port. It comes from whoever asks, so nothing else of
 * it goes into a policy or an address.
 */
export function isHost(host: string | undefined): host is string {
  return /^(?:[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/.test(host ?? '')
}
