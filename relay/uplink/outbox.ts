// What is still to be carried to the hosted relay: in order, in pieces that a slow line takes, and only so many at once
// that signs of life and presence get through between them.
import { readFrame, updateFrame } from '../frames'

/** Larger updates (bytes) go in pieces of about this size. */
const pieceBytes = 32 * 1024
/** So much (bytes) may be under way without an acknowledgement. */
const windowBytes = 128 * 1024

export interface Outbox {
  /** Takes a message that bears an update (sync step 2 or update). */
  put(frame: Uint8Array): void
  /** The relay has the first `count` messages on disk. */
  acknowledged(count: number): void
  /** Bytes that are not on the hosted relay's disk, as far as is known. */
  bytes(): number
  isEmpty(): boolean
}

export interface OutboxNeeds {
  send(frame: Uint8Array): void
  split(update: Uint8Array, bytes: number): Promise<Uint8Array[]>
}

export function openOutbox({ send, split }: OutboxNeeds): Outbox {
  /** In order; null while it is being cut. */
  const waiting: { frames: Uint8Array[] | null; bytes: number }[] = []
  /** Sizes of those that were sent and are not acknowledged. */
  let underWay: number[] = []
  let underWayBytes = 0
  let acked = 0

  const flush = () => {
    for (;;) {
      const first = waiting[0]
      if (!first?.frames || (underWay.length > 0 && underWayBytes >= windowBytes)) return
      const frame = first.frames.shift()
      if (first.frames.length === 0) waiting.shift()
      if (!frame) continue
      first.bytes -= frame.length
      underWay.push(frame.length)
      underWayBytes += frame.length
      send(frame)
    }
  }
  const cut = async (slot: (typeof waiting)[number], frame: Uint8Array) => {
    const read = readFrame(new Uint8Array(frame))
    const isUpdate = read?.kind === 'update' || read?.kind === 'step2'
    const parts = isUpdate ? await split(read.update, pieceBytes).catch(() => undefined) : undefined
    slot.frames = parts?.map((part) => updateFrame(part).message) ?? [frame]
    flush()
  }

  return {
    put(frame) {
      const slot = { frames: frame.length <= pieceBytes ? [frame] : null, bytes: frame.length }
      waiting.push(slot)
      if (slot.frames) flush()
      else void cut(slot, frame)
    },
    acknowledged(count) {
      const more = Math.max(0, Math.min(count - acked, underWay.length))
      acked += more
      underWayBytes -= underWay.slice(0, more).reduce((sum, bytes) => sum + bytes, 0)
      underWay = underWay.slice(more)
      flush()
    },
    bytes: () => underWayBytes + waiting.reduce((sum, { bytes }) => sum + bytes, 0),
    isEmpty: () => underWay.length === 0 && waiting.length === 0,
  }
}
