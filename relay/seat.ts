// A place in a room for the program around the relay: what a socket is for a page, without one.
import { step1Frame } from './frames'
import type { Verdict } from './judgeUpdate'
import type { Full } from './quotas'
import type { Seat } from './relay'
import type { Peer } from './peer'
import type { Room } from './room'
import type { RoomHub } from './roomHub'

export interface SeatNeeds {
  hub: RoomHub
  storageFailed(room: Room): void
}

/** So many updates that build on what is still to come are kept. */
const mostHeld = 200

type Accepted = { outcome: 'malformed' | Full } | { outcome: 'written'; settled: Promise<void> }

/** Joins `peer` to `room`, which was acquired for it; `leave` releases it. */
export function takeSeat(room: Room, peer: Peer, { hub, storageFailed }: SeatNeeds): Seat {
  let hasLeft = false
  let last: Promise<unknown> = Promise.resolve()
  /** What builds on something that is still to come. */
  let held: Uint8Array[] = []

  const judge = (update: Uint8Array) =>
    new Promise<Accepted>((resolve, reject) => {
      room.judge(peer, update, (verdict) => resolve(take(update, verdict)))?.catch(reject)
    })
  const take = (update: Uint8Array, verdict: Verdict): Accepted => {
    if (hasLeft) throw new Error('the seat was left')
    if (verdict.kind === 'refused') return { outcome: 'malformed' }
    const sound = verdict.update
    const full = sound.isEmpty ? undefined : room.fullFor(sound)
    if (full) return { outcome: full }
    if (verdict.isLacking) held.push(update)
    if (sound.isEmpty) return { outcome: 'written', settled: settle((done) => room.whenSettled(done)) }
    return { outcome: 'written', settled: settle((done) => room.accept(sound, peer, done)) }
  }
  const accept = async (update: Uint8Array): Promise<Accepted> => {
    const waited = held
    const accepted = await judge(update)
    held = held.slice(waited.length).slice(-mostHeld)
    for (const each of waited) {
      const later = await judge(each)
      // Whoever holds the room is told when it could not be written.
      if ('settled' in later) later.settled.catch(() => {})
    }
    return accepted
  }
  const settle = (begin: (done: (error?: Error) => void) => void) =>
    new Promise<void>((resolve, reject) =>
      begin((error) => {
        if (error) storageFailed(room)
        if (error) reject(error)
        else resolve()
      }),
    )

  room.join(peer)
  return {
    answer: (stateVector) => room.answer(peer, stateVector),
    hasSentAll: () => room.hasSentAll(peer),
    sendStep1: () => peer.send(step1Frame(room.stateVector())),
    async write(update) {
      // In the order of calls, though a large one is looked at elsewhere; only the disk is not waited for in between.
      const accepting = last.then(() => accept(new Uint8Array(update)))
      last = accepting.catch(() => {})
      const accepted = await accepting
      if ('settled' in accepted) await accepted.settled
      return accepted.outcome
    },
    claimPresence: (claims) => void room.claimPresence(peer, claims),
    tellShortages: (shortages) => room.takeShortages(peer, shortages),
    leave() {
      if (hasLeft) return
      hasLeft = true
      room.leave(peer)
      hub.release(room)
    },
  }
}
