// The relay behind nginx, with the configuration that is shipped: pages, real edits, and limits that count the people
// behind the proxy and not the proxy.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { until } from '../relay/harness'
import { ask, asMember, openSession } from './ask'
import { startNginx, type Nginx } from './nginx'
import { freePort, makePlace, writeCertificate, type CertificateFiles, type Place } from './places'

// Elsewhere a computer has but one address of its own, and nginx need not be there.
describe.skipIf(process.platform !== 'linux')('behind nginx', () => {
  let place: Place
  let relay: ChildRelay
  let nginx: Nginx
  let certificate: CertificateFiles
  let url: string
  let plainUrl: string

  beforeAll(async () => {
    place = await makePlace()
    certificate = await writeCertificate(place.folder, 'site')
    const [httpPort, httpsPort] = [await freePort(), await freePort()]
    url = `https://localhost:${httpsPort}`
    plainUrl = `http://127.0.0.1:${httpPort}`
    relay = await startChildRelay(`${place.folder}/data`, {
      options: `--trust-proxy 127.0.0.1 --public-url ${url} --pages ${place.pages}
        --limits connectionsPerAddress=3,joinTriesPerMinute=4`.split(/\s+/),
    })
    const relayPort = Number(new URL(relay.url).port)
    nginx = await startNginx({ folder: place.folder, httpPort, httpsPort, relayPort, certificate })
  })
  afterAll(async () => {
    await nginx?.stop()
    await relay?.kill()
    await place?.remove()
  })

  const get = (path: string, from = '127.0.0.2') => ask(url + path, { ca: certificate.pem, from })
  const socketTo = (
    at: { sessionId: string; token: string },
    from: string,
    { base = url.replace('http', 'ws'), headers = {} } = {},
  ) =>
    new WebSocket(`${base}/sync/${at.sessionId}/page-a?token=${at.token}`, {
      ca: certificate.pem,
      localAddress: from,
      headers,
    })
  const fate = (socket: WebSocket) =>
    new Promise<string>((resolve, reject) => {
      socket.once('message', () => resolve('in'))
      socket.once('close', (code, reason) => resolve(`${code} ${reason.toString()}`))
      socket.once('error', reject)
    })

  test('guests get their page over TLS, with a policy that lets it connect; nobody gets the facilitator’s', async () => {
    const page = await get('/')
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<title>guest') })
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(page.headers['content-security-policy']).toContain(` wss://${new URL(url).host} `)
    for (const path of ['/facilitator/', '/facilitator/index.html', '/metrics', '/api/backup'])
      expect((await get(path)).status, path).toBe(404)
    const led = await ask(`${plainUrl}/guest/`)
    expect(led.status).toBe(301)
    expect(led.headers.location).toMatch(/^https:/)
  })

  test('two people edit through it, and the link for guests is the public one', async () => {
    const at = await openSession(url, relay.key, { ca: certificate.pem })
    const door = await ask(`${url}/api/sessions/${at.sessionId}/door`, {
      method: 'POST',
      headers: asMember(at.token),
      ca: certificate.pem,
    })
    expect((door.json.addresses as { url: string }[])[0]!.url).toContain(`${url}/#join=`)
    const joined = await ask(`${url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: door.json.code, name: 'Amina' }),
      from: '127.0.0.5',
      ca: certificate.pem,
    })
    expect(joined.status).toBe(200)

    const connect = (token: string, from: string) => {
      class Socket extends WebSocket {
        constructor(address: string, protocols?: string[]) {
          super(address, protocols, { ca: certificate.pem, localAddress: from })
        }
      }
      return new WebsocketProvider(
        `${url.replace('http', 'ws')}/sync/${at.sessionId}`,
        'page-a',
        new Y.Doc(),
        {
          params: { token },
          disableBc: true,
          WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
        },
      )
    }
    const leader = connect(at.token, '127.0.0.4')
    const guest = connect(String(joined.json.token), '127.0.0.5')
    const text = 'Grannköket '.repeat(10_000)
    leader.doc.getText('text').insert(0, text)
    guest.doc.getMap('map').set('from', 'guest')
    await until(
      () => guest.doc.getText('text').toString() === text && leader.doc.getMap('map').get('from') === 'guest',
      'both have it',
      30_000,
    )
    leader.destroy()
    guest.destroy()
  })

  test('limits per address count whom nginx heard, whatever a client says of itself', async () => {
    const at = await openSession(url, relay.key, { ca: certificate.pem })
    const from = (address: string, headers = {}) => socketTo(at, address, { headers })
    const full: WebSocket[] = []
    for (let count = 0; count < 3; count++) {
      const socket = from('127.0.0.6')
      full.push(socket)
      expect(await fate(socket)).toBe('in')
    }
    expect(await fate(from('127.0.0.6'))).toBe('4430 tooMany')
    expect(await fate(from('127.0.0.6', { 'x-forwarded-for': '198.51.100.1' }))).toBe('4430 tooMany')
    const other = from('127.0.0.7')
    expect(await fate(other)).toBe('in')

    // Past the proxy the same headers are worth nothing.
    const past = { base: relay.url.replace('http', 'ws'), headers: { 'x-forwarded-for': '198.51.100.2' } }
    for (let count = 0; count < 3; count++) {
      const socket = socketTo(at, '127.0.0.8', past)
      full.push(socket)
      expect(await fate(socket)).toBe('in')
    }
    expect(await fate(socketTo(at, '127.0.0.8', past))).toBe('4430 tooMany')
    for (const socket of [...full, other]) socket.terminate()
  })

  test('wrong codes are counted by the address behind the proxy', async () => {
    const tryCode = async (from: string) => {
      const { status } = await ask(`${url}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${from.length}` },
        body: JSON.stringify({ code: 'CDFGHJ', name: 'Nobody' }),
        from,
        ca: certificate.pem,
      })
      return status
    }
    for (let count = 0; count < 4; count++) expect(await tryCode('127.0.0.9')).toBe(404)
    expect(await tryCode('127.0.0.9')).toBe(429)
    expect(await tryCode('127.0.0.10')).toBe(404)
  })
})
