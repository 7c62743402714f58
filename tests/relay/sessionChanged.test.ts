// Pages are told what of the session changed, so that they need not ask again and again.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectByHand, connectStock, pause, until } from './harness'
import { openWorkshop, topicsHeardBy, type Workshop } from './workshop'

let workshop: Workshop

beforeEach(async () => {
  workshop = await openWorkshop()
})
afterEach(() => workshop.end())

test('locks, people and invites are told to whom they concern', async () => {
  const { lead, person } = workshop
  const bo = await person('participant', 'Bo')
  const [leading, guest, onPage] = [await lead.join(), await bo.join(), await bo.join('page-one')]
  const heard = () => [topicsHeardBy(leading), topicsHeardBy(guest)] as const

  await lead.ask('PUT', '/locks', { room: 'page-one', locked: true })
  await until(() => heard().every((topics) => topics.includes('locks')), 'both hear of the lock')
  await lead.ask('PATCH', `/members/${bo.memberId}`, { name: 'Bosse' })
  await until(() => topicsHeardBy(guest).includes('self'), 'Bo hears of himself')
  await until(() => heard().every((topics) => topics.includes('members')), 'both hear of the members')
  await lead.ask('POST', '/invites', { role: 'observer' })
  await until(() => topicsHeardBy(leading).includes('invites'), 'who leads hears of the invite')
  await pause(1200)
  expect(topicsHeardBy(leading)).not.toContain('self')
  expect(topicsHeardBy(guest)).not.toContain('invites')
  expect(topicsHeardBy(onPage)).toEqual([])
})

test('who comes and goes is told', async () => {
  const { lead, person } = workshop
  const leading = await lead.join()
  await pause(1100)
  const bo = await person('participant', 'Bo')
  await pause(1100)
  let before = topicsHeardBy(leading).length
  const hand = await bo.join('page-one')
  await until(() => topicsHeardBy(leading).slice(before).includes('members'), 'came')
  await pause(1100)
  before = topicsHeardBy(leading).length
  hand.socket.terminate()
  await until(() => topicsHeardBy(leading).slice(before).includes('members'), 'went')
})

test('a rush of changes is told in few messages, and the last one is not forgotten', async () => {
  const { lead, relay, sessionId } = workshop
  const leading = await lead.join()
  await pause(1100)
  const before = topicsHeardBy(leading).length
  for (let at = 0; at < 60; at++) await relay.sessions.mintToken(sessionId, 'participant', `Gäst ${at}`)
  const told = topicsHeardBy(leading).length - before
  expect(told).toBeGreaterThan(0)
  expect(told).toBeLessThan(10)
  await relay.sessions.setLock(sessionId, 'all', true)
  await until(() => topicsHeardBy(leading).includes('locks'), 'the last one is told')
})

test('a client that did not ask is told nothing, and is not disturbed', async () => {
  const { lead, person, relay, sessionId } = workshop
  const { token } = await person('participant', 'Bo')
  const place = { url: relay.url, sessionId, room: 'control', token }
  const silent = connectByHand(place, { acks: false })
  await silent.opened
  const stock = connectStock(place)
  await until(() => stock.synced, 'in')
  await lead.ask('PUT', '/locks', { room: 'all', locked: true })
  await pause(100)
  expect(silent.heard.filter(({ kind }) => kind === 'changed' || kind === 'rights')).toEqual([])
  expect(stock.wsconnected).toBe(true)
  silent.socket.terminate()
  stock.destroy()
})
