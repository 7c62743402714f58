// An uplink speaks for the members of its own desk, and for nobody else.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { uplinkToken } from '../../shared/relay/uplink'
import {
  connectByHand,
  oneEdit,
  pause,
  readStates,
  startTestRelay,
  until,
  type HandMade,
  type Place,
  type TestRelay,
} from '../relay/harness'

let running: TestRelay
let sessionId: string
let owner: { token: string; memberId: string }
const opened: HandMade[] = []

beforeEach(async () => {
  running = await startTestRelay()
  const created = await running.relay.sessions.create({}, 'Astrid')
  sessionId = created.sessionId
  owner = created
})
afterEach(async () => {
  opened.splice(0).forEach(({ socket }) => socket.terminate())
  await running.stop()
})

const askUplink = (token: string) =>
  fetch(`${running.relay.url}/api/sessions/${sessionId}/uplink`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ deskId: 'lead' }),
  })
const mint = async (token: string) => uplinkToken.parse(await (await askUplink(token)).json()).token
const join = async (token: string, room = 'control') => {
  const place: Place = { url: running.relay.url, sessionId, room, token }
  const hand = connectByHand(place)
  opened.push(hand)
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'joined')
  return hand
}
const guest = (name: string, role: 'participant' | 'coFacilitator' = 'participant') =>
  running.relay.sessions.mintToken(sessionId, role, name)
/** What a client has heard of everybody. */
const seenBy = (hand: HandMade) => {
  const seen = new Map<number, Record<string, unknown> | null>()
  for (const each of hand.heard)
    if (each.kind === 'awareness') for (const [id, state] of readStates(each.bytes)) seen.set(id, state)
  return seen
}
const user = (memberId: string, name: string, role: string) => ({ memberId, name, role, color: '#1f5fa8' })
const state = (face: unknown, more: object = {}) => JSON.stringify({ ...more, user: face })

test('only who leads gets an uplink, and an uplink makes no further one', async () => {
  expect((await askUplink((await guest('Amina')).token)).status).toBe(403)
  expect((await askUplink('x'.repeat(43))).status).toBe(401)
  expect((await askUplink((await guest('Bo', 'coFacilitator')).token)).status).toBe(201)
  expect((await askUplink(await mint(owner.token))).status).toBe(403)
})

test('members of the desk bear the face that the desk gives them, under an id behind its owner', async () => {
  const watcher = await join((await guest('Amina')).token)
  const uplink = await join(await mint(owner.token))
  uplink.sendAwareness([
    { clientId: 1, clock: 1, json: state(user('lead', 'Någon', 'facilitator'), { page: 'a' }) },
    { clientId: 2, clock: 1, json: state(user('kim', 'Kim', 'participant')) },
    { clientId: 3, clock: 1, json: state(user('eva', 'Eva', 'observer')) },
    ...Array.from({ length: 40 }, (_, i) => ({
      clientId: 100 + i,
      clock: 1,
      json: state(user(`m${i}`, 'M', 'participant')),
    })),
  ])
  await until(() => seenBy(watcher).size === 43, 'all are seen')
  const seen = seenBy(watcher)
  expect(seen.get(1)).toMatchObject({
    page: 'a',
    user: { memberId: owner.memberId, name: 'Astrid', role: 'facilitator' },
  })
  expect(seen.get(2)).toMatchObject({ user: { memberId: `${owner.memberId}.kim`, name: 'Kim' } })
  expect(seen.get(3)).toMatchObject({ user: { role: 'observer' } })
  const here = (await running.relay.sessions.members(sessionId)).filter(({ here: is }) => is)
  expect(here.map(({ name }) => name)).toEqual(['Astrid', 'Amina'])

  uplink.socket.terminate()
  await until(() => [...seenBy(watcher).values()].every((each) => each === null), 'all are gone')
})

