// Two facilitators' desktops on one online workshop, each with a full copy and a line of its own.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Relay } from '../../relay/relay'
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
let first: OnlineDesk
let second: OnlineDesk
let firstId: string
let secondId: string
let onlineId: string
const people: Writer[] = []

beforeEach(async () => {
  online = await startOnline()
  first = await online.desk()
  firstId = await first.newSession()
  await first.share(firstId)
  await first.reached(firstId)
  ;({ onlineId } = await onlineIds(first))
  const invited = await first.ask('POST', `/api/online/sessions/${firstId}/invites`, {
    role: 'coFacilitator',
  })
  second = await online.desk()
  secondId = await second.openOnline((invited.json as { url: string }).url)
  await second.reached(secondId)
})
afterEach(async () => {
  people.splice(0).forEach(({ socket }) => socket.terminate())
  await online.end()
})

const hosted = () => online.hosted.relay
const come = async (relay: Relay, id: string, name: string, room = 'page-one') => {
  const { token, memberId } = await relay.sessions.mintToken(id, 'participant', name)
  const writer = await enterToWrite(relay.url, id, room, token)
  people.push(writer)
  return { memberId, writer }
}
const list = async (relay: Relay, id: string) =>
  (await relay.people.list(id)).map(({ name, role }) => `${name} ${role}`).toSorted()

test('the workshop is in the second library by its name, with all that it holds', async () => {
  const library = await second.ask('GET', '/api/library')
  expect(JSON.stringify(library.json)).toContain('Byns kök')
  const everybody = ['Astrid facilitator', 'Bo coFacilitator']
  await until(
    async () => String(await list(first.desk.relay, firstId)) === String(everybody),
    'first',
    15_000,
  )
  await until(
    async () => String(await list(second.desk.relay, secondId)) === String(everybody),
    'second',
    15_000,
  )
  expect(await list(hosted(), onlineId)).toEqual(everybody)
})

test('three people at three relays write and see each other; both desks are cut and healed in turn', async () => {
  const a = (await come(first.desk.relay, firstId, 'Kim')).writer
  const b = (await come(second.desk.relay, secondId, 'Lo')).writer
  const c = (await come(hosted(), onlineId, 'Eva')).writer
  const all = [a, b, c]
  const size = (writer: Writer) => writer.doc.getMap('map').size
  const writeAll = async (round: string) => {
    all.forEach((writer, i) => {
      for (let n = 0; n < 10; n++) writer.write(`${round} ${i} ${n}`)
    })
    await until(() => all.every((writer) => writer.acked() % 10 === 0), 'each has saved', 15_000)
  }
  await writeAll('together')
  await until(() => all.every((writer) => size(writer) === 30), 'all see all', 15_000)
  first.line.cut()
  await writeAll('first alone')
  second.line.stall()
  await writeAll('each alone')
  first.line.heal()
  await writeAll('first back')
  second.line.heal()
  await until(() => all.every((writer) => size(writer) === 120), 'all see all', 30_000)
  await first.reached(firstId)
  await second.reached(secondId)
  const keys = await keysIn(hosted(), onlineId, 'page-one')
  expect(keys).toHaveLength(120)
  expect(await keysIn(first.desk.relay, firstId, 'page-one')).toEqual(keys)
  expect(await keysIn(second.desk.relay, secondId, 'page-one')).toEqual(keys)
})

test('a guest at one desk is known, seen, muted and removed from the other', async () => {
  const kim = await come(first.desk.relay, firstId, 'Kim', 'control')
  const lo = await come(second.desk.relay, secondId, 'Lo', 'control')
  kim.writer.sendAwareness([{ clientId: 1, clock: 1, json: '{}' }])
  const seesKim = () => lo.writer.present().some(({ user }) => user.name === 'Kim')
  await until(seesKim, 'Lo sees Kim', 15_000)
  const known = async () => (await second.desk.relay.people.list(secondId)).find(({ name }) => name === 'Kim')
  await until(async () => Boolean((await known())?.here), 'Kim is in the list', 15_000)
  const bo = (await second.desk.relay.people.list(secondId)).find(({ name }) => name === 'Bo')!
  const asBo = { sessionId: secondId, memberId: bo.memberId, role: bo.role }
  await second.desk.relay.people.change(asBo, (await known())!.memberId, { isMuted: true })
  await until(() => kim.writer.rights()?.canWrite === false, 'Kim may not write', 15_000)
  await second.desk.relay.people.remove(asBo, (await known())!.memberId)
  expect((await kim.writer.closed).code).toBe(4440)
})

test('the same link opens the same copy, and a participant’s link opens none', async () => {
  const again = await first.ask('POST', `/api/online/sessions/${firstId}/invites`, { role: 'coFacilitator' })
  expect(await second.openOnline((again.json as { url: string }).url)).toBe(secondId)
  const guests = await first.ask('POST', `/api/online/sessions/${firstId}/invites`, { role: 'participant' })
  const { hash } = new URL((guests.json as { url: string }).url)
  const link = `${second.line.address}/${hash}`
  const refused = await second.ask('POST', '/api/online/open', { link, name: 'Bo' })
  expect(refused).toMatchObject({ status: 502, json: { kind: 'notLeader' } })
  expect(await list(hosted(), onlineId)).toEqual(['Astrid facilitator', 'Bo coFacilitator'])
})

test('whoever has to be let in first waits, and is in when somebody has', async () => {
  await hosted().waitingRoom.setOn(onlineId, true)
  const third = await online.desk()
  const invited = await first.ask('POST', `/api/online/sessions/${firstId}/invites`, {
    role: 'coFacilitator',
  })
  const { hash } = new URL((invited.json as { url: string }).url)
  const link = `${third.line.address}/${hash}`
  const asked = await third.ask('POST', '/api/online/open', { link, name: 'Cecilia' })
  expect(asked.json).toMatchObject({ state: 'waiting' })
  const { ticket } = asked.json as { ticket: string }
  const waiting = third.ask('POST', '/api/online/open', { link, name: 'Cecilia', ticket })
  await until(async () => (await hosted().waitingRoom.list(onlineId)).length === 1, 'she waits')
  const [who] = await hosted().waitingRoom.list(onlineId)
  await hosted().waitingRoom.settle(onlineId, [who!.id], 'admitted')
  expect((await waiting).json).toMatchObject({ state: 'opened' })
})
