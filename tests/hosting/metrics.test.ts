// What watches over a hosted relay: metrics and who may read them, the dashboard and the alerts made of them, readiness.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { connectByHand, oneEdit, startTestRelay, until } from '../relay/harness'
import { ask, asMember, openSession } from './ask'
import { freePort, makePlace, type Place } from './places'

let place: Place
let relay: ChildRelay
let metricsUrl: string
const metricsKey = 'm'.repeat(32)

beforeAll(async () => {
  place = await makePlace()
  const keyFile = join(place.folder, 'metrics-key')
  await writeFile(keyFile, metricsKey)
  const port = await freePort()
  metricsUrl = `http://127.0.0.1:${port}`
  relay = await startChildRelay(join(place.folder, 'data'), {
    options: ['--metrics-key-file', keyFile, '--metrics-listen', `127.0.0.1:${port}`],
  })
  const at = await openSession(relay.url, relay.key)
  const hand = connectByHand({ url: relay.url, ...at, room: 'page-a' })
  await hand.opened
  hand.sendUpdate(oneEdit('a', 1))
  await until(() => hand.acked() === 1, 'the edit is on disk')
  await connectByHand({ url: relay.url, ...at, token: 'x'.repeat(43), room: 'page-a' }).closed
})
afterAll(async () => {
  await relay?.kill()
  await place?.remove()
})

const hosting = (name: string) =>
  readFile(fileURLToPath(new URL(`../../docs/hosting/${name}`, import.meta.url)), 'utf8')

/** Names of all series in a text of metrics. */
const seriesIn = (text: string) =>
  new Set(text.split('\n').flatMap((line) => /^([a-z_][a-z0-9_]*)[{ ]/.exec(line)?.[1] ?? []))
const named = (expression: string) => expression.match(/\b(samverkstad|process|nodejs)_[a-z0-9_]+/g) ?? []

test('every metric of the dashboard and of the alerts is one that the relay gives', async () => {
  const series = seriesIn((await ask(`${metricsUrl}/metrics`)).text)
  const dashboard = JSON.parse(await hosting('grafana-dashboard.json')) as {
    panels: { title: string; targets?: { expr: string }[] }[]
  }
  const shown = dashboard.panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => named(expr)))
  const alerts = [...(await hosting('alerts.yml')).matchAll(/^ +expr: (.+)$/gm)].flatMap(([, expr]) =>
    named(expr!),
  )
  expect(shown.length).toBeGreaterThan(20)
  expect(alerts.length).toBeGreaterThan(5)
  for (const name of [...shown, ...alerts]) expect(series, name).toContain(name)
})

test('they count what happened', async () => {
  const { text } = await ask(`${metricsUrl}/metrics`)
  for (const line of [
    'samverkstad_connections 1',
    'samverkstad_rooms 1',
    'samverkstad_sessions 1',
    'samverkstad_stored_sessions 1',
    'samverkstad_updates_total 1',
    'samverkstad_ack_seconds_count 1',
    'samverkstad_ready 1',
    'samverkstad_refusals_total{reason="notAdmitted"} 1',
  ])
    expect(text).toContain(`${line}\n`)
  const value = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1])
  expect(value('samverkstad_received_bytes_total')).toBeGreaterThan(0)
  expect(value('samverkstad_database_bytes')).toBeGreaterThan(100)
  expect(value('samverkstad_disk_free_bytes')).toBeGreaterThan(value('samverkstad_disk_reserve_bytes'))
})

test('two keys open them, and nothing else does; the key for metrics opens nothing else', async () => {
  const url = `${relay.url}/metrics`
  expect((await ask(url)).status).toBe(401)
  expect((await ask(url, { headers: asMember('n'.repeat(32)) })).status).toBe(401)
  expect((await ask(url, { headers: asMember(metricsKey) })).status).toBe(200)
  expect((await ask(url, { headers: asMember(relay.key) })).status).toBe(200)
  const other = { method: 'POST', headers: asMember(metricsKey) }
  expect((await ask(`${relay.url}/api/sessions`, other)).status).toBe(401)
  expect((await ask(`${relay.url}/api/backup`, { headers: asMember(metricsKey) })).status).toBe(401)
  expect((await ask(`${metricsUrl}/api/sessions`)).status).toBe(404)
})

test('ready means: written to the disk just now, and space left on it', async () => {
  const ready = await ask(`${metricsUrl}/readyz`)
  expect(ready).toMatchObject({ status: 200, json: { ready: true, because: [] } })
  expect((await ask(`${relay.url}/readyz`)).json).toEqual({ ready: true, because: [] })

  const full = await startTestRelay({ limits: { diskReserveBytes: Number.MAX_SAFE_INTEGER } })
  try {
    const answer = await ask(`${full.relay.url}/readyz`)
    expect(answer).toMatchObject({ status: 503, json: { ready: false, because: ['diskNearlyFull'] } })
    expect(await full.relay.status.metrics()).toContain('samverkstad_ready 0\n')
  } finally {
    await full.stop()
  }
})

test('a disk that refuses writes is found by asking', async () => {
  const dataDir = join(place.folder, 'limited')
  // LevelDB's files may not grow: as when the disk is full.
  const limited = await startChildRelay(dataDir, { mostKilobytesPerFile: 64 })
  try {
    await until(
      async () => {
        const { status, json } = await ask(`${limited.url}/readyz`)
        for (let count = 0; count < 20; count++) await openSession(limited.url, limited.key)
        return status === 503 && JSON.stringify(json.because).includes('storageFailed')
      },
      'it is not ready',
      60_000,
    )
  } finally {
    await limited.kill()
  }
})
