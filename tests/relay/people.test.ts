// What members may do to one another, and that it acts at once on whoever is connected.
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roles } from '../../shared/relay/roles'
import { connectByHand, connectStock, oneEdit, pause, until } from './harness'
import { done, expectRefused, facesSeenBy, openWorkshop, topicsHeardBy, type Workshop } from './workshop'

let workshop: Workshop

beforeEach(async () => {
  workshop = await openWorkshop()
})
afterEach(() => workshop.end())

const stored = async (room: 'page-one' | 'common' | 'control') => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await workshop.relay.rooms.read(workshop.sessionId, room))
  return doc.getMap('map').toJSON()
}

test('a muted member writes nowhere, is told why, stays visible, and goes on when it is over', async () => {
  const { lead, person } = workshop
  const amina = await person('participant', 'Amina')
  const [page, common, watcher] = [
    await amina.join('page-one'),
    await amina.join('common'),
    await lead.join('page-one'),
  ]
  page.sendAwareness([{ clientId: 11, clock: 1, json: '{"cursor":1}' }])
  await until(() => facesSeenBy(watcher).has(11), 'seen')

  const muted = await lead.ask('PATCH', `/members/${amina.memberId}`, { isMuted: true })
  expect(muted).toMatchObject({ status: 200, body: { isMuted: true, name: 'Amina', here: true } })
  for (const hand of [page, common])
    await until(() => hand.rights()?.reason === 'muted', 'told so in every room')
  expect(await amina.me()).toMatchObject({ isMuted: true })

  // What was on its way is dropped in silence, and comes when it is over.
  const doc = new Y.Doc()
  doc.getMap('map').set('on its way', 1)
  page.sendUpdate(Y.encodeStateAsUpdate(doc))
  await pause(80)
  expect(await stored('page-one')).toEqual({})
  expect(facesSeenBy(watcher).has(11)).toBe(true)
  page.sendAwareness([{ clientId: 11, clock: 2, json: '{"cursor":2}' }])
  const asked = page.heard.filter(({ kind }) => kind === 'step1').length
  await lead.ask('PATCH', `/members/${amina.memberId}`, { isMuted: false })
  await until(() => page.rights()?.canWrite === true, 'allowed again')
  await until(() => page.heard.filter(({ kind }) => kind === 'step1').length > asked, 'asked what it has')
  page.sendStep2(Y.encodeStateAsUpdate(doc))
  await until(async () => 'on its way' in (await stored('page-one')), 'kept after all')

  await lead.ask('PATCH', `/members/${amina.memberId}`, { isMuted: true })
  await until(() => page.rights()?.reason === 'muted', 'muted again')
  await pause(2100)
  page.sendUpdate(oneEdit('forged', 1))
  expect((await page.closed).code).toBe(4403)
  // Also who comes in muted.
  const later = await amina.join('common')
  expect(later.rights()).toEqual({ canWrite: false, reason: 'muted' })
  later.sendUpdate(oneEdit('forged', 1))
  await pause(80)
  expect(await stored('common')).toEqual({})
  expect((await amina.ask('POST', '/assets', {})).status).toBe(403)
})

test('an observer made participant writes at once, and one made observer does no more', async () => {
  const { lead, person } = workshop
  const bo = await person('observer', 'Bo')
  const hand = await bo.join('page-one')
  expect(hand.rights()).toEqual({ canWrite: false, reason: 'role' })
  await lead.ask('PATCH', `/members/${bo.memberId}`, { role: 'participant' })
  await until(() => hand.rights()?.canWrite === true, 'told')
  hand.sendUpdate(oneEdit('mine', 1))
  await until(() => hand.acked() === 1, 'written')

  await lead.ask('PATCH', `/members/${bo.memberId}`, { role: 'coFacilitator' })
  const control = await bo.join('control')
  control.sendUpdate(oneEdit('title', 1))
  await until(() => control.acked() === 1, 'a co-facilitator writes in control')

  await lead.ask('PATCH', `/members/${bo.memberId}`, { role: 'observer' })
  await until(() => hand.rights()?.reason === 'role', 'told in every room')
  await until(() => control.rights()?.reason === 'role', 'told in every room')
  await pause(2100)
  hand.sendUpdate(oneEdit('forged', 1))
  expect((await hand.closed).code).toBe(4403)
  expect(await stored('page-one')).toEqual({ mine: 1 })
})

