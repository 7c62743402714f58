// A backup of a relay at work, its way back, and what is damaged in a store.
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Report } from '../../relay/verify/verifyStore'
import { startChildRelay, type ChildRelay } from './childRelay'
import { connectByHand, oneEdit, until } from './harness'
import { runProgram } from './runProgram'

let folder: string
let relays: ChildRelay[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-backup-'))
  relays = []
})
afterEach(async () => {
  for (const relay of relays) await relay.kill()
  await rm(folder, { recursive: true, force: true })
})

const start = async (dataDir: string) => {
  const relay = await startChildRelay(dataDir)
  relays.push(relay)
  return relay
}

const ask = async (relay: ChildRelay, method: string, path: string, token: string, body?: BodyInit) => {
  const answer = await fetch(relay.url + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body }),
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, string> }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function openSession(relay: ChildRelay) {
  const { json } = await ask(relay, 'POST', '/api/sessions', relay.key)
  const at = { sessionId: json.sessionId!, token: json.token! }
  const picture = await ask(relay, 'POST', `/api/sessions/${at.sessionId}/assets`, at.token, png)
  expect(picture.status).toBe(201)
  return at
}

async function seen(relay: ChildRelay, at: { sessionId: string; token: string }, room: string) {
  const hand = connectByHand({ url: relay.url, ...at, room })
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it was answered')
  hand.socket.terminate()
  return hand.doc.getMap('map')
}

test('a backup made while people write is whole, holds all that was acknowledged before, and goes on elsewhere', async () => {
  const data = join(folder, 'data')
  const relay = await start(data)
  const at = await openSession(relay)
  const writer = connectByHand({ url: relay.url, ...at, room: 'page-a' })
  await writer.opened
  const doc = new Y.Doc()
  let written = 0
  doc.on('update', (update: Uint8Array) => {
    written++
    writer.sendUpdate(update)
  })
  const writing = setInterval(() => doc.getMap('map').set(`k${written}`, 'x'.repeat(200)), 2)
  await until(() => writer.acked() > 200, 'much was acknowledged')

  const before = writer.acked()
  const out = join(folder, 'relay.backup')
  expect(await runProgram(['backup', '--data', data, '--out', out])).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('1 pictures'),
  })
  expect((await stat(out)).mode & 0o077).toBe(0)
  await until(() => writer.acked() > before + 20, 'writing goes on after it')
  clearInterval(writing)

  expect(await runProgram(['verify', out])).toMatchObject({ code: 0 })
  const elsewhere = join(folder, 'elsewhere')
  expect(await runProgram(['restore', out, '--data', elsewhere])).toMatchObject({ code: 0, err: '' })
  expect(await runProgram(['verify', elsewhere])).toMatchObject({ code: 0, err: '' })
  const restored = await start(elsewhere)
  // Everybody's way in came along; the key did not.
  expect(restored.key).not.toBe(relay.key)
  const map = await seen(restored, at, 'page-a')
  expect(map.size).toBeGreaterThanOrEqual(before)
  expect(map.size).toBeLessThan(written)
  const sha256 = createHash('sha256').update(png).digest('hex')
  const picture = await fetch(`${restored.url}/api/sessions/${at.sessionId}/assets/${sha256}`, {
    headers: { authorization: `Bearer ${at.token}` },
  })
  expect(Buffer.from(await picture.arrayBuffer()).equals(png)).toBe(true)

  // Not over something that is there.
  expect(await runProgram(['restore', out, '--data', data])).toMatchObject({
    code: 1,
    err: expect.stringContaining('is not empty'),
  })
})

test('a backup needs the key, by address as by folder; without a relay the folder is enough', async () => {
  const data = join(folder, 'data')
  const relay = await start(data)
  await openSession(relay)
  const out = join(folder, 'relay.backup')
  const wrong = join(folder, 'wrong')
  await writeFile(wrong, 'w'.repeat(43))
  const byAddress = ['backup', '--url', relay.url, '--out', out, '--key-file']
  expect(await runProgram([...byAddress, wrong])).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not know this key'),
  })
  await expect(stat(out)).rejects.toThrow()
  expect(await runProgram([...byAddress, join(data, 'key')])).toMatchObject({ code: 0, err: '' })
  expect((await fetch(`${relay.url}/api/backup`)).status).toBe(401)

  expect(await relay.stop()).toBe(0)
  expect(await runProgram(['backup', '--data', data, '--out', out])).toMatchObject({ code: 0, err: '' })
  expect(await runProgram(['backup', '--data', join(folder, 'none'), '--out', out])).toMatchObject({
    code: 1,
  })
  expect(await runProgram(['backup', '--out', out])).toMatchObject({ code: 2 })
})

