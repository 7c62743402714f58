// A code typed by hand lets in whoever was given it, and nobody who guesses: by address, and by door.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joined, refusal } from '../../shared/relay/api'
import { codeLetters } from '../../relay/doors'
import { startTestRelay, type TestRelay } from './harness'

let running: TestRelay
let sessionId: string
let last = 0

const join = (body: { code?: string; secret?: string }, address: string) =>
  fetch(`${running.relay.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ ...body, name: 'X' }),
  })
const outcome = async (answer: Response) =>
  answer.ok ? joined.parse(await answer.json()).sessionId : refusal.parse(await answer.json()).kind
/** An address that nobody came from yet. */
const elsewhere = () => `192.0.2.${++last}`
/** A wrong code with as many of the first letters right. */
const nearly = (code: string, right: number) =>
  code.slice(0, right) + Array.from(code.slice(right), (letter) => (letter === 'C' ? 'D' : 'C')).join('')

beforeEach(async () => {
  last = 0
  running = await startTestRelay({ trustedProxies: ['127.0.0.1'] })
  sessionId = (await running.relay.sessions.create()).sessionId
})
afterEach(() => running.stop())

test('wrong codes count by address: one has to wait, the others come in, and who has the link always does', async () => {
  const { code, secret } = await running.relay.doors.open(sessionId, 'participant')
  for (let wrong = 0; wrong < 20; wrong++)
    expect(await outcome(await join({ code: nearly(code, 0) }, '192.0.2.1'))).toBe('wrongCode')
  expect(await outcome(await join({ code }, '192.0.2.1'))).toBe('tooManyTries')
  expect(await outcome(await join({ secret }, '192.0.2.1'))).toBe(sessionId)
  expect(await outcome(await join({ code }, '192.0.2.2'))).toBe(sessionId)
})

test('addresses of one IPv6 network count together', async () => {
  const { code } = await running.relay.doors.open(sessionId, 'participant')
  for (let wrong = 0; wrong < 20; wrong++) await join({ code: nearly(code, 0) }, `2001:db8:1:2::${wrong + 1}`)
  expect(await outcome(await join({ code }, '2001:db8:1:2:ffff::9'))).toBe('tooManyTries')
  expect(await outcome(await join({ code }, '2001:db8:1:3::1'))).toBe(sessionId)
})

test('near misses from all over give that one door a longer code; its link and other doors stay', async () => {
  const other = (await running.relay.sessions.create()).sessionId
  const otherDoor = await running.relay.doors.open(other, 'participant')
  let door = await running.relay.doors.open(sessionId, 'participant')
  for (const length of [6, 7, 8, 9, 10, 10]) {
    expect(door.code).toMatch(new RegExp(`^[${codeLetters}]{${length}}$`))
    const { code } = door
    for (let tries = 0; tries < 4; tries++) await join({ code: nearly(code, 3) }, elsewhere())
    door = running.relay.doors.of(sessionId)!
    expect(door.code).not.toBe(code)
    expect(await outcome(await join({ code }, elsewhere()))).toBe('wrongCode')
  }
  expect(await outcome(await join({ code: door.code }, elsewhere()))).toBe(sessionId)
  expect(await outcome(await join({ secret: door.secret }, elsewhere()))).toBe(sessionId)
  expect(running.relay.doors.of(other)).toEqual(otherDoor)
})

test('people who mistype their code do not change it for the others', async () => {
  const { code } = await running.relay.doors.open(sessionId, 'participant')
  // At home, each mistypes and then comes in.
  for (let person = 0; person < 12; person++) {
    const home = elsewhere()
    await join({ code: nearly(code, 4) }, home)
    expect(await outcome(await join({ code }, home))).toBe(sessionId)
  }
  // In the room, where the first has come in, many mistype at once.
  const room = elsewhere()
  await join({ code }, room)
  for (let tries = 0; tries < 15; tries++) await join({ code: nearly(code, 5) }, room)
  expect(running.relay.doors.of(sessionId)!.code).toBe(code)
})

test('where many doors are open, codes are longer: one guess in a million would hit one of them', async () => {
  const lengths: number[] = []
  for (let count = 0; count < 20; count++) {
    const { sessionId: each } = await running.relay.sessions.create()
    lengths.push((await running.relay.doors.open(each, 'participant')).code.length)
  }
  expect(lengths).toEqual([...Array<number>(16).fill(6), ...Array<number>(4).fill(7)])
})
