// Finds the session that a code or a secret opens, and makes guessing hopeless.
import type { JoinRequest, Refusal } from '../shared/relay/api'
import type { Role } from '../shared/relay/roles'
import type { KeptDoors } from './doors'
import type { Invites } from './invites'
import { countTries } from './rateLimit'

/**
 * After so many near misses a door gets a new code, one letter longer. To come near by guessing takes about four
 * thousand guesses, and of those one in four thousand hits: so however many guess, and for however long, a door is found
 * with a chance of about one in a thousand.
 */
const mostNear = 4
/** So many addresses that have come in through one door are remembered. */
const mostWelcome = 2000

/** What a code or secret opens. */
export interface Way {
  sessionId: string
  role: Role
  /** The invite that was used for it. */
  invite?: string
}

export interface Entrance {
  /** Only wrong tries count against `address`: a whole room may come in from one. An invite's use is counted. */
  find(
    join: Pick<JoinRequest, 'code' | 'secret'>,
    address: string,
  ): Promise<Way | { refused: Refusal['kind'] }>
}

interface Tries {
  /** Addresses somebody came in from: who mistypes there is not guessing. */
  welcome: Set<string>
  /** Near misses by the address they came from. */
  near: Map<string, number>
}

export function openEntrance(invites: Invites, doors: KeptDoors, triesPerMinute: number): Entrance {
  const tries = countTries(triesPerMinute)
  const atDoors = new Map<string, Tries>()

  const atDoor = (sessionId: string): Tries => {
    let at = atDoors.get(sessionId)
    if (!at) {
      for (const each of atDoors.keys()) if (!doors.of(each)) atDoors.delete(each)
      atDoors.set(sessionId, (at = { welcome: new Set(), near: new Map() }))
    }
    return at
  }
  const cameIn = (sessionId: string, address: string) => {
    const { welcome, near } = atDoor(sessionId)
    near.delete(address)
    if (welcome.size < mostWelcome) welcome.add(address)
  }
  const missed = async (code: string, address: string) => {
    for (const { sessionId } of doors.near(code)) {
      const { welcome, near } = atDoor(sessionId)
      if (welcome.has(address)) continue
      near.set(address, (near.get(address) ?? 0) + 1)
      if ([...near.values()].reduce((sum, count) => sum + count, 0) < mostNear) continue
      near.clear()
      await doors.renewCode(sessionId)
    }
  }

  return {
    async find({ code, secret }, address) {
      // Nobody guesses a secret: who has one gets in, however often others from the same place mistyped a code.
      if (code && !tries.mayTry(address)) return { refused: 'tooManyTries' }
      const door = code ? doors.byCode(code) : secret ? doors.bySecret(secret) : undefined
      if (door) {
        cameIn(door.sessionId, address)
        return { sessionId: door.sessionId, role: door.role }
      }
      if (secret && !tries.mayTry(address)) return { refused: 'tooManyTries' }
      const invite = secret ? await invites.find(secret) : undefined
      // Who has a secret that was good once did not guess it.
      if (invite)
        return (await invites.use(invite.id))
          ? { sessionId: invite.sessionId, role: invite.role, invite: invite.id }
          : { refused: 'wrongCode' }
      tries.failed(address)
      if (code) await missed(code, address)
      return { refused: 'wrongCode' }
    },
  }
}
