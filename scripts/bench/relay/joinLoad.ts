// Many people join a room at the same moment: when the last of them has the content, and how many bytes it took.
import { openLeanSocket } from './leanSocket'
import { emptyStep1 } from './messages'

export interface JoinJob {
  urls: string[]
  /** The server speaks Yjs: it is asked for the content. */
  greets: boolean
}

export interface JoinResult {
  lastMs: number
  /** Of one who joins. */
  bytes: number
}

const step2 = (message: Buffer) => message[0] === 0 && message[1] === 1
const deflated = (message: Buffer) => message[0] === 103

export async function join(
  { urls, greets }: JoinJob,
  mark: (at: 'begin' | 'end') => void,
): Promise<JoinResult> {
  mark('begin')
  const start = performance.now()
  const sockets = await Promise.all(
    urls.map(async (url) => {
      let arrived: () => void
      const hasArrived = new Promise<void>((resolve) => (arrived = resolve))
      const socket = await openLeanSocket(url, (message) => {
        if (step2(message) || deflated(message)) arrived()
      })
      if (greets) socket.send(emptyStep1)
      await hasArrived
      return socket
    }),
  )
  const lastMs = performance.now() - start
  // What the server does afterwards because of it counts too.
  await new Promise((resolve) => setTimeout(resolve, 200))
  mark('end')
  const bytes = sockets.reduce((sum, socket) => sum + socket.received(), 0) / sockets.length
  sockets.forEach((socket) => socket.close())
  return { lastMs, bytes }
}
