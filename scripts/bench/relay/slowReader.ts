// Somebody stops reading while others write 30 MB: what the relay keeps for them, and what they have in the end.
import * as Y from 'yjs'
import { openLeanSocket } from './leanSocket'
import { emptyStep1, readAck, syncMessage } from './messages'
import { MB, pause, type Row } from './row'
import { withServers, type Bench } from './rounds'
import { startOurs, type OurRelay } from './servers'

const updates = 300
const updateBytes = 100_000
const keys = 10

export async function measureSlowReader(bench: Bench): Promise<Row[]> {
  bench.say('slow reader')
  return withServers([startOurs], async (relay: OurRelay) => {
    // The first time warms up, the second is the same without anybody slow.
    await stall(relay, false)
    const without = await stall(relay, false)
    const withSlow = await stall(relay, true)
    const kept = withSlow.held - without.held
    return [
      {
        what: 'slow reader: kept for it, in MB',
        ours: MB(Math.max(0, kept)),
        beside: `${MB(updates * updateBytes)} written`,
        value: Math.max(0, kept) / 1e6,
        bound: { most: 4 },
      },
      {
        what: 'slow reader: keys that differ once it has read on',
        ours: `${keys} keys`,
        beside: '',
        value: withSlow.different,
        bound: { most: 0 },
      },
    ]
  })
}

/** Gives what the relay holds while somebody does not read (or does), and what that one lacks after reading on. */
async function stall(relay: OurRelay, isSlow: boolean): Promise<{ held: number; different: number }> {
  const { urls } = await relay.newRoom(2)
  let acked = 0
  const writer = await openLeanSocket(urls[0]!, (message) => (acked = readAck(message) ?? acked))
  const replica = new Y.Doc()
  const reader = await openLeanSocket(urls[1]!, (message) => {
    const content = contentOf(message)
    if (content) Y.applyUpdate(replica, content)
  })
  reader.send(emptyStep1)
  await pause(500)
  const before = await relay.memory()
  if (isSlow) reader.pause()
  const doc = new Y.Doc()
  let sent = 0
  doc.on('update', (update: Uint8Array) => {
    writer.send(syncMessage(2, update))
    sent++
  })
  for (let n = 0; n < updates; n++) {
    doc.getMap<string>('map').set(`key ${n % keys}`, `${n} ${'x'.repeat(updateBytes)}`)
    while (acked < sent - 5) await pause(2)
  }
  await pause(1500)
  const held = (await relay.memory()).held - before.held
  if (isSlow) reader.resume()
  const different = () =>
    [...doc.getMap('map').entries()].filter(([key, value]) => replica.getMap('map').get(key) !== value).length
  for (const end = Date.now() + 20_000; different() > 0 && Date.now() < end;) await pause(50)
  writer.close()
  reader.close()
  return { held, different: different() }
}

/** The update in a sync message that bears one. */
function contentOf(message: Buffer): Uint8Array | undefined {
  if (message[0] !== 0 || message[1] === 0) return undefined
  let at = 2
  while (message[at]! > 127) at++
  return new Uint8Array(message.subarray(at + 1))
}
