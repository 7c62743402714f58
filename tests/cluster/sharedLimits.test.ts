// What several relays keep together counts for each of them: quotas, and what the metrics say of the store.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openCluster } from '../../relay/cluster/openCluster'
import { pngOfBytes } from '../../relay/pictures/samples'
import type { Relay } from '../../relay/relay'
import { startRelay } from '../../relay/startRelay'
import { refusal } from '../../shared/relay/api'
import { connectByHand, oneEdit, until, type HandMade, type Place } from '../relay/harness'
import { startPostgres, startRedis, type Server } from './servers'

let redis: Server
let postgres: Server
let folder: string
let one: Relay
let two: Relay
const opened: HandMade[] = []
/** Long, for a machine that does much else. */
const patience = 20_000
const limits = { sessionBytes: 300_000, assetsPerSession: 5 }

beforeAll(async () => {
  ;[redis, postgres] = await Promise.all([startRedis(), startPostgres()])
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-limits-'))
  const start = (name: string) =>
    startRelay({
      dataDir: join(folder, name),
      limits,
      openBacking: (_dataDir, log) => openCluster({ redis: redis.url, postgres: postgres.url }, log),
    })
  one = await start('one')
  two = await start('two')
}, 120_000)
afterAll(async () => {
  for (const { socket } of opened) socket.terminate()
  await Promise.all([one?.close(), two?.close()])
  await Promise.all([redis?.stop(), postgres?.stop()])
  await rm(folder, { recursive: true, force: true })
})

async function enter(relay: Relay, place: Pick<Place, 'sessionId' | 'token'>, room: string) {
  const hand = connectByHand({ ...place, room, url: relay.url })
  opened.push(hand)
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it is in', patience)
  return hand
}
async function write(hand: HandMade, key: string, bytes: number) {
  const doc = new Y.Doc()
  doc.getMap('map').set(key, 'x'.repeat(bytes))
  const before = hand.acked()
  hand.sendUpdate(Y.encodeStateAsUpdate(doc))
  const end = await Promise.race([
    until(() => hand.acked() > before, 'it is on disk', patience).then(() => undefined),
    hand.closed,
  ])
  return end?.reason
}
const upload = (relay: Relay, { sessionId, token }: Pick<Place, 'sessionId' | 'token'>, bytes: number) =>
  fetch(`${relay.url}/api/sessions/${sessionId}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
    body: new Uint8Array(pngOfBytes(bytes)),
  })

test('what was written through one relay counts at the other', async () => {
  const session = await one.sessions.create()
  const first = await enter(one, session, 'page-one')
  expect(await write(first, 'a', 200_000)).toBeUndefined()
  expect((await upload(one, session, 50_000)).status).toBe(201)

  const second = await enter(two, session, 'page-two')
  await until(() => second.shortages()?.join() === 'session', 'it is told', patience)
  const refused = await upload(two, session, 60_000)
  expect([refused.status, refusal.parse(await refused.json()).kind]).toEqual([409, 'sessionFull'])
  expect(await write(second, 'b', 100_000)).toBe('sessionFull')
  expect((await second.closed).code).toBe(4411)
})

test('pictures added through one relay warn people at the other, and count there', async () => {
  const session = await one.sessions.create()
  const hand = await enter(two, session, 'page-one')
  for (const bytes of [500, 600, 700, 800]) expect((await upload(one, session, bytes)).status).toBe(201)
  await until(() => hand.shortages()?.join() === 'pictures', 'it is told', patience)
  expect((await upload(two, session, 900)).status).toBe(201)
  expect((await upload(one, session, 1000)).status).toBe(409)
})

test('the metrics say how much Redis and Postgres keep', async () => {
  const session = await one.sessions.create()
  const hand = await enter(one, session, 'page-one')
  hand.sendUpdate(oneEdit('a', 1))
  expect((await upload(one, session, 100_000)).status).toBe(201)
  const metrics = await two.status.metrics()
  const valueOf = (name: string) => Number(new RegExp(`^samverkstad_${name} (\\d+)$`, 'm').exec(metrics)?.[1])
  // Edits of 200 kB in the first test, pictures of 150 kB in all.
  expect(valueOf('database_bytes')).toBeGreaterThan(200_000)
  expect(valueOf('pictures_bytes')).toBeGreaterThan(150_000)
  expect(valueOf('pictures_bytes')).toBeLessThan(5_000_000)
  // What cannot be told (these relays have no folder) does not keep the others back.
  expect(valueOf('disk_free_bytes')).toBe(0)
})
