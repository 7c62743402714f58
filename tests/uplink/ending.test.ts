// How sharing online ends: by whoever leads, from afar, and when the workshop itself is deleted.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '../relay/harness'
import {
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
  await desk.share(sessionId)
  await desk.reached(sessionId)
  ;({ onlineId } = await onlineIds(desk))
})
afterEach(async () => {
  people.splice(0).forEach(({ socket }) => socket.terminate())
  await online.end()
})

const hosted = () => online.hosted.relay
const stop = () => desk.ask('DELETE', `/api/online/sessions/${sessionId}`)
const isForgotten = async () => (await desk.state(sessionId)) === undefined
const guest = async (room = 'page-one') => {
  const { token } = await hosted().sessions.mintToken(onlineId, 'participant', 'Eva')
  const writer = await enterToWrite(hosted().url, onlineId, room, token)
  people.push(writer)
  return writer
}

test('stopping lets guests go and deletes what is online; all that was acknowledged is here', async () => {
  const local = await desk.desk.relay.sessions.mintToken(sessionId, 'participant', 'Kim')
  const kim = await enterToWrite(desk.desk.url, sessionId, 'page-one', local.token)
  people.push(kim)
  const eva = await guest()
  for (let i = 0; i < 200; i++) eva.write(`eva ${i}`)
  await until(() => eva.safe().length > 20, 'some is saved')
  expect((await stop()).status).toBe(204)
  expect((await eva.closed).code).toBe(4440)
  await until(isForgotten, 'it is over', 20_000)
  expect(await hosted().sessions.exists(onlineId)).toBe(false)
  const kept = new Set(await keysIn(desk.desk.relay, sessionId, 'page-one'))
  expect(eva.safe().filter((key) => !kept.has(key))).toEqual([])
  // Whoever is in the room noticed nothing.
  kim.write('still here')
  await until(() => kim.safe().length === 1, 'Kim goes on', 15_000)
  const members = await desk.desk.relay.people.list(sessionId)
  expect(members.map(({ name }) => name)).toEqual(['Astrid', 'Kim'])
})

test('stopped without a line, it ends online as soon as there is one, also after a restart', async () => {
  const eva = await guest()
  desk.line.cut()
  await until(async () => (await desk.state(sessionId))?.state.kind === 'cut', 'cut', 15_000)
  eva.write('while apart')
  await until(() => eva.safe().length === 1, 'saved there')
  await stop()
  expect((await desk.state(sessionId))?.state).toEqual({ kind: 'stopping' })
  await desk.restart()
  expect((await desk.state(sessionId))?.state).toEqual({ kind: 'stopping' })
  desk.line.heal()
  await until(isForgotten, 'it is over', 20_000)
  expect(await hosted().sessions.exists(onlineId)).toBe(false)
  expect(await keysIn(desk.desk.relay, sessionId, 'page-one')).toEqual(['while apart'])
})

test('a workshop deleted here for good is deleted online too, when that can be said', async () => {
  desk.line.cut()
  await until(async () => (await desk.state(sessionId))?.state.kind === 'cut', 'cut', 15_000)
  expect((await desk.ask('DELETE', `/api/library/${sessionId}`)).status).toBe(204)
  await desk.restart()
  expect(await hosted().sessions.exists(onlineId)).toBe(true)
  desk.line.heal()
  await until(async () => !(await hosted().sessions.exists(onlineId)), 'it is gone there', 20_000)
  await until(
    async () => (await desk.desk.relay.records.listRecords('uplinkEnd')).length === 0,
    'nothing is left to be told',
  )
})

test('what the organisation has deleted is told, and can be shared anew', async () => {
  await hosted().sessions.delete(onlineId)
  await until(async () => (await desk.state(sessionId))?.state.kind === 'ended', 'it has ended', 15_000)
  expect((await desk.state(sessionId))?.door).toBeNull()
  const again = await desk.share(sessionId)
  expect(again.state.kind).not.toBe('ended')
  await desk.reached(sessionId)
  expect((await onlineIds(desk)).onlineId).not.toBe(onlineId)
  expect((await desk.state(sessionId))?.door?.code).toMatch(/^[A-Z]{6}$/)
})

test('a co-facilitator’s desk that stops leaves the workshop to the others', async () => {
  const invited = await desk.ask('POST', `/api/online/sessions/${sessionId}/invites`, {
    role: 'coFacilitator',
  })
  const second = await online.desk()
  const copyId = await second.openOnline((invited.json as { url: string }).url)
  const { ownerId } = await onlineIds(second)
  await second.ask('DELETE', `/api/online/sessions/${copyId}`)
  await until(async () => (await second.state(copyId)) === undefined, 'it is over', 20_000)
  expect(await hosted().sessions.exists(onlineId)).toBe(true)
  const members = await second.desk.relay.people.list(copyId)
  expect(members.map(({ name, role }) => `${name} ${role}`)).toEqual(['Bo facilitator'])
  expect((await hosted().people.list(onlineId)).some(({ memberId }) => memberId === ownerId)).toBe(true)
  await desk.reached(sessionId)
})
