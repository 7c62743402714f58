// Members, roles, mutes and locks are the same on both sides, also when each side changed them while it was alone.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Relay } from '../../relay/relay'
import type { Member } from '../../shared/relay/api'
import type { Role } from '../../shared/relay/roles'
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
let ownerId: string
const people: Writer[] = []

beforeEach(async () => {
  online = await startOnline()
  desk = await online.desk()
  sessionId = await desk.newSession()
  await desk.share(sessionId)
  await desk.reached(sessionId)
  ;({ onlineId, ownerId } = await onlineIds(desk))
})
afterEach(async () => {
  people.splice(0).forEach(({ socket }) => socket.terminate())
  await online.end()
})

const hosted = () => online.hosted.relay
interface Person {
  memberId: string
  token: string
  writer: Writer
}
const come = async (
  relay: Relay,
  id: string,
  name: string,
  role: Role = 'participant',
  room = 'page-one',
) => {
  const { token, memberId } = await relay.sessions.mintToken(id, role, name)
  const writer = await enterToWrite(relay.url, id, room, token)
  people.push(writer)
  return { memberId, token, writer } satisfies Person
}
const here = (name: string, role?: Role, room?: string) => come(desk.desk.relay, sessionId, name, role, room)
const there = (name: string, role?: Role, room?: string) => come(hosted(), onlineId, name, role, room)
const words = (members: readonly Member[]) =>
  members.map(({ name, role, isMuted }) => `${name} ${role}${isMuted ? ' muted' : ''}`).toSorted()
