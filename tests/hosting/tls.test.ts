// TLS without a proxy, a certificate renewed while the relay runs, and what is said of files that do not fit.
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { until } from '../relay/harness'
import { runProgram } from '../relay/runProgram'
import { ask, openSession } from './ask'
import { makePlace, writeCertificate, type CertificateFiles, type Place } from './places'

let place: Place
let relay: ChildRelay
let used: CertificateFiles
let next: CertificateFiles
beforeAll(async () => {
  place = await makePlace()
  used = await writeCertificate(place.folder, 'used')
  next = await writeCertificate(place.folder, 'next')
  relay = await startChildRelay(join(place.folder, 'data'), {
    options: ['--tls-cert', used.cert, '--tls-key', used.key, '--pages', place.pages],
  })
})
afterAll(async () => {
  await relay?.kill()
  await place?.remove()
})

test('pages and sockets come encrypted, and browsers are told to insist on it', async () => {
  expect(relay.url).toMatch(/^https:/)
  const page = await ask(relay.url, { ca: used.pem })
  expect(page.status).toBe(200)
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000')
  expect(page.headers['content-security-policy']).toContain(` wss://${new URL(relay.url).host} `)
  expect(page.headers['cross-origin-opener-policy']).toBe('same-origin')

  const { sessionId, token } = await openSession(relay.url, relay.key, { ca: used.pem })
  const socket = new WebSocket(
    `${relay.url.replace('http', 'ws')}/sync/${sessionId}/control?token=${token}&acks=1`,
    { ca: used.pem },
  )
  await new Promise((resolve, reject) => {
    socket.once('message', resolve)
    socket.once('error', reject)
  })
  socket.terminate()
})

test('SIGHUP shows the new certificate to newcomers; one that cannot be used changes nothing', async () => {
  const shown = async () => {
    // Both are trusted here: which of them is shown is the question.
    const answer = await ask(`${relay.url}/healthz`, { ca: [used.pem, next.pem] })
    return answer.fingerprint
  }
  const before = await shown()
  const kept = await readFile(used.cert, 'utf8')
  await writeFile(used.cert, 'no certificate')
  process.kill(relay.pid, 'SIGHUP')
  await until(() => relay.log().includes('certificate not read anew'), 'it is said', 30_000)
  expect(await shown()).toBe(before)

  await copyFile(next.cert, used.cert)
  await copyFile(next.key, used.key)
  process.kill(relay.pid, 'SIGHUP')
  await until(async () => (await shown()) !== before, 'the new one is shown', 30_000)
  await writeFile(used.cert, kept)
})

test.each([
  [['--tls-cert', 'CERT'], 'one of them is missing'],
  [['--tls-cert', 'CERT', '--tls-key', 'OTHERKEY'], '--tls-key must name the key that belongs to'],
  [['--tls-cert', 'PAGE', '--tls-key', 'OTHERKEY'], '--tls-cert must name a certificate in PEM form'],
  [['--tls-cert', 'NONE', '--tls-key', 'OTHERKEY'], '--tls-cert names a file that cannot be read'],
  [['--pages', 'NONE'], '--pages must name a folder with the built pages'],
  [['--metrics-key-file', 'NONE'], '--metrics-key-file'],
  [['--key-file', 'PAGE'], '--key-file'],
])('%j is refused before anything is served', async (given, sentence) => {
  const fresh = await writeCertificate(place.folder, 'fresh')
  const files: Record<string, string> = {
    CERT: fresh.cert,
    OTHERKEY: next.key,
    PAGE: join(place.pages, 'guest/index.html'),
    NONE: join(place.folder, 'none'),
  }
  const options = given.map((each) => files[each] ?? each)
  const ran = await runProgram(['--data', join(place.folder, 'other'), '--port', '0', ...options])
  expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) })
  expect(ran.err.trimEnd().split('\n')).toHaveLength(1)
})
