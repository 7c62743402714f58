import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lengthOfContent, packContent, unpackContent } from './content'
import { silentLog } from './log'
import { mergeTasks, type MergeTask, type MergeTasks } from './merging'
import type { Merger } from './merger'
import { loadContent, type RoomContent } from './roomContent'
import type { LogEntry, LogFollower, RoomLog, Snapshot, Storage } from './storage'

function countingMerger(): Merger & { ran: MergeTask[] } {
  const ran: MergeTask[] = []
  return {
    ran,
    async run<T extends MergeTask>(task: T, ...input: Parameters<MergeTasks[T]>) {
      ran.push(task)
      await new Promise((resolve) => setTimeout(resolve, 5))
      const work: (...given: never[]) => unknown = mergeTasks[task]
      return work(...(input as unknown as never[])) as ReturnType<MergeTasks[T]>
    },
    close: async () => {},
  }
}

const sessionId = 'session'
const room = 'common' as const

/** A log with `entries` that numbers what comes after them. */
function logOf(entries: readonly LogEntry[]): RoomLog {
  let last = entries.at(-1)?.seq ?? 0
  return {
    snapshot: undefined,
    entries,
    follow: () => {},
    newEntry: (update) => ({ sessionId, room, update, at: 0, seq: ++last }),
    unsettled: () => [],
    close: () => {},
  }
}

/** A room with `count` edits in its log, and what is written of it. */
async function roomWith(count: number) {
  const doc = new Y.Doc()
  const log: LogEntry[] = []
  doc.on('update', (update: Uint8Array) => log.push({ sessionId, room, update, at: 0, seq: log.length + 1 }))
  for (let i = 0; i < count; i++) doc.getMap('map').set(`key ${i % 50}`, i)
  const snapshots: Snapshot[] = []
  const storage: Pick<Storage, 'openLog' | 'putSnapshot'> = {
    openLog: async () => logOf(log),
    putSnapshot: async (_sessionId, _room, snapshot) => void snapshots.push(snapshot),
  }
  const merger = countingMerger()
  const content = await loadContent({
    sessionId,
    room,
    storage: storage as Storage,
    merger,
    log: silentLog(),
    settled: async () => {},
  })
  const written = () => log.reduce((sum, { update }) => sum + update.length, 0)
  return { doc, content, merger, snapshots, written }
}

/** Accepts an update as a room does. */
function accept(content: RoomContent, update: Uint8Array, writer?: object) {
  if (content.prepare(update)) throw new Error('a small room is looked through at once')
  const verdict = content.judge(update, undefined)
  if (verdict.kind === 'refused') throw new Error('refused')
  return content.append(verdict.update, writer)
}

const nothing = new Uint8Array([0])

test('thirty joiners at once cost one merge, and the same bytes go to all', async () => {
  const { content, merger } = await roomWith(10)
  for (let i = 0; i < 600; i++) {
    const edit = new Y.Doc()
    edit.getMap('map').set(`late ${i}`, i)
    accept(content, Y.encodeStateAsUpdate(edit))
  }
  const answers = await Promise.all(Array.from({ length: 30 }, () => content.answer(nothing, false)))
  expect(merger.ran).toEqual(['merge'])
  expect(new Set(answers.map(({ step2 }) => step2)).size).toBe(1)
  expect(answers[0]!.upTo).toBe(610)
})

test('those who come back with the same state share one answer', async () => {
  const { content, merger, doc } = await roomWith(400)
  merger.ran.length = 0
  const known = Y.encodeStateVector(doc)
  await Promise.all(Array.from({ length: 10 }, () => content.answer(known, false)))
  expect(merger.ran).toEqual(['diff'])
})

test('what was accepted after a point is at hand until it is merged away', async () => {
  const { content } = await roomWith(3)
  const [one, two] = [{}, {}]
  const edit = () => {
    const doc = new Y.Doc()
    doc.getMap('map').set('key', 1)
    return Y.encodeStateAsUpdate(doc)
  }
  accept(content, edit(), one)
  accept(content, edit(), one)
  expect(content.tail.since(3)?.onlyWriter).toBe(one)
  accept(content, edit(), two)
  expect(content.tail.since(3)?.onlyWriter).toBeUndefined()
  // Merging must not send the whole room to those who are one tick behind.
  await content.whole()
  expect(content.tail.since(3)).toBeDefined()
  content.tail.markSent(content.tail.head())
  accept(content, edit(), two)
  await content.whole()
  expect(content.tail.since(3)).toBeUndefined()
  expect(content.tail.since(content.tail.head())).toBeDefined()
})

