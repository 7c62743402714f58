// What is written on either side is on both, whatever happens to the line between.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { pause, until } from '../relay/harness'
import {
  enter,
  enterToWrite,
  keysIn,
  onlineIds,
  startOnline,
  type Online,
  type OnlineDesk,
  type Writer,
} from './online'

let online: Online
let desk: OnlineDesk
let sessionId: string
let onlineId: string
const people: Writer[] = []

beforeEach(async () => {
  online = await startOnline()
  desk = await online.desk()
  sessionId = await desk.newSession()
})
afterEach(async () => {
  people.splice(0).forEach(({ socket }) => socket.terminate())
  await online.end()
})

const share = async () => {
  await desk.share(sessionId)
  await desk.reached(sessionId)
  ;({ onlineId } = await onlineIds(desk))
}
const here = async (room: string) => {
  const { token } = await desk.desk.relay.sessions.mintToken(sessionId, 'participant', 'Här')
  const writer = await enterToWrite(desk.desk.url, sessionId, room, token)
  people.push(writer)
  return writer
}
const there = async (room: string) => {
  const { relay } = online.hosted
  const { token } = await relay.sessions.mintToken(onlineId, 'participant', 'Där')
  const writer = await enterToWrite(relay.url, onlineId, room, token)
  people.push(writer)
  return writer
}
const size = (writer: Writer) => writer.doc.getMap('map').size
const keys = (writer: Writer) => [...writer.doc.getMap('map').keys()].sort()

test('what was there before goes up, and what is written later goes both ways', async () => {
  await desk.desk.relay.rooms.write(sessionId, 'page-old', Y.encodeStateAsUpdate(docWith('before')))
  await share()
  expect(await keysIn(online.hosted.relay, onlineId, 'page-old')).toEqual(['before'])
  const [a, b] = [await here('page-old'), await there('page-old')]
  a.write('from here')
  b.write('from there')
  await until(() => size(a) >= 3 && size(b) >= 3, 'both have all', 15_000)
  await desk.reached(sessionId)
  expect(await keysIn(desk.desk.relay, sessionId, 'page-old')).toEqual(['before', 'from here', 'from there'])
  expect(await keysIn(online.hosted.relay, onlineId, 'page-old')).toEqual([
    'before',
    'from here',
    'from there',
  ])
})

test('a page that is added on either side comes to the other by itself', async () => {
  await share()
  const a = await here('page-new-here')
  a.write('from here')
  await until(
    async () => (await keysIn(online.hosted.relay, onlineId, 'page-new-here')).length === 1,
    'it is online',
    15_000,
  )
  const b = await there('page-new-there')
  b.write('from there')
  await until(
    async () => (await keysIn(desk.desk.relay, sessionId, 'page-new-there')).length === 1,
    'it is here',
    15_000,
  )
})

test.each(['cut', 'stall'] as const)('both sides go on through a %s, and are equal after it', async (how) => {
  await share()
  const [a, b] = [await here('page-one'), await there('page-one')]
  a.write('a before')
  b.write('b before')
  await until(() => size(a) === 2 && size(b) === 2, 'both have all', 15_000)

  desk.line[how]()
  await until(async () => (await desk.state(sessionId))?.state.kind === 'cut', 'the desk says so', 15_000)
  for (let i = 0; i < 50; i++) {
    a.write(`a ${i}`)
    b.write(`b ${i}`)
    if (i % 10 === 0) await pause(10)
  }
  await until(() => a.safe().length === 51 && b.safe().length === 51, 'each side has saved', 15_000)
  expect((await desk.state(sessionId))?.state.kind).toBe('cut')
  expect(keys(b).filter((key) => key.startsWith('a'))).toEqual(['a before'])

  desk.line.heal()
  await desk.reached(sessionId)
  await until(() => size(a) === 102 && size(b) === 102, 'both have all', 15_000)
  const all = await keysIn(desk.desk.relay, sessionId, 'page-one')
  expect(all).toHaveLength(102)
  expect(await keysIn(online.hosted.relay, onlineId, 'page-one')).toEqual(all)
})

test('nothing goes round: under writing on both sides the line carries each edit once, and then is quiet', async () => {
  await share()
  const [a, b] = [await here('page-one'), await there('page-one')]
  const before = desk.line.carried()
  const filling = 'x'.repeat(500)
  for (let i = 0; i < 200; i++) {
    a.write(`a ${i}`, filling)
    b.write(`b ${i}`, filling)
    if (i % 4 === 0) await pause(4)
  }
  await until(() => size(a) === 400 && size(b) === 400, 'both have all', 20_000)
  await desk.reached(sessionId)
  // 400 edits of about 530 bytes; presence, acknowledgements and what is asked in between come on top.
  expect(desk.line.carried() - before).toBeLessThan(400 * 600 * 2)
  const updates = () => b.heard.filter(({ kind }) => kind === 'update').length
  const heard = updates()
  await pause(700)
  expect(updates()).toBe(heard)
})

test('a large board goes up in pieces and comes down on a second desk as it is', async () => {
  const board = new Y.Doc()
  board.transact(() => {
    for (let i = 0; i < 8000; i++) board.getMap('map').set(`note ${i}`, `Lapp ${i} ${'ord '.repeat(20)}`)
  })
  await desk.desk.relay.rooms.write(sessionId, 'page-board', Y.encodeStateAsUpdate(board))
  await share()
  const reader = await there('page-board')
  expect(size(reader)).toBe(8000)
  expect(Y.encodeStateVector(reader.doc)).toEqual(Y.encodeStateVector(board))
})

test('who is here and who is there see each other, by name, and see it when the line goes', async () => {
  await share()
  const leader = await enter(desk.desk.url, sessionId, 'control', await desk.ownToken(sessionId))
  const [a, b] = [await here('control'), await there('control')]
  people.push(leader as Writer)
  leader.sendAwareness([{ clientId: 1, clock: 1, json: '{"page":"p"}' }])
  a.sendAwareness([{ clientId: 2, clock: 1, json: '{"cursor":1}' }])
  b.sendAwareness([{ clientId: 3, clock: 1, json: '{"cursor":2}' }])
  await until(() => names(b).length === 2 && names(a).length === 2, 'all are seen', 15_000)
  expect(names(b)).toEqual(['Astrid facilitator', 'Här participant'])
  expect(names(a)).toEqual(['Astrid facilitator', 'Där participant'])
  desk.line.cut()
  await until(
    () => names(b).length === 0 && names(a).length === 1,
    'nobody is shown who cannot be known',
    30_000,
  )
  desk.line.heal()
  await until(() => names(b).length === 2 && names(a).length === 2, 'all are seen again', 15_000)
})

test('a desk that starts again takes up where it was', async () => {
  await share()
  const b = await there('page-one')
  b.write('before')
  await until(async () => (await keysIn(desk.desk.relay, sessionId, 'page-one')).length === 1, 'here', 15_000)
  await desk.restart()
  b.write('after')
  await desk.reached(sessionId)
  await until(async () => (await keysIn(desk.desk.relay, sessionId, 'page-one')).length === 2, 'here', 15_000)
})

function docWith(key: string): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap('map').set(key, key)
  return doc
}

/** Everybody that a client sees, by name and role. */
function names(hand: Writer): string[] {
  return hand
    .present()
    .map(({ user }) => `${user.name} ${user.role}`)
    .sort()
}