test('a backup that is cut short or changed is refused before anything is written', async () => {
  const data = join(folder, 'data')
  const relay = await start(data)
  await openSession(relay)
  await relay.stop()
  const out = join(folder, 'relay.backup')
  expect(await runProgram(['backup', '--data', data, '--out', out])).toMatchObject({ code: 0 })
  const whole = await readFile(out)
  const elsewhere = join(folder, 'elsewhere')
  const refused = async () => {
    const { code, err } = await runProgram(['restore', out, '--data', elsewhere])
    await expect(stat(elsewhere)).rejects.toThrow()
    return [code, err]
  }
  await truncate(out, whole.length - 40)
  expect(await refused()).toEqual([1, 'The backup ends too early.\n'])
  const changed = Buffer.from(whole)
  changed[changed.length - 60]! ^= 1
  await writeFile(out, changed)
  expect((await refused())[0]).toBe(1)
  await writeFile(out, 'something else altogether')
  expect(await refused()).toEqual([1, 'The file is no backup of a relay.\n'])
})

test('verify says what is damaged, room by room, and nothing about a sound store', async () => {
  const data = join(folder, 'data')
  const relay = await start(data)
  const at = await openSession(relay)
  const writer = connectByHand({ url: relay.url, ...at, room: 'page-log' })
  await writer.opened
  for (const key of ['a', 'b', 'c', 'd']) writer.sendUpdate(oneEdit(key, key))
  const second = connectByHand({ url: relay.url, ...at, room: 'page-snap' })
  await second.opened
  for (let edit = 0; edit < 40; edit++) second.sendUpdate(oneEdit(`k${edit}`, edit))
  await until(() => writer.acked() === 4 && second.acked() === 40, 'all is on disk')
  expect(await runProgram(['verify', data])).toMatchObject({
    code: 1,
    err: expect.stringContaining('A relay uses'),
  })
  await relay.stop()

  const verify = async () => {
    const { code, out } = await runProgram(['verify', data, '--json'])
    return { code, report: JSON.parse(out) as Report }
  }
  expect(await verify()).toMatchObject({
    code: 0,
    report: { sound: true, sessions: 1, rooms: 2, pictures: 1, findings: [] },
  })

  const db = new ClassicLevel<string, Uint8Array>(join(data, 'db'), { valueEncoding: 'view' })
  const flip = async (key: string) => {
    const bytes = new Uint8Array((await db.get(key))!)
    bytes[bytes.length >> 1]! ^= 0xff
    await db.put(key, bytes)
  }
  const { sessionId } = at
  await flip(`snap!${sessionId}!page-snap`)
  await db.put(`log!${sessionId}!page-log!0000000002`, new Uint8Array([7, 7, 7]))
  await db.del(`log!${sessionId}!page-log!0000000003`)
  await db.put(`rec!session!${sessionId}`, new TextEncoder().encode('{"half'))
  await db.close()
  const sha256 = createHash('sha256').update(png).digest('hex')
  await writeFile(join(data, 'assets', sessionId, sha256), 'other bytes')

  const { code, report } = await verify()
  expect(code).toBe(1)
  expect(report.sound).toBe(false)
  expect(report.findings.map(({ kind, room }) => `${kind} ${room ?? ''}`.trim()).sort()).toEqual([
    'entry page-log',
    'entryLost page-log',
    'pictureChanged',
    'record',
    'snapshot page-snap',
  ])
  const told = await runProgram(['verify', data])
  expect(told.out).toContain(`session ${sessionId}, room page-log, update 2: an update cannot be read`)
  expect(told.out).toContain('5 things are damaged')
})
