// What does not work is told by its name, and nothing is sent anywhere but to the address that was given.
import { createServer as createWeb, type Server } from 'node:http'
import { createServer as createTls } from 'node:https'
import { stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../relay/desk/testDesk'
import { startTestRelay, until, type TestRelay } from '../relay/harness'
import { quick } from './quick'

let hosted: TestRelay
let desk: TestDesk
let sessionId: string
const servers: Server[] = []

beforeEach(async () => {
  hosted = await startTestRelay({ keepDoors: true })
  desk = await openTestDesk({ uplinkTiming: quick })
  const made = await desk.ask('POST', '/api/library', { title: 'Byns kök', template: 'empty' })
  ;({ sessionId } = made.json as { sessionId: string })
  await desk.ask('POST', `/api/library/${sessionId}/open`, { name: 'Astrid' })
})
afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  await desk.end()
  await hosted.stop()
})

const listen = async (server: Server) => {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const check = async (address: string, key: string) =>
  (await desk.ask('POST', '/api/online/check', { address, key })).json
const setOrganisation = (address: string, key: string) =>
  desk.ask('PUT', '/api/online/organisation', { address, key })
const share = async () => (await desk.ask('POST', `/api/online/sessions/${sessionId}`, { name: 'A' })).json

test('without an organisation, with a wrong key, with nobody there', async () => {
  expect(await share()).toEqual({ kind: 'noOrganisation' })
  await setOrganisation(hosted.relay.url, 'x'.repeat(43))
  expect(await share()).toEqual({ kind: 'keyWrong' })
  expect(await check(hosted.relay.url, 'x'.repeat(43))).toEqual({ kind: 'keyWrong' })
  expect(await check(hosted.relay.url, hosted.relay.key)).toEqual({ address: hosted.relay.url })
  const gone = await listen(createWeb())
  servers.pop()!.close()
  expect(await check(`http://127.0.0.1:${gone}`, hosted.relay.key)).toEqual({ kind: 'unreachable' })
})

test('only https, but for this very computer', async () => {
  for (const address of ['http://relay.example.se', 'http://10.0.0.5:4750', 'ftp://127.0.0.1', 'https://a/b'])
    expect(await check(address, hosted.relay.key)).toEqual({ kind: 'badAddress' })
  expect((await setOrganisation('http://relay.example.se', 'k')).status).toBe(400)
  expect(
    (
      await desk.ask('POST', '/api/online/open', {
        link: 'http://relay.example.se/#join=abc',
        name: 'Astrid',
      })
    ).json,
  ).toEqual({ kind: 'badLink' })
})

test('a certificate that nobody vouches for is refused, and the key is not sent', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
  let asked = 0
  const port = await listen(createTls({ key, cert }, () => asked++) as unknown as Server)
  expect(await check(`https://127.0.0.1:${port}`, hosted.relay.key)).toEqual({ kind: 'certificate' })
  expect(asked).toBe(0)
})

test('what sends one on to somewhere else is not followed, and something else is no relay', async () => {
  let elsewhere = 0
  const other = await listen(createWeb((_request, reply) => (elsewhere++, reply.end('{}'))))
  const sends = await listen(
    createWeb((_request, reply) => reply.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end()),
  )
  expect(await check(`http://127.0.0.1:${sends}`, hosted.relay.key)).toEqual({ kind: 'notARelay' })
  expect(elsewhere).toBe(0)
  const page = await listen(createWeb((_request, reply) => reply.end('<!doctype html>')))
  expect(await check(`http://127.0.0.1:${page}`, hosted.relay.key)).toEqual({ kind: 'notARelay' })
})

test('the key goes in and never comes out, and lies in a file of its owner alone', async () => {
  await setOrganisation(hosted.relay.url, ` ${hosted.relay.key} `)
  const shown = await desk.ask('GET', '/api/online/organisation')
  expect(shown.json).toEqual({ address: hosted.relay.url, protection: 'file' })
  const file = join(desk.dataDir, 'organisation.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await share()
  for (const path of [`/api/online/sessions/${sessionId}`, '/api/online/organisation', '/api/library'])
    expect(JSON.stringify(await desk.ask('GET', path))).not.toContain(hosted.relay.key)
  const kept = JSON.stringify(await desk.desk.relay.records.listRecords('uplink'))
  expect(kept).not.toContain(hosted.relay.key)
  await desk.ask('DELETE', '/api/online/organisation')
  expect((await desk.ask('GET', '/api/online/organisation')).status).toBe(404)
  await expect(stat(file)).rejects.toThrow()
})

test('only whoever has the key of this launch may share online', async () => {
  const { token } = await desk.desk.relay.sessions.mintToken(sessionId, 'facilitator', 'Lurad')
  for (const bearer of [token, '', 'x'.repeat(43)])
    for (const [method, path] of [
      ['GET', `/api/online/sessions/${sessionId}`],
      ['POST', `/api/online/sessions/${sessionId}`],
      ['DELETE', `/api/online/sessions/${sessionId}`],
      ['GET', '/api/online/organisation'],
      ['POST', '/api/online/open'],
    ] as const) {
      const answer = await fetch(desk.desk.url + path, {
        method,
        headers: { authorization: `Bearer ${bearer}` },
      })
      expect(answer.status).toBe(401)
    }
})

test('a full room there is told as such, and the others go on', async () => {
  const small = await startTestRelay({ keepDoors: true, limits: { roomBytes: 20_000 } })
  try {
    await setOrganisation(small.relay.url, small.relay.key)
    await share()
    const state = async () =>
      (
        (await desk.ask('GET', `/api/online/sessions/${sessionId}`)).json as {
          state: Record<string, unknown>
        }
      ).state
    await until(async () => (await state()).reached === true, 'online', 15_000)
    const { Doc, encodeStateAsUpdate } = await import('yjs')
    const doc = new Doc()
    doc.getMap('map').set('key', 'x'.repeat(30_000))
    await desk.desk.relay.rooms.write(sessionId, 'page-large', encodeStateAsUpdate(doc))
    await until(async () => (await state()).held === 'full', 'it is told', 15_000)
    expect((await state()).kind).toBe('online')
  } finally {
    await small.stop()
  }
})
