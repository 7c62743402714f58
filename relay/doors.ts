// Open doors: a short code to type and a long secret to scan, one door per session.
import { randomInt } from 'node:crypto'
import type { Changes } from './changes'
import type { Doors, OpenDoor } from './relay'
import { isSameSecret, newSecret } from './secrets'
import type { Storage } from './storage'

/** No two of these are taken for one another on a projector, and without vowels they spell no word. */
export const codeLetters = 'CDFGHJKMNPQRTVWX'
/** A code has six letters; more where so many doors stand open that one guess in a million would hit one of them. */
const shortest = 6
const longest = 10
const mostHits = 1e-6
/** Whoever has so many letters right may be on the way to this door. */
const nearLetters = 3

export interface KeptDoors extends Doors {
  byCode(code: string): OpenDoor | undefined
  bySecret(secret: string): OpenDoor | undefined
  /** Doors whose code begins as `code` does. */
  near(code: string): OpenDoor[]
  /** Gives a door a new code, one letter longer; its secret stays. */
  renewCode(sessionId: string): Promise<void>
}

/** Doors live in memory and on disk: a crash keeps them, so that guests find the way back. */
export async function keepDoors(storage: Storage, changes: Changes): Promise<KeptDoors> {
  const open = new Map<string, OpenDoor>()
  const keyOf = (sessionId: string) => `door!${sessionId}`
  const readAll = async () => {
    const stored = (await storage.listRecords('door')).map(({ value }) => value as OpenDoor)
    open.clear()
    for (const door of stored) open.set(door.sessionId, door)
  }
  await readAll()
  const read = async (sessionId: string) => {
    const door = (await storage.getRecord(keyOf(sessionId))) as OpenDoor | undefined
    if (door) open.set(sessionId, door)
    else open.delete(sessionId)
    return door
  }
  changes.listenForMissed(readAll)
  changes.listen(async ({ kind, sessionId }) => {
    if (kind === 'door') await read(sessionId)
  })
  /** Puts what `change` makes of the stored door in its place. */
  const keep = async (sessionId: string, change: (stored: OpenDoor | undefined) => OpenDoor | undefined) => {
    const door = await storage.updateRecord<OpenDoor>(keyOf(sessionId), change)
    if (door) open.set(sessionId, door)
    await changes.tell({ kind: 'door', sessionId })
    return door
  }
  const newCode = (atLeast = shortest) => {
    const lengths = [...open.values()].map(({ code }) => code.length)
    const isTooLikely = (length: number) =>
      (lengths.filter((each) => each === length).length + 1) / codeLetters.length ** length > mostHits
    let length = Math.min(atLeast, longest)
    while (length < longest && isTooLikely(length)) length++
    for (;;) {
      const code = Array.from({ length }, () => codeLetters[randomInt(codeLetters.length)]).join('')
      if (![...open.values()].some((door) => door.code === code)) return code
    }
  }

  return {
    async open(sessionId, role) {
      const fresh = { sessionId, role, code: newCode(), secret: newSecret(), openedAt: Date.now() }
      return (await keep(sessionId, (stored) => ({ ...(stored ?? fresh), role })))!
    },
    async close(sessionId) {
      open.delete(sessionId)
      await storage.deleteRecords([keyOf(sessionId)])
      await changes.tell({ kind: 'door', sessionId })
    },
    of: (sessionId) => open.get(sessionId),
    read,
    list: () => [...open.values()],
    byCode(typed) {
      const code = plainCode(typed)
      return [...open.values()].find((door) => isSameSecret(code, door.code))
    },
    near(typed) {
      const begin = plainCode(typed).slice(0, nearLetters)
      if (begin.length < nearLetters) return []
      return [...open.values()].filter(({ code }) => code.startsWith(begin))
    },
    bySecret: (secret) => [...open.values()].find((door) => isSameSecret(secret, door.secret)),
    async renewCode(sessionId) {
      await keep(sessionId, (stored) => stored && { ...stored, code: newCode(stored.code.length + 1) })
    },
  }
}

/** As people type it: case, spaces and hyphens do not matter. */
function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '')
}
