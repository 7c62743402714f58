// Who leads, and how it passes on: given, taken when nobody leads any more, and by whoever runs the relay.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { takeover } from '../../shared/relay/api'
import { connectByHand, oneEdit, startTestRelay, until } from './harness'
import {
  askRelay,
  done,
  expectRefused,
  facesSeenBy,
  openWorkshop,
  type Person,
  type Workshop,
} from './workshop'

let workshop: Workshop
const takeOverMs = 600

beforeEach(async () => {
  workshop = await openWorkshop({ limits: { takeOverMs } })
})
afterEach(() => workshop.end())

const rolesNow = async () =>
  Object.fromEntries((await workshop.members()).map(({ name, role }) => [name, role]))
const waitMs = async (person: Person) => takeover.parse((await person.ask('GET', '/takeover')).body).waitMs

test('handed over: one leads, the other helps, both see it at once, and nothing else is different', async () => {
  const { lead, person, relay, sessionId } = workshop
  const bo = await person('participant', 'Bo')
  await relay.sessions.setLock(sessionId, 'page-two', true)
  const { secret } = await relay.doors.open(sessionId, 'observer')
  const [leadControl, boControl, boPage] = [await lead.join(), await bo.join(), await bo.join('page-one')]
  leadControl.sendUpdate(oneEdit('title', 'Grannköket'))
  boPage.sendUpdate(oneEdit('note', 'kvar'))
  boPage.sendAwareness([{ clientId: 7, clock: 1, json: '{}' }])
  await until(() => leadControl.acked() === 1 && boPage.acked() === 1, 'written')

  expect(await lead.ask('POST', '/handover', { memberId: bo.memberId })).toEqual(done)
  expect(await rolesNow()).toEqual({ Karin: 'coFacilitator', Bo: 'facilitator' })
  await until(() => boControl.rights()?.canWrite === true, 'Bo leads')
  boControl.sendUpdate(oneEdit('stage', 2))
  await until(() => boControl.acked() === 1, 'and writes as who leads')
  leadControl.sendUpdate(oneEdit('more', 3))
  await until(() => leadControl.acked() === 2, 'Karin goes on helping')
  const watcher = await lead.join('page-one')
  await until(() => facesSeenBy(watcher).get(7)?.role === 'facilitator', 'shown as who leads')

  // Karin is below Bo now.
  expectRefused(await lead.ask('POST', '/handover', { memberId: lead.memberId }), 'notAllowed')
  expectRefused(await lead.ask('DELETE', `/members/${bo.memberId}`), 'notAllowed')
  expect((await bo.ask('PATCH', `/members/${lead.memberId}`, { name: 'Karin K' })).status).toBe(200)
  expect(await relay.sessions.locks(sessionId)).toEqual(['page-two'])
  expect((await askRelay(workshop, 'POST', '/api/join', { secret, name: 'Eva' })).status).toBe(200)
  const doc = new Y.Doc()
  for (const room of ['control', 'page-one'] as const)
    Y.applyUpdate(doc, await relay.rooms.read(sessionId, room))
  expect(doc.getMap('map').toJSON()).toEqual({ title: 'Grannköket', stage: 2, more: 3, note: 'kvar' })
})

test('only who leads hands over, to somebody who can lead; and the last one does not just leave', async () => {
  const { lead, person } = workshop
  const [helper, guest, screen] = [
    await person('coFacilitator', 'Hjälp'),
    await person('participant', 'Gäst'),
    await person('projector', 'Duk'),
  ]
  for (const who of [helper, guest, screen])
    expectRefused(await who.ask('POST', '/handover', { memberId: who.memberId }), 'notAllowed')
  expectRefused(await helper.ask('POST', '/handover', { memberId: guest.memberId }), 'notAllowed')
  expectRefused(await lead.ask('POST', '/handover', { memberId: screen.memberId }), 'notAllowed')
  expectRefused(await lead.ask('POST', '/handover', { memberId: lead.memberId }), 'notAllowed')
  expectRefused(await lead.ask('POST', '/handover', { memberId: 'nobody' }), 'notFound')
  expectRefused(await lead.ask('POST', '/handover', {}), 'malformed')
  expectRefused(await lead.ask('DELETE', `/members/${lead.memberId}`), 'lastFacilitator')
  expect((await rolesNow()).Karin).toBe('facilitator')
})

