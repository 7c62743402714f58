// What one connection writes: judged, accepted in order, acknowledged when it is on disk.
import type { CloseName } from '../shared/relay/closeCodes'
import type { Verdict } from './judgeUpdate'
import type { Peer } from './peer'
import type { Room } from './room'

/** So long (ms) after a right was lost what was on its way is dropped in silence; later it closes the socket. */
const lockGrace = 2000
/** So many bytes wait for what they build on. */
const mostHeld = 512 * 1024
/** When what is waited for does not come, it is asked for after these times (ms). */
const askAfter = [500, 2000, 8000]

export interface Writing {
  /** Takes an update-bearing message. Gives a promise when the next one has to wait. */
  take(kind: 'step2' | 'update', update: Uint8Array): Promise<void> | undefined
  /** True while something received is not acknowledged. */
  isWaiting(): boolean
  stop(): void
}

export interface WritingNeeds {
  room: Room
  peer: Peer
  /** The first so many messages are on disk. */
  acknowledge(count: number): void
  /** An update could not be written. */
  storageFailed(): void
  close(name: CloseName): void
}

export function openWriting({ room, peer, ...needs }: WritingNeeds): Writing {
  /** Counts update-bearing messages. */
  let received = 0
  let acked = 0
  /** Messages not accepted, or not whole; nothing after one is acknowledged until what it says is on disk. */
  let open = new Set<number>()
  /** Of those, the ones that build on what the room lacks. */
  let held: { number: number; update: Uint8Array }[] = []
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  /** Messages whose write is not settled yet, in order. */
  let safe = 0

  const tell = () => {
    let count = safe
    for (const number of open) count = Math.min(count, number - 1)
    if (count <= acked) return
    acked = count
    needs.acknowledge(acked)
  }
  const settles =
    (number: number, covers = false) =>
    (error?: Error) => {
      if (error) return needs.storageFailed()
      safe = Math.max(safe, number)
      // A step 2 answers what the room lacks: also what was dropped before.
      if (covers) for (const each of open) if (each < number) open.delete(each)
      tell()
    }

  const take = (number: number, kind: 'step2' | 'update', update: Uint8Array, verdict: Verdict) => {
    if (stopped) return
    if (verdict.kind === 'refused') return needs.close('malformed')
    const { update: sound, isLacking: lacking } = verdict
    const covers = kind === 'step2' && !lacking && update.length > 2
    // Saying nothing is no write: a stock client answers every step 1.
    if (sound.isEmpty && !lacking) return room.whenSettled(settles(number, covers))
    const rights = room.rightsOf(peer)
    if (!rights.canWrite) {
      open.add(number)
      const wasInFlight = performance.now() - room.stoppedSince(peer) < lockGrace
      if (wasInFlight) return
      return needs.close(rights.reason === 'diskFull' ? 'diskFull' : 'writeRefused')
    }
    const full = sound.isEmpty ? undefined : room.fullFor(sound)
    if (full) return needs.close(full)
    if (lacking) hold(number, update)
    if (sound.isEmpty) return room.whenSettled(settles(number))
    room.accept(sound, peer, settles(number, covers), kind === 'update')
    asked = 0
    if (!lacking) takeHeld()
  }

  const hold = (number: number, update: Uint8Array) => {
    open.add(number)
    held.push({ number, update })
    let bytes = held.reduce((sum, each) => sum + each.update.length, 0)
    while (bytes > mostHeld) bytes -= held.shift()!.update.length
    timer ??= setTimeout(askAgain, askAfter[asked]).unref()
  }
  /** Something came: perhaps what was waited for. */
  const takeHeld = () => {
    const waiting = held
    held = []
    for (const each of waiting) {
      const verdict = room.judgeNow(peer, each.update)
      if (verdict.kind === 'refused') return needs.close('malformed')
      const { update, isLacking: lacking } = verdict
      const full = update.isEmpty ? undefined : room.fullFor(update)
      if (full) return needs.close(full)
      if (lacking) held.push(each)
      const settled = (error?: Error) => {
        if (error) return needs.storageFailed()
        if (!lacking) open.delete(each.number)
        tell()
      }
      if (update.isEmpty) room.whenSettled(settled)
      else room.accept(update, peer, settled, true)
    }
  }
  const askAgain = () => {
    timer = undefined
    held = held.filter(({ number }) => open.has(number))
    if (held.length === 0) {
      asked = 0
      return
    }
    if (asked < askAfter.length) {
      asked++
      if (room.rightsOf(peer).canWrite) room.ask(peer)
      timer = setTimeout(askAgain, askAfter[asked] ?? askAfter.at(-1)).unref()
      return
    }
    // Nobody has what it builds on, not even whoever wrote it: no page ever showed it.
    for (const { number } of held) open.delete(number)
    held = []
    asked = 0
    tell()
  }

  return {
    take(kind, update) {
      const number = ++received
      return room.judge(peer, update, (verdict) => take(number, kind, update, verdict))
    },
    isWaiting: () => received > acked,
    stop() {
      stopped = true
      clearTimeout(timer)
      open = new Set()
      held = []
    },
  }
}
