// Whoever writes hears of a quota before it is reached, and at it every refusal has its name; nothing is lost by it.
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { refusal } from '../../shared/relay/api'
import type { Limits } from '../../shared/relay/limits'
import { connectByHand, startTestRelay, until, type HandMade, type Place, type TestRelay } from './harness'
import { pngOfBytes as smallPng } from '../../relay/pictures/samples'

let running: TestRelay | undefined
const opened: HandMade[] = []

const open = async (limits: Partial<Limits>): Promise<Place> => {
  running = await startTestRelay({ limits })
  const { sessionId, token } = await running.relay.sessions.create()
  return { url: running.relay.url, sessionId, room: 'page-one', token }
}
const join = async (place: Place) => {
  const hand = connectByHand(place)
  opened.push(hand)
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'in the room')
  return hand
}
/** Writes one key after another, each of so many bytes, and waits until it is on disk. */
const startWriting = (hand: HandMade) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hand.doc))
  const map = doc.getMap('map')
  let sent = hand.acked()
  const change = async (make: () => void) => {
    doc.once('update', (update: Uint8Array) => hand.sendUpdate(update))
    make()
    sent++
    const end = await Promise.race([
      until(() => hand.acked() >= sent, 'it is on disk').then(() => undefined),
      hand.closed,
    ])
    return end?.reason
  }
  return {
    write: (key: string, bytes: number) => change(() => map.set(key, 'x'.repeat(bytes))),
    remove: (key: string) => change(() => map.delete(key)),
  }
}
const upload = (place: Place, bytes: Uint8Array) =>
  fetch(`${place.url}/api/sessions/${place.sessionId}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${place.token}`, 'content-type': 'image/png' },
    body: Buffer.from(bytes),
  })
const refusalOf = async (answer: Response) => [answer.status, refusal.parse(await answer.json()).kind]

afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.terminate()
  await running?.stop()
  running = undefined
})

test('a room: a warning at four fifths for those who may write, 4409 at the limit, and deleting makes room', async () => {
  const place = await open({ roomBytes: 50_000 })
  const { sessions } = running!.relay
  const observer = await sessions.mintToken(place.sessionId, 'observer', 'Ola')
  const [hand, reader] = [await join(place), await join({ ...place, token: observer.token })]
  const writer = startWriting(hand)
  for (const key of ['a', 'b', 'c']) expect(await writer.write(key, 10_000)).toBeUndefined()
  expect(hand.shortages()).toBeUndefined()
  expect(await writer.write('d', 12_000)).toBeUndefined()
  await until(() => hand.shortages()?.join() === 'room', 'it is told')
  // Who comes now hears it at once; whoever only reads does not.
  const late = await join(place)
  expect(late.shortages()).toEqual(['room'])
  expect(reader.shortages()).toBeUndefined()
  expect(await writer.write('e', 10_000)).toBe('roomFull')
  expect((await hand.closed).code).toBe(4409)

  const back = await join(place)
  expect([...back.doc.getMap('map').keys()].sort()).toEqual(['a', 'b', 'c', 'd'])
  const again = startWriting(back)
  for (const key of ['a', 'b']) expect(await again.remove(key)).toBeUndefined()
  // The first try finds the room full and has it merged.
  const tries = async () => {
    const next = await join(place)
    return (await startWriting(next).write('f', 10_000)) === undefined
  }
  await until(tries, 'there is room again')
  await until(() => back.shortages()?.length === 0, 'nothing is short any more')
})

test('deleting goes on in a room that is quite full', async () => {
  const place = await open({ roomBytes: 30_000 })
  const hand = await join(place)
  const writer = startWriting(hand)
  await writer.write('a', 29_900)
  expect(await writer.remove('a')).toBeUndefined()
})

test('a session: everything together is counted, also what nobody has open, and after a restart', async () => {
  const limits = { sessionBytes: 100_000 }
  const place = await open(limits)
  const first = await join({ ...place, room: 'page-one' })
  expect(await startWriting(first).write('a', 40_000)).toBeUndefined()
  first.socket.close()
  expect((await upload(place, smallPng(20_000))).status).toBe(201)
  await running!.relay.close()
  const { dataDir } = running!
  running = await startTestRelay({ dataDir, limits })

  const second = await join({ ...place, url: running.relay.url, room: 'page-two' })
  const writer = startWriting(second)
  expect(await writer.write('a', 10_000)).toBeUndefined()
  expect(second.shortages()).toBeUndefined()
  expect(await writer.write('b', 15_000)).toBeUndefined()
  await until(() => second.shortages()?.join() === 'session', 'it is told')
  const here = { ...place, url: running.relay.url }
  expect(await refusalOf(await upload(here, smallPng(30_000)))).toEqual([409, 'sessionFull'])
  expect(await writer.write('c', 30_000)).toBe('sessionFull')
  expect((await second.closed).code).toBe(4411)
})

test('rooms: a warning before the last one', async () => {
  const place = await open({ roomsPerSession: 5 })
  const first = await join(place)
  for (const room of ['page-two', 'page-three']) await join({ ...place, room })
  expect(first.shortages()).toBeUndefined()
  await join({ ...place, room: 'page-four' })
  await until(() => first.shortages()?.join() === 'rooms', 'it is told')
})

test('pictures: a warning by number and by size, a named refusal at both, and many at once do not get past it', async () => {
  const place = await open({ assetsPerSession: 5, assetBytesPerSession: 10_000 })
  const hand = await join(place)
  for (const size of [500, 600, 700]) expect((await upload(place, smallPng(size))).status).toBe(201)
  expect(hand.shortages()).toBeUndefined()
  expect((await upload(place, smallPng(800))).status).toBe(201)
  await until(() => hand.shortages()?.join() === 'pictures', 'it is told')
  expect(await refusalOf(await upload(place, smallPng(9000)))).toEqual([409, 'quota'])
  const answers = await Promise.all([900, 1000, 1100, 1200].map((size) => upload(place, smallPng(size))))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  // The same bytes again are no further picture.
  expect((await upload(place, smallPng(800))).status).toBe(201)
})