test('a stock client loses and gets its right without being thrown out, and nothing of what it wrote is lost', async () => {
  const { lead, person, relay, sessionId } = workshop
  const bo = await person('participant', 'Bo')
  const provider = connectStock({ url: relay.url, sessionId, room: 'page-one', token: bo.token })
  await until(() => provider.synced, 'in')
  await lead.ask('PATCH', `/members/${bo.memberId}`, { isMuted: true })
  provider.doc.getMap('map').set('while muted', 1)
  await pause(100)
  expect(await stored('page-one')).toEqual({})
  await lead.ask('PATCH', `/members/${bo.memberId}`, { isMuted: false })
  await until(async () => 'while muted' in (await stored('page-one')), 'it comes by itself')
  expect(provider.wsconnected).toBe(true)
  provider.destroy()
})

test('a new name and role are what the others see, without the member saying a word', async () => {
  const { lead, person } = workshop
  const amina = await person('participant', 'Amina')
  const [writer, watcher] = [await amina.join('page-one'), await lead.join('page-one')]
  const inControl = await amina.join('control')
  const lie = { user: { memberId: 'x', name: 'Ledaren', role: 'facilitator', color: '#000000' } }
  writer.sendAwareness([{ clientId: 11, clock: 1, json: JSON.stringify({ cursor: 3, ...lie }) }])
  await until(() => facesSeenBy(watcher).has(11), 'seen')

  await lead.ask('PATCH', `/members/${amina.memberId}`, { name: '  Amina B  ' })
  await until(() => facesSeenBy(watcher).get(11)?.name === 'Amina B', 'renamed for the others')
  await lead.ask('PATCH', `/members/${amina.memberId}`, { role: 'coFacilitator' })
  await until(() => facesSeenBy(watcher).get(11)?.role === 'coFacilitator', 'and shown in the new role')
  await until(
    () => topicsHeardBy(inControl).filter((each) => each === 'self').length === 2,
    'told themselves',
  )
  // What they show themselves stays, and what they claim to be is still not believed.
  writer.sendAwareness([{ clientId: 11, clock: 2, json: JSON.stringify({ cursor: 4, ...lie }) }])
  await pause(60)
  expect(facesSeenBy(watcher).get(11)).toMatchObject({ memberId: amina.memberId, name: 'Amina B' })
  // Who comes later sees the same.
  const late = await (await person('observer')).join('page-one')
  await until(() => facesSeenBy(late).get(11)?.role === 'coFacilitator', 'seen by who comes later')
  expect(await workshop.members()).toContainEqual(
    expect.objectContaining({ name: 'Amina B', role: 'coFacilitator' }),
  )
})

test('who is removed is out at once, in every room, and their token is dead', async () => {
  const { lead, person, relay, sessionId } = workshop
  const bo = await person('participant', 'Bo')
  const hands = [await bo.join('control'), await bo.join('common'), await bo.join('page-one')]
  const watcher = await lead.join('page-one')
  hands[2]!.sendAwareness([{ clientId: 11, clock: 1, json: '{}' }])
  await until(() => facesSeenBy(watcher).has(11), 'seen')
  expect(await lead.ask('DELETE', `/members/${bo.memberId}`)).toEqual(done)
  for (const hand of hands) expect(await hand.closed).toEqual({ code: 4440, reason: 'removed' })
  await until(() => !facesSeenBy(watcher).has(11), 'their cursor is gone')
  expect(await bo.me()).toBeUndefined()
  const again = connectByHand({ url: relay.url, sessionId, room: 'common', token: bo.token })
  expect((await again.closed).code).toBe(4401)
  expect((await workshop.members()).map(({ name }) => name)).toEqual(['Karin'])
  expectRefused(await lead.ask('DELETE', `/members/${bo.memberId}`), 'notFound')
  expect(await relay.people.names(sessionId)).toEqual([])
})

test('who leaves is no member any more, but was there', async () => {
  const { person, relay, sessionId } = workshop
  const bo = await person('participant', 'Bo')
  expect(await bo.ask('DELETE', `/members/${bo.memberId}`)).toEqual(done)
  expect(await bo.me()).toBeUndefined()
  expect((await workshop.members()).map(({ name }) => name)).toEqual(['Karin'])
  expect(await relay.people.names(sessionId)).toEqual(['Bo'])
})

