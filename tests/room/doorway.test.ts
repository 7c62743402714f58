// How the desk knows which network the room is on: several at once, a choice that is remembered, and moving.
import { request } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { until } from '../relay/harness'
import { ask, cable, openTestRoom, otherWifi, wifi, type TestRoom } from './testRoom'

let room: TestRoom
afterEach(() => room.end())

test('every address of the local network leads in, the likeliest first, and no other address does', async () => {
  room = await openTestRoom([wifi, cable])
  const { addresses } = await room.openDoor()
  expect(addresses.map((each) => [each.interface, new URL(each.url).hostname])).toEqual([
    ['wlan0', '127.0.0.2'],
    ['eth0', '127.0.0.3'],
  ])
  for (const { shortUrl } of addresses) expect((await ask(`${shortUrl}/healthz`)).status).toBe(200)
  const { port } = new URL(addresses[0]!.shortUrl)
  for (const inside of ['127.0.0.1', '127.0.0.5'])
    await expect(ask(`http://${inside}:${port}/healthz`), inside).rejects.toThrow('ECONNREFUSED')
  expect(await room.status()).toMatchObject({
    addresses: [{ kind: 'wifi' }, { kind: 'cable' }],
    suggested: '127.0.0.2',
    encryption: { isOn: false, fingerprint: null },
    movedAt: null,
  })
})

test('the chosen address comes first, in the door too, and is chosen the next time on these networks alone', async () => {
  room = await openTestRoom([wifi, cable])
  await room.openDoor()
  const changed = await room.change({ address: cable.address })
  expect(changed.addresses.map((each) => each.address)).toEqual([cable.address, wifi.address])
  expect(changed.suggested).toBe(wifi.address)
  expect((await room.openDoor()).addresses[0]!.url).toContain(`//${cable.address}:`)
  await room.closeDoor()

  expect((await room.openDoor()).addresses[0]!.interface).toBe('eth0')
  await room.closeDoor()
  room.moveTo(otherWifi, cable)
  expect((await room.openDoor()).addresses[0]!.interface).toBe('wlan0')
  await room.closeDoor()
  room.moveTo(wifi, cable)
  await room.test.restart()
  const again = await room.test.ask('POST', `/api/library/${room.sessionId}/open`)
  const { token } = again.json as { token: string }
  const path = `${room.test.desk.url}/api/sessions/${room.sessionId}/door`
  await fetch(path, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  expect((await room.status()).addresses[0]!.interface).toBe('eth0')
})

test('what cannot be chosen changes nothing; malformed wishes are refused', async () => {
  room = await openTestRoom([wifi, cable])
  await room.openDoor()
  expect((await room.change({ address: '192.0.2.1' })).addresses[0]!.address).toBe(wifi.address)
  expect((await room.test.ask('PUT', '/api/doorway', { isEncrypted: 'yes' })).status).toBe(400)
})

test('a network that joins changes nothing for who is in; one that guests were shown and that goes is noticed', async () => {
  room = await openTestRoom([cable])
  await room.openDoor()
  room.moveTo(wifi, cable)
  await until(async () => (await room.status()).addresses.length === 2, 'the wifi is there', 30_000)
  expect(await room.status()).toMatchObject({
    addresses: [{ kind: 'cable' }, { kind: 'wifi' }],
    movedAt: null,
  })

  room.moveTo(otherWifi)
  await until(async () => (await room.status()).movedAt !== null, 'the move is noticed', 30_000)
  const { addresses } = await room.openDoor()
  expect(addresses.map((each) => new URL(each.url).hostname)).toEqual([otherWifi.address])
  expect((await ask(`${addresses[0]!.shortUrl}/healthz`)).status).toBe(200)
  await room.closeDoor()
  await room.openDoor()
  expect((await room.status()).movedAt, 'a new door begins anew').toBeNull()
})

test('without a network only this computer comes in; when it returns, nothing has moved', async () => {
  room = await openTestRoom([])
  expect((await room.openDoor()).addresses[0]!.shortUrl).toContain('127.0.0.1')
  expect((await room.status()).addresses[0]!.kind).toBe('loopback')
  room.moveTo(wifi)
  await until(async () => (await room.status()).addresses[0]!.kind === 'wifi', 'on the wifi', 30_000)
  room.moveTo()
  await until(async () => (await room.status()).addresses[0]!.kind === 'loopback', 'off it', 30_000)
  room.moveTo(wifi)
  await until(async () => (await room.status()).addresses[0]!.kind === 'wifi', 'on it again', 30_000)
  expect((await room.status()).movedAt).toBeNull()
})

test('devices that reach this computer are counted once each, itself never, and none of it outlives the door', async () => {
  room = await openTestRoom([wifi, cable])
  const { addresses } = await room.openDoor()
  const [first, second] = addresses.map((each) => each.shortUrl)
  await ask(`${first}/healthz`, { localAddress: wifi.address })
  expect((await room.status()).reached).toBe(0)
  for (const phone of ['127.0.0.9', '127.0.0.9', '127.0.0.10'])
    for (const url of [first, second]) await ask(`${url}/nowhere`, { localAddress: phone })
  expect((await room.status()).reached).toBe(2)
  expect(JSON.stringify(await room.status())).not.toContain('127.0.0.9')
  await room.closeDoor()
  await room.openDoor()
  expect((await room.status()).reached).toBe(0)
})

test('while a door is open the computer has a name, with the port in its address; afterwards it has none', async () => {
  room = await openTestRoom([wifi])
  expect((await room.status()).localUrl).toBeNull()
  const { addresses } = await room.openDoor()
  const { port } = new URL(addresses[0]!.shortUrl)
  await until(async () => (await room.status()).localUrl !== null, 'there is a name', 30_000)
  expect((await room.status()).localUrl).toBe(`http://samverkstad.local:${port}`)
  // As a browser asks that has looked the name up.
  const page = await ask(`${addresses[0]!.shortUrl}/`, { headers: { host: `samverkstad.local:${port}` } })
  expect(page.headers['content-security-policy']).toContain(`ws://samverkstad.local:${port}`)
  await room.closeDoor()
  await until(async () => (await room.status()).localUrl === null, 'it is gone', 30_000)
})

test('only the key opens it, and only on this computer', async () => {
  room = await openTestRoom([wifi])
  const { addresses } = await room.openDoor()
  const asked = (url: string, bearer: string) =>
    new Promise<number>((resolve, reject) => {
      request(url, { headers: { authorization: `Bearer ${bearer}` } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
  const { url, key } = room.test.desk
  expect(await asked(`${url}/api/doorway`, room.token)).toBe(401)
  expect(await asked(`${url}/api/doorway`, key)).toBe(200)
  expect(await asked(`${addresses[0]!.shortUrl}/api/doorway`, key)).toBe(404)
})
