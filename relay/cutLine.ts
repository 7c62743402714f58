// Node's HTTP parser takes apart all that has come on a line, request by request, and cannot be told to stop. So what
// it is reading is remembered, to be taken away from it.
import type { Duplex } from 'node:stream'

let reading: { line: Duplex; chunk: Buffer } | undefined

function remember(this: Duplex, chunk: Buffer): void {
  reading = { line: this, chunk }
}

/** From here on {@link cutLine} can stop what an HTTP server, which has begun to listen to `line`, reads of it. */
export function watchLine(line: Duplex): void {
  line.prependListener('data', remember)
}

/** Once it is no longer HTTP. */
export function stopWatching(line: Duplex): void {
  line.off('data', remember)
}

/** Hangs up; nothing more is made of what has come already. */
export function cutLine(line: Duplex): void {
  line.destroy()
  // No request begins with a zero, and none goes on with one.
  if (reading?.line === line) reading.chunk.fill(0)
}
