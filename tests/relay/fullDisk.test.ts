// When the disk takes no more, writers are told, nothing that was not written is acknowledged, and it goes on by itself.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createdSession } from '../../shared/relay/api'
import { startChildRelay } from './childRelay'
import { connectByHand, oneEdit, pause, until, type Place } from './harness'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-full-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test('a full disk closes writers with 4507 and loses nothing acknowledged', async () => {
  let relay = await startChildRelay(dataDir, { mostKilobytesPerFile: 300 })
  const created = await fetch(`${relay.url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${relay.key}` },
  })
  const place: Place = { ...createdSession.parse(await created.json()), url: relay.url, room: 'page-one' }
  const hand = connectByHand(place)
  await hand.opened
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => hand.sendUpdate(update))
  let sent = 0
  while (hand.socket.readyState === hand.socket.OPEN && sent < 500) {
    doc.getMap('map').set(`key ${sent++}`, randomBytes(1000).toString('hex'))
    await pause(2)
  }
  expect(await hand.closed).toEqual({ code: 4507, reason: 'storageFailed' })
  const acked = hand.acked()
  expect(acked).toBeGreaterThan(20)
  expect(acked).toBeLessThan(sent)

  // A new log file has room again: the relay notices without being restarted.
  await until(async () => (await fetch(`${relay.url}/readyz`)).ok, 'it is ready again', 15_000)
  const back = connectByHand(place)
  await back.opened
  back.sendStep1()
  back.sendUpdate(oneEdit('after', 1))
  await until(() => back.acked() === 1, 'it acknowledges again')
  await relay.kill()

  relay = await startChildRelay(dataDir)
  const reader = connectByHand({ ...place, url: relay.url })
  await reader.opened
  reader.sendStep1()
  await until(() => reader.heard.some(({ kind }) => kind === 'step2'), 'the room answers')
  const map = reader.doc.getMap('map')
  expect(Array.from({ length: acked }, (_, i) => `key ${i}`).filter((key) => !map.has(key))).toEqual([])
  reader.socket.close()
  await relay.stop()
}, 60_000)
