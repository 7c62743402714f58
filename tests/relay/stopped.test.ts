// What a relay does while people write: it makes snapshots, is stopped, is started anew. It ends in time, tells everybody
// to come back, and whatever it acknowledged is there; pages that come back lose nothing at all.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { roomNames } from '../convergence/editRoom'
import { marksIn, openMemberPage } from '../convergence/memberPage'
import { randomOf } from '../convergence/random'
import { startChildRelay, type ChildRelay } from './childRelay'
import { freePort } from './freePort'
import { pause, until } from './harness'
import { runProgram } from './runProgram'
import { newSession, notePromises, startWriting } from './underLoad'

const people = 50
process.setMaxListeners(0)
vi.setConfig({ testTimeout: 180_000 })
/** What the relay allows itself for an orderly end (ms), and a second for the process to be gone. */
const longestEnd = 21_000

let dataDir: string
let relay: ChildRelay
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-stopped-'))
})
afterEach(async () => {
  await relay.kill()
  await rm(dataDir, { recursive: true, force: true })
})

test('snapshots under writers: those who are there and those who come later have everything', async () => {
  const random = randomOf(3)
  relay = await startChildRelay(dataDir, { options: ['--log-level', 'debug'] })
  const at = await newSession(relay)
  const writing = await Promise.all(
    Array.from({ length: 8 }, (_, name) =>
      startWriting(
        relay.url,
        { at, room: roomNames[name % 2]! },
        { random, name: `${name}`, everyMs: 20, ...(name < 2 && { bulk: 40_000 }) },
      ),
    ),
  )
  const snapshots = () => relay.log().split('snapshot written').length - 1
  await until(() => snapshots() >= 12, 'twelve snapshots are written', 60_000)
  for (const { stop } of writing) stop()
  await until(() => writing.every(({ hand, sent }) => hand.acked() === sent.length), 'all is on disk', 30_000)

  const promised = notePromises()
  for (const writer of writing) promised.note(writer)
  expect(await promised.missing(relay.url, 'all')).toEqual([])
  for (const { hand, room } of writing) {
    const marks = writing.filter((each) => each.room === room).flatMap(({ sent }) => sent)
    await until(() => marks.every((mark) => marksIn(hand.doc).has(mark)), `everybody in ${room} has all`)
  }
  await relay.kill()
  relay = await startChildRelay(dataDir)
  expect(await promised.missing(relay.url, 'all')).toEqual([])
})

test(`stopped under ${people} writers: everybody is told, exit code 0, nothing acknowledged is lost`, async () => {
  const random = randomOf(1)
  relay = await startChildRelay(dataDir)
  const sessions = [await newSession(relay), await newSession(relay)]
  const writing = await Promise.all(
    Array.from({ length: people }, (_, at) =>
      startWriting(
        relay.url,
        { at: random.pick(sessions)!, room: random.pick(roomNames)! },
        // Two of them write so much that rooms are merged while the relay is told to end.
        { random, name: `${at}`, everyMs: 100, ...(at < 2 && { bulk: 40_000 }) },
      ),
    ),
  )
  await until(() => writing.every(({ hand }) => hand.acked() > 3), 'each has something acknowledged', 30_000)

  const begun = Date.now()
  const ended = relay.stop()
  const closed = await Promise.all(writing.map(({ hand }) => hand.closed))
  expect(new Set(closed.map(({ code, reason }) => `${code} ${reason}`))).toEqual(new Set(['4501 restarting']))
  expect(await ended).toBe(0)
  expect(Date.now() - begun).toBeLessThan(longestEnd)

  const promised = notePromises()
  for (const writer of writing) {
    writer.stop()
    promised.note(writer)
  }
  expect(writing.some(({ sent, safe }) => sent.length > safe().length)).toBe(true)
  expect(await runProgram(['verify', dataDir])).toMatchObject({ code: 0 })
  relay = await startChildRelay(dataDir)
  expect(await promised.missing(relay.url, 'all')).toEqual([])
})

test('stopped and killed under pages that come back: in the end everybody has every edit that was made', async () => {
  const random = randomOf(2)
  const port = await freePort()
  relay = await startChildRelay(dataDir, { port })
  const { sessionId, token } = await newSession(relay)
  const pages = Array.from({ length: people }, (_, at) => {
    // Each page's marks are its own.
    const self = { memberId: `page${at}`, name: 'Karin', role: 'facilitator' } as const
    return openMemberPage(roomNames[at % roomNames.length]!, { sessionId, token, self }, relay.url)
  })
  const made = new Map<string, Set<string>>(roomNames.map((name) => [name, new Set()]))
  try {
    let isOver = false
    const writing = (async () => {
      for (let at = 0; !isOver; at = (at + 1) % pages.length) {
        const page = pages[at]!
        if (page.canWrite()) made.get(page.name)!.add(page.edit(random))
        await pause(4)
      }
    })()
    for (let restart = 0; restart < 4; restart++) {
      await pause(1000)
      if (restart % 2 === 0) expect(await relay.stop()).toBe(0)
      else await relay.kill()
      relay = await startChildRelay(dataDir, { port })
    }
    isOver = true
    await writing
    await until(() => pages.every((page) => page.isSettled()), 'everything is saved', 60_000)
    for (const page of pages) {
      const lacks = () => [...made.get(page.name)!].filter((mark) => !marksIn(page.doc()).has(mark))
      await until(() => lacks().length === 0, `${page.name} has everything`, 30_000).catch(() => {})
      expect(lacks(), page.name).toEqual([])
    }
    expect([...made.values()].every(({ size }) => size > 10)).toBe(true)
  } finally {
    for (const page of pages) page.close()
  }
})
