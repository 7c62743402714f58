// Where the facilitator is, as it stands in the address after `#`.
export type Place =
  | { kind: 'home' }
  | { kind: 'new' }
  | { kind: 'online' }
  | { kind: 'settings' }
  | { kind: 'session'; sessionId: string }

/** The place that an address names; home for whatever it doesn't. */
export function readPlace(hash: string): Place {
  const [first, second] = hash.replace(/^#\/?/, '').split('/')
  if (first === 'new') return { kind: 'new' }
  if (first === 'online') return { kind: 'online' }
  if (first === 'settings') return { kind: 'settings' }
  if (first === 'session' && second && /^[A-Za-z0-9_-]{16,64}$/.test(second))
    return { kind: 'session', sessionId: second }
  return { kind: 'home' }
}

export const addressOfSession = (sessionId: string) => `/session/${sessionId}`
