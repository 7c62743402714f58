// Who may do what is decided by the relay, whatever a client sends.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Role } from '../../shared/relay/roles'
import {
  connectByHand,
  connectStock,
  oneEdit,
  pause,
  startTestRelay,
  until,
  type HandMade,
  type Place,
  type TestRelay,
} from './harness'

let running: TestRelay
let sessionId: string
let facilitator: Place
const opened: HandMade[] = []

const placeFor = async (role: Role, room = 'page-one'): Promise<Place> => {
  const { token } = await running.relay.sessions.mintToken(sessionId, role, role)
  return { url: running.relay.url, sessionId, room, token }
}
const join = async (place: Place, options: { acks?: boolean; protocol?: boolean } = {}) => {
  const hand = connectByHand(place, options)
  opened.push(hand)
  await hand.opened
  hand.sendStep1()
  return hand
}
const stored = async (room: 'page-one' | 'control' | 'common' = 'page-one') => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await running.relay.rooms.read(sessionId, room))
  return doc.getMap('map').toJSON()
}

beforeEach(async () => {
  running = await startTestRelay()
  const created = await running.relay.sessions.create({}, 'Ledare')
  sessionId = created.sessionId
  facilitator = { url: running.relay.url, sessionId, room: 'page-one', token: created.token }
})
afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.terminate()
  await running.stop()
})

test.each([{ acks: true }, { acks: false }])(
  'an observer’s hand-made write is refused, unseen by others and not stored ($acks)',
  async ({ acks }) => {
    const watching = await join(facilitator)
    const observer = await join(await placeFor('observer'), { acks })
    observer.sendUpdate(oneEdit('forged', 1))
    expect(await observer.closed).toEqual({ code: 4403, reason: 'writeRefused' })
    await pause(80)
    expect(observer.acked()).toBe(0)
    expect(watching.doc.getMap('map').size).toBe(0)
    expect(await stored()).toEqual({})
  },
)

test('an observer’s empty step 2 is no write; one that says something is', async () => {
  const observer = await join(await placeFor('observer'))
  observer.sendStep2(new Uint8Array([0, 0]))
  await until(() => observer.acked() === 1, 'it is counted')
  observer.sendStep2(oneEdit('forged', 1))
  expect((await observer.closed).code).toBe(4403)
})

test('a stock observer with a document full of deletions comes back without being refused', async () => {
  const writer = await join(facilitator)
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.sendUpdate(update))
  doc.getText('text').insert(0, 'hej på dig')
  doc.getText('text').delete(0, 4)
  await until(() => writer.acked() === 2, 'written')
  const observer = connectStock(await placeFor('observer'))
  const codes: number[] = []
  observer.on('connection-close', (event) => event && codes.push((event as { code: number }).code))
  await until(() => observer.doc.getText('text').toString() === 'på dig', 'it reads')
  observer.disconnect()
  observer.connect()
  await until(() => observer.synced, 'it reads again')
  await pause(100)
  expect(observer.wsconnected).toBe(true)
  expect(codes).toEqual([])
  observer.destroy()
})

test('a participant writes on pages, not in control', async () => {
  const onPage = await join(await placeFor('participant'))
  onPage.sendUpdate(oneEdit('mine', 1))
  await until(() => onPage.acked() === 1, 'acknowledged')
  const inControl = await join(await placeFor('participant', 'control'))
  inControl.sendUpdate(oneEdit('forged', 1))
  expect((await inControl.closed).code).toBe(4403)
  expect(await stored('control')).toEqual({})
})

test('a lock stops participants, tells why, spares what was on its way, and lets them go on after it', async () => {
  const participant = await join(await placeFor('participant'))
  const watching = await join(facilitator)
  const doc = new Y.Doc()
  doc.getMap('map').set('before', 1)
  participant.sendUpdate(Y.encodeStateAsUpdate(doc))
  await until(() => participant.acked() === 1, 'acknowledged')
  await running.relay.sessions.setLock(sessionId, 'page-one', true)
  await until(() => participant.rights()?.reason === 'locked', 'told')

  // In the moment after, an honest page may still have something on its way: it is dropped, not punished.
  doc.getMap('map').set('during', 1)
  participant.sendUpdate(Y.encodeStateAsUpdate(doc))
  await pause(80)
  expect(participant.acked()).toBe(1)
  expect(watching.doc.getMap('map').toJSON()).toEqual({ before: 1 })
  expect(await stored()).toEqual({ before: 1 })
  watching.sendUpdate(oneEdit('by the facilitator', 1))
  await until(() => watching.acked() === 1, 'the facilitator still writes')

  const asked = participant.heard.filter(({ kind }) => kind === 'step1').length
  await running.relay.sessions.setLock(sessionId, 'page-one', false)
  await until(
    () => participant.heard.filter(({ kind }) => kind === 'step1').length > asked,
    'asked what it has',
  )
  expect(participant.rights()).toEqual({ canWrite: true })
  participant.sendUpdate(oneEdit('later', 1))
  await until(async () => 'later' in (await stored()), 'the later one is on disk')
  await pause(50)
  expect(participant.acked()).toBe(1)
  participant.sendStep2(Y.encodeStateAsUpdate(doc))
  await until(() => participant.acked() === 4, 'all of it counts now')
  expect(await stored()).toEqual({ before: 1, during: 1, later: 1, 'by the facilitator': 1 })

  await running.relay.sessions.setLock(sessionId, 'all', true)
  await until(() => participant.rights()?.reason === 'paused', 'told of the pause')
  await pause(2100)
  participant.sendUpdate(oneEdit('forged', 1))
  expect((await participant.closed).code).toBe(4403)
  expect(await stored()).not.toHaveProperty('forged')
})