test('an uplink cannot pose as a member of this relay, nor rise above its owner, nor take a cursor', async () => {
  const amina = await guest('Amina')
  const page = await join(amina.token)
  page.sendAwareness([{ clientId: 7, clock: 1, json: state(undefined, { cursor: 1 }) }])
  const watcher = await join((await guest('Bo')).token)
  await until(() => seenBy(watcher).has(7), 'Amina is seen')
  const uplink = await join(await mint((await guest('Cecilia', 'coFacilitator')).token))
  uplink.sendAwareness([
    // Amina's own id, as a new client and as the one she has
    { clientId: 8, clock: 1, json: state(user(amina.memberId, 'Amina', 'participant')) },
    { clientId: 7, clock: 99, json: state(user('x', 'Lurad', 'participant')) },
    { clientId: 9, clock: 1, json: state(user('boss', 'Chef', 'facilitator')) },
    { clientId: 13, clock: 1, json: state(user('lead', 'Chef', 'facilitator')) },
    { clientId: 10, clock: 1, json: state({ memberId: 'y', name: 'Utan färg', role: 'participant' }) },
    { clientId: 11, clock: 1, json: state(user('../../etc', 'Z', 'participant')) },
    { clientId: 12, clock: 1, json: '[]' },
  ])
  await until(() => seenBy(watcher).has(9), 'the uplink is heard')
  uplink.sendAwareness([{ clientId: 7, clock: 100, json: 'null' }])
  await pause(100)
  const seen = seenBy(watcher)
  expect(seen.get(7)).toMatchObject({ user: { name: 'Amina' } })
  const posed: unknown = seen.get(8)?.user
  expect(posed).toMatchObject({ memberId: expect.stringMatching(/^[\w-]+\.[\w-]+$/) })
  expect(seen.get(9)).toMatchObject({ user: { name: 'Chef', role: 'coFacilitator' } })
  expect(seen.get(13)).toMatchObject({ user: { name: 'Cecilia', role: 'coFacilitator' } })
  expect([...seen.keys()].sort((a, b) => a - b)).toEqual([7, 8, 9, 13])
})

test('an ordinary token speaks for itself alone, whoever has it', async () => {
  const watcher = await join((await guest('Bo')).token)
  const page = await join(owner.token)
  page.sendAwareness([{ clientId: 2, clock: 1, json: state(user('kim', 'Kim', 'participant')) }])
  await until(() => seenBy(watcher).has(2), 'seen')
  expect(seenBy(watcher).get(2)).toMatchObject({ user: { memberId: owner.memberId, name: 'Astrid' } })
})

test('an uplink that comes back takes over what it showed, though its old socket is still there', async () => {
  const token = await mint(owner.token)
  const watcher = await join((await guest('Bo')).token)
  const entries = [1, 2, 3, 4, 5, 6].map((clientId) => ({
    clientId,
    clock: 5,
    json: state(user(`m${clientId}`, 'M', 'participant'), { turn: 1 }),
  }))
  const first = await join(token)
  first.sendAwareness(entries)
  await until(() => seenBy(watcher).size === 6, 'seen')
  const second = await join(token)
  second.sendAwareness(entries.map((each) => ({ ...each, json: each.json.replace('"turn":1', '"turn":2') })))
  await until(() => [...seenBy(watcher).values()].every((each) => each?.turn === 2), 'taken over')
  first.socket.terminate()
  await pause(100)
  expect([...seenBy(watcher).values()].every((each) => each?.turn === 2)).toBe(true)
})

test('nothing that an uplink brought goes back to it, whatever else moves in the same tick', async () => {
  const uplink = await join(await mint(owner.token), 'page-one')
  const page = await join((await guest('Amina')).token, 'page-one')
  for (let i = 0; i < 200; i++) {
    uplink.sendUpdate(oneEdit(`uplink ${i}`, 'x'))
    page.sendUpdate(oneEdit(`page ${i}`, 'y'))
    if (i % 20 === 0) await pause(5)
  }
  const has = (hand: HandMade, begin: string) =>
    [...hand.doc.getMap('map').keys()].filter((key) => key.startsWith(begin)).length
  await until(() => has(page, 'uplink') === 200 && has(uplink, 'page') === 200, 'all is there')
  expect(has(uplink, 'uplink')).toBe(0)
  const all = new Y.Doc()
  Y.applyUpdate(all, await running.relay.rooms.read(sessionId, 'page-one'))
  expect(all.getMap('map').size).toBe(400)
})
