// Takes bytes from a stream in pieces of the length one wants.
import type { Readable } from 'node:stream'

export interface TakenBytes {
  /** The next `length` bytes; undefined when fewer are left. */
  take(length: number): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

export function takeBytes(stream: Readable): TakenBytes {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return {
    async take(length) {
      const pieces = [rest]
      let have = rest.length
      while (have < length) {
        const { value, done } = await chunks.next()
        if (done) return undefined
        pieces.push(value)
        have += value.length
      }
      const joined = pieces.length === 1 ? rest : Buffer.concat(pieces)
      rest = joined.subarray(length)
      return joined.subarray(0, length)
    },
    async close() {
      stream.destroy()
    },
  }
}
