// The HTTP side: who may call what, and that a refusal says why and nothing else.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { png, pngOf } from '../../relay/pictures/samples'
import { createdSession, door, joined, me, member, refusal, storedAsset } from '../../shared/relay/api'
import type { Doorway } from '../../relay/relay'
import { codeLetters } from '../../relay/doors'
import { connectByHand, startTestRelay, type TestRelay } from './harness'

let running: TestRelay
let session: { sessionId: string; token: string }
let doorsOpen = 0

const doorway: Doorway = {
  open: async ({ secret }) => {
    doorsOpen++
    return [
      {
        interface: 'wlan0',
        url: `http://192.168.1.5:4747/#join=${secret}`,
        shortUrl: 'http://192.168.1.5:4747',
      },
    ]
  },
  closed: async () => void (doorsOpen = 0),
}

const call = (
  method: string,
  path: string,
  options: { as?: string; body?: unknown; headers?: Record<string, string> } = {},
) =>
  fetch(`${running.relay.url}${path}`, {
    method,
    headers: {
      ...(options.as ? { authorization: `Bearer ${options.as}` } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
const refusedAs = async (answer: Response) => ({
  status: answer.status,
  kind: refusal.parse(await answer.json()).kind,
})
const of = (path: string) => `/api/sessions/${session.sessionId}${path}`
const joinAs = async (body: unknown) => joined.parse(await (await call('POST', '/api/join', { body })).json())

beforeEach(async () => {
  doorsOpen = 0
  running = await startTestRelay({ doorway, allowedOrigins: ['app://samverkstad'] })
  session = createdSession.parse(
    await (await call('POST', '/api/sessions', { as: running.relay.key, body: { name: 'Karin' } })).json(),
  )
})
afterEach(() => running.stop())

describe('sessions', () => {
  test('are created with the key alone', async () => {
    for (const as of [undefined, 'x'.repeat(43), session.token])
      expect(await refusedAs(await call('POST', '/api/sessions', as ? { as } : {}))).toEqual({
        status: 401,
        kind: 'notAdmitted',
      })
    const made = await call('POST', '/api/sessions', { as: running.relay.key })
    expect(made.status).toBe(201)
  })

  test('tell a member who they are, and who has joined; strangers learn nothing', async () => {
    expect(me.parse(await (await call('GET', of('/me'), { as: session.token })).json())).toMatchObject({
      name: 'Karin',
      role: 'facilitator',
    })
    const hand = connectByHand({ ...session, url: running.relay.url, room: 'control' })
    await hand.opened
    const members = member
      .array()
      .parse(await (await call('GET', of('/members'), { as: session.token })).json())
    expect(members).toMatchObject([{ name: 'Karin', role: 'facilitator', here: true }])
    hand.socket.terminate()
    const other = await running.relay.sessions.create()
    for (const [path, as] of [
      [of('/me'), other.token],
      [of('/me'), ''],
      ['/api/sessions/no-such-session-here/me', session.token],
      ['/api/sessions/no-such-session-here/me', 'x'.repeat(43)],
    ] as const)
      expect(await refusedAs(await call('GET', path, { as }))).toEqual({ status: 401, kind: 'notAdmitted' })
  })
})

describe('joining', () => {
  test('through an open door by code or secret; not after it is shut', async () => {
    expect(await refusedAs(await call('GET', of('/door'), { as: session.token }))).toEqual({
      status: 404,
      kind: 'notFound',
    })
    const opened = door.parse(
      await (await call('POST', of('/door'), { as: session.token, body: { role: 'observer' } })).json(),
    )
    expect(opened.code).toMatch(new RegExp(`^[${codeLetters}]{6}$`))
    expect(opened.role).toBe('observer')
    const typed = `${opened.code.slice(0, 3).toLowerCase()} ${opened.code.slice(3)}`
    expect(await joinAs({ code: typed, name: ' Bo ' })).toMatchObject({
      sessionId: session.sessionId,
      role: 'observer',
    })
    const secret = opened.addresses[0]!.url.split('#join=')[1]!
    const guest = await joinAs({ secret, name: 'Cia' })
    expect(me.parse(await (await call('GET', of('/me'), { as: guest.token })).json())).toMatchObject({
      name: 'Cia',
    })

    expect(await refusedAs(await call('DELETE', of('/door'), { as: guest.token }))).toEqual({
      status: 403,
      kind: 'notAllowed',
    })
    expect(doorsOpen).toBeGreaterThan(0)
    expect((await call('DELETE', of('/door'), { as: session.token })).status).toBe(204)
    expect(doorsOpen).toBe(0)
    for (const body of [
      { code: opened.code, name: 'Du' },
      { secret, name: 'Du' },
    ])
      expect(await refusedAs(await call('POST', '/api/join', { body }))).toEqual({
        status: 404,
        kind: 'wrongCode',
      })
  })

  test('by an invite with its role', async () => {
    const { secret } = (await (
      await call('POST', of('/invites'), { as: session.token, body: { role: 'participant' } })
    ).json()) as { secret: string }
    const guest = await joinAs({ secret, name: 'Eva' })
    expect(guest.role).toBe('participant')
    expect(
      await refusedAs(await call('POST', of('/invites'), { as: guest.token, body: { role: 'facilitator' } })),
    ).toEqual({ status: 403, kind: 'notAllowed' })
  })

  test('a form that is wrong is refused before anything is looked up', async () => {
    for (const body of [
      {},
      { code: 'A' },
      { name: 'A' },
      { code: 'A', secret: 'B', name: 'C' },
      { code: 'A', name: ' ' },
      { code: 'A', name: 'x'.repeat(61) },
      [],
    ])
      expect(await refusedAs(await call('POST', '/api/join', { body }))).toEqual({
        status: 400,
        kind: 'malformed',
      })
    const junk = await fetch(`${running.relay.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    expect(await refusedAs(junk)).toEqual({ status: 400, kind: 'malformed' })
    expect(await refusedAs(await call('POST', '/api/join', { body: { name: 'x'.repeat(100_000) } }))).toEqual(
      { status: 413, kind: 'tooLarge' },
    )
  })

  test('guessing: after 20 wrong codes this address waits; right ones never count', async () => {
    const opened = door.parse(await (await call('POST', of('/door'), { as: session.token })).json())
    for (let guest = 0; guest < 30; guest++) await joinAs({ code: opened.code, name: `Gäst ${guest}` })
    for (let wrong = 0; wrong < 20; wrong++)
      expect((await call('POST', '/api/join', { body: { code: 'AAAAAA', name: 'X' } })).status).toBe(404)
    expect(
      await refusedAs(await call('POST', '/api/join', { body: { code: opened.code, name: 'X' } })),
    ).toEqual({ status: 429, kind: 'tooManyTries' })
  })
})

test('locks are the facilitator’s', async () => {
  const guest = await running.relay.sessions.mintToken(session.sessionId, 'participant', 'Bo')
  const body = { room: 'page-one', locked: true }
  expect(await refusedAs(await call('PUT', of('/locks'), { as: guest.token, body }))).toEqual({
    status: 403,
    kind: 'notAllowed',
  })
  expect(await (await call('PUT', of('/locks'), { as: session.token, body })).json()).toEqual({
    locked: ['page-one'],
  })
  expect(await (await call('GET', of('/locks'), { as: guest.token })).json()).toEqual({
    locked: ['page-one'],
  })
  const wrong = { room: '../x', locked: true }
  expect(await refusedAs(await call('PUT', of('/locks'), { as: session.token, body: wrong }))).toEqual({
    status: 400,
    kind: 'malformed',
  })
})

describe('assets', () => {
  const put = (bytes: Buffer, as = session.token) =>
    fetch(`${running.relay.url}${of('/assets')}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'text/html' },
      body: new Uint8Array(bytes),
    })

  test('are judged by content, kept once, and served so that no browser runs them', async () => {
    const stored = storedAsset.parse(await (await put(png)).json())
    expect(stored).toMatchObject({ type: 'image/png', bytes: png.length })
    expect(storedAsset.parse(await (await put(png)).json())).toEqual(stored)
    expect(await running.relay.assets.list(session.sessionId)).toEqual([stored])
    const got = await call('GET', of(`/assets/${stored.sha256}`), { as: session.token })
    expect(Buffer.from(await got.arrayBuffer())).toEqual(png)
    expect(got.headers.get('content-type')).toBe('image/png')
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(got.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('are kept without what somebody put behind their end', async () => {
    const stored = storedAsset.parse(
      await (await put(Buffer.concat([png, Buffer.from('PK and more')]))).json(),
    )
    expect(stored).toEqual(storedAsset.parse(await (await put(png)).json()))
  })

  test('that are not whole, or would burst a page, are refused by name', async () => {
    const half = png.subarray(0, png.length / 2)
    expect(await refusedAs(await put(half))).toEqual({ status: 422, kind: 'damagedPicture' })
    const bomb = pngOf(100_000, 100_000)
    expect(await refusedAs(await put(bomb))).toEqual({ status: 413, kind: 'tooManyPixels' })
  })

  test('anything else is refused', async () => {
    expect(await refusedAs(await put(Buffer.from('<svg onload="x"/>')))).toEqual({
      status: 415,
      kind: 'wrongType',
    })
    const observer = await running.relay.sessions.mintToken(session.sessionId, 'observer', 'Bo')
    expect(await refusedAs(await put(png, observer.token))).toEqual({ status: 403, kind: 'notAllowed' })
    expect(await refusedAs(await put(png, 'x'.repeat(43)))).toEqual({ status: 401, kind: 'notAdmitted' })
    const large = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)])
    expect(await refusedAs(await put(large))).toEqual({ status: 413, kind: 'tooLarge' })
    for (const name of ['0'.repeat(64), '..%2f..%2fdb', '%00'])
      expect((await call('GET', of(`/assets/${name}`), { as: session.token })).status).toBe(404)
  })
})

test('every answer carries strict headers; only named origins may read across', async () => {
  const answer = await call('GET', '/nowhere')
  expect(await refusedAs(answer)).toEqual({ status: 404, kind: 'notFound' })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  const ours = await call('OPTIONS', '/api/sessions', { headers: { origin: 'app://samverkstad' } })
  expect([ours.status, ours.headers.get('access-control-allow-origin')]).toEqual([204, 'app://samverkstad'])
  const foreign = await call('GET', '/healthz', { headers: { origin: 'http://evil.example' } })
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
})

test('health is for anybody, metrics are for the key', async () => {
  expect((await call('GET', '/healthz')).status).toBe(200)
  expect((await call('GET', '/readyz')).status).toBe(200)
  expect((await call('GET', '/metrics')).status).toBe(401)
  const text = await (await call('GET', '/metrics', { as: running.relay.key })).text()
  expect(text).toMatch(/^samverkstad_refusals_total\{reason="notAdmitted"\} 1$/m)
})

test('a second listener serves guests and nobody else, and closes with everyone who came through it', async () => {
  const outside = await running.relay.listenAlso({
    host: '127.0.0.1',
    port: 0,
    serves: (_method, path) => path === '/page',
  })
  const url = `http://127.0.0.1:${outside.port}`
  const authorization = `Bearer ${running.relay.key}`
  for (const path of [
    '/api/sessions',
    '/api/library',
    '/metrics',
    '/facilitator/',
    '/',
    '//api/sessions',
    '/api/sessions?x',
  ])
    expect(
      (
        await fetch(url + path, {
          method: path.startsWith('/api/s') ? 'POST' : 'GET',
          headers: { authorization },
        })
      ).status,
    ).toBe(404)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(
    (await fetch(url + of('/me'), { headers: { authorization: `Bearer ${session.token}` } })).status,
  ).toBe(200)
  const [guest, inside] = [url, running.relay.url].map((at) =>
    connectByHand({ ...session, url: at, room: 'common' }),
  )
  await Promise.all([guest!.opened, inside!.opened])
  const careless = await running.relay.listenAlso({ host: '127.0.0.1', port: 0, serves: () => true })
  const made = await fetch(`http://127.0.0.1:${careless.port}/api/sessions`, {
    method: 'POST',
    headers: { authorization },
  })
  expect(made.status).toBe(401)
  await careless.close()
  await outside.close()
  expect(await guest!.closed).toEqual({ code: 4440, reason: 'removed' })
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  expect(inside!.socket.readyState).toBe(inside!.socket.OPEN)
  inside!.socket.terminate()
})

test('an orderly close shuts doors, unless they are to be kept', async () => {
  for (const [keepDoors, left] of [
    [false, 0],
    [true, 1],
  ] as const) {
    const { dataDir } = running
    await running.relay.close()
    running = await startTestRelay({ dataDir, doorway, keepDoors })
    await call('POST', of('/door'), { as: session.token })
    expect(running.relay.doors.list()).toHaveLength(1)
    await running.relay.close()
    running = await startTestRelay({ dataDir, doorway })
    expect(running.relay.doors.list()).toHaveLength(left)
  }
})
