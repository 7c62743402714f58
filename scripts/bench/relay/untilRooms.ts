import { pause } from './row'
import type { OurRelay } from './servers'

/** Resolves when the relay has `count` rooms in memory. */
export async function untilRooms(relay: OurRelay, count: number): Promise<void> {
  for (const end = Date.now() + 30_000; ;) {
    const text = await relay.metrics()
    const rooms = Number(/^samverkstad_rooms (\d+)$/m.exec(text)?.[1])
    if (rooms === count) return
    if (Date.now() > end) throw new Error(`${rooms} rooms are in memory, not ${count}`)
    await pause(100)
  }
}
