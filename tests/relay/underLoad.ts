// Writers at work in sessions with rooms of every kind, who know which of their edits were acknowledged; and those who
// look afterwards whether all of that is there.
import { randomBytes } from 'node:crypto'
import { createdSession, type CreatedSession } from '../../shared/relay/api'
import { editRoom, type EditedRoom } from '../convergence/editRoom'
import { marksIn } from '../convergence/memberPage'
import type { Random } from '../convergence/random'
import type { ChildRelay } from './childRelay'
import { connectByHand, pause, until, type HandMade } from './harness'

export async function newSession({ url, key }: ChildRelay): Promise<CreatedSession> {
  const answer = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
  })
  return createdSession.parse(await answer.json())
}

export interface RoomAt {
  at: CreatedSession
  room: EditedRoom
}

/** A client that edits without waiting for acknowledgements; each edit leaves a mark. */
export interface LoadedWriter extends RoomAt {
  hand: HandMade
  sent: readonly string[]
  /** Marks of the edits that the relay said are on disk. */
  safe(): string[]
  stop(): void
}

export interface Load {
  random: Random
  /** What its marks begin with. */
  name: string
  /** Longest time (ms) between two of its edits. */
  everyMs: number
  /** Each edit brings so many bytes, and takes away those of the one before: so the log grows fast and the room does not. */
  bulk?: number
}

/** Resolves when it is in and its first edit is on its way. */
export async function startWriting(url: string, { at, room }: RoomAt, load: Load): Promise<LoadedWriter> {
  const { random, name, everyMs, bulk } = load
  const hand = connectByHand({ ...at, url, room })
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'the room answers')
  const { doc } = hand
  const sent: string[] = []
  let running = true
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === hand) hand.sendUpdate(update)
  })
  const edit = () => {
    const mark = `${name}.${sent.length}`
    sent.push(mark)
    doc.transact(() => {
      if (bulk) doc.getMap('bulk').set('latest', randomBytes(bulk / 2).toString('hex'))
      else editRoom(room, doc, random)
      marksIn(doc).set(mark, 1)
    }, hand)
  }
  edit()
  void (async () => {
    while (running && hand.socket.readyState === hand.socket.OPEN) {
      await pause(random.below(everyMs + 1))
      if (running && hand.socket.readyState === hand.socket.OPEN) edit()
    }
  })()
  return { at, room, hand, sent, safe: () => sent.slice(0, hand.acked()), stop: () => void (running = false) }
}

/** What must be there, room by room. */
export interface Promised {
  note(writer: LoadedWriter): void
  /** Number of edits promised so far. */
  count(): number
  /** Marks that somebody who comes now does not find; only in rooms written to since it was last asked, or in all. */
  missing(url: string, which: 'new' | 'all'): Promise<string[]>
}

export function notePromises(): Promised {
  const rooms = new Map<string, RoomAt & { marks: Set<string>; isNew: boolean }>()
  return {
    note(writer) {
      const { at, room } = writer
      const key = `${at.sessionId} ${room}`
      const known = rooms.get(key) ?? { at, room, marks: new Set<string>(), isNew: true }
      rooms.set(key, known)
      known.isNew = true
      for (const mark of writer.safe()) known.marks.add(mark)
    },
    count: () => [...rooms.values()].reduce((sum, { marks }) => sum + marks.size, 0),
    async missing(url, which) {
      const lost: string[] = []
      for (const place of rooms.values()) {
        if (which === 'new' && !place.isNew) continue
        place.isNew = false
        const there = await readMarks(url, place)
        for (const mark of place.marks) if (!there.has(mark)) lost.push(`${place.room} ${mark}`)
      }
      return lost
    },
  }
}

async function readMarks(url: string, { at, room }: RoomAt): Promise<Set<string>> {
  const reader = connectByHand({ ...at, url, room })
  await reader.opened
  reader.sendStep1()
  await until(() => reader.heard.some(({ kind }) => kind === 'step2'), `${room} answers`, 20_000)
  reader.socket.terminate()
  // Whatever waits for something that never came has no place in a sound room.
  if (reader.doc.store.pendingStructs) throw new Error(`${room} lacks what its edits build on`)
  return new Set(marksIn(reader.doc).keys())
}
