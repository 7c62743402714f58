// Finds the session that a code or a secret opens, and makes guessing hopeless.
import type { JoinRequest, Refusal } from '../shared/relay/api'
import type { Role } from '../shared/relay/roles'
import type { KeptDoors } from './doors'
import type { Invites } from './invites'
import { countTries } from './rateLimit'

/** After so many wrong codes from anywhere every open door gets a new one: of 16 million, a guesser saw too few. */
const wrongCodesBeforeNew = 200

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

export function openEntrance(invites: Invites, doors: KeptDoors, triesPerMinute: number): Entrance {
  const tries = countTries(triesPerMinute)
  let wrongCodes = 0

  return {
    async find({ code, secret }, address) {
      if (!tries.mayTry(address)) return { refused: 'tooManyTries' }
      const door = code ? doors.byCode(code) : secret ? doors.bySecret(secret) : undefined
      if (door) return { sessionId: door.sessionId, role: door.role }
      const invite = secret ? await invites.find(secret) : undefined
      // Who has a secret that was good once did not guess it.
      if (invite)
        return (await invites.use(invite.id))
          ? { sessionId: invite.sessionId, role: invite.role, invite: invite.id }
          : { refused: 'wrongCode' }
      tries.failed(address)
      if (code && ++wrongCodes >= wrongCodesBeforeNew) {
        wrongCodes = 0
        await doors.renewCodes()
      }
      return { refused: 'wrongCode' }
    },
  }
}
