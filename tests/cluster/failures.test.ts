// A relay, Redis and Postgres die one after the other, under people who work: nothing acknowledged is lost.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { WebsocketProvider } from 'y-websocket'
import { openRoom, type OpenRoom } from '../../renderer/document/openRoom'
import {
  connectByHand,
  connectStock,
  oneEdit,
  pause,
  readStates,
  until,
  type HandMade,
  type Place,
} from '../relay/harness'
import { startCluster, type Cluster } from './startCluster'

let cluster: Cluster
const opened: { end(): void }[] = []
/** Long, for a machine that does much else. */
const patience = 30_000

beforeAll(async () => {
  cluster = await startCluster(2)
}, 180_000)
afterEach(() => opened.splice(0).forEach((each) => each.end()))
afterAll(() => cluster?.stop())

interface Session {
  sessionId: string
  token: string
}
const placeAt = (url: string, { sessionId, token }: Session, room = 'page-one'): Place => ({
  url,
  sessionId,
  room,
  token,
})

async function enter(place: Place): Promise<HandMade> {
  const hand = connectByHand(place)
  opened.push({ end: () => hand.socket.terminate() })
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it is in', patience)
  return hand
}

function openStock(place: Place): WebsocketProvider {
  const provider = connectStock(place)
  opened.push({ end: () => provider.destroy() })
  return provider
}

/** The room as our own page holds it. */
function openPage({ url, sessionId, room, token }: Place): OpenRoom {
  const page = openRoom({
    name: room as 'page-one',
    sessionId,
    relayUrl: url,
    token,
    self: { memberId: 'member', name: 'Karin', role: 'facilitator' },
    kept: { keep: async () => 1, forget: async () => {}, read: async () => [] },
    Socket: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  opened.push({ end: () => page.close() })
  return page
}
const saveStateOf = (page: OpenRoom) => page.saveState().kind
const edit = (page: OpenRoom, key: string) =>
  page.doc.transact(() => page.doc.getMap('map').set(key, 1), 'local')

/** Writes one edit after another by hand, and knows which of them were acknowledged. */
async function startWriting(place: Place, name: string) {
  const hand = await enter(place)
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => hand.sendUpdate(update))
  const sent: string[] = []
  let isRunning = true
  const running = (async () => {
    while (isRunning && hand.socket.readyState === hand.socket.OPEN) {
      sent.push(`${name}.${sent.length}`)
      doc.getMap('map').set(sent.at(-1)!, 'x'.repeat(Math.floor(Math.random() * 300)))
      await pause(Math.random() * 10)
    }
  })()
  return {
    hand,
    sent,
    acknowledged: () => sent.slice(0, hand.acked()),
    async stop() {
      isRunning = false
      await running
    },
  }
}

/** What a newcomer finds. */
async function keysAt(url: string, session: Session): Promise<Set<string>> {
  const reader = await enter(placeAt(url, session))
  // What is newer than the payload for all came before it.
  return new Set(reader.doc.getMap('map').keys())
}
const missing = (keys: readonly string[], found: ReadonlySet<string>) => keys.filter((key) => !found.has(key))

test('a relay killed with -9: its people are back through the other within three seconds, with all that was acknowledged', async () => {
  const session = await cluster.createSession()
  const front = placeAt(cluster.front.url, session)
  // As the front takes turns, each relay has one of either kind.
  const pages = [openPage(front), openPage(front)]
  const stock = [openStock(front), openStock(front)]
  await until(() => pages.every((page) => saveStateOf(page) === 'saved'), 'pages are in', patience)
  await until(() => stock.every(({ synced }) => synced), 'stock clients are in', patience)
  const [dying, staying] = cluster.relays as [(typeof cluster.relays)[0], (typeof cluster.relays)[0]]
  const writers = await Promise.all(
    [dying, staying].map(({ url }, i) => startWriting(placeAt(url, session), `writer-${i}`)),
  )
  writers[0]!.hand.sendAwareness([{ clientId: 11, clock: 1, json: '{"cursor":1}' }])
  const seen = () => {
    const states = new Map<number, unknown>()
    for (const each of writers[1]!.hand.heard)
      if (each.kind === 'awareness') for (const [id, state] of readStates(each.bytes)) states.set(id, state)
    return states.get(11)
  }
  await until(() => seen() !== undefined, 'presence of the other relay is seen', patience)
  await until(() => writers.every(({ hand }) => hand.acked() > 20), 'there is something to lose', patience)

  await dying.kill()
  const died = performance.now()
  cluster.relays.splice(cluster.relays.indexOf(dying), 1)
  const lost = await writers[0]!.hand.closed
  expect(lost.code).toBe(1006)
  edit(pages[0]!, 'page-0')
  edit(pages[1]!, 'page-1')
  const isBack = () =>
    pages.every((page) => saveStateOf(page) === 'saved') &&
    stock.every(({ wsconnected, synced }) => wsconnected && synced)
  await until(isBack, 'everybody is back', patience)
  const backAfter = performance.now() - died
  await until(() => seen() === null, 'who was there alone is gone', patience)
  await Promise.all(writers.map(({ stop }) => stop()))
  const known = [...writers.flatMap(({ acknowledged }) => acknowledged()), 'page-0', 'page-1']
  expect(missing(known, await keysAt(staying.url, session))).toEqual([])
  // Otherwise the kill hit a relay at rest and proves nothing.
  expect(writers[0]!.acknowledged().length).toBeLessThan(writers[0]!.sent.length)
  const asked = performance.now()
  await fetch(`${staying.url}/healthz`)
  expect(backAfter).toBeLessThan(3000 + 20 * (performance.now() - asked))

  const fresh = await cluster.addRelay()
  expect(missing(known, await keysAt(fresh.url, session))).toEqual([])
}, 120_000)

test('Redis killed and started again: pages say "saving" meanwhile, work goes on, and all of it is saved then', async () => {
  const session = await cluster.createSession()
  const [one, two] = cluster.relays.map(({ url }) => url) as [string, string]
  const pages = [
    openPage(placeAt(one, session)),
    openPage(placeAt(one, session)),
    openPage(placeAt(two, session)),
  ]
  await until(() => pages.every((page) => saveStateOf(page) === 'saved'), 'pages are in', patience)
  const writers = await Promise.all(
    [one, two].map((url, i) => startWriting(placeAt(url, session), `writer-${i}`)),
  )
  await until(() => writers.every(({ hand }) => hand.acked() > 20), 'there is something to lose', patience)

  await cluster.redis.kill()
  await pause(300)
  const acked = writers.map(({ hand }) => hand.acked())
  edit(pages[0]!, 'while away')
  await until(
    () => pages[1]!.doc.getMap('map').has('while away'),
    'others at the same relay see it',
    patience,
  )
  // Longer than a page waits until it thinks that the network is gone.
  await pause(7000)
  expect(saveStateOf(pages[0]!)).toBe('saving')
  expect(writers.map(({ hand }) => hand.acked())).toEqual(acked)
  expect((await fetch(`${one}/readyz`)).status).toBe(503)
  await Promise.all(writers.map(({ stop }) => stop()))

  await cluster.redis.start()
  await until(
    () => writers.every(({ hand, sent }) => hand.acked() === sent.length),
    'all is acknowledged',
    patience,
  )
  await until(() => pages.every((page) => saveStateOf(page) === 'saved'), 'all pages say so', patience)
  const known = [...writers.flatMap(({ sent }) => sent), 'while away']
  await until(
    () => missing(known, new Set(pages[2]!.doc.getMap('map').keys())).length === 0,
    'it came to the other relay',
    patience,
  )
  for (const url of [one, two]) expect(missing(known, await keysAt(url, session))).toEqual([])

  // Relays hear of one another again.
  await fetch(`${one}/api/sessions/${session.sessionId}/locks`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' },
    body: '{"room":"all","locked":true}',
  })
  edit(pages[2]!, 'after')
  await until(() => pages[0]!.doc.getMap('map').has('after'), 'updates cross again', patience)
}, 120_000)

