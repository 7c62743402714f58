// The provider from npm works against the relay as it is, together with a client that asks for acknowledgements.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  connectByHand,
  connectStock,
  oneEdit,
  startTestRelay,
  until,
  type Place,
  type TestRelay,
} from './harness'

let running: TestRelay
let place: Place
const open: { destroy(): void }[] = []

const stock = (at = place, doc?: Y.Doc) => {
  const provider = connectStock(at, doc)
  open.push(provider)
  return provider
}

beforeEach(async () => {
  running = await startTestRelay()
  const { sessionId, token } = await running.relay.sessions.create()
  place = { url: running.relay.url, sessionId, room: 'page-one', token }
})
afterEach(async () => {
  for (const provider of open.splice(0)) provider.destroy()
  await running.stop()
})

describe('a stock WebsocketProvider with a token', () => {
  test('and a client that speaks the bytes by hand see each other’s edits', async () => {
    const provider = stock()
    const hand = connectByHand(place)
    await hand.opened
    hand.sendStep1()
    provider.doc.getMap('map').set('from stock', 1)
    hand.sendUpdate(oneEdit('from hand', 2))
    await until(() => provider.doc.getMap('map').get('from hand') === 2, 'the provider has it')
    await until(() => hand.doc.getMap('map').get('from stock') === 1, 'the hand-made client has it')
    await until(() => hand.acked() === 1, 'it is acknowledged')
    hand.socket.close()
  })

  test('is told "synced" only when the content is there', async () => {
    const writer = stock()
    for (let i = 0; i < 300; i++) writer.doc.getMap('map').set(`key ${i}`, i)
    await until(
      async () => sizeOf(await running.relay.rooms.read(place.sessionId, 'page-one')) === 300,
      'written',
    )
    for (let i = 0; i < 5; i++) {
      writer.doc.getMap('map').set(`late ${i}`, i)
      const late = connectByHand(place)
      await late.opened
      late.sendStep1()
      await until(() => late.heard.some(({ kind }) => kind === 'step2'), 'step 2 is there')
      expect(late.doc.getMap('map').size).toBeGreaterThanOrEqual(300 + i)
      late.socket.close()
    }
  })

  test('brings what it wrote offline, and finds all after a restart of the relay', async () => {
    const provider = stock()
    await until(() => provider.synced, 'synced')
    provider.disconnect()
    provider.doc.getText('text').insert(0, 'skrivet utan nät')
    provider.connect()
    const other = stock()
    await until(() => other.doc.getText('text').toString() === 'skrivet utan nät', 'the other has it')

    await running.relay.close()
    const port = running.relay.port
    const again = await startTestRelay({ dataDir: running.dataDir, port, key: running.relay.key })
    const late = stock()
    await until(() => late.doc.getText('text').toString() === 'skrivet utan nät', 'it is on disk')
    provider.doc.getText('text').insert(0, 'åter ')
    await until(
      () => late.doc.getText('text').toString() === 'åter skrivet utan nät',
      'clients came back by themselves',
    )
    running = again
  })
})

function sizeOf(update: Uint8Array): number {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc.getMap('map').size
}
