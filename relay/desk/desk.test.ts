import { request } from 'node:http'
import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { door, joined } from '../../shared/relay/api'
import { openTestDesk, script, type TestDesk } from './testDesk'

let running: TestDesk
beforeAll(async () => {
  running = await openTestDesk()
})
afterAll(() => running.end())

const at = (path: string) => running.desk.url + path

/** The answer to a request line exactly as written; fetch would tidy the path up. */
function askRaw(
  base: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (body += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('pages', () => {
  test.each([
    ['/', 'guest'],
    ['/guest/', 'guest'],
    ['/facilitator/', 'facilitator'],
    ['/print/', 'print'],
    ['/?from=qr', 'guest'],
  ])('%s is the %s page, never kept and under a strict policy', async (path, title) => {
    const answer = await fetch(at(path))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(`<title>${title}</title>`)
    const { host } = new URL(running.desk.url)
    const policy = (answer.headers.get('content-security-policy') ?? '').split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        `connect-src 'self' ws://${host} blob: data:`,
      ]),
    )
    expect(policy.find((each) => each.startsWith('script-src'))).not.toContain('unsafe')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(answer.headers.get('permissions-policy')).toContain('camera=()')
  })

  test('a host that is no host does not get into the policy', async () => {
    const { contentPolicy } = await import('../pages/pageHeaders')
    expect(contentPolicy('x; script-src *')).not.toMatch(/ws:|\*/)
    expect(contentPolicy('[::1]:80')).toContain(' ws://[::1]:80 ')
  })

  test('/facilitator leads to /facilitator/', async () => {
    const answer = await fetch(at('/facilitator'), { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/facilitator/'])
  })

  test('files with a hash in their name are kept for good and sent small; unchanged ones not again', async () => {
    const path = '/assets/app-Ab12_-zz.js'
    const answer = await fetch(at(path), { headers: { 'accept-encoding': 'identity' } })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await answer.text()).toBe(script)
    expect((await fetch(at('/assets/plain.css'))).headers.get('cache-control')).toBe('no-cache')
    const again = await fetch(at(path), { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    for (const encoding of ['gzip', 'br']) {
      const packed = await fetch(at(path), { headers: { 'accept-encoding': encoding } })
      expect(packed.headers.get('content-encoding')).toBe(encoding)
      expect(await packed.text()).toBe(script)
    }
  })

  test('gzip is what it says on the wire', async () => {
    const { hostname, port } = new URL(running.desk.url)
    const bytes = await new Promise<Buffer>((resolve) => {
      const chunks: Buffer[] = []
      const headers = { 'accept-encoding': 'gzip' }
      request({ hostname, port, path: '/assets/app-Ab12_-zz.js', headers }, (answer) => {
        answer
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => resolve(Buffer.concat(chunks)))
      }).end()
    })
    expect(bytes.length).toBeLessThan(script.length / 5)
    expect(gunzipSync(bytes).toString()).toBe(script)
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '//etc/passwd',
    '/guest/index.html',
    '/notes.map',
    '/assets/',
    '/%00',
  ])('nothing is found at %s', async (path) => {
    const { status, body } = await askRaw(running.desk.url, path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('secret')
    expect(body).not.toContain('not served')
  })

  test('a name of somebody else pointed at this computer gets nothing (DNS rebinding)', async () => {
    const authorization = `Bearer ${running.desk.key}`
    for (const path of ['/', '/facilitator/', '/api/library'])
      expect((await askRaw(running.desk.url, path, { host: 'evil.example', authorization })).status).toBe(421)
    const { port } = new URL(running.desk.url)
    expect(
      (await askRaw(running.desk.url, '/api/library', { host: `localhost:${port}`, authorization })).status,
    ).toBe(200)
  })
})

describe('the key', () => {
  const paths = [
    ['GET', '/api/library'],
    ['POST', '/api/library'],
    ['POST', '/api/library/file'],
    ['POST', '/api/library/aaaaaaaaaaaaaaaaaaaa/open'],
    ['PATCH', '/api/library/aaaaaaaaaaaaaaaaaaaa'],
    ['DELETE', '/api/library/aaaaaaaaaaaaaaaaaaaa'],
    ['GET', '/api/library/aaaaaaaaaaaaaaaaaaaa/file'],
  ] as const
  test.each(paths)('%s %s wants it', async (method, path) => {
    for (const authorization of [
      '',
      'Bearer wrong',
      `Bearer ${running.desk.key}x`,
      `Basic ${running.desk.key}`,
    ]) {
      const answer = await fetch(at(path), { method, headers: authorization ? { authorization } : {} })
      expect(answer.status).toBe(401)
      expect(await answer.json()).toMatchObject({ kind: 'notAdmitted' })
    }
  })
})

describe('the door', () => {
  async function openDoor() {
    const created = (await running.ask('POST', '/api/library', { title: 'Delad' })).json as {
      sessionId: string
    }
    const { token } = (await running.ask('POST', `/api/library/${created.sessionId}/open`)).json as {
      token: string
    }
    const path = at(`/api/sessions/${created.sessionId}/door`)
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(path, { method: 'POST', headers })
    expect(answer.status).toBe(200)
    return { door: door.parse(await answer.json()), shut: () => fetch(path, { method: 'DELETE', headers }) }
  }

  test('serves guests their page, files, printing and joining; never the facilitator’s page, library or key', async () => {
    const { door: open, shut } = await openDoor()
    const { shortUrl, url } = open.addresses[0]!
    expect(url).toMatch(new RegExp(`^${shortUrl}/#join=[A-Za-z0-9_-]{20,}$`))
    expect(new URL(shortUrl).port).not.toBe(new URL(running.desk.url).port)
    for (const path of ['/', '/guest/', '/print/', '/assets/app-Ab12_-zz.js', '/healthz'])
      expect((await fetch(shortUrl + path)).status, path).toBe(200)
    expect(await (await fetch(shortUrl)).text()).toContain('<title>guest</title>')

    const authorization = `Bearer ${running.desk.key}`
    const asPosted = {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{}',
    }
    for (const path of [
      '/facilitator/',
      '/facilitator',
      '/api/library',
      '/api/library/',
      '/metrics',
      '/%66acilitator/',
    ])
      expect((await askRaw(shortUrl, path, { authorization })).status, path).toBe(404)
    for (const path of ['/api/library', '/api/sessions', '/api//library'])
      expect((await fetch(shortUrl + path, asPosted)).status, path).toBe(404)

    const join = (body: object) =>
      fetch(`${shortUrl}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const guest = joined.parse(await (await join({ code: open.code, name: 'Amina' })).json())
    expect(guest.role).toBe('participant')
    const found = await fetch(`${shortUrl}/api/sessions/${guest.sessionId}/me`, {
      headers: { authorization: `Bearer ${guest.token}` },
    })
    expect(await found.json()).toMatchObject({ name: 'Amina', role: 'participant' })

    const list = (await running.ask('GET', '/api/library')).json as { sessionId: string; people: string[] }[]
    expect(list.find((each) => each.sessionId === guest.sessionId)?.people).toEqual(['Amina'])

    expect((await shut()).status).toBe(204)
    await expect(reach(shortUrl)).rejects.toThrow()
  })

  test('two open doors share one port, and it stays until the last is shut', async () => {
    const first = await openDoor()
    const second = await openDoor()
    expect(second.door.addresses[0]!.shortUrl).toBe(first.door.addresses[0]!.shortUrl)
    expect(second.door.code).not.toBe(first.door.code)
    await first.shut()
    await reach(second.door.addresses[0]!.shortUrl)
    await second.shut()
    await expect(reach(second.door.addresses[0]!.shortUrl)).rejects.toThrow()
  })
})

/** Connects and hangs up; throws when nobody listens. */
function reach(url: string): Promise<void> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.destroy()
      resolve()
    })
    socket.on('error', reject)
  })
}
