// Hostile frames of all kinds, from strangers and from members, against a relay in a process of its own: it stays up,
// does not grow, and honest people beside it lose nothing. `npm run fuzz` does the same with a million.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createdSession, joined } from '../../../shared/relay/api'
import { startBystanders } from '../../bystanders/bystanders'
import { startChildRelay, type ChildRelay } from '../../relay/childRelay'
import { connectByHand, pause, until } from '../../relay/harness'
import { runProgram } from '../../relay/runProgram'
import { fuzzRelay } from './fuzzRelay'
import { fuzzReport } from './fuzzReport'
import { memoryOf, tellMemory, watchPeak } from './relayMemory'

const frames = Number(process.env.SAMVERKSTAD_FUZZ_FRAMES ?? 12_000)
const seed = Number(process.env.SAMVERKSTAD_FUZZ_SEED ?? 1)
/** The tables are for whoever asked for a run. */
const isAskedFor = process.env.SAMVERKSTAD_FUZZ_FRAMES !== undefined

const members = 200
const shared = 'page-shared'
const rooms = [shared, 'common', 'control', ...Array.from({ length: 17 }, (_, n) => `page-${n}`)]
/** What a relay may hold more than before: what it remembers of addresses, members and clients has bounds. */
const mostGrowth = 16e6

let dataDir: string
let relay: ChildRelay | undefined
afterAll(async () => {
  await relay?.kill()
  await rm(dataDir, { recursive: true, force: true })
})

const post = async (path: string, bearer: string, body: object) => {
  const answer = await fetch(relay!.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as unknown
}
const newSession = async () => createdSession.parse(await post('/api/sessions', relay!.key, {}))
const invite = async (sessionId: string, token: string, role: string) =>
  ((await post(`/api/sessions/${sessionId}/invites`, token, { role })) as { secret: string }).secret

test(`${frames} hostile frames, seed ${seed}`, { timeout: 120_000 + frames * 10 }, async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-fuzz-'))
  relay = await startChildRelay(dataDir, {
    node: tellMemory,
    // Otherwise few of the frames to the probe would be read.
    options: ['--limits', 'probesPerMinute=1000000'],
  })
  const { sessionId, token } = await newSession()
  const writing = await invite(sessionId, token, 'participant')
  const reading = await invite(sessionId, token, 'observer')
  const tokens: string[] = []
  for (let n = 0; n < members; n++)
    tokens.push(
      joined.parse(await post('/api/join', '', { secret: n % 10 ? writing : reading, name: `Hostile ${n}` }))
        .token,
    )

  const other = await newSession()
  const urlOf = (session: string, room: string, bearer: string) =>
    `${relay!.url.replace('http', 'ws')}/sync/${session}/${room}?acks=1&token=${bearer}`
  const bystanders = await startBystanders([
    { urls: [urlOf(sessionId, shared, token), urlOf(sessionId, shared, token)] },
    { urls: [urlOf(other.sessionId, shared, other.token), urlOf(other.sessionId, shared, other.token)] },
  ])
  const order = { port: Number(new URL(relay.url).port), seed, lines: 240, sessionId, tokens, rooms }

  // A tenth first: what a relay needs that is used, it has then.
  await fuzzRelay({ ...order, frames: frames / 10, seed: seed + 1_000_000 })
  await pause(2500)
  const before = await memoryOf(relay)
  const peak = watchPeak(relay.pid)
  await bystanders.report()
  const begun = Date.now()
  const progress = (count: number) =>
    isAskedFor && process.stderr.write(`${count} frames after ${Math.round((Date.now() - begun) / 1000)} s\n`)
  const counts = await fuzzRelay({ ...order, frames, progress }).catch((error: Error) => {
    throw new Error(`${error.message}; the relay said: ${relay!.log().slice(-2000)}`)
  })
  const seconds = (Date.now() - begun) / 1000
  const [inside, elsewhere] = await bystanders.report()
  const ends = await bystanders.finish()
  await bystanders.stop()

  // All lines are gone, and with them, after a while, the rooms and what was kept for those who might come back.
  let after = await memoryOf(relay)
  for (const end = Date.now() + 60_000; after.held - before.held > mostGrowth / 2 && Date.now() < end;) {
    await pause(2000)
    after = await memoryOf(relay)
  }
  const outcome = {
    seed,
    seconds,
    counts,
    before,
    after,
    peak: peak.stop(),
    bystanders: [inside!, elsewhere!] as const,
  }
  if (isAskedFor) console.log(fuzzReport(outcome))

  expect(inside!.problems).toEqual([])
  expect(elsewhere!.problems).toEqual([])
  for (const { isEqual, edits, sent, acknowledged } of ends) {
    expect(edits).toBeGreaterThan(10)
    expect(isEqual).toBe(true)
    expect(acknowledged).toBe(sent)
  }
  // Nobody waits for ever; how long exactly is for those who ask for a run on a machine at rest.
  expect(Math.max(inside!.longest, elsewhere!.longest)).toBeLessThan(20_000)
  // Every line that the relay ended it ended with a code that says why, and none because of a fault of its own.
  const fair = [1000, 1005, 4200, 4400, 4401, 4403, 4404, 4413, 4429, 4430].map(String)
  const codes = [...counts.byEnding.keys()]
    .filter((name) => /^\d/.test(name))
    .map((name) => name.split(' ')[0])
  expect(codes.filter((code) => !fair.includes(code!))).toEqual([])
  expect(relay.log()).not.toContain('"level":50')
  expect(after.held - before.held).toBeLessThan(mostGrowth)

  // What was taken in every room opens, applies, and waits for nothing.
  for (const room of rooms) {
    const reader = connectByHand({ url: relay.url, sessionId, room, token })
    await reader.opened
    reader.sendStep1()
    await until(() => reader.heard.some(({ kind }) => kind === 'step2'), `${room} answers`, 20_000)
    const { pendingStructs, pendingDs } = reader.doc.store
    expect([room, pendingStructs, pendingDs]).toEqual([room, null, null])
    expect(Y.encodeStateAsUpdate(reader.doc).length).toBeGreaterThan(0)
    reader.socket.terminate()
  }
  expect(await relay.stop()).toBe(0)
  relay = undefined
  expect(await runProgram(['verify', dataDir])).toMatchObject({ code: 0 })
})
