// What the relay packs for those who join a room: unpacked beside the page's own work, then read as if it came plain.
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder } from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import { messageDeflated, messageSync } from '../../shared/relay/messages'

/** No room is so large (bytes): more is no content of ours. */
const mostInflated = 256 * 1024 * 1024
/** The query's word for "pack it". */
const asking = 'deflate'

/** Asks the relay to pack, where this browser can unpack. Without it everything comes plain. */
export function takeDeflated(provider: WebsocketProvider): void {
  if (!canInflate()) return
  const params = provider.params as Record<string, string>
  params[asking] = '1'
  provider.messageHandlers[messageDeflated] = (_encoder, decoder) => {
    const socket = provider.ws
    const length = readVarUint(decoder)
    inflate(readVarUint8Array(decoder) as Uint8Array<ArrayBuffer>, length).then(
      (message) => {
        if (provider.ws === socket) hear(provider, message)
      },
      () => {
        // Whatever is wrong with it, the plain content is the same.
        delete params[asking]
        if (provider.ws === socket) socket?.close()
      },
    )
  }
}

function hear(provider: WebsocketProvider, message: Uint8Array): void {
  const decoder = createDecoder(message)
  if (readVarUint(decoder) !== messageSync) return
  provider.messageHandlers[messageSync]!(createEncoder(), decoder, provider, true, messageSync)
}

function canInflate(): boolean {
  try {
    return Boolean(new DecompressionStream('deflate-raw'))
  } catch {
    return false
  }
}

/** Rejects when `deflated` is damaged or inflates to anything but `length` bytes. */
export async function inflate(deflated: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array> {
  if (length > mostInflated) throw new RangeError(`${length} bytes are too many`)
  const inflated = new Uint8Array(length)
  let at = 0
  const chunks = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  for (;;) {
    const { done, value } = await chunks.read()
    if (done) break
    if (at + value.length > length) {
      await chunks.cancel()
      throw new RangeError(`more than ${length} bytes`)
    }
    inflated.set(value, at)
    at += value.length
  }
  if (at !== length) throw new RangeError(`${at} bytes instead of ${length}`)
  return inflated
}
