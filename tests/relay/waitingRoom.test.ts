// Where newcomers wait until somebody who leads lets them in.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { invite, joined, toldToWait, waitingAnswer, waitingRoom } from '../../shared/relay/api'
import { connectByHand, pause, startTestRelay, until } from './harness'
import { askRelay, done, expectRefused, openWorkshop, topicsHeardBy, type Workshop } from './workshop'

let workshop: Workshop
let secret: string

beforeEach(async () => {
  workshop = await openWorkshop({ limits: { waitingPerSession: 5, waitingMs: 60_000 } })
  await workshop.lead.ask('PUT', '/waiting', { isOn: true })
  secret = (await workshop.relay.doors.open(workshop.sessionId, 'participant')).secret
})
afterEach(() => workshop.end())

const join = (name: string, by = secret) => askRelay(workshop, 'POST', '/api/join', { secret: by, name })
const wait = async (name: string) => toldToWait.parse((await join(name)).body).waiting
const ask = (ticket: string, holdMs?: number) =>
  askRelay(workshop, 'POST', '/api/join/waiting', { ticket, ...(holdMs !== undefined && { holdMs }) })
const look = async (ticket: string) => waitingAnswer.parse((await ask(ticket)).body)
const listed = async () => waitingRoom.parse((await workshop.lead.ask('GET', '/waiting')).body)
const idOf = async (name: string) => (await listed()).people.find((each) => each.name === name)!.id

test('who joins waits, outside of everything, until they are let in; then they are a member like others', async () => {
  const answer = await join('Amina')
  expect(answer.status).toBe(202)
  const ticket = toldToWait.parse(answer.body).waiting
  expect(await look(ticket)).toEqual({ state: 'waiting' })
  expect(await listed()).toMatchObject({ isOn: true, people: [{ name: 'Amina', role: 'participant' }] })

  // The ticket opens nothing.
  expect(await workshop.as(ticket).me()).toBeUndefined()
  const place = { url: workshop.relay.url, sessionId: workshop.sessionId, room: 'common', token: ticket }
  const early = connectByHand(place)
  expect((await early.closed).code).toBe(4401)
  expect(early.heard).toEqual([])
  expect((await workshop.members()).map(({ name }) => name)).toEqual(['Karin'])

  const held = ask(ticket, 20_000)
  await pause(50)
  const left = await workshop.lead.ask('POST', '/waiting/admit', { ids: [await idOf('Amina')] })
  expect(left).toMatchObject({ status: 200, body: { isOn: true, people: [] } })
  const let1 = waitingAnswer.parse((await held).body)
  expect(let1).toMatchObject({ state: 'joined', role: 'participant', token: ticket })
  // An answer that was lost on the way is asked for again.
  expect(await look(ticket)).toEqual(let1)
  expect(await workshop.as(ticket).me()).toMatchObject({ name: 'Amina' })
  const hand = await workshop.as(ticket).join('common')
  expect(hand.rights()).toEqual({ canWrite: true })
  expect((await workshop.members()).map(({ name }) => name)).toEqual(['Karin', 'Amina'])
})

test('who is refused is told so, and can ask again', async () => {
  const ticket = await wait('Bo')
  const held = ask(ticket, 20_000)
  await pause(30)
  const ids = [await idOf('Bo')]
  await workshop.lead.ask('POST', '/waiting/refuse', { ids })
  await workshop.lead.ask('POST', '/waiting/admit', { ids })
  expect(waitingAnswer.parse((await held).body)).toEqual({ state: 'refused' })
  expect(await look(ticket)).toEqual({ state: 'refused' })
  expect(await workshop.as(ticket).me()).toBeUndefined()
  const again = await wait('Bo')
  expect(await look(again)).toEqual({ state: 'waiting' })
  expect((await listed()).people).toHaveLength(1)
})

test('two who decide differently at the same moment decide once', async () => {
  for (let round = 0; round < 8; round++) {
    const ticket = await wait(`Gäst ${round}`)
    const ids = [await idOf(`Gäst ${round}`)]
    await Promise.all([
      workshop.lead.ask('POST', '/waiting/admit', { ids }),
      workshop.lead.ask('POST', '/waiting/refuse', { ids }),
      workshop.lead.ask('POST', '/waiting/admit', { ids }),
    ])
    const { state } = await look(ticket)
    const isMember = (await workshop.members()).some(({ name }) => name === `Gäst ${round}`)
    expect([state, isMember]).toEqual(state === 'joined' ? ['joined', true] : ['refused', false])
  }
})

test('only those who lead see who waits and decide', async () => {
  await wait('Amina')
  const ids = [await idOf('Amina')]
  for (const role of ['participant', 'observer', 'projector'] as const) {
    const person = await workshop.person(role)
    for (const [method, path, body] of [
      ['GET', '/waiting', undefined],
      ['PUT', '/waiting', { isOn: false }],
      ['POST', '/waiting/admit', { ids }],
      ['POST', '/waiting/refuse', { ids }],
    ] as const)
      expectRefused(await person.ask(method, path, body), 'notAllowed')
  }
  const helper = await workshop.person('coFacilitator')
  expect((await helper.ask('POST', '/waiting/admit', { ids })).status).toBe(200)
  for (const body of [{}, { ids: [] }, { ids: 'all' }, { ids: [1] }])
    expectRefused(await helper.ask('POST', '/waiting/admit', body), 'malformed')
  expect((await helper.ask('POST', '/waiting/admit', { ids: ['nobody'] })).status).toBe(200)
})

