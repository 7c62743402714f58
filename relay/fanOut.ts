// What a room sends to whom: to each the updates that it does not have yet, and who is here; those who join all of it.
import type { Limits } from '../shared/relay/limits'
import { awarenessFrame } from './frames'
import type { Peer } from './peer'
import type { Presence, PresenceChange } from './presence'
import { framePresence } from './presenceFrames'
import type { RoomContent } from './roomContent'
import { Ticks } from './ticks'
import type { WireFrame } from './wireFrame'

/** What a peer has been sent. */
interface Standing {
  /** Number of the last update; undefined until its sync step 1 is answered. */
  sentUpTo: number | undefined
  answering: boolean
  /** It read too slowly and missed presence: it gets all of it when it reads again. */
  missedPresence: boolean
}

/** The state vector of a document without anything. */
const nothing = new Uint8Array([0])
/** While somebody reads too slowly, they are looked at this often (ms). */
const slowReaderLook = 100

export interface FanOutNeeds {
  content: Pick<RoomContent, 'tail' | 'whole' | 'answer'>
  presence: Pick<Presence<unknown>, 'othersOf'> & { takeChanges(): PresenceChange<unknown>[] }
  limits: Limits
  /** Everything accepted so far was sent to all who keep up; `shown` is what changed in who is here. */
  sent(shown: readonly PresenceChange<unknown>[]): void
}

/** A class, as there is one for each room: its functions are there once. */
export class FanOut {
  readonly #needs: FanOutNeeds
  readonly #standings = new Map<Peer, Standing>()
  /** When something is to be sent. */
  readonly ticks: Ticks

  constructor(needs: FanOutNeeds) {
    this.#needs = needs
    this.ticks = new Ticks(needs.limits.tickMs, () => this.#tick())
  }

  peers(): IterableIterator<Peer> {
    return this.#standings.keys()
  }

  join(peer: Peer): void {
    this.#standings.set(peer, { sentUpTo: undefined, answering: false, missedPresence: false })
  }

  leave(peer: Peer): void {
    this.#standings.delete(peer)
  }

  /** A slow reader is passed over, so that one more frame stays within the limit. */
  isSlow(peer: Peer): boolean {
    return peer.unsent() > this.#needs.limits.sendBufferBytes / 2
  }

  /** True when everything accepted so far was sent to the peer. */
  hasSentAll(peer: Peer): boolean {
    const standing = this.#standings.get(peer)
    return (
      standing !== undefined && !standing.answering && standing.sentUpTo === this.#needs.content.tail.head()
    )
  }

  /** Answers a peer's sync step 1; from then on it gets every update. */
  async answer(peer: Peer, stateVector: Uint8Array): Promise<void> {
    const { content } = this.#needs
    const standing = this.#standings.get(peer)
    // One at a time, and not to those who do not read: answers are the largest thing the relay sends.
    if (!standing || standing.answering) return
    standing.answering = true
    try {
      // An uplink carries it in pieces: what builds on something must not come before it.
      if (peer.speaksFor) await content.whole()
      for (;;) {
        const vector = peer.isBehind?.() ? nothing : stateVector
        const { upTo, step2 } = await content.answer(vector, peer.takesDeflated === true)
        if (!this.#standings.has(peer)) return
        if (vector !== nothing && peer.isBehind?.()) continue
        const head = content.tail.head()
        const since = upTo === head ? undefined : content.tail.since(upTo)
        if (upTo !== head && !since) continue
        // The latest first: it waits in the page until step 2 brings what it builds on, so that "synced" means all.
        if (since) peer.send(since.frame, step2)
        else peer.send(step2)
        standing.sentUpTo = head
        return
      }
    } finally {
      standing.answering = false
      this.ticks.due()
    }
  }

  #tick(): void {
    const { content, presence } = this.#needs
    const { tail } = content
    const shown = presence.takeChanges()
    const presenceFor = framePresence(shown)
    let someAreSlow = false
    for (const [peer, standing] of this.#standings) {
      if (this.isSlow(peer)) {
        someAreSlow = true
        standing.missedPresence ||= shown.length > 0
        continue
      }
      const updates = this.#updatesFor(peer, standing)
      const seen = standing.missedPresence ? awarenessFrame(presence.othersOf(peer)) : presenceFor(peer)
      standing.missedPresence = false
      if (updates) peer.send(updates, seen)
      else if (seen) peer.send(seen)
    }
    tail.markSent(tail.head())
    this.#needs.sent(shown)
    if (someAreSlow) this.ticks.later(slowReaderLook)
  }

  #updatesFor(peer: Peer, standing: Standing): WireFrame | undefined {
    const { tail } = this.#needs.content
    const { sentUpTo } = standing
    const head = tail.head()
    if (sentUpTo === undefined || sentUpTo === head || standing.answering) return undefined
    if (peer.speaksFor) return this.#updatesPastUplink(peer, standing, sentUpTo)
    const since = tail.since(sentUpTo)
    if (!since) {
      // It missed more than is at hand: it gets all of it, as one who joins.
      this.answer(peer, nothing).catch(() => peer.close('storageFailed'))
      return undefined
    }
    standing.sentUpTo = head
    return since.onlyWriter === peer ? undefined : since.frame
  }

  /** What came from the other relay must not go back, or it would go round for ever. */
  #updatesPastUplink(peer: Peer, standing: Standing, sentUpTo: number): WireFrame | undefined {
    const { tail } = this.#needs.content
    const frame = tail.sinceWithout(sentUpTo, peer)
    if (frame === undefined) {
      // Asking each other anew costs less than sending all of it both ways.
      peer.close('tooSlow')
      return undefined
    }
    standing.sentUpTo = tail.head()
    return frame ?? undefined
  }
}
