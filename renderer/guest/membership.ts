// Who this tab is in the workshop, kept as long as the tab: a reload stays in.
import { z } from 'zod'
import { joined } from '../../shared/relay/api'

const storeKey = 'samverkstad.membership'

const membership = joined.extend({
  name: z.string(),
  /** What let this tab in, so that the same link opened again does not make a second person. */
  secret: z.string().nullable(),
})
export type Membership = z.infer<typeof membership>

export function readMembership(): Membership | null {
  try {
    return membership.safeParse(JSON.parse(sessionStorage.getItem(storeKey) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

export function keepMembership(kept: Membership): void {
  try {
    sessionStorage.setItem(storeKey, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: a reload asks for the name again.
  }
}

export function forgetMembership(): void {
  try {
    sessionStorage.removeItem(storeKey)
  } catch {
    // Nothing was kept.
  }
}

export interface JoinLink {
  secret: string
  /** For a screen in the room, which nobody sits at. */
  isForScreen: boolean
}

/** What a link's fragment says (`#join=…`, `#screen=…`), or null. */
export function readLink(hash: string): JoinLink | null {
  const [, kind, secret] = /^#(join|screen)=([A-Za-z0-9_-]{1,100})$/.exec(hash) ?? []
  return secret === undefined ? null : { secret, isForScreen: kind === 'screen' }
}