test('everybody may act on whom the table says, and on nobody else', async () => {
  const { person, as, lead } = workshop
  const mayAct = (actor: string, other: string) =>
    actor === 'facilitator' || (actor === 'coFacilitator' && other !== 'facilitator')
  for (const role of roles) {
    const actor = await person(role, 'Den som gör')
    for (const target of roles) {
      const other = await person(target, 'Den andra')
      const at = `/members/${other.memberId}`
      const may = mayAct(role, target)
      const answers = [
        await actor.ask('PATCH', at, { name: 'Nytt namn' }),
        await actor.ask('PATCH', at, { role: 'participant' }),
        await actor.ask('DELETE', at),
      ]
      const expected = may ? [200, target === 'projector' ? 403 : 200, 204] : [403, 403, 403]
      expect([role, target, ...answers.map(({ status }) => status)]).toEqual([role, target, ...expected])
    }
    // One's own name, and nothing else of oneself.
    const own = `/members/${actor.memberId}`
    expect((await actor.ask('PATCH', own, { name: 'Jag' })).status).toBe(200)
    for (const body of [{ isMuted: false }, { role: 'coFacilitator' }, { name: 'Jag', role: 'participant' }])
      expectRefused(await actor.ask('PATCH', own, body), 'notAllowed')
  }
  for (const body of [
    { name: '' },
    { role: 'facilitator' },
    { role: 'projector' },
    { isMuted: 'yes' },
    { token: 'x' },
    [],
  ])
    expectRefused(await lead.ask('PATCH', `/members/${lead.memberId}`, body), 'malformed')
  // Who leads is not muted; and who is made to lead ceases to be.
  const helper = await person('coFacilitator')
  expectRefused(await lead.ask('PATCH', `/members/${helper.memberId}`, { isMuted: true }), 'notAllowed')
  const muted = await person('participant')
  await lead.ask('PATCH', `/members/${muted.memberId}`, { isMuted: true })
  const raised = await lead.ask('PATCH', `/members/${muted.memberId}`, { role: 'coFacilitator' })
  expect(raised.body).toMatchObject({ role: 'coFacilitator', isMuted: false })
  expectRefused(await as('x'.repeat(43)).ask('DELETE', `/members/${muted.memberId}`), 'notAdmitted')
})

test('members of another session are out of reach', async () => {
  const { lead, relay } = workshop
  const other = await relay.sessions.create({}, 'En annan')
  const there = await relay.sessions.mintToken(other.sessionId, 'participant', 'Bo')
  expectRefused(await lead.ask('PATCH', `/members/${there.memberId}`, { name: 'X' }), 'notFound')
  expectRefused(await lead.ask('DELETE', `/members/${there.memberId}`), 'notFound')
  expectRefused(await lead.ask('POST', '/handover', { memberId: there.memberId }), 'notFound')
  expect((await relay.sessions.members(other.sessionId)).map(({ name }) => name)).toEqual(['En annan', 'Bo'])
})

test('a projector reads everything and is nobody', async () => {
  const { lead, person } = workshop
  const screen = await (await person('projector', 'Duken')).join('page-one')
  const watcher = await lead.join('page-one')
  watcher.sendUpdate(oneEdit('read', 1))
  await until(() => screen.doc.getMap('map').get('read') === 1, 'it reads')
  screen.sendAwareness([{ clientId: 11, clock: 1, json: '{"cursor":1}' }])
  watcher.sendAwareness([{ clientId: 12, clock: 1, json: '{"cursor":1}' }])
  await until(() => facesSeenBy(screen).has(12), 'it sees the others')
  await pause(60)
  expect(facesSeenBy(watcher).size).toBe(0)
  screen.sendUpdate(oneEdit('forged', 1))
  expect((await screen.closed).code).toBe(4403)
  expect(await stored('page-one')).toEqual({ read: 1 })
})

test('a change while somebody comes in counts for them too', async () => {
  const { lead, person, relay, sessionId } = workshop
  for (let round = 0; round < 40; round++) {
    const bo = await person('participant', `Bo ${round}`)
    // A room that is not open yet takes its time.
    const hand = connectByHand({ url: relay.url, sessionId, room: `page-${round}`, token: bo.token })
    const change = round % 2 === 0 ? { isMuted: true } : undefined
    await Promise.all([
      change
        ? lead.ask('PATCH', `/members/${bo.memberId}`, change)
        : lead.ask('DELETE', `/members/${bo.memberId}`),
      Promise.race([hand.opened, hand.closed]),
    ])
    if (change) await until(() => hand.rights()?.reason === 'muted', 'muted, whenever it came')
    else expect([4401, 4440]).toContain((await hand.closed).code)
    hand.socket.terminate()
  }
})
