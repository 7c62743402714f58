// A few people edit, many look on: how late an edit reaches the others, and when its writer knows that it is on disk.
import * as Y from 'yjs'
import { countDelays } from './delays'
import { openLeanSocket } from './leanSocket'
import { emptyStep1, firstNumber, markedText, readAck, readEdits, syncMessage } from './messages'
import { sendEvenly } from './sendEvenly'

export interface EditJob {
  urls: string[]
  /** The server speaks Yjs: everybody asks for its content first. */
  greets: boolean
  writers: number
  perSecond: number
  warmMs: number
  windowMs: number
}

export interface EditResult {
  delivered: number
  /** Of what was sent in the window, how much arrived. */
  share: number
  p50: number
  p99: number
  /** Acknowledgements, in ms; undefined when the server gives none. */
  ackP50?: number
  ackP99?: number
}

const drainMs = 3000

export async function edit(job: EditJob, mark: (at: 'begin' | 'end') => void): Promise<EditResult> {
  const people = job.urls.length
  const sentAt: number[] = []
  const writerOf: number[] = []
  const ofWriter = Array.from({ length: job.writers }, () => ({ times: [] as number[], acked: 0 }))
  const delays = countDelays()
  const acks = countDelays()
  let delivered = 0
  let inWindow = false
  let windowStart = Infinity
  let windowEnd = Infinity
  const isMeasured = (at: number) => at >= windowStart && at < windowEnd

  const sockets = await Promise.all(
    job.urls.map((url, receiver) =>
      openLeanSocket(url, (message) => {
        const now = performance.now()
        const count = readAck(message)
        const own = ofWriter[receiver]
        if (count !== undefined && own)
          for (; own.acked < count; own.acked++) {
            const at = own.times[own.acked]!
            if (isMeasured(at)) acks.add(now - at)
          }
        readEdits(message, (n) => {
          if (writerOf[n - firstNumber] === receiver) return
          if (inWindow) delivered++
          const at = sentAt[n - firstNumber]!
          if (isMeasured(at)) delays.add(now - at)
        })
      }),
    ),
  )
  if (job.greets) sockets.forEach((socket) => socket.send(emptyStep1))
  await pause(200)
  const docs = ofWriter.map(() => new Y.Doc())
  docs.forEach((doc, writer) =>
    doc.on('update', (update: Uint8Array) => {
      const at = performance.now()
      sentAt.push(at)
      ofWriter[writer]!.times.push(at)
      sockets[writer]!.send(syncMessage(2, update))
    }),
  )
  const stop = sendEvenly(job.writers, job.perSecond, (writer) => {
    const n = firstNumber + sentAt.length
    writerOf.push(writer)
    // Each writes on notes of their own: who loses a conflict is not passed on by a server that keeps a document.
    docs[writer]!.getMap('notes').set(`note${writer}-${n % 40}`, markedText(n))
  })
  await pause(job.warmMs)
  windowStart = performance.now()
  inWindow = true
  mark('begin')
  await pause(job.windowMs)
  mark('end')
  inWindow = false
  windowEnd = performance.now()
  stop()
  const expected = sentAt.filter(isMeasured).length * (people - 1)
  for (const end = performance.now() + drainMs; delays.count() < expected && performance.now() < end;)
    await pause(20)
  sockets.forEach((socket) => socket.close())
  return {
    delivered,
    share: delays.count() / expected,
    p50: delays.at(0.5),
    p99: delays.at(0.99),
    ...(acks.count() > 0 && { ackP50: acks.at(0.5), ackP99: acks.at(0.99) }),
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
