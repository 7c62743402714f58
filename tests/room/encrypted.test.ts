// Encryption in the room: the relay's own certificate, on the same port, with nothing left in the clear.
import { readFile, stat } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join as joinPath } from 'node:path'
import { connect as connectTls, createSecureContext } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { joined } from '../../shared/relay/api'
import { connectByHand, until } from '../relay/harness'
import { ask, cable, openTestRoom, otherWifi, wifi, type TestRoom } from './testRoom'

let room: TestRoom
afterEach(() => room.end())

const base = async () => (await room.openDoor()).addresses[0]!.shortUrl

test('switched on, everything is served by https under the fingerprint that is shown', async () => {
  room = await openTestRoom([wifi, cable])
  const plain = await base()
  expect((await ask(`${plain}/`)).status).toBe(200)
  const { encryption, addresses } = await room.change({ isEncrypted: true })
  expect(encryption).toEqual({
    isOn: true,
    fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  })
  const { addresses: shown } = await room.openDoor()
  expect(shown.map((each) => each.shortUrl)).toEqual(addresses.map((each) => each.url))
  for (const { url, shortUrl } of shown) {
    expect(url).toMatch(/^https:\/\/127\.0\.0\.[23]:\d+\/#join=/)
    const page = await ask(`${shortUrl}/`)
    expect(page.status).toBe(200)
    expect(page.fingerprint).toBe(encryption.fingerprint)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain(` wss://${new URL(shortUrl).host} `)
    expect(policy).not.toContain(' ws://')
    expect(page.headers['cross-origin-opener-policy']).toBe('same-origin')
  }
  expect(new URL(shown[0]!.shortUrl).port).toBe(new URL(plain).port)
})

test('a browser that trusts the certificate takes it for each address and for the name', async () => {
  room = await openTestRoom([wifi, cable])
  await room.change({ isEncrypted: true })
  const { port } = new URL(await base())
  await until(async () => (await room.status()).localUrl !== null, 'there is a name', 30_000)
  expect((await room.status()).localUrl).toBe(`https://samverkstad.local:${port}`)
  const pem = await certificateOf(wifi.address, Number(port))
  for (const host of [wifi.address, cable.address])
    await expect(shakeHands({ host, port: Number(port), ca: pem })).resolves.toBe('TLSv1.3')
  await expect(
    shakeHands({ host: wifi.address, port: Number(port), ca: pem, servername: 'samverkstad.local' }),
  ).resolves.toBe('TLSv1.3')
  await expect(
    shakeHands({ host: wifi.address, port: Number(port), ca: pem, servername: 'other.local' }),
  ).rejects.toThrow('altnames')
})

test('people join and write over wss', async () => {
  room = await openTestRoom([wifi])
  await room.change({ isEncrypted: true })
  const { code, addresses } = await room.openDoor()
  const url = addresses[0]!.shortUrl
  const answer = await ask(`${url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name: 'Amina' }),
  })
  const guest = joined.parse(JSON.parse(answer.body))
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/sync/${guest.sessionId}/common?token=${guest.token}`,
    {
      rejectUnauthorized: false,
    },
  )
  const heard: Buffer[] = []
  socket.on('message', (message: Buffer) => heard.push(message))
  await until(() => heard.length > 0, 'the relay speaks', 30_000)
  socket.terminate()
})

test('in the clear there is only the way to https', async () => {
  room = await openTestRoom([wifi])
  await room.change({ isEncrypted: true })
  const door = await room.openDoor()
  const { host } = new URL(door.addresses[0]!.shortUrl)
  const led = await ask(`http://${host}/guest/?a=1`)
  expect([led.status, led.headers.location]).toEqual([307, `https://${host}/guest/?a=1`])
  expect(led.headers['cache-control']).toBe('no-store')
  for (const named of ['evil.example/x', 'a b', 'x;y'])
    expect(
      (await ask(`http://${host}/`, { headers: { host: named } })).headers.location,
      named,
    ).toBeUndefined()
  const join = await ask(`http://${host}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: door.code, name: 'Bo' }),
  })
  expect(join.status).toBe(403)
  for (const path of [`/sync/${room.sessionId}/common?token=${room.token}`, '/probe/echo']) {
    const socket = new WebSocket(`ws://${host}${path}`)
    const refused = await new Promise<string>((resolve) => {
      socket.on('error', (problem) => resolve(problem.message))
      socket.on('open', () => resolve('open'))
    })
    expect(refused, path).toContain('404')
  }
})

test('the key of the launch opens nothing over TLS either', async () => {
  room = await openTestRoom([wifi])
  await room.change({ isEncrypted: true })
  const url = await base()
  const headers = { authorization: `Bearer ${room.test.desk.key}` }
  for (const path of ['/metrics', '/api/library', '/api/doorway', '/facilitator/'])
    expect((await ask(url + path, { headers })).status, path).toBe(404)
  const created = await ask(`${url}/api/sessions`, { method: 'POST', headers })
  expect(created.status).toBe(404)

  // Nor where a listener lets everything through.
  const pem = await readFile(joinPath(room.test.dataDir, 'certificate.pem'))
  const context = createSecureContext({ key: pem, cert: pem })
  const careless = await room.test.desk.relay.listenAlso({
    host: wifi.address,
    port: 0,
    serves: () => true,
    secureContext: () => context,
  })
  const metrics = await ask(`https://${wifi.address}:${careless.port}/metrics`, { headers })
  expect(metrics.status).toBe(401)
})

test('switching disconnects who is in, and is remembered; off, the address is plain again', async () => {
  room = await openTestRoom([wifi])
  const plain = await base()
  const guest = connectByHand({ url: plain, sessionId: room.sessionId, room: 'common', token: room.token })
  await guest.opened
  await room.change({ isEncrypted: true })
  expect(await guest.closed).toMatchObject({ code: 4440 })
  await room.test.restart()
  const reopened = await openAgain()
  expect(reopened).toMatch(/^https:/)
  await room.change({ isEncrypted: false })
  const { host } = new URL(reopened)
  expect((await ask(`http://${host}/`)).status).toBe(200)
  await expect(ask(`https://${host}/`)).rejects.toThrow()
})

test('the key lies in the data folder, and only its owner can read it', async () => {
  room = await openTestRoom([wifi])
  await room.change({ isEncrypted: true })
  await base()
  const { mode } = await stat(joinPath(room.test.dataDir, 'certificate.pem'))
  expect(mode & 0o777).toBe(0o600)
})

test('on another network the certificate is made anew, while the listener goes on', async () => {
  room = await openTestRoom([wifi])
  await room.change({ isEncrypted: true })
  await base()
  const before = (await room.status()).encryption.fingerprint
  room.moveTo(otherWifi)
  await until(
    async () => (await room.status()).addresses[0]?.address === otherWifi.address,
    'it has moved',
    30_000,
  )
  const { encryption, addresses } = await room.status()
  expect(encryption.fingerprint).not.toBe(before)
  expect((await ask(`${addresses[0]!.url}/`)).fingerprint).toBe(encryption.fingerprint)
})

test('handshakes that come to nothing are cut, and one address has only so many under way', async () => {
  room = await openTestRoom([wifi])
  await room.change({ isEncrypted: true })
  const url = await base()
  const { hostname, port } = new URL(url)
  const begin = () =>
    Array.from({ length: 320 }, () => {
      const socket = connect({ host: hostname, port: Number(port), localAddress: '127.0.0.9' })
      socket.on('error', () => {})
      socket.write(Buffer.from([0x16, 3, 1]))
      return socket
    })
  const openOf = (sockets: Socket[]) => sockets.filter((socket) => !socket.closed).length
  const strangers = begin()
  await until(() => openOf(strangers) <= 300, 'the surplus is cut', 30_000)
  expect(openOf(strangers)).toBe(300)
  expect((await ask(`${url}/healthz`)).status, 'others are served meanwhile').toBe(200)
  for (const socket of strangers) socket.destroy()
  const isServed = () => ask(`${url}/healthz`, { localAddress: '127.0.0.9' }).then(Boolean, () => false)
  await until(isServed, 'who hangs up has room again at once', 5000)

  const silent = begin()
  await until(() => openOf(silent) === 0, 'who goes on saying nothing is cut', 40_000)
})

/** After a restart the desk has a new key and port, and the door is shut. */
async function openAgain(): Promise<string> {
  const opened = await room.test.ask('POST', `/api/library/${room.sessionId}/open`)
  const { token } = opened.json as { token: string }
  const answer = await fetch(`${room.test.desk.url}/api/sessions/${room.sessionId}/door`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  return ((await answer.json()) as { addresses: { shortUrl: string }[] }).addresses[0]!.shortUrl
}

function certificateOf(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ host, port, rejectUnauthorized: false }, () => {
      const { raw } = socket.getPeerCertificate()
      socket.destroy()
      resolve(`-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----\n`)
    })
    socket.on('error', reject)
  })
}

function shakeHands(options: {
  host: string
  port: number
  ca: string
  servername?: string
}): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = connectTls(options, () => {
      const protocol = socket.getProtocol()
      socket.destroy()
      resolve(protocol)
    })
    socket.on('error', reject)
  })
}
