// Open doors: a short code to type and a long secret to scan, one door per session.
import { randomInt } from 'node:crypto'
import type { Doors, OpenDoor } from './relay'
import { isSameSecret, newSecret } from './secrets'
import type { Storage } from './storage'

/** No two of these are taken for one another on a projector, and without vowels they spell no word. */
export const codeLetters = 'CDFGHJKMNPQRTVWX'
const codeLength = 6

export interface KeptDoors extends Doors {
  byCode(code: string): OpenDoor | undefined
  bySecret(secret: string): OpenDoor | undefined
  /** Gives every open door a new code; secrets stay. */
  renewCodes(): Promise<void>
}

/** Doors live in memory and on disk: a crash keeps them, so that guests find the way back. */
export async function keepDoors(storage: Storage): Promise<KeptDoors> {
  const open = new Map<string, OpenDoor>()
  for (const { value } of await storage.listRecords('door')) {
    const door = value as OpenDoor
    open.set(door.sessionId, door)
  }
  const keep = async (door: OpenDoor) => {
    await storage.putRecords([{ key: `door!${door.sessionId}`, value: door }])
    open.set(door.sessionId, door)
    return door
  }
  const newCode = () => {
    for (;;) {
      let code = ''
      while (code.length < codeLength) code += codeLetters[randomInt(codeLetters.length)]
      if (![...open.values()].some((door) => door.code === code)) return code
    }
  }

  return {
    open(sessionId, role) {
      const door = open.get(sessionId)
      return keep(
        door
          ? { ...door, role }
          : { sessionId, role, code: newCode(), secret: newSecret(), openedAt: Date.now() },
      )
    },
    async close(sessionId) {
      open.delete(sessionId)
      await storage.deleteRecords([`door!${sessionId}`])
    },
    of: (sessionId) => open.get(sessionId),
    list: () => [...open.values()],
    byCode(typed) {
      const code = typed.toUpperCase().replace(/[\s-]/g, '')
      return [...open.values()].find((door) => isSameSecret(code, door.code))
    },
    bySecret: (secret) => [...open.values()].find((door) => isSameSecret(secret, door.secret)),
    async renewCodes() {
      for (const door of open.values()) await keep({ ...door, code: newCode() })
    },
  }
}
