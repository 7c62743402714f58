import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from '../shared/relay/limits'
import { unlocked, type RoomName } from '../shared/relay/roles'
import { groupCommits } from './committer'
import { watchDisk } from './diskWatch'
import { openLevelStorage, type LevelStorage } from './levelStorage'
import { silentLog } from './log'
import { startMerger } from './merger'
import { keepQuotas } from './quotas'
import { openHub } from './roomHub'

const log = silentLog()
const limits = defaultLimits
const sessionId = 'session'
const names = Array.from({ length: 20 }, (_, at): RoomName => `page-${at}`)

/** A hub on the storage, whose snapshots take so long (ms). */
function hubOn(storage: LevelStorage, snapshotMs: number) {
  const slow: LevelStorage = {
    ...storage,
    async putSnapshot(...given) {
      await new Promise((resolve) => setTimeout(resolve, snapshotMs))
      await storage.putSnapshot(...given)
    },
  }
  const committer = groupCommits(slow, { committed() {}, failed() {} })
  const disk = watchDisk({ folder: undefined, lowBelow: 0, fullBelow: 0, writes: () => true, log })
  const quotas = keepQuotas({ storage, limits, log, isShared: false })
  const merger = startMerger(log)
  const needs = { storage: slow, committer, merger, limits, log, disk, quotas }
  const hub = openHub({ ...needs, lockedIn: async () => unlocked })
  return {
    hub,
    async end() {
      disk.stop()
      quotas.stop()
      await merger.close()
    },
  }
}

test('many rooms that want snapshots do not hold up the end: what has none keeps its log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-hub-'))
  const storage = await openLevelStorage(folder)
  const first = hubOn(storage, 100)
  for (const name of names) {
    const room = await first.hub.acquire(sessionId, name)
    const doc = new Y.Doc()
    const settled: Promise<void>[] = []
    doc.on('update', (update: Uint8Array) =>
      settled.push(
        new Promise((resolve, reject) => {
          const verdict = room.judge(undefined, update, (judged) => {
            if (judged.kind !== 'sound') return reject(new Error(judged.kind))
            room.accept(judged.update, undefined, (error) => (error ? reject(error) : resolve()))
          })
          verdict?.catch(reject)
        }),
      ),
    )
    for (let edit = 0; edit < 50; edit++) doc.getMap('map').set(`k${edit}`, edit)
    await Promise.all(settled)
  }
  await first.hub.close(300)
  await first.end()

  const keys: string[] = []
  for await (const [key] of storage.entries()) keys.push(key)
  const snapshots = keys.filter((key) => key.startsWith('snap!')).length
  expect(snapshots).toBeGreaterThan(0)
  expect(snapshots).toBeLessThan(names.length)
  const again = hubOn(storage, 0)
  for (const name of names) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await (await again.hub.acquire(sessionId, name)).read())
    expect(doc.getMap('map').size).toBe(50)
  }
  await again.hub.close()
  await again.end()
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})