test('Postgres stopped: editing goes on, who is known comes back, newcomers are asked to wait', async () => {
  const session = await cluster.createSession()
  const [one, two] = cluster.relays.map(({ url }) => url) as [string, string]
  const [here, there] = [await enter(placeAt(one, session)), await enter(placeAt(two, session))]
  const invite = await fetch(`${one}/api/sessions/${session.sessionId}/invites`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' },
    body: '{"role":"participant"}',
  })
  const { secret } = (await invite.json()) as { secret: string }
  const join = () =>
    fetch(`${two}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, name: 'Bo' }),
    })

  await cluster.postgres.kill()
  for (let i = 1; i <= 20; i++) here.sendUpdate(oneEdit(`key ${i}`, i))
  await until(() => here.acked() === 20, 'edits are acknowledged', patience)
  await until(() => there.doc.getMap('map').size === 20, 'and pass between relays', patience)
  const back = await enter(placeAt(one, session))
  expect(back.doc.getMap('map').size).toBe(20)
  const stranger = connectByHand(placeAt(one, { ...session, token: 'x'.repeat(43) }))
  expect((await stranger.closed).code).toBe(4507)
  const refused = await join()
  expect(refused.status).toBe(507)
  expect(await refused.json()).toMatchObject({ kind: 'storageFailed' })

  await cluster.postgres.start()
  await until(async () => (await join()).status === 200, 'newcomers are let in again', patience)
  here.sendUpdate(oneEdit('after', 1))
  await until(() => there.doc.getMap('map').has('after'), 'and work goes on', patience)
}, 120_000)

test('a relay that stops in order sends its people to the other, and they lose nothing', async () => {
  const session = await cluster.createSession()
  const page = openPage(placeAt(cluster.front.url, session))
  await until(() => saveStateOf(page) === 'saved', 'it is in', patience)
  const writer = await startWriting(placeAt(cluster.relays[0]!.url, session), 'writer')
  await until(() => writer.hand.acked() > 20, 'there is something to lose', patience)
  const [leaving] = cluster.relays.splice(0, 1)
  const closed = writer.hand.closed
  expect(await leaving!.stop()).toBe(0)
  expect((await closed).code).toBe(4501)
  await writer.stop()
  edit(page, 'page')
  await until(() => saveStateOf(page) === 'saved', 'it is back', patience)
  const known = [...writer.acknowledged(), 'page']
  expect(missing(known, await keysAt(cluster.relays[0]!.url, session))).toEqual([])
}, 120_000)
