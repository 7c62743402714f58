// A place in a room for the program around the relay: what a socket is for a page, without one.
import { step1Frame } from './frames'
import type { Merger } from './merger'
import type { Seat } from './relay'
import type { Peer, Room } from './room'
import type { RoomHub } from './roomHub'
import { checkUpdate } from './updates'

/** Larger updates (bytes) lose what the room has already before they are kept: another relay may send all of it. */
const largeUpdate = 64 * 1024

export interface SeatNeeds {
  hub: RoomHub
  merger: Merger
  storageFailed(room: Room): void
}

/** Joins `peer` to `room`, which was acquired for it; `leave` releases it. */
export function takeSeat(room: Room, peer: Peer, { hub, merger, storageFailed }: SeatNeeds): Seat {
  let hasLeft = false
  let last: Promise<unknown> = Promise.resolve()

  const checked = async (update: Uint8Array) => {
    if (update.length < largeUpdate) return checkUpdate(update)
    const sound = await merger.run('check', update)
    if (!sound) return undefined
    return checkUpdate(new Uint8Array(await merger.run('diff', update, room.stateVector())))
  }
  const accept = async (update: Uint8Array) => {
    const sound = await checked(update)
    if (hasLeft) throw new Error('the seat was left')
    if (!sound) return { outcome: 'malformed' } as const
    if (sound.isEmpty)
      return { outcome: 'written', settled: settle((done) => room.whenSettled(done)) } as const
    if (!room.hasSpaceFor(sound.bytes.length)) return { outcome: 'roomFull' } as const
    return { outcome: 'written', settled: settle((done) => room.accept(sound, peer, done)) } as const
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
    sendStep1: () => peer.send([step1Frame(room.stateVector())]),
    async write(update) {
      // In the order of calls, though a large one is looked at elsewhere; only the disk is not waited for in between.
      const accepting = last.then(() => accept(new Uint8Array(update)))
      last = accepting.catch(() => {})
      const accepted = await accepting
      if ('settled' in accepted) await accepted.settled
      return accepted.outcome
    },
    claimPresence: (claims) => void room.claimPresence(peer, claims),
    leave() {
      if (hasLeft) return
      hasLeft = true
      room.leave(peer)
      hub.release(room)
    },
  }
}
