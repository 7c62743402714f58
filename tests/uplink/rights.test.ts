// What those who lead at a desk decide online: who comes in there, and by which links.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toldToWait, waitingAnswer } from '../../shared/relay/api'
import { onlineInvited, onlineInvites } from '../../shared/relay/online'
import { until } from '../relay/harness'
import { askRelay } from '../relay/workshop'
import { onlineIds, startOnline, type Online, type OnlineDesk } from './online'

let online: Online
let desk: OnlineDesk
let sessionId: string
let onlineId: string

beforeEach(async () => {
  online = await startOnline()
  desk = await online.desk()
  sessionId = await desk.newSession()
  await desk.share(sessionId)
  await desk.reached(sessionId)
  ;({ onlineId } = await onlineIds(desk))
})
afterEach(() => online.end())

const ask = (method: string, path: string, body?: unknown) =>
  desk.ask(method, `/api/online/sessions/${sessionId}/${path}`, body)
const join = (secret: string, name: string) => askRelay(online.hosted, 'POST', '/api/join', { secret, name })
const secretOf = (url: string) => /=([^=]+)$/.exec(url)![1]!

test('those who come online wait for the desk’s leader, who sees them and decides', async () => {
  expect(await ask('PUT', 'waiting', { isOn: true })).toMatchObject({ status: 200, json: { isOn: true } })
  const { secret } = online.hosted.relay.doors.of(onlineId)!
  const [amina, bo] = [await join(secret, 'Amina'), await join(secret, 'Bo')].map(({ body }) =>
    toldToWait.parse(body),
  )
  const waiting = async () => (await desk.state(sessionId))?.waiting?.people ?? []
  await until(async () => (await waiting()).length === 2, 'the desk sees both')
  const [first, second] = await waiting()
  expect([first?.name, second?.name]).toEqual(['Amina', 'Bo'])

  await ask('POST', 'waiting/admit', { ids: [first!.id] })
  await ask('POST', 'waiting/refuse', { ids: [second!.id] })
  expect(await waiting()).toEqual([])
  const look = async (ticket: string) =>
    waitingAnswer.parse((await askRelay(online.hosted, 'POST', '/api/join/waiting', { ticket })).body).state
  expect([await look(amina!.waiting), await look(bo!.waiting)]).toEqual(['joined', 'refused'])
  // Who was let in there is a member here too.
  await until(
    async () => (await desk.desk.relay.people.list(sessionId)).some(({ name }) => name === 'Amina'),
    'a member at the desk',
  )
  for (const [method, path, body] of [
    ['PUT', 'waiting', { isOn: 'yes' }],
    ['POST', 'waiting/admit', { ids: [] }],
    ['POST', 'invites', { role: 'boss' }],
  ] as const)
    expect((await ask(method, path, body)).status).toBe(400)
})

test('a link for one role lets so many in online, is listed, and is switched off', async () => {
  const made = onlineInvited.parse((await ask('POST', 'invites', { role: 'projector', uses: 1 })).json)
  expect(made.url).toMatch(/\/#screen=/)
  expect((await join(secretOf(made.url), 'Skärm')).status).toBe(200)
  expect((await join(secretOf(made.url), 'Skärm')).status).toBe(404)
  const forAll = onlineInvited.parse((await ask('POST', 'invites', { role: 'observer' })).json)
  const list = async () => onlineInvites.parse((await ask('GET', 'invites')).json).invites
  expect(await list()).toMatchObject([
    { id: made.id, usesLeft: 0 },
    { id: forAll.id, usesLeft: null },
  ])
  expect((await ask('DELETE', `invites/${forAll.id}`)).status).toBe(204)
  expect((await join(secretOf(forAll.url), 'Eva')).status).toBe(404)
  expect((await ask('DELETE', `invites/${forAll.id}`)).status).toBe(204)
  expect((await ask('DELETE', 'invites/..%2fx')).status).toBe(404)
  expect(await list()).toHaveLength(1)
})