const listHere = async () => words(await desk.desk.relay.people.list(sessionId))
const listThere = async () => words(await hosted().people.list(onlineId))
const equal = async () => JSON.stringify(await listHere()) === JSON.stringify(await listThere())
const leader = async (relay: Relay, id: string) => {
  const found = (await relay.people.list(id)).find(({ role }) => role === 'facilitator')!
  return { sessionId: id, memberId: found.memberId, role: found.role }
}
const ask = (url: string, token: string, method: string, path: string, body?: unknown) =>
  fetch(`${url}/api/sessions/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
/** The line is gone, and the desk knows. */
const alone = async (work: () => Promise<void>) => {
  desk.line.cut()
  await until(async () => (await desk.state(sessionId))?.state.kind === 'cut', 'the line is cut', 15_000)
  await work()
  desk.line.heal()
  await desk.reached(sessionId)
}

test('everybody is in both lists, as present as they are', async () => {
  const [kim, eva] = [await here('Kim'), await there('Eva', 'observer')]
  await until(equal, 'both lists are the same', 15_000)
  expect(await listHere()).toEqual(['Astrid facilitator', 'Eva observer', 'Kim participant'])
  kim.writer.sendAwareness([{ clientId: 1, clock: 1, json: '{}' }])
  eva.writer.sendAwareness([{ clientId: 2, clock: 1, json: '{}' }])
  const isHere = async (list: Promise<Member[]>, name: string) =>
    (await list).some((member) => member.name === name && member.here)
  await until(() => isHere(hosted().people.list(onlineId), 'Kim'), 'Kim is shown online', 15_000)
  await until(() => isHere(desk.desk.relay.people.list(sessionId), 'Eva'), 'Eva is shown here', 15_000)
  eva.writer.socket.terminate()
  await until(
    async () => !(await isHere(desk.desk.relay.people.list(sessionId), 'Eva')),
    'Eva is gone',
    15_000,
  )
})

test('a lock and a pause on one side hold on the other, and end there too', async () => {
  const [kim, eva] = [await here('Kim'), await there('Eva')]
  await desk.desk.relay.sessions.setLock(sessionId, 'page-one', true)
  await until(() => eva.writer.rights()?.canWrite === false, 'Eva may not write', 15_000)
  await hosted().sessions.setLock(onlineId, 'all', true)
  await until(() => kim.writer.rights()?.reason === 'paused', 'Kim is paused', 15_000)
  await hosted().sessions.setLock(onlineId, 'page-one', false)
  await hosted().sessions.setLock(onlineId, 'all', false)
  await until(() => kim.writer.rights()?.canWrite === true, 'Kim may write again', 15_000)
  await until(() => eva.writer.rights()?.canWrite === true, 'Eva may write again', 15_000)
})

test('locks set on both sides during a cut both hold after it; what was saved before stays', async () => {
  const [kim, eva] = [await here('Kim'), await there('Eva')]
  await alone(async () => {
    await desk.desk.relay.sessions.setLock(sessionId, 'page-two', true)
    await hosted().sessions.setLock(onlineId, 'page-one', true)
    await until(() => eva.writer.rights()?.canWrite === false, 'Eva may not write', 15_000)
    // Nobody at the desk knows of that lock, and what Kim writes is saved there.
    kim.writer.write('while apart')
    await until(() => kim.writer.safe().length === 1, 'saved', 15_000)
  })
  await until(() => kim.writer.rights()?.canWrite === false, 'Kim may not write either', 15_000)
  expect((await hosted().sessions.locks(onlineId)).toSorted()).toEqual(['page-one', 'page-two'])
  expect((await desk.desk.relay.sessions.locks(sessionId)).toSorted()).toEqual(['page-one', 'page-two'])
  expect(await keysIn(hosted(), onlineId, 'page-one')).toEqual(['while apart'])
})

test('a guest online is removed from the desk, and a guest of the desk from online, within moments', async () => {
  const [kim, eva] = [await here('Kim'), await there('Eva')]
  const clara = await there('Clara', 'coFacilitator')
  await until(equal, 'both lists are the same', 15_000)
  const owner = await desk.ownToken(sessionId)
  expect((await ask(desk.desk.url, owner, 'DELETE', `${sessionId}/members/${eva.memberId}`)).status).toBe(204)
  expect((await eva.writer.closed).code).toBe(4440)
  expect((await ask(hosted().url, eva.token, 'GET', `${onlineId}/me`)).status).toBe(401)
  const kimThere = `${ownerId}.${kim.memberId}`
  expect((await ask(hosted().url, clara.token, 'DELETE', `${onlineId}/members/${kimThere}`)).status).toBe(204)
  expect((await kim.writer.closed).code).toBe(4440)
  expect((await ask(desk.desk.url, kim.token, 'GET', `${sessionId}/me`)).status).toBe(401)
  await until(equal, 'both lists are the same', 15_000)
  expect(await listThere()).toEqual(['Astrid facilitator', 'Clara coFacilitator'])
})

test('changes made on both sides during a cut: each fact the later way, and removed is removed', async () => {
  const [kim, eva, fia] = [await here('Kim'), await there('Eva'), await there('Fia')]
  await until(equal, 'both lists are the same', 15_000)
  await alone(async () => {
    const atDesk = await leader(desk.desk.relay, sessionId)
    const atOnline = await leader(hosted(), onlineId)
    // Two facts of one member
    await desk.desk.relay.people.change(atDesk, eva.memberId, { isMuted: true })
    await hosted().people.change(atOnline, eva.memberId, { name: 'Eva-Lotta' })
    // One fact, twice: the later stays
    await desk.desk.relay.people.change(atDesk, kim.memberId, { name: 'Kim early' })
    await hosted().people.change(atOnline, `${ownerId}.${kim.memberId}`, { name: 'Kim late' })
    // Removed here, and given a role there afterwards
    await desk.desk.relay.people.remove(atDesk, fia.memberId)
    await hosted().people.change(atOnline, fia.memberId, { role: 'coFacilitator' })
  })
  await until(equal, 'both lists are the same', 15_000)
  expect(await listThere()).toEqual([
    'Astrid facilitator',
    'Eva-Lotta participant muted',
    'Kim late participant',
  ])
  expect((await fia.writer.closed).code).toBe(4440)
  await until(() => eva.writer.rights()?.reason === 'muted', 'Eva is muted where she is', 15_000)
})

test('handing over goes through to the other side, and is seen by name', async () => {
  const eva = await there('Eva', 'participant', 'control')
  const kim = await here('Kim', 'participant', 'control')
  kim.writer.sendAwareness([{ clientId: 5, clock: 1, json: '{}' }])
  await until(equal, 'both lists are the same', 15_000)
  const atDesk = await leader(desk.desk.relay, sessionId)
  expect(await desk.desk.relay.people.handOver(atDesk, kim.memberId)).toBe('done')
  const handed = ['Astrid coFacilitator', 'Eva participant', 'Kim facilitator']
  await until(async () => String(await listThere()) === String(handed), 'Kim leads online too', 15_000)
  expect(await listHere()).toEqual(handed)
  await until(
    () => eva.writer.present().some(({ user }) => user.name === 'Kim' && user.role === 'facilitator'),
    'Eva sees that Kim leads',
    15_000,
  )
})

test('whoever is removed online keeps the workshop on their own desk, and leads it', async () => {
  const clara = await there('Clara', 'coFacilitator')
  await until(equal, 'both lists are the same', 15_000)
  // By whoever runs the relay: Astrid's own uplink.
  await hosted().people.promote(onlineId, clara.memberId)
  const asClara = { sessionId: onlineId, memberId: clara.memberId, role: 'facilitator' } as const
  expect(await hosted().people.remove(asClara, ownerId)).toBe('done')
  await until(async () => (await desk.state(sessionId))?.state.kind === 'ended', 'it has ended', 15_000)
  expect((await desk.state(sessionId))?.state).toEqual({ kind: 'ended', reason: 'removed' })
  await until(async () => (await listHere()).length === 1, 'those from online are no members here', 15_000)
  expect(await listHere()).toEqual(['Astrid facilitator'])
  await desk.restart()
  expect((await desk.state(sessionId))?.state).toEqual({ kind: 'ended', reason: 'removed' })
})

test('a hand-made uplink cannot do what its owner may not', async () => {
  const clara = await there('Clara', 'coFacilitator')
  const uplink = await hosted().sessions.mintUplink(onlineId, clara.memberId, 'desk')
  const late = Date.now() + 1e9
  const answer = await ask(hosted().url, uplink, 'POST', `${onlineId}/standing`, {
    standing: {
      [`role/${clara.memberId}`]: { at: late, value: 'facilitator' },
      [`member/${ownerId}`]: { at: late, value: { gone: 'removed' } },
      [`name/${ownerId}`]: { at: late, value: 'Lurad' },
      'member/intruder': { at: late, value: { color: '#1f5fa8', joinedAt: 1 } },
    },
  })
  expect(answer.status).toBe(200)
  expect(await listThere()).toEqual(['Astrid facilitator', 'Clara coFacilitator'])
  for (const token of [clara.token, 'x'.repeat(43)])
    expect((await ask(hosted().url, token, 'POST', `${onlineId}/standing`, { standing: {} })).status).toBe(
      token === clara.token ? 403 : 401,
    )
})
