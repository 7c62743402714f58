// An update that would freeze every page is found soon, set aside and reported; the room opens without it.
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openLog } from '../../relay/log'
import { costlyUpdates } from '../fuzz/costlyUpdates'
import { connectByHand, startTestRelay, until, type HandMade, type Place, type TestRelay } from './harness'

let running: TestRelay
let place: Place
let said: string
const opened: HandMade[] = []

const join = async (member = place) => {
  const hand = connectByHand(member)
  opened.push(hand)
  // It does not apply what it hears: it would take as long as a page.
  await hand.opened
  return hand
}

beforeEach(async () => {
  const log = new PassThrough()
  said = ''
  log.on('data', (text: Buffer) => (said += text))
  running = await startTestRelay({ log: openLog(log) })
  const { sessionId, token } = await running.relay.sessions.create()
  place = { url: running.relay.url, sessionId, room: 'page-one', token }
})
afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.terminate()
  await running.stop()
})

test('a costly update is set aside, everybody loads the room anew, and what others wrote is there', async () => {
  const doc = new Y.Doc()
  doc.getMap('map').set('honest', 1)
  const hostile = await join()
  hostile.sendUpdate(Y.encodeStateAsUpdate(doc))
  const [first, second] = costlyUpdates(9000)
  hostile.sendUpdate(first)
  hostile.sendUpdate(second)
  await until(() => hostile.acked() === 3, 'it is let through: nothing is wrong with it but what it costs')
  expect(await hostile.closed).toEqual({ code: 4410, reason: 'mended' })
  await until(() => said.includes('set aside'), 'it is reported', 60_000)

  // Whoever comes now gets what others wrote, quickly; and whoever brings it back is not heard.
  const late = await join()
  late.sendStep1()
  await until(() => late.heard.some(({ kind }) => kind === 'step2'), 'the room answers')
  expect(late.doc.getMap('map').toJSON()).toEqual({ honest: 1 })
  late.sendUpdate(second)
  await until(() => late.acked() === 1, 'it says nothing new')
  expect(late.doc.getText('text').length).toBe(9001)

  // Also after a restart.
  await running.relay.close()
  running = await startTestRelay({ dataDir: running.dataDir })
  const again = await join({ ...place, url: running.relay.url })
  again.sendStep1()
  await until(() => again.heard.some(({ kind }) => kind === 'step2'), 'the room answers again')
  expect(again.doc.getMap('map').toJSON()).toEqual({ honest: 1 })
}, 120_000)
