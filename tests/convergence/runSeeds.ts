// Many random workshops at once on the same relays, which are killed and restarted under them.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres, startRedis, type Server } from '../cluster/servers'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { freePort } from '../relay/freePort'
import { pause } from '../relay/harness'
import { holdRandomWorkshop, type WorkshopResult } from './randomWorkshop'
import { randomOf } from './random'

/** Sums over all workshops; of `settledAfter` the longest. */
export interface SeedsResult extends WorkshopResult {
  kills: number
  /** So many workshops lived through at least one of them. */
  hit: number
  failures: { seed: number; reason: string }[]
}

/**
 * Runs all `seeds`, `atOnce` at a time, on one relay by itself or on several with Redis and Postgres between them. About
 * once a second one of the relays is killed or stopped, and started again.
 */
export async function runSeeds(
  seeds: readonly number[],
  atOnce: number,
  relayCount: number,
): Promise<SeedsResult> {
  const relays = await startRelays(relayCount)
  const random = randomOf(seeds[0] ?? 0)
  const result: SeedsResult = {
    edits: 0,
    acknowledged: 0,
    refused: 0,
    settledAfter: 0,
    kills: 0,
    hit: 0,
    failures: [],
  }
  let isOver = false
  let startTook = 0
  const killing = (async () => {
    while (!isOver) {
      // On a busy machine a start takes long, and clients need as long to find back.
      await pause(300 + random.below(1500) + 2 * startTook)
      if (isOver) return
      const at = random.below(relayCount)
      await (random.chance(0.8) ? relays.running[at]!.kill() : relays.running[at]!.stop())
      result.kills++
      await pause(random.below(200))
      const begun = Date.now()
      await relays.start(at)
      startTook = Date.now() - begun
    }
  })()
  try {
    const waiting = [...seeds]
    const work = async () => {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
        try {
          const killsBefore = result.kills
          const { edits, acknowledged, refused, settledAfter } = await holdRandomWorkshop(seed, relays)
          if (result.kills > killsBefore) result.hit++
          result.settledAfter = Math.max(result.settledAfter, Math.round(settledAfter))
          result.edits += edits
          result.acknowledged += acknowledged
          result.refused += refused
        } catch (error) {
          result.failures.push({ seed, reason: error instanceof Error ? error.message : String(error) })
        }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  } finally {
    isOver = true
    await killing
    await relays.stop()
  }
  return result
}

async function startRelays(count: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-seeds-'))
  const servers: Server[] = count > 1 ? await Promise.all([startRedis(), startPostgres()]) : []
  const [redis, postgres] = servers
  const options = redis && postgres ? ['--redis', redis.url, '--postgres', postgres.url] : []
  const ports: number[] = []
  while (ports.length < count) ports.push(await freePort())
  const running: ChildRelay[] = []
  const start = async (at: number) => {
    running[at] = await startChildRelay(dataDir, { port: ports[at]!, options })
  }
  const stop = async () => {
    await Promise.all(running.map((relay) => relay.stop()))
    await Promise.all(servers.map((server) => server.stop()))
    await rm(dataDir, { recursive: true, force: true })
  }
  for (let at = 0; at < count; at++) await start(at)
  return { running, start, stop, key: running[0]!.key, urls: running.map(({ url }) => url) }
}
