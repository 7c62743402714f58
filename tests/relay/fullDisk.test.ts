// When the disk takes no more, writers are told, nothing that was not written is acknowledged, and it goes on by itself.
import { spawnSync } from 'node:child_process'
import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createdSession, invited, joined, refusal } from '../../shared/relay/api'
import { startChildRelay, type ChildRelay } from './childRelay'
import { connectByHand, oneEdit, pause, until, type HandMade, type Place } from './harness'
import { ownMounts } from './ownMounts'
import { pngOfBytes as smallPng } from '../../relay/pictures/samples'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-full-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test('a full disk closes writers with 4507 and loses nothing acknowledged', async () => {
  let relay = await startChildRelay(dataDir, { mostKilobytesPerFile: 300 })
  const created = await fetch(`${relay.url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${relay.key}` },
  })
  const place: Place = { ...createdSession.parse(await created.json()), url: relay.url, room: 'page-one' }
  const hand = connectByHand(place)
  await hand.opened
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => hand.sendUpdate(update))
  let sent = 0
  while (hand.socket.readyState === hand.socket.OPEN && sent < 500) {
    doc.getMap('map').set(`key ${sent++}`, randomBytes(1000).toString('hex'))
    await pause(2)
  }
  expect(await hand.closed).toEqual({ code: 4507, reason: 'storageFailed' })
  const acked = hand.acked()
  expect(acked).toBeGreaterThan(20)
  expect(acked).toBeLessThan(sent)

  // A new log file has room again: the relay notices without being restarted.
  await until(async () => (await fetch(`${relay.url}/readyz`)).ok, 'it is ready again', 15_000)
  const back = connectByHand(place)
  await back.opened
  back.sendStep1()
  back.sendUpdate(oneEdit('after', 1))
  await until(() => back.acked() === 1, 'it acknowledges again')
  await relay.kill()

  relay = await startChildRelay(dataDir)
  const reader = connectByHand({ ...place, url: relay.url })
  await reader.opened
  reader.sendStep1()
  await until(() => reader.heard.some(({ kind }) => kind === 'step2'), 'the room answers')
  const map = reader.doc.getMap('map')
  expect(Array.from({ length: acked }, (_, i) => `key ${i}`).filter((key) => !map.has(key))).toEqual([])
  reader.socket.close()
  await relay.stop()
}, 60_000)

const MB = 1024 * 1024
/** Containers that allow no further mounts have a small disk in memory already. */
async function placeOnSmallDisk(): Promise<{ folder: string; diskMegabytes?: number }> {
  if (spawnSync('unshare', [...ownMounts, 'true']).status === 0) return { folder: dataDir, diskMegabytes: 40 }
  const { blocks, bsize } = await statfs('/dev/shm')
  if (blocks * bsize > 1024 * MB) throw new Error('this test needs unshare(1) or a small /dev/shm')
  return { folder: await mkdtemp('/dev/shm/samverkstad-full-') }
}
/** Long, for a machine that does much else. */
const patience = 20_000

