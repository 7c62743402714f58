// Bytes that changed on the disk: the relay starts, the other rooms and sessions work, and the damaged room is refused
// by name or opens as far as it is sound.
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { ClassicLevel } from 'classic-level'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openLog } from '../../relay/log'
import { startRelay } from '../../relay/startRelay'
import type { Relay } from '../../relay/relay'
import { connectByHand, oneEdit, until } from './harness'
import { runProgram } from './runProgram'

let dataDir: string
let relay: Relay | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-damaged-'))
})
afterEach(async () => {
  await relay?.close()
  relay = undefined
  await rm(dataDir, { recursive: true, force: true })
})

/** Stops the relay, changes stored values whose key begins with `prefix`, and starts it again. */
async function damage(prefix: string, change: (bytes: Uint8Array) => Uint8Array): Promise<number> {
  await relay?.close()
  const db = new ClassicLevel<string, Uint8Array>(join(dataDir, 'db'), { valueEncoding: 'view' })
  let changed = 0
  for await (const [key, value] of db.iterator()) {
    if (!key.startsWith(prefix)) continue
    await db.put(key, change(value))
    changed++
  }
  await db.close()
  relay = await startRelay({ dataDir })
  return changed
}

const flipMiddle = (bytes: Uint8Array) => {
  const flipped = new Uint8Array(bytes)
  flipped[flipped.length >> 1]! ^= 0xff
  return flipped
}

async function openSession() {
  relay ??= await startRelay({ dataDir })
  return relay.sessions.create({}, 'Ledare')
}

/** What `room` shows to a newcomer, or the name it is refused with. */
async function see(at: { sessionId: string; token: string }, room: string) {
  const hand = connectByHand({ url: relay!.url, ...at, room })
  hand.socket.on('open', () => hand.sendStep1())
  const refused = hand.closed.then(({ reason }) => reason)
  const shown = until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it was answered').then(
    () => hand.doc.getMap('map').toJSON(),
    () => 'nothing',
  )
  const seen = await Promise.race([refused, shown])
  hand.socket.terminate()
  return seen
}

/** Long enough for a snapshot to be written when the room is left. */
async function fill(sessionId: string, room: 'control' | `page-${string}`) {
  for (let edit = 0; edit < 40; edit++) await relay!.rooms.write(sessionId, room, oneEdit(`k${edit}`, edit))
}

test('a room with a damaged snapshot is refused by name; its neighbours and other sessions are not', async () => {
  const one = await openSession()
  const other = await openSession()
  for (const room of ['control', 'page-a', 'page-b'] as const) await fill(one.sessionId, room)
  await fill(other.sessionId, 'page-a')
  expect(await damage(`snap!${one.sessionId}!page-a`, flipMiddle)).toBe(1)

  expect(await see(one, 'page-a')).toBe('roomDamaged')
  expect(await see(one, 'page-b')).toMatchObject({ k0: 0, k39: 39 })
  expect(await see(one, 'control')).toMatchObject({ k0: 0 })
  expect(await see(other, 'page-a')).toMatchObject({ k0: 0, k39: 39 })
  // Nobody builds on what cannot be read.
  await expect(relay!.rooms.write(one.sessionId, 'page-a', oneEdit('k', 1))).rejects.toThrow()
  expect(await relay!.status.metrics()).toMatch(/samverkstad_refusals_total\{reason="roomDamaged"\} 1/)
})

test('a room with a damaged update in its log opens with the rest, and the update is set aside', async () => {
  const one = await openSession()
  for (const key of ['a', 'b', 'c']) await relay!.rooms.write(one.sessionId, 'page-a', oneEdit(key, key))
  await damage(`log!${one.sessionId}!page-a!0000000002`, () => new Uint8Array([1, 200, 255]))
  expect(await see(one, 'page-a')).toEqual({ a: 'a', c: 'c' })
  await relay!.rooms.write(one.sessionId, 'page-a', oneEdit('d', 'd'))
  expect(await damage(`aside!${one.sessionId}`, (bytes) => bytes)).toBe(1)
  expect(await see(one, 'page-a')).toEqual({ a: 'a', c: 'c', d: 'd' })
})

test('damaged records do not keep the relay from starting, nor a session from being listed', async () => {
  const one = await openSession()
  await relay!.doors.open(one.sessionId, 'participant')
  await fill(one.sessionId, 'page-a')
  const junk = () => new TextEncoder().encode('{"half')
  await damage('rec!door!', junk)
  expect(await see(one, 'page-a')).toMatchObject({ k0: 0 })
  await damage('room!', junk)
  expect((await relay!.sessions.list()).map(({ sessionId }) => sessionId)).toEqual([one.sessionId])
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await relay!.rooms.read(one.sessionId, 'page-a'))
  expect(doc.getMap('map').size).toBe(40)
})

test.each([
  ['without CURRENT', async (db: string) => rm(join(db, 'CURRENT'))],
  [
    'with an empty MANIFEST',
    async (db: string) => {
      const manifest = (await readdir(db)).find((name) => name.startsWith('MANIFEST'))!
      await truncate(join(db, manifest), 0)
    },
  ],
])(
  'a database %s is repaired when the relay starts, says so in the log, and has everything',
  async (_, harm) => {
    const at = await openSession()
    for (const room of ['page-one', 'page-two'] as const) await fill(at.sessionId, room)
    await relay?.close()
    // Once more, so that there is a table beside the log.
    relay = await startRelay({ dataDir })
    await relay.rooms.write(at.sessionId, 'page-one', oneEdit('last', 1))
    await relay.close()
    await harm(join(dataDir, 'db'))
    expect(await runProgram(['verify', dataDir])).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not open'),
    })

    const said: string[] = []
    const stream = new Writable({
      write: (line: Buffer, _encoding, done) => done(void said.push(line.toString())),
    })
    relay = await startRelay({ dataDir, log: openLog(stream) })
    expect(said.join('')).toContain('was repaired')
    expect(Object.keys((await see(at, 'page-one')) as object)).toHaveLength(41)
    expect(Object.keys((await see(at, 'page-two')) as object)).toHaveLength(40)
    await relay.close()
    relay = undefined
    expect(await runProgram(['verify', dataDir])).toMatchObject({ code: 0 })
  },
)
