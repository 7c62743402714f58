// Somebody who sends by hand writes different content for the same clocks of one client at two relays, before these can
// hear of each other. In the end everybody has the same all the same.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectByHand, oneEdit, pause, until, type HandMade } from '../relay/harness'
import { startCluster, type Cluster } from './startCluster'

let cluster: Cluster
const opened: HandMade[] = []
/** Long, for a machine that does much else. */
const patience = 30_000

beforeAll(async () => {
  cluster = await startCluster(3)
}, 180_000)
afterEach(() => opened.splice(0).forEach(({ socket }) => socket.terminate()))
afterAll(() => cluster?.stop())

async function enter(at: number, session: { sessionId: string; token: string }): Promise<HandMade> {
  const hand = connectByHand({ url: cluster.relays[at]!.url, ...session, room: 'page-one' })
  opened.push(hand)
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it is in', patience)
  return hand
}

/** Relays hear nothing from one another, nor that anything is on disk. */
async function whileRedisStands(work: () => Promise<void>): Promise<void> {
  const pid = cluster.redis.pid()!
  process.kill(pid, 'SIGSTOP')
  try {
    await work()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

const mapOf = ({ doc }: HandMade) => JSON.stringify(Object.entries(doc.getMap('map').toJSON()).toSorted())
const hears = (hand: HandMade) => hand.heard.filter(({ kind }) => kind === 'update').length

/** Readers at all relays, and what each of two writers sends at the first and the second one in the same moment. */
async function sendTwice(first: Uint8Array, second: Uint8Array) {
  const session = await cluster.createSession()
  const before = await enter(0, session)
  before.sendUpdate(oneEdit('before', 'there'))
  await until(() => before.acked() === 1, 'it is on disk', patience)
  const readers = await Promise.all([0, 1, 2].map((at) => enter(at, session)))
  const [one, other] = [await enter(0, session), await enter(1, session)]
  await whileRedisStands(async () => {
    one.sendUpdate(first)
    other.sendUpdate(second)
    await until(() => hears(readers[0]!) > 0 && hears(readers[1]!) > 0, 'each relay has taken one', patience)
  })
  await until(() => one.acked() === 1 && other.acked() === 1, 'both are acknowledged', patience)
  return { session, readers }
}

test(
  'different content for one clock: pages that have the wrong one are told to load anew, and then all are equal',
  { timeout: 180_000 },
  async () => {
    const { session, readers } = await sendTwice(oneEdit('k', 'one', 77), oneEdit('k', 'other', 77))
    const wrong = await Promise.race(
      readers.map((reader) => reader.closed.then(({ code, reason }) => ({ code, reason, reader }))),
    )
    expect(wrong).toMatchObject({ code: 4410, reason: 'mended' })
    let anew: HandMade[] = []
    const areEqual = async () => {
      await pause(500)
      anew = await Promise.all([0, 1, 2].map((at) => enter(at, session)))
      const there = readers.filter(({ socket }) => socket.readyState === socket.OPEN)
      return new Set([...there, ...anew].map(mapOf)).size === 1
    }
    await until(areEqual, 'whoever is there and whoever comes has the same', patience)
    expect(readers.some(({ socket }) => socket.readyState === socket.OPEN)).toBe(true)
    expect(mapOf(wrong.reader)).not.toBe(mapOf(anew[0]!))

    // Whatever is written now is the same for everybody.
    anew[0]!.sendUpdate(oneEdit('after', 'written'))
    await until(
      () => anew.slice(1).every((hand) => mapOf(hand).includes('written')),
      'it is everywhere',
      patience,
    )
  },
)

test(
  'the same content by way of two relays, as from a page that changed between them, disturbs nobody',
  { timeout: 180_000 },
  async () => {
    const doc = new Y.Doc()
    doc.getMap('map').set('k', 'one')
    const first = Y.encodeStateAsUpdate(doc)
    doc.getMap('map').set('k', 'two')
    doc.getText('text').insert(0, 'words')
    const { session, readers } = await sendTwice(first, Y.encodeStateAsUpdate(doc))
    await until(() => readers.every((reader) => mapOf(reader).includes('two')), 'all have it', patience)
    await pause(5000)
    expect(readers.map(({ socket }) => socket.readyState)).toEqual([1, 1, 1])
    expect(new Set([...readers, await enter(2, session)].map(mapOf)).size).toBe(1)
  },
)
