// Everybody moves a cursor: who gets which states how late.
import { countDelays } from './delays'
import { openLeanSocket } from './leanSocket'
import { cursorMessage, firstNumber, readCursors } from './messages'
import { sendEvenly } from './sendEvenly'

export interface CursorJob {
  urls: string[]
  /** The server adds nobody's name. */
  isNamed: boolean
  perSecond: number
  warmMs: number
  windowMs: number
}

export interface CursorResult {
  /** States that arrived at somebody else within the window. */
  delivered: number
  /** Of what was sent in the window, how much arrived at all. */
  share: number
  /** Last states of somebody that never reached somebody else. */
  latestMissing: number
  p50: number
  p99: number
}

/** So long (ms) what was sent may still arrive. */
const drainMs = 4000

export async function moveCursors(
  job: CursorJob,
  mark: (at: 'begin' | 'end') => void,
): Promise<CursorResult> {
  const people = job.urls.length
  const sentAt: number[] = []
  const senderOf: number[] = []
  const lastSent = new Int32Array(people)
  const lastSeen = job.urls.map(() => new Int32Array(people))
  const delays = countDelays()
  let inWindow = false
  let delivered = 0
  let windowStart = Infinity
  let windowEnd = Infinity

  const sockets = await Promise.all(
    job.urls.map((url, receiver) =>
      openLeanSocket(url, (message) => {
        const now = performance.now()
        const seen = lastSeen[receiver]!
        readCursors(message, (n) => {
          const sender = senderOf[n - firstNumber]!
          if (sender === receiver) return
          if (n > seen[sender]!) seen[sender] = n
          if (inWindow) delivered++
          const at = sentAt[n - firstNumber]!
          if (at >= windowStart && at < windowEnd) delays.add(now - at)
        })
      }),
    ),
  )
  const clocks = job.urls.map(() => 0)
  const stop = sendEvenly(people, job.perSecond, (sender) => {
    const n = firstNumber + sentAt.length
    const message = cursorMessage(1000 + sender, ++clocks[sender]!, n, job.isNamed)
    senderOf.push(sender)
    lastSent[sender] = n
    sentAt.push(performance.now())
    sockets[sender]!.send(message)
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
  const missing = () =>
    lastSeen.reduce(
      (sum, seen, receiver) =>
        sum + seen.filter((n, sender) => sender !== receiver && n !== lastSent[sender]).length,
      0,
    )
  for (const end = performance.now() + drainMs; missing() > 0 && performance.now() < end;) await pause(20)
  const result = {
    delivered,
    share:
      delays.count() / (sentAt.filter((at) => at >= windowStart && at < windowEnd).length * (people - 1)),
    latestMissing: missing(),
    p50: delays.at(0.5),
    p99: delays.at(0.99),
  }
  sockets.forEach((socket) => socket.close())
  return result
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
