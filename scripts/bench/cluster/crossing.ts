// How late edits and cursors reach people at the writers' own relay, and people at another one, in the same moments.
import * as Y from 'yjs'
import { countDelays, type Delays } from '../relay/delays'
import { openLeanSocket } from '../relay/leanSocket'
import {
  cursorMessage,
  emptyStep1,
  firstNumber,
  markedText,
  readCursors,
  readEdits,
  syncMessage,
} from '../relay/messages'
import { sendEvenly } from '../relay/sendEvenly'

export interface CrossingJob {
  writers: string[]
  /** Readers at the writers' relay, and at another. */
  same: string[]
  cross: string[]
  what: 'edits' | 'cursors'
  perSecond: number
  warmMs: number
  windowMs: number
}

export interface CrossingResult {
  same: Delays
  cross: Delays
  /** Of what was sent in the window, how much arrived. */
  share: number
}

const drainMs = 3000

export async function measureCrossing(job: CrossingJob): Promise<CrossingResult> {
  const sentAt: number[] = []
  const [same, cross] = [countDelays(), countDelays()]
  let windowStart = Infinity
  let windowEnd = Infinity
  const read = job.what === 'edits' ? readEdits : readCursors
  const listen = (url: string, delays?: Delays) =>
    openLeanSocket(url, (message) => {
      const now = performance.now()
      if (!delays) return
      read(message, (n) => {
        const at = sentAt[n - firstNumber]
        if (at !== undefined && at >= windowStart && at < windowEnd) delays.add(now - at)
      })
    })
  const writers = await Promise.all(job.writers.map((url) => listen(url)))
  const readers = await Promise.all([
    ...job.same.map((url) => listen(url, same)),
    ...job.cross.map((url) => listen(url, cross)),
  ])
  for (const socket of [...writers, ...readers]) socket.send(emptyStep1)
  await pause(500)
  const docs = writers.map((socket) => {
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => socket.send(syncMessage(2, update)))
    return doc
  })
  const stop = sendEvenly(writers.length, job.perSecond, (writer) => {
    const n = firstNumber + sentAt.length
    sentAt.push(performance.now())
    if (job.what === 'edits') docs[writer]!.getMap('notes').set(`note${writer}-${n % 40}`, markedText(n))
    else writers[writer]!.send(cursorMessage(1000 + writer, n, n, true))
  })
  await pause(job.warmMs)
  windowStart = performance.now()
  await pause(job.windowMs)
  windowEnd = performance.now()
  stop()
  const sent = sentAt.filter((at) => at >= windowStart && at < windowEnd).length
  const expected = sent * readers.length
  const arrived = () => same.count() + cross.count()
  for (const end = performance.now() + drainMs; arrived() < expected && performance.now() < end;)
    await pause(20)
  for (const socket of [...writers, ...readers]) socket.close()
  return { same, cross, share: arrived() / expected }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