test('a pause stops participants in common too, and whoever tries by hand', async () => {
  const [participant, observer] = [
    await join(await placeFor('participant', 'common')),
    await join(await placeFor('observer', 'common')),
  ]
  const watching = await join({ ...facilitator, room: 'common' })
  participant.sendUpdate(oneEdit('before', 1))
  await until(() => participant.acked() === 1, 'acknowledged')
  await running.relay.sessions.setLock(sessionId, 'all', true)
  await until(() => participant.rights()?.reason === 'paused', 'told')
  expect(observer.rights()).toEqual({ canWrite: false, reason: 'role' })
  participant.sendUpdate(oneEdit('in the first moment', 1))
  await pause(2100)
  for (const send of ['sendUpdate', 'sendStep2'] as const) {
    const hand = await join(await placeFor('participant', 'common'))
    expect(hand.rights()?.reason).toBe('paused')
    await pause(2100)
    hand[send](oneEdit('forged', 1))
    expect((await hand.closed).code).toBe(4403)
  }
  watching.sendUpdate(oneEdit('by who leads', 1))
  await until(() => watching.acked() === 1, 'who leads goes on')
  expect(await stored('common')).toEqual({ before: 1, 'by who leads': 1 })
  expect(watching.doc.getMap('map').toJSON()).toEqual({ before: 1 })

  // One page's lock is that page's alone.
  await running.relay.sessions.setLock(sessionId, 'all', false)
  await running.relay.sessions.setLock(sessionId, 'page-one', true)
  await until(() => participant.rights()?.canWrite === true, 'common is open')
  participant.sendUpdate(oneEdit('after', 1))
  await until(async () => 'after' in (await stored('common')), 'written')
})

test('without a good token nothing is said but why', async () => {
  const { sessionId: other } = await running.relay.sessions.create()
  const attempts: Place[] = [
    { ...facilitator, token: '' },
    { ...facilitator, token: 'x'.repeat(43) },
    { ...facilitator, sessionId: other },
    { ...facilitator, sessionId: 'no-such-session-at-all' },
  ]
  for (const attempt of attempts)
    for (const protocol of [false, true]) {
      if (protocol && !attempt.token) continue
      const hand = connectByHand(attempt, { protocol })
      expect(await hand.closed).toEqual({ code: 4401, reason: 'notAdmitted' })
      expect(hand.heard).toEqual([])
    }
  const wrongRoom = connectByHand({ ...facilitator, room: 'page-..' })
  expect((await wrongRoom.closed).code).toBe(4404)
})

test('a token in the subprotocol admits; a revoked one closes its sockets and is dead', async () => {
  const place = await placeFor('participant')
  const hand = await join(place, { protocol: true })
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it is in')
  expect(await running.relay.sessions.revokeToken(place.token)).toBe(true)
  expect(await hand.closed).toEqual({ code: 4440, reason: 'removed' })
  expect((await connectByHand(place).closed).code).toBe(4401)
  expect(await running.relay.sessions.revokeToken(place.token)).toBe(false)
})

test('a deleted session leaves nothing and throws everybody out', async () => {
  const hand = await join(facilitator)
  hand.sendUpdate(oneEdit('a', 1))
  await until(() => hand.acked() === 1, 'written')
  await running.relay.sessions.delete(sessionId)
  expect((await hand.closed).code).toBe(4404)
  expect((await connectByHand(facilitator).closed).code).toBe(4401)
  expect(await running.relay.sessions.exists(sessionId)).toBe(false)
  expect(await running.relay.rooms.list(sessionId)).toEqual([])
  expect(await running.relay.sessions.list()).toEqual([])
})
