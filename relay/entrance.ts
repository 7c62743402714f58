// Finds the session that a code or a secret opens, and makes guessing hopeless.
import type { JoinRequest, Refusal } from '../shared/relay/api'
import type { Role } from '../shared/relay/roles'
import type { KeptDoors } from './doors'
import { countTries } from './rateLimit'
import { hashSecret, newSecret } from './secrets'
import type { Storage } from './storage'

/** After so many wrong codes from anywhere every open door gets a new one: of 16 million, a guesser saw too few. */
const wrongCodesBeforeNew = 200

export interface Entrance {
  /** Only wrong tries count against `address`: a whole room may come in from one. */
  find(
    join: Pick<JoinRequest, 'code' | 'secret'>,
    address: string,
  ): Promise<{ sessionId: string; role: Role } | { refused: Refusal['kind'] }>
  /** A secret for joining with `role`. */
  invite(sessionId: string, role: Role): Promise<{ secret: string }>
  deleteAll(sessionId: string): Promise<void>
}

export function openEntrance(storage: Storage, doors: KeptDoors, triesPerMinute: number): Entrance {
  const tries = countTries(triesPerMinute)
  let wrongCodes = 0

  const invited = async (secret: string) =>
    (await storage.getRecord(`invite!${hashSecret(secret)}`)) as { sessionId: string; role: Role } | undefined

  return {
    async find({ code, secret }, address) {
      if (!tries.mayTry(address)) return { refused: 'tooManyTries' }
      const way = code
        ? doors.byCode(code)
        : secret
          ? (doors.bySecret(secret) ?? (await invited(secret)))
          : undefined
      if (way) return { sessionId: way.sessionId, role: way.role }
      tries.failed(address)
      if (code && ++wrongCodes >= wrongCodesBeforeNew) {
        wrongCodes = 0
        await doors.renewCodes()
      }
      return { refused: 'wrongCode' }
    },
    async invite(sessionId, role) {
      const secret = newSecret()
      const hash = hashSecret(secret)
      await storage.putRecords([
        { key: `invite!${hash}`, value: { sessionId, role } },
        { key: `inviteOf!${sessionId}!${hash}`, value: role },
      ])
      return { secret }
    },
    async deleteAll(sessionId) {
      const keys = (await storage.listRecords(`inviteOf!${sessionId}`)).map(({ key }) => key)
      await storage.deleteRecords(
        keys.flatMap((key) => [key, `invite!${key.slice(key.lastIndexOf('!') + 1)}`]),
      )
    },
  }
}
