// Stores that earlier versions wrote (tests/fixtures/stores) are opened with all that is in them; one of a later version
// is left as it is.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { StoreFixture } from '../fixtures/stores/storeFixture'
import { startChildRelay } from './childRelay'
import { connectByHand, oneEdit, startTestRelay, until, type TestRelay } from './harness'
import { runProgram } from './runProgram'

let dataDir: string
let running: TestRelay[]
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-upgrade-'))
  running = []
})
afterEach(async () => {
  for (const { relay } of running) await relay.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(): Promise<TestRelay> {
  const started = await startTestRelay({ dataDir })
  running.push(started)
  return started
}

const openDatabase = () =>
  new ClassicLevel<string, Uint8Array>(join(dataDir, 'db'), { keyEncoding: 'utf8', valueEncoding: 'view' })

async function layOut(name: string): Promise<StoreFixture> {
  const file = new URL(`../fixtures/stores/${name}.json`, import.meta.url)
  const fixture = JSON.parse(await readFile(file, 'utf8')) as StoreFixture
  const db = openDatabase()
  await db.batch(
    fixture.entries.map(([key, value]) => ({ type: 'put', key, value: Buffer.from(value, 'base64') })),
  )
  await db.close()
  for (const [path, bytes] of fixture.pictures) {
    const place = join(dataDir, 'assets', path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, Buffer.from(bytes, 'base64'))
  }
  return fixture
}

const said = (doc: Y.Doc) => ({ map: doc.getMap('map').toJSON(), text: doc.getText('text').toString() })

test.each(['first', 'checksums', 'packed'])(
  'a store of the version "%s" has everything in it, and is written on',
  async (name) => {
    const fixture = await layOut(name)
    const { sessionId, facilitator, participant, rooms } = fixture
    const { relay } = await start()
    const enter = async (room: string, token = facilitator) => {
      const hand = connectByHand({ url: relay.url, sessionId, room, token })
      await hand.opened
      hand.sendStep1()
      await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'the room answers')
      return hand
    }
    const ask = (method: string, path: string, token: string, body?: unknown) =>
      fetch(`${relay.url}/api/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })

    // Enough that a snapshot of today takes the place of the old one.
    for (const [room, expected] of Object.entries(rooms)) {
      const hand = await enter(room)
      expect(said(hand.doc)).toEqual(expected)
      for (let edit = 0; edit < 40; edit++) hand.sendUpdate(oneEdit(`new${edit}`, edit))
      await until(() => hand.acked() === 40, 'it takes what is new')
      hand.socket.close()
      await hand.closed
    }

    const members = (await (
      await ask('GET', `sessions/${sessionId}/members`, participant)
    ).json()) as object[]
    expect(members).toHaveLength(2)
    expect(members).toContainEqual(expect.objectContaining({ name: 'Karin', role: 'facilitator' }))
    expect(members).toContainEqual(expect.objectContaining({ name: 'Amina', role: 'participant' }))
    const locked = await enter(fixture.lockedRoom, participant)
    expect(locked.rights()).toEqual({ canWrite: false, reason: 'locked' })
    const invited = await ask('POST', 'join', '', { secret: fixture.inviteSecret, name: 'Olle' })
    expect(await invited.json()).toMatchObject({ sessionId, role: 'observer' })
    for (const [path, bytes] of fixture.pictures) {
      const answer = await ask('GET', `sessions/${sessionId}/assets/${path.split('/')[1]}`, facilitator)
      expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(bytes)
    }

    await relay.close()
    expect(await runProgram(['verify', dataDir])).toMatchObject({ code: 0, err: '' })
    const again = (await start()).relay
    for (const [room, expected] of Object.entries(rooms)) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, await again.rooms.read(sessionId, room as never))
      expect(said(doc)).toMatchObject(expected)
      expect(doc.getMap('map').size).toBe(Object.keys(expected.map).length + 40)
    }
  },
)

test('a store of a newer version is refused in one sentence by every command, and stays as it is', async () => {
  await layOut('checksums')
  const db = openDatabase()
  await db.put('format', Buffer.from('999'))
  await db.put('something!new', Buffer.from([1, 2, 3]))
  const before = await db.iterator().all()
  await db.close()

  const sentence = `What is kept in ${dataDir} was written by a newer version of this program.\n`
  await expect(startChildRelay(dataDir)).rejects.toThrow(`the relay left with 1: ${sentence}`)
  expect(await runProgram(['verify', dataDir])).toMatchObject({ code: 1, err: sentence })
  const out = join(dataDir, 'out.backup')
  expect(await runProgram(['backup', '--data', dataDir, '--out', out])).toMatchObject({
    code: 1,
    err: sentence,
  })

  const same = openDatabase()
  expect(await same.iterator().all()).toEqual(before)
  await same.close()
})

test('a store that a relay has opened says which format it has', async () => {
  const { relay } = await start()
  await relay.close()
  const db = openDatabase()
  expect(Number(new TextDecoder().decode(await db.get('format')))).toBeGreaterThan(1)
  await db.close()
})
