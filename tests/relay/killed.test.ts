// Killed with SIGKILL at any moment, with every client gone, the relay has every edit that it acknowledged: while it
// writes updates, and while it puts a snapshot in their place. `npm run kills` does it a hundred times.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreatedSession } from '../../shared/relay/api'
import { roomNames } from '../convergence/editRoom'
import { randomOf } from '../convergence/random'
import { startChildRelay, type ChildRelay } from './childRelay'
import { pause, until } from './harness'
import { runProgram } from './runProgram'
import { newSession, notePromises, startWriting } from './underLoad'

const rounds = Number(process.env.SAMVERKSTAD_KILLS ?? 15)
const seed = Number(process.env.SAMVERKSTAD_SEED ?? Date.now() % 1_000_000)
const writers = 6
/** So many rounds write in the same sessions, lest they grow too large for a test. */
const roundsPerSession = 6

let dataDir: string
let relay: ChildRelay | undefined
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-killed-'))
})
afterAll(async () => {
  await relay?.kill()
  await rm(dataDir, { recursive: true, force: true })
})

test(`killed ${rounds} times under ${writers} writers`, { timeout: 60_000 + rounds * 10_000 }, async () => {
  const random = randomOf(seed)
  const promised = notePromises()
  let sessions: CreatedSession[] = []
  let inFlight = 0
  let inSnapshot = 0
  for (let round = 0; ; round++) {
    const which = `round ${round} of seed ${seed}`
    const running = await startChildRelay(dataDir, { options: ['--log-level', 'debug'] })
    relay = running
    const isLast = round === rounds
    expect(await promised.missing(running.url, isLast ? 'all' : 'new'), which).toEqual([])
    // Nothing was mended, set aside or found damaged.
    expect(running.log(), which).not.toMatch(/"level":[56]0/)
    if (isLast) {
      expect(await running.stop()).toBe(0)
      break
    }
    if (round % roundsPerSession === 0) sessions = [await newSession(running), await newSession(running)]

    const place = () => ({ at: random.pick(sessions)!, room: random.pick(roomNames)! })
    const one = place()
    const writing = await Promise.all(
      Array.from({ length: writers }, (_, at) =>
        // Two in one room, so that some build on others; one by whom snapshots become due again and again.
        startWriting(running.url, at < 2 ? one : place(), {
          random,
          name: `${round}.${at}`,
          everyMs: 8,
          ...(at === 0 && { bulk: 40_000 }),
        }),
      ),
    )
    await until(() => writing.every(({ hand }) => hand.acked() > 0), 'each has something acknowledged')
    // Every other time in the moment of a snapshot, else at any moment.
    const isAimed = random.chance(0.5)
    if (isAimed) await Promise.race([running.nextLog('writes a snapshot'), pause(3000)])
    const wait = random.below(isAimed ? 4 : 200)
    if (wait > 0) await pause(wait)
    await running.kill()

    for (const writer of writing) {
      writer.stop()
      await writer.hand.closed
      promised.note(writer)
      inFlight += writer.sent.length - writer.safe().length
    }
    inSnapshot += Math.sign(
      times(running.log(), 'writes a snapshot') - times(running.log(), 'snapshot written'),
    )
  }
  console.log(
    `seed ${seed}: ${rounds} kills, ${inSnapshot} of them during a snapshot; ${promised.count()} edits acknowledged and there, ${inFlight} were under way`,
  )
  expect(await runProgram(['verify', dataDir])).toMatchObject({ code: 0 })
  expect(promised.count()).toBeGreaterThan(rounds * writers)
  // Otherwise the kills hit a relay at rest and prove nothing.
  expect(inFlight).toBeGreaterThan(rounds / 2)
  expect(inSnapshot).toBeGreaterThan(rounds / 20)
})

const times = (text: string, part: string) => text.split(part).length - 1
