// JSON that wants to become more than a value, or to be deeper than a stack, wherever the relay reads some.
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemo } from '../../relay/library/demo'
import { readSessionFile } from '../../relay/library/readSessionFile'
import { writeSessionFile } from '../../relay/library/writeSessionFile'
import { createdSession, refusal } from '../../shared/relay/api'
import { connectByHand, readStates, startTestRelay, until, type TestRelay } from './harness'

let running: TestRelay
let sessionId: string
let token: string
beforeAll(async () => {
  running = await startTestRelay()
  const answer = await ask('POST', '/api/sessions', running.relay.key, '{"name":"Karin"}')
  ;({ sessionId, token } = createdSession.parse(await answer.json()))
})
afterAll(() => running.stop())

const ask = (method: string, path: string, bearer: string, body: string) =>
  fetch(running.relay.url + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body,
  })
const deep = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels)
const isUnspoilt = () => {
  const fresh = {} as Record<string, unknown>
  expect([fresh.isAdmin, fresh.role, Object.keys(Object.prototype)]).toEqual([undefined, undefined, []])
}

const hostile: readonly (readonly [string, string])[] = [
  ['__proto__', '{"__proto__":{"isAdmin":true,"role":"facilitator"},"name":"x"}'],
  ['constructor.prototype', '{"constructor":{"prototype":{"isAdmin":true}},"name":"x"}'],
  ['__proto__ further in', '{"name":{"__proto__":{"isAdmin":true}}}'],
  ['arrays in arrays', deep(1900)],
  ['objects in objects', `{"name":${deep(600, '{"a":', '}').replace('{"a":}', '{"a":1}')}}`],
]

test.each(hostile)('HTTP bodies: %s is refused as malformed on every way in', async (_name, json) => {
  const of = (path: string) => `/api/sessions/${sessionId}${path}`
  const { members } = running.relay.sessions
  const { memberId } = (await members(sessionId))[0]!
  const ways: [string, string, string][] = [
    ['POST', '/api/sessions', running.relay.key],
    ['POST', '/api/join', ''],
    ['POST', '/api/join/waiting', ''],
    ['DELETE', '/api/join/waiting', ''],
    ['PATCH', of(`/members/${memberId}`), token],
    ['POST', of('/handover'), token],
    ['PUT', of('/waiting'), token],
    ['POST', of('/waiting/admit'), token],
    ['PUT', of('/locks'), token],
    ['POST', of('/invites'), token],
    ['POST', of('/uplink'), token],
  ]
  for (const [method, path, bearer] of ways) {
    const answer = await ask(method, path, bearer, json)
    expect([method, path, answer.status, refusal.parse(await answer.json()).kind]).toEqual([
      method,
      path,
      400,
      'malformed',
    ])
  }
  isUnspoilt()
  expect(await members(sessionId)).toMatchObject([{ memberId, name: 'Karin', role: 'facilitator' }])
})

test('presence: nobody becomes somebody else by a key, and what is too deep is not shown', async () => {
  const place = { url: running.relay.url, sessionId, room: 'page-one', token }
  const watcher = connectByHand(place)
  await watcher.opened
  const minted = await running.relay.sessions.mintToken(sessionId, 'participant', 'Bo')
  const seen = () =>
    watcher.heard.flatMap((each) => (each.kind === 'awareness' ? [...readStates(each.bytes)] : []))
  const sly = [
    '{"__proto__":{"user":{"role":"facilitator","name":"Karin"}},"at":1}',
    '{"user":{"role":"facilitator","name":"Karin"},"user":{"role":"facilitator"},"at":2}',
    '{"constructor":{"prototype":{"isAdmin":true}},"user":null,"at":3}',
    `{"user":${deep(7000)},"at":4}`,
    '{"at":5}',
  ]
  for (const [at, json] of sly.entries()) {
    const hand = connectByHand({ ...place, token: minted.token })
    await hand.opened
    hand.sendAwareness([{ clientId: 100 + at, clock: 1, json }])
    if (at < sly.length - 1) continue
    await until(() => seen().some(([, state]) => state?.at === 5), 'the last of them is shown')
  }
  for (const [, state] of seen().filter(([id, each]) => id >= 100 && each !== null))
    expect(state!.user).toMatchObject({ name: 'Bo', role: 'participant', memberId: minted.memberId })
  isUnspoilt()
  watcher.socket.terminate()
})

test.each(hostile)(
  'the manifest of a file: %s counts as damaged, and the rest opens',
  async (_name, json) => {
    const parts = unzipSync(await writeSessionFile(makeDemo(0), 0))
    const file = Buffer.from(zipSync({ ...parts, 'manifest.json': new TextEncoder().encode(json) }))
    const read = await readSessionFile(file, 'Utan namn')
    expect(read.kind).toBe('opened')
    expect(JSON.stringify(read.kind === 'opened' && read.problems)).toContain('damaged')
    isUnspoilt()
  },
)

test('a manifest that is sound but for keys it should not have gives nobody those keys', async () => {
  const parts = unzipSync(await writeSessionFile(makeDemo(0), 0))
  const manifest = new TextDecoder().decode(parts['manifest.json'])
  const sly = manifest.replace(
    '{',
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},',
  )
  const file = Buffer.from(zipSync({ ...parts, 'manifest.json': new TextEncoder().encode(sly) }))
  expect(await readSessionFile(file, 'Utan namn')).toMatchObject({ kind: 'opened', problems: [] })
  isUnspoilt()
  const bottomless = Buffer.from(
    zipSync({ ...parts, 'manifest.json': new TextEncoder().encode(deep(1_000_000)) }),
  )
  expect(await readSessionFile(bottomless, 'Utan namn')).toMatchObject({ kind: 'opened' })
})