test('a hosted relay, and the facilitator’s computer is gone: a co-facilitator takes over, all is there', async () => {
  const { lead, person, relay, sessionId } = workshop
  const [amina, guest] = [await person('coFacilitator', 'Amina'), await person('participant', 'Gäst')]
  const leading = await lead.join()
  const [helping, working] = [await amina.join(), await guest.join('page-one')]
  leading.sendUpdate(oneEdit('title', 'Grannköket'))
  working.sendUpdate(oneEdit('note', 'kvar'))
  await until(() => leading.acked() === 1 && working.acked() === 1, 'written')

  // While the facilitator is here, and for some time after.
  expect(await waitMs(amina)).toBe(takeOverMs)
  expectRefused(await amina.ask('POST', '/takeover'), 'facilitatorHere')
  leading.socket.terminate()
  await until(async () => !(await workshop.members())[0]!.here, 'the computer is gone')
  expect(await waitMs(amina)).toBeGreaterThan(0)
  expectRefused(await amina.ask('POST', '/takeover'), 'facilitatorHere')
  // Nobody else gets there, however long they wait.
  await until(async () => (await waitMs(amina)) === 0, 'time has passed')
  for (const other of [guest, lead]) expectRefused(await other.ask('POST', '/takeover'), 'notAllowed')

  expect(await amina.ask('POST', '/takeover')).toEqual(done)
  expect(await rolesNow()).toEqual({ Karin: 'coFacilitator', Amina: 'facilitator', Gäst: 'participant' })
  helping.sendUpdate(oneEdit('stage', 2))
  working.sendUpdate(oneEdit('second note', 'också'))
  await until(() => helping.acked() === 1 && working.acked() === 2, 'the workshop goes on')
  expect((await amina.ask('POST', '/invites', { role: 'facilitator' })).status).toBe(201)

  // The computer comes back, with a change from before it went: it helps, and loses nothing.
  const back = await lead.join()
  expect(back.doc.getMap('map').toJSON()).toEqual({ title: 'Grannköket', stage: 2 })
  back.sendUpdate(oneEdit('written while away', 1))
  await until(() => back.acked() === 1, 'written')
  const doc = new Y.Doc()
  for (const room of ['control', 'page-one'] as const)
    Y.applyUpdate(doc, await relay.rooms.read(sessionId, room))
  expect(doc.getMap('map').toJSON()).toEqual({
    title: 'Grannköket',
    note: 'kvar',
    stage: 2,
    'second note': 'också',
    'written while away': 1,
  })
  // Or it does not, and whoever has it now is kept out.
  expect(await amina.ask('DELETE', `/members/${lead.memberId}`)).toEqual(done)
  expect((await back.closed).code).toBe(4440)
})

test('of several who take over at the same moment, one leads', async () => {
  const { person } = workshop
  const helpers = await Promise.all([1, 2, 3, 4].map((at) => person('coFacilitator', `Hjälp ${at}`)))
  await until(async () => (await waitMs(helpers[0]!)) === 0, 'nobody leads')
  const answers = await Promise.all(helpers.map((each) => each.ask('POST', '/takeover')))
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409])
  expect(Object.values(await rolesNow()).filter((role) => role === 'facilitator')).toHaveLength(1)
})

test('a facilitator who is here all along is never taken over from, also not after a restart of the relay', async () => {
  const { lead, person, sessionId } = workshop
  const amina = await person('coFacilitator', 'Amina')
  await lead.join()
  const end = Date.now() + 3 * takeOverMs
  while (Date.now() < end) expectRefused(await amina.ask('POST', '/takeover'), 'facilitatorHere')
  // The relay dies and comes back, and the facilitator with it, a little later.
  const { dataDir, relay } = workshop
  await relay.close()
  const again = await startTestRelay({ dataDir, port: relay.port, limits: { takeOverMs: 60_000 } })
  expectRefused(await amina.ask('POST', '/takeover'), 'facilitatorHere')
  const hand = connectByHand({ url: again.relay.url, sessionId, room: 'control', token: lead.token })
  await hand.opened
  expectRefused(await amina.ask('POST', '/takeover'), 'facilitatorHere')
  hand.socket.terminate()
  await again.relay.close()
})

test('whoever has the relay’s key makes anybody facilitator, through no door and with no token', async () => {
  const { person, relay, sessionId } = workshop
  const bo = await person('observer', 'Bo')
  const path = `/api/sessions/${sessionId}/handover`
  const outside = await relay.listenAlso({ host: '127.0.0.1', port: 0 })
  const through = { ...workshop, relay: { ...relay, url: `http://127.0.0.1:${outside.port}` } }
  expectRefused(await askRelay(through, 'POST', path, { memberId: bo.memberId }, relay.key), 'notAdmitted')
  expectRefused(await askRelay(workshop, 'POST', path, { memberId: 'nobody' }, relay.key), 'notFound')
  expect(await askRelay(workshop, 'POST', path, { memberId: bo.memberId }, relay.key)).toEqual(done)
  expect(await rolesNow()).toEqual({ Karin: 'facilitator', Bo: 'facilitator' })
  // Two lead now: one of them may go.
  expect(await bo.ask('DELETE', `/members/${workshop.lead.memberId}`)).toEqual(done)
  expect(await bo.me()).toMatchObject({ role: 'facilitator' })
})
