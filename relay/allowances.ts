// What one member may use of the relay, over all their connections: who is let in may be hostile, too.
import type { Limits } from '../shared/relay/limits'
import type { Bearer } from './members'
import { Bucket } from './rateLimit'

export interface Allowance {
  /** Messages. */
  readonly messages: Bucket
  /** Bytes of messages. */
  readonly bytes: Bucket
  /** Bytes of presence, which goes to everybody in the room. */
  readonly presence: Bucket
  /** Questions that are answered with much: sync step 1 and who is here. */
  readonly questions: Bucket
  /** The member's connections. */
  readonly connections: Set<{ unsent(): number }>
}

export interface Allowances {
  of(member: Bearer): Allowance
}

/** Members remembered, so that nobody gets a new allowance by coming back. */
const mostMembers = 5000
/** An uplink carries a whole workshop. */
const uplinkShare = 20

export function keepAllowances(limits: Limits): Allowances {
  const known = new Map<string, Allowance>()
  return {
    of({ sessionId, memberId, isUplink }) {
      const key = `${sessionId}!${memberId}!${isUplink}`
      const allowance = known.get(key) ?? newAllowance(limits, isUplink ? uplinkShare : 1)
      known.delete(key)
      known.set(key, allowance)
      for (const oldest of known.keys()) {
        if (known.size <= mostMembers) break
        known.delete(oldest)
      }
      return allowance
    },
  }
}

function newAllowance(limits: Limits, share: number): Allowance {
  // A member has about three rooms open, and several pages at times.
  const pages = 3 * share
  return {
    messages: new Bucket(limits.messagesPerSecond * pages, limits.messageBurst * pages),
    bytes: new Bucket(limits.bytesPerSecond * share, limits.bytesBurst * share),
    presence: new Bucket(limits.presenceBytesPerSecond * share, limits.presenceBytesPerSecond * 4 * share),
    questions: new Bucket(limits.questionsPerSecond * share, limits.questionBurst * share),
    connections: new Set(),
  }
}
