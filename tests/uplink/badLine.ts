// A line between a desk and a hosted relay that can be cut, stalled and healed, as TCP sees it.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

export interface BadLine {
  /** What the desk takes for the hosted relay's address. */
  address: string
  /** Connections end, and new ones are not taken. */
  cut(): void
  /** Nothing gets through any more, and nobody is told: packets are lost on the way. */
  stall(): void
  heal(): void
  /** Where the hosted relay is from now on. */
  lead(url: string): void
  /** Where the hosted relay is. */
  target(): string
  /** Bytes carried so far, both ways. */
  carried(): number
  close(): Promise<void>
}

export async function openBadLine(url: string): Promise<BadLine> {
  let target = new URL(url)
  let mode: 'well' | 'cut' | 'stalled' = 'well'
  let bytes = 0
  const pairs = new Set<[Socket, Socket]>()

  const server = createServer((near) => {
    if (mode === 'cut') return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    const carry = (from: Socket, to: Socket) => {
      from.on('data', (data: Buffer) => {
        bytes += data.length
        if (!to.write(data)) from.pause()
      })
      to.on('drain', () => mode !== 'stalled' && from.resume())
      from.on('error', () => {})
      from.on('close', () => {
        // A line that lost everything does not carry the news of an end either.
        if (mode !== 'stalled') to.destroy()
        pairs.delete(pair)
      })
    }
    carry(near, far)
    carry(far, near)
    if (mode === 'stalled') pair.forEach((socket) => socket.pause())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      mode = 'cut'
      for (const pair of pairs) pair.forEach((socket) => socket.destroy())
    },
    stall() {
      mode = 'stalled'
      for (const pair of pairs) pair.forEach((socket) => socket.pause())
    },
    heal() {
      mode = 'well'
      for (const pair of pairs) pair.forEach((socket) => socket.resume())
    },
    lead: (to) => void (target = new URL(to)),
    target: () => target.origin,
    carried: () => bytes,
    async close() {
      for (const pair of pairs) pair.forEach((socket) => socket.destroy())
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