/** Something else on the relay's disk that takes up space. */
function ballastOn(relay: ChildRelay) {
  const path = join(relay.folder, 'ballast')
  const remove = () => rm(path, { force: true })
  return {
    remove,
    /** Grows or shrinks until so many bytes are free; with 0, until the system says that nothing more fits. */
    async leave(free: number) {
      await remove()
      const { bavail, bsize } = await statfs(relay.folder)
      const file = await open(path, 'w')
      try {
        const part = Buffer.alloc(64 * 1024, 1)
        for (let left = bavail * bsize - free; left > 0 || free === 0; left -= part.length)
          await file.write(part.subarray(0, free === 0 ? part.length : Math.min(part.length, left)))
      } catch (error) {
        if (free > 0 || (error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        await file.close()
      }
    },
  }
}

async function ask(relay: ChildRelay, path: string, token: string, body: unknown) {
  const answer = await fetch(`${relay.url}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.json()
}

/** Comes in, at the latest when newcomers are let in again. */
async function enter(place: Place): Promise<HandMade> {
  for (const end = Date.now() + patience; ;) {
    const hand = connectByHand(place)
    await hand.opened
    hand.sendStep1()
    const isIn = until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it is in', patience)
    const refused = await Promise.race([isIn, hand.closed])
    isIn.catch(() => {})
    if (!refused) return hand
    expect(refused).toEqual({ code: 4509, reason: 'diskFull' })
    if (Date.now() > end) throw new Error('nobody is let in')
    await pause(200)
  }
}

test('a disk that fills up is told of, then nobody writes, and it goes on when there is space', async () => {
  const { folder, ...disk } = await placeOnSmallDisk()
  const relay = await startChildRelay(folder, {
    ...disk,
    options: ['--limits', `diskReserveBytes=${16 * MB}`, '--limits', `diskFullBytes=${6 * MB}`],
  })
  const ballast = ballastOn(relay)
  const obstacles = async () =>
    ((await (await fetch(`${relay.url}/readyz`)).json()) as { because: string[] }).because
  try {
    const { sessionId, token } = createdSession.parse(await ask(relay, '/sessions', relay.key, {}))
    const invite = invited.parse(
      await ask(relay, `/sessions/${sessionId}/invites`, token, { role: 'participant' }),
    )
    const guest = joined.parse(await ask(relay, '/join', '', { secret: invite.secret, name: 'Bo' }))
    const place: Place = { url: relay.url, sessionId, room: 'page-one', token }
    const leader = await enter(place)
    const writer = await enter({ ...place, token: guest.token })
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => writer.sendUpdate(update))
    let sent = 0
    const write = (bytes = 100) =>
      doc.getMap('map').set(`key ${sent++}`, randomBytes(bytes / 2).toString('hex'))
    write()
    await until(() => writer.acked() === sent, 'all is well', patience)

    await ballast.leave(10 * MB)
    await until(() => leader.shortages()?.join() === 'disk', 'the leader is told', patience)
    expect(writer.shortages()?.join() ?? '').toBe('')
    await until(async () => (await obstacles()).join() === 'diskNearlyFull', 'it is not ready', patience)
    write()
    await until(() => writer.acked() === sent, 'writing goes on', patience)

    await ballast.leave(3 * MB)
    const reason = (hand: HandMade) => hand.rights()?.reason
    await until(() => [leader, writer].every((hand) => reason(hand) === 'diskFull'), 'all are told', patience)
    // What an honest page had on its way waits; who goes on writing is closed by name.
    write()
    await until(async () => (await obstacles()).join() === 'diskFull', 'and whoever watches', patience)
    const picture = await fetch(`${relay.url}/api/sessions/${sessionId}/assets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
      body: new Uint8Array(smallPng(1000)),
    })
    expect([picture.status, refusal.parse(await picture.json()).kind]).toEqual([507, 'diskFull'])
    const reader = await enter(place)
    expect(reader.doc.getMap('map').size).toBe(2)
    await pause(2500)
    reader.sendUpdate(oneEdit('late', 1))
    expect(await reader.closed).toEqual({ code: 4509, reason: 'diskFull' })
    expect(writer.acked()).toBe(sent - 1)

    await ballast.remove()
    await until(() => writer.rights()?.canWrite === true, 'writing is open again', patience)
    writer.sendStep2(Y.encodeStateAsUpdate(doc))
    // The step 2 is one message more.
    await until(() => writer.acked() === sent + 1, 'all is there', patience)
    await until(async () => (await obstacles()).length === 0, 'it is ready again', patience)

    // Faster than anybody looks: the system itself says that nothing more fits.
    const fast = await enter({ ...place, room: 'page-two' })
    const fastDoc = new Y.Doc()
    fastDoc.on('update', (update: Uint8Array) => fast.sendUpdate(update))
    await ballast.leave(0)
    let fastSent = 0
    while (fast.socket.readyState === fast.socket.OPEN && reason(fast) !== 'diskFull' && fastSent < 4000) {
      fastDoc.getMap('map').set(`key ${fastSent++}`, randomBytes(2000).toString('hex'))
      await pause(1)
    }
    const acked = fast.acked()
    expect(acked).toBeLessThan(fastSent)
    expect(fast.acked()).toBe(acked)
    await ballast.remove()
    const back = await enter({ ...place, room: 'page-two' })
    const map = back.doc.getMap('map')
    expect(Array.from({ length: acked }, (_, i) => `key ${i}`).filter((key) => !map.has(key))).toEqual([])
    await until(() => back.rights()?.canWrite === true, 'writing is open once more', patience)
    back.sendUpdate(oneEdit('after', 1))
    await until(() => back.acked() === 1, 'it acknowledges again', patience)
    await until(async () => (await obstacles()).length === 0, 'it is ready once more', patience)
    expect(relay.log()).toContain('No space left on device')
  } finally {
    await relay.kill()
    if (folder !== dataDir) await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