test('no more may wait than the limit says; one who gives up makes room', async () => {
  const tickets = []
  for (let at = 0; at < 5; at++) tickets.push(await wait(`Gäst ${at}`))
  expectRefused(await join('En till'), 'quota')
  expect(await askRelay(workshop, 'DELETE', '/api/join/waiting', { ticket: tickets[3] })).toEqual(done)
  expectRefused(await ask(tickets[3]!), 'notAdmitted')
  await wait('En till')
  expect((await listed()).people.map(({ name }) => name)).toEqual([
    'Gäst 0',
    'Gäst 1',
    'Gäst 2',
    'Gäst 4',
    'En till',
  ])
})

test('turned off, those who wait come in, and nobody waits any more', async () => {
  const tickets = [await wait('Amina'), await wait('Bo')]
  await workshop.lead.ask('PUT', '/waiting', { isOn: false })
  for (const ticket of tickets) expect((await look(ticket)).state).toBe('joined')
  expect(joined.parse((await join('Cia')).body).role).toBe('participant')
})

test('an invite is used by who comes in, not by who waits in vain', async () => {
  const made = await workshop.relay.invites.add(workshop.sessionId, { role: 'observer', uses: 1 })
  if (made === 'full') throw new Error('no invite')
  const left = async () =>
    invite.array().parse((await workshop.lead.ask('GET', '/invites')).body)[0]?.usesLeft
  const first = toldToWait.parse((await join('Amina', made.secret)).body).waiting
  expectRefused(await join('Bo', made.secret), 'wrongCode')
  await workshop.lead.ask('POST', '/waiting/refuse', { ids: [await idOf('Amina')] })
  expect(await left()).toBe(1)
  const second = toldToWait.parse((await join('Bo', made.secret)).body).waiting
  await askRelay(workshop, 'DELETE', '/api/join/waiting', { ticket: second })
  expect(await left()).toBe(1)
  const third = toldToWait.parse((await join('Cia', made.secret)).body).waiting
  await workshop.lead.ask('POST', '/waiting/admit', { ids: [await idOf('Cia')] })
  expect(await look(third)).toMatchObject({ state: 'joined', role: 'observer' })
  expect(await look(first)).toEqual({ state: 'refused' })
  expect(await left()).toBe(0)
})

test('a ticket that was never given, or is too old, says nothing', async () => {
  for (const ticket of ['', 'x'.repeat(43), workshop.lead.memberId])
    expectRefused(await ask(ticket, 100), 'notAdmitted')
  for (const body of [{}, { ticket: 5 }, { ticket: 'x', holdMs: 1e9 }])
    expectRefused(await askRelay(workshop, 'POST', '/api/join/waiting', body), 'malformed')
  await workshop.end()
  workshop = await openWorkshop({ limits: { waitingMs: 150 } })
  await workshop.lead.ask('PUT', '/waiting', { isOn: true })
  secret = (await workshop.relay.doors.open(workshop.sessionId, 'participant')).secret
  const ticket = await wait('Amina')
  const id = await idOf('Amina')
  await pause(200)
  await workshop.lead.ask('POST', '/waiting/admit', { ids: [id] })
  expectRefused(await ask(ticket), 'notAdmitted')
  expect((await listed()).people).toEqual([])
})

test('those who lead are told that somebody waits; nobody else is', async () => {
  const [lead, guest] = [await workshop.lead.join(), await (await workshop.person('participant')).join()]
  const ticket = await wait('Amina')
  await until(() => topicsHeardBy(lead).includes('waiting'), 'told')
  const before = topicsHeardBy(lead).length
  await askRelay(workshop, 'DELETE', '/api/join/waiting', { ticket })
  await until(() => topicsHeardBy(lead).slice(before).includes('waiting'), 'told that they gave up')
  expect(topicsHeardBy(guest)).not.toContain('waiting')
})

test('those who wait, wait on over a restart, and are let in after it', async () => {
  const ticket = await wait('Amina')
  const id = await idOf('Amina')
  const { dataDir } = workshop
  await workshop.relay.close()
  const again = await startTestRelay({ dataDir })
  const asked = await askRelay(again, 'POST', '/api/join/waiting', { ticket })
  expect(waitingAnswer.parse(asked.body)).toEqual({ state: 'waiting' })
  await again.relay.waitingRoom.settle(workshop.sessionId, [id], 'admitted')
  const answer = await askRelay(again, 'POST', '/api/join/waiting', { ticket })
  expect(waitingAnswer.parse(answer.body)).toMatchObject({ state: 'joined', memberId: id })
  await again.relay.close()
})

test('a relay that closes does not wait for those whom it holds', async () => {
  const ticket = await wait('Amina')
  const held = ask(ticket, 25_000).catch(() => undefined)
  await pause(50)
  await workshop.relay.close()
  await held
})
