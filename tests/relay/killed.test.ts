// Killed with SIGKILL at any moment, with every client gone, the relay has every edit that it acknowledged.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createdSession } from '../../shared/relay/api'
import { startChildRelay } from './childRelay'
import { connectByHand, pause, until, type HandMade, type Place } from './harness'

const rounds = 20
const writers = 4

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-killed-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test(`${rounds} rounds of ${writers} writers`, async () => {
  const acknowledged = new Map<string, Set<string>>()
  let place: Omit<Place, 'room' | 'url'> | undefined
  let inFlight = 0
  for (let round = 0; round <= rounds; round++) {
    const relay = await startChildRelay(dataDir)
    place ??= await createSession(relay.url, relay.key)
    await expectAll({ ...place, url: relay.url }, acknowledged)
    if (round === rounds) {
      expect(await relay.stop()).toBe(0)
      break
    }
    const at = { ...place, url: relay.url }
    const writing = await Promise.all(
      Array.from({ length: writers }, (_, i) =>
        startWriting({ ...at, room: `page-${i % 2}` }, `${round}.${i}`),
      ),
    )
    await until(() => writing.every(({ hand }) => hand.acked() > 0), 'each has something acknowledged')
    await pause(Math.random() * 150)
    await relay.kill()
    for (const { hand, keys, stop } of writing) {
      stop()
      await hand.closed
      const room = keys.room
      const known = acknowledged.get(room) ?? new Set()
      keys.sent.slice(0, hand.acked()).forEach((key) => known.add(key))
      inFlight += keys.sent.length - hand.acked()
      acknowledged.set(room, known)
    }
  }
  const total = [...acknowledged.values()].reduce((sum, keys) => sum + keys.size, 0)
  expect(total).toBeGreaterThan(rounds * writers)
  // Otherwise the kills hit a relay at rest and prove nothing.
  expect(inFlight).toBeGreaterThan(0)
}, 300_000)

async function createSession(url: string, key: string) {
  const answer = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
  })
  return createdSession.parse(await answer.json())
}

/** Writes one edit after another without waiting, each under a key of its own. */
async function startWriting(place: Place, name: string) {
  const hand: HandMade = connectByHand(place)
  await hand.opened
  const doc = new Y.Doc()
  const keys = { room: place.room, sent: [] as string[] }
  doc.on('update', (update: Uint8Array) => hand.sendUpdate(update))
  let running = true
  void (async () => {
    while (running && hand.socket.readyState === hand.socket.OPEN) {
      const key = `${name}.${keys.sent.length}`
      keys.sent.push(key)
      doc.getMap('map').set(key, 'x'.repeat(Math.floor(Math.random() * 400)))
      await pause(Math.random() * 4)
    }
  })()
  return { hand, keys, stop: () => (running = false) }
}

async function expectAll(place: Omit<Place, 'room'>, acknowledged: Map<string, Set<string>>): Promise<void> {
  for (const [room, keys] of acknowledged) {
    const reader = connectByHand({ ...place, room })
    await reader.opened
    reader.sendStep1()
    await until(() => reader.heard.some(({ kind }) => kind === 'step2'), 'the room answers')
    const map = reader.doc.getMap('map')
    expect([...keys].filter((key) => !map.has(key))).toEqual([])
    reader.socket.close()
  }
}