test('a long log becomes one snapshot that holds the same and less of what was overwritten', async () => {
  const { content, doc, snapshots, written } = await roomWith(2500)
  await content.tidy()
  expect(snapshots).toHaveLength(1)
  const again = new Y.Doc()
  Y.applyUpdate(again, unpackContent(snapshots[0]!.content))
  expect(again.getMap('map').toJSON()).toEqual(doc.getMap('map').toJSON())
  expect(lengthOfContent(snapshots[0]!.content)).toBeLessThan(written() / 2)
  expect(Y.decodeStateVector(snapshots[0]!.stateVector)).toEqual(
    Y.decodeStateVector(Y.encodeStateVector(doc)),
  )
})

test('a log with a hole, where an update was set aside, is answered whole', async () => {
  const doc = new Y.Doc()
  doc.getMap('map').set('a', 1)
  const log = [1, 2, 4].map((seq) => ({ sessionId, room, update: Y.encodeStateAsUpdate(doc), at: 0, seq }))
  const content = await loadContent({
    sessionId,
    room,
    storage: { openLog: async () => logOf(log) } as unknown as Storage,
    merger: countingMerger(),
    log: silentLog(),
    settled: async () => {},
  })
  const { upTo } = await content.answer(nothing, false)
  expect(content.tail.since(upTo)).toBeDefined()
})

/** A room that is loaded from a snapshot of `bytes` and more; `follower` is told what happens in its log. */
async function largeRoom(bytes: number) {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'å'.repeat(bytes / 2))
  const content = packContent(Y.encodeStateAsUpdate(doc))
  const merger = countingMerger()
  const snapshots: Snapshot[] = []
  let follower: LogFollower | undefined
  const stored: RoomLog = {
    ...logOf([]),
    snapshot: { upTo: 7, content, stateVector: Y.encodeStateVector(doc) },
    follow: (given) => void (follower = given),
  }
  const loaded = await loadContent({
    sessionId,
    room,
    storage: {
      openLog: async () => stored,
      putSnapshot: async (_sessionId: string, _room: string, each: Snapshot) => void snapshots.push(each),
    } as unknown as Storage,
    merger,
    log: silentLog(),
    settled: async () => {},
  })
  loaded.follow({ heard() {}, mended() {}, differs() {}, wrote() {} })
  const edit = (text: string): Uint8Array => {
    const before = Y.encodeStateVector(doc)
    doc.getText('text').insert(0, text)
    return Y.encodeStateAsUpdate(doc, before)
  }
  return { doc, merger, content: loaded, snapshots, follower: () => follower!, edit }
}

test('a large room is sent as it lies on the disk, and looked through for the first who writes', async () => {
  const { content, merger, doc, edit } = await largeRoom(600_000)
  const { step2 } = await content.answer(nothing, true)
  expect(merger.ran).toEqual([])
  expect(step2.message.length).toBeLessThan(100_000)
  expect(Y.decodeStateVector(content.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
  expect(content.prepare(new Uint8Array([0, 0]))).toBeUndefined()
  const update = edit('first')
  const preparing = content.prepare(update)
  expect(preparing).toBeInstanceOf(Promise)
  await preparing
  expect(merger.ran).toEqual(['survey'])
  expect(content.prepare(update)).toBeUndefined()
  expect(content.judge(update, undefined)).toMatchObject({ kind: 'sound', isLacking: false })
})

test('what another relay accepts while a large room is looked through is neither lost nor counted too early', async () => {
  const { content, doc, snapshots, edit, follower } = await largeRoom(600_000)
  for (let seq = 8; seq < 48; seq++) {
    follower().came({ sessionId, room, update: edit(`${seq} `), at: 0, seq })
    follower().reached(seq)
  }
  // Nothing has been taken in yet: a snapshot written now must not say that it has.
  await content.tidy()
  for (const { upTo } of snapshots) expect(upTo).toBe(7)
  await content.prepare(edit(''))
  await content.prepare(new Uint8Array([1]))
  const { update } = await content.whole()
  const again = new Y.Doc()
  Y.applyUpdate(again, update)
  expect(again.getText('text').toString()).toBe(doc.getText('text').toString())
})
