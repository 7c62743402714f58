// What those who may write in a room are told that there is little left of: at this relay, and at the one with which the
// session is shared online.
import { shortages as allShortages, type Shortage } from '../shared/relay/messages'
import { leads, type Role } from '../shared/relay/roles'
import type { Disk } from './diskWatch'
import { shortagesFrame } from './frames'
import type { RoomQuota } from './quotas'
import type { WireFrame } from './wireFrame'

/** Somebody in the room. */
export interface Hearer {
  readonly role: Role
  readonly wantsAcks: boolean
  send(frame: WireFrame): void
}

export interface ShortageNeeds {
  disk: Disk
  /** Those of this room who may write. */
  writers(): Iterable<Hearer>
  quota(): RoomQuota
}

export interface RoomShortages {
  /** Tells all who may write what is short now. */
  tell(): void
  /** Tells one who comes to write, where something is short. */
  greet(peer: Hearer): void
  /** `peer` brings word of what is short at the relay that it comes from; nothing any more when it leaves. */
  takeWord(peer: Hearer, shortages: readonly Shortage[]): void
}

export function roomShortages({ disk, writers, quota }: ShortageNeeds): RoomShortages {
  const elsewhere = new Map<Hearer, readonly Shortage[]>()
  const shortFor = (peer: Hearer) => {
    const short = new Set<Shortage>(quota().shortages())
    if (disk.isLow()) short.add('disk')
    for (const each of elsewhere.values()) for (const what of each) short.add(what)
    if (!leads(peer.role)) short.delete('disk')
    return allShortages.filter((what) => short.has(what))
  }
  const tell = () => {
    for (const peer of writers()) if (peer.wantsAcks) peer.send(shortagesFrame(shortFor(peer)))
  }
  return {
    tell,
    greet(peer) {
      const short = shortFor(peer)
      if (peer.wantsAcks && short.length > 0) peer.send(shortagesFrame(short))
    },
    takeWord(peer, shortages) {
      if ((elsewhere.get(peer) ?? []).join() === shortages.join()) return
      if (shortages.length > 0) elsewhere.set(peer, shortages)
      else elsewhere.delete(peer)
      tell()
    },
  }
}
